"""What is only offered: `new_*` is a loan, or terms, of which each form keeps its own.

One offer is not another: a lender's new terms, a new loan, a new first mortgage.
"""

from typing import Annotated

from calculators.core.forms.form import Field
from calculators.core.forms.kinds.choices import YesNo
from calculators.core.forms.kinds.counts import Months
from calculators.core.forms.kinds.money import Money
from calculators.core.forms.kinds.rates import Rate

# What a household can pay each month on the second mortgage: fields, and the budget's figure.
CAN_PAY = (
    "affordable_second_payment",
    "affordable_payment",
    "target_payment",
    "can_pay_monthly",
)

NewAnnualRate = Annotated[
    Rate,
    Field(
        "The new interest rate",
        "From the lender’s offer. Use the rate here, not the APR.",
        example="7.5",
        group="The new loan you are offered",
        own=True,
    ),
]
NewMonths = Annotated[
    Months,
    Field(
        "The new number of months", "20 years is 240 months.", example="240", minimum=1, own=True
    ),
]
ClosingCosts = Annotated[
    Money,
    Field(
        "Closing costs of the new loan",
        "Without points. On a Loan Estimate, see “Closing Costs”.",
        example="2,000",
        own=True,
    ),
]
IncludeFirst = Annotated[
    YesNo,
    Field(
        "Does the new loan pay off your first mortgage too?",
        "If yes, fill in the three boxes about the first mortgage.",
    ),
]
