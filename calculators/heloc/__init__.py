"""What will a home equity line cost when its draw period ends, and what rate could you pay?"""

from calculators.heloc.heloc import CALCULATOR

__all__ = ["CALCULATOR"]
