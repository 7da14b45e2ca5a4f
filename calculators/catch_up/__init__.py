"""What it takes to catch up: all at once, in a plan, at the end of the loan, or after a pause."""

from calculators.catch_up.catch_up import CALCULATOR

__all__ = ["CALCULATOR"]
