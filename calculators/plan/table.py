"""The flow. In the wheel this module is replaced by one that holds it as Python."""

from pathlib import Path

from calculators.plan.loader import load_folder

FLOW = load_folder(Path(__file__).parent)
