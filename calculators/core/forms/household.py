"""The names that mean the same on every page: one label, one hint and one example each.

The plain names are the second mortgage's; `first_*` the first mortgage's. What is only offered
stands in offers.py.
"""

from typing import Annotated

from calculators.core.forms.form import Field
from calculators.core.forms.kinds.choices import ChoiceKind, YesNoUnsure
from calculators.core.forms.kinds.counts import Count, Months
from calculators.core.forms.kinds.dates import Date
from calculators.core.forms.kinds.money import Money, MoneyAMonth
from calculators.core.forms.kinds.rates import Rate
from calculators.facts import fact

Balance = Annotated[
    Money,
    Field(
        "What you owe on your second mortgage",
        "The principal balance on your latest statement.",
        example="52,000",
        group="Your second mortgage",
    ),
]
AnnualRate = Annotated[
    Rate,
    Field(
        "Its interest rate",
        "The yearly rate on your statement. It is not the APR.",
        example="9.25",
    ),
]
MonthsLeft = Annotated[
    Months,
    Field(
        "Months left to pay on it",
        "From today. 15 years is 180 months. Where you are asked how many payments you missed, "
        "count those too.",
        example="180",
        minimum=1,
        below="If its last month has gone by, all that is left is due. Ask the servicer in writing "
        "for a payoff amount and for more time. Our page “When the loan’s end has come” says how.",
    ),
]
FirstBalance = Annotated[
    Money,
    Field(
        "What you owe on your first mortgage",
        "The principal balance on its latest statement. Write 0 if it is paid off.",
        group="Your first mortgage",
    ),
]
FirstAnnualRate = Annotated[Rate, Field("The first mortgage’s interest rate")]
FirstMonthsLeft = Annotated[
    Months,
    Field(
        "Months left to pay on the first mortgage",
        "From today. 25 years is 300 months. Where you are asked how many of its payments you "
        "missed, count those too.",
        minimum=1,
    ),
]
HomeValue = Annotated[
    Money,
    Field(
        "What your home is worth today",
        "An honest guess will do. Leave it empty if unsure.",
        like=("sale_price",),
    ),
]
HomeValueNeeded = Annotated[
    HomeValue,
    Field(
        "What your home is worth today",
        "An honest guess will do for a start. Only an appraisal can tell for sure.",
        example="300,000",
        like=("sale_price",),
        group="Your home",
    ),
]
SalePrice = Annotated[
    Money,
    Field(
        "The price",
        "What a buyer offers, or what a local agent thinks it would sell for.",
        example="300,000",
        like=("home_value",),
        group="The sale",
    ),
]
FirstPayoff = Annotated[
    Money,
    Field(
        "Payoff amount of your first mortgage",
        "Ask its servicer for it in writing. Write 0 if the loan is paid off.",
        example="210,000",
        group="Your first mortgage",
    ),
]
MonthlyPayment = Annotated[
    MoneyAMonth,
    Field(
        "Your second mortgage’s monthly payment",
        "The regular payment on your statement, without late fees or past-due amounts.",
        example="535.18",
        group="Your second mortgage",
    ),
]
FIRST_MONTHLY_PAYMENT = Field(
    "Your first mortgage’s monthly payment",
    "The whole regular payment, with taxes and insurance if it includes them.",
    group="Your first mortgage",
)
FirstMonthlyPayment = Annotated[MoneyAMonth, FIRST_MONTHLY_PAYMENT]
Payoff = Annotated[
    Money,
    Field(
        "Payoff amount of your second mortgage",
        "All it takes to pay the loan off now, with interest and fees. Ask the servicer for it in "
        "writing: it is usually more than the balance.",
        example="53,200",
        group="Your second mortgage",
    ),
]
SeniorLiens = Annotated[
    Money,
    Field(
        "Other liens ahead of your second",
        "Such as unpaid property tax, or in some states money owed to a homeowners’ association. "
        "Do not count the first mortgage again. Write 0 for none.",
        group="Other liens on the home",
        rare=True,
    ),
]
JuniorLiens = Annotated[
    Money,
    Field(
        "Liens behind your second",
        "Such as a third loan or a court judgment. Write 0 for none.",
    ),
]
LoanKind = Annotated[
    str,
    ChoiceKind(
        (
            ("closed_end", "A fixed sum on a schedule"),
            ("heloc", "A line of credit (HELOC)"),
            ("not_sure", "I am not sure"),
        )
    ),
    Field(
        "What kind of second mortgage is it?",
        "Your contract says. A line of credit stays one after its draws have ended.",
        example="closed_end",
        group="Your second mortgage",
    ),
]
MainHome = Annotated[
    YesNoUnsure,
    Field(
        "Is the home your main home?",
        "The one you live in. A main home that stands empty for now may still count.",
        example="yes",
    ),
]
SmallServicer = Annotated[
    YesNoUnsure,
    Field(
        "Is its servicer small?",
        "The servicer takes your payments. It is small if it services no more than "
        f"{fact('small_servicer_loans').text} home loans, all its own. Many small banks and credit "
        "unions are, and so is a housing finance agency of any size.",
        example="no",
    ),
]
OldestUnpaidDueDate = Annotated[
    Date,
    Field(
        "Due date of the oldest payment still unpaid",
        "Month/day/year. Ask the servicer which payments it counts as unpaid.",
        example="9/1/2026",
    ),
]
SaleDate = Annotated[
    Date,
    Field(
        "Day of a foreclosure sale",
        "Month/day/year, from the notice of sale. Leave it empty if none is set.",
        example="3/15/2027",
    ),
]
MissedPayments = Annotated[
    Count,
    Field(
        "How many of its payments you have missed",
        "Count each payment that is due and still unpaid. Write 0 for none.",
        example="3",
    ),
]
Arrears = Annotated[
    Money,
    Field(
        "Past-due interest and fees on your second mortgage",
        "Ask the servicer for the figure. Leave out the principal you missed: it is still in "
        "the balance. Write 0 for none.",
        example="1,280",
    ),
]
PlanMonths = Annotated[
    Months,
    Field(
        "Months over which you would catch up",
        "In a repayment plan, on top of the regular payment.",
        minimum=1,
    ),
]
FirstMissedPayments = Annotated[
    Count,
    Field("How many first mortgage payments you have missed", "Write 0 if it is up to date."),
]
Offer = Annotated[
    Money,
    Field(
        "What you would pay to settle it",
        "All that you would pay in the end. Write 0 if the lender would cancel the whole debt.",
        example="15,000",
    ),
]
