"""Which dates does the federal servicing rule give this loan, and what can you do by them?"""

from calculators.timeline.timeline import CALCULATOR

__all__ = ["CALCULATOR"]
