"""A household's month: what comes in, what goes out, what is left for the second mortgage."""

from calculators.budget.budget import CALCULATOR

__all__ = ["CALCULATOR"]
