"""The table of facts. In the wheel this module is replaced by one that holds them as Python."""

from pathlib import Path

from calculators.facts.loader import load_folder

FACTS = load_folder(Path(__file__).parent)
