"""Would a new loan in place of the second mortgage (or of both) leave you better off?"""

from calculators.refinance.refinance import CALCULATOR

__all__ = ["CALCULATOR"]
