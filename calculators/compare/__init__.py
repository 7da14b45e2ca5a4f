"""Which choice costs what: seven ways to go on with two mortgages, side by side."""

from calculators.compare.compare import CALCULATOR

__all__ = ["CALCULATOR"]
