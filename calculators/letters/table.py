"""The letters. In the wheel this module is replaced by one that holds them as Python."""

from pathlib import Path

from calculators.letters.loader import load_folder

LETTERS = load_folder(Path(__file__).parent)
