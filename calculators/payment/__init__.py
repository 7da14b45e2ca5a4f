"""What does the second mortgage cost each month, and in all?"""

from calculators.payment.payment import CALCULATOR

__all__ = ["CALCULATOR"]
