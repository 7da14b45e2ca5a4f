"""This copy's own. In the wheel this module is replaced by one that holds it as Python."""

from pathlib import Path

from calculators.identity.loader import load

IDENTITY = load(Path(__file__).with_name("identity.toml").read_text(encoding="utf-8"))
