"""The states with their offices. Only pages of the site show them: the wheel goes without."""

from pathlib import Path

from calculators.states.loader import load_folder

STATES = load_folder(Path(__file__).parent)
