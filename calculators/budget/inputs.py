"""What is asked about a household's month; every amount may come weekly, yearly or as it comes."""

from dataclasses import dataclass, replace
from typing import Annotated

from calculators.core.forms import Field, Money, MoneyAMonth
from calculators.core.forms.household import (
    FIRST_MONTHLY_PAYMENT,
    FirstMonthlyPayment,
    MonthlyPayment,
)
from calculators.core.loans import ZERO


@dataclass(frozen=True, kw_only=True)
class Inputs:
    take_home_income: Annotated[
        MoneyAMonth,
        Field(
            "Your take-home pay",
            "What reaches your account, everyone in the home together. Say how often if it is not "
            "monthly: 600 weekly, 1,200 every two weeks, 1,300 twice a month, 31,200 yearly. You "
            "can do this in every box here.",
            example="1,950 every two weeks",
            group="Money in",
        ),
    ]
    other_income: Annotated[
        MoneyAMonth,
        Field("Other income", "Benefits, child support, side work: what you can count on."),
    ] = ZERO
    gross_income: (
        Annotated[
            MoneyAMonth,
            Field(
                "Your gross income",
                "All income before taxes and deductions. A pay stub shows it; lenders go by it.",
                example="5,400",
            ),
        ]
        | None
    ) = None
    first_monthly_payment: Annotated[
        FirstMonthlyPayment, replace(FIRST_MONTHLY_PAYMENT, example="1,480")
    ] = ZERO
    monthly_payment: MonthlyPayment
    taxes_insurance: Annotated[
        MoneyAMonth,
        Field(
            "Property tax, home insurance and HOA dues",
            "Only what you pay outside your mortgage payment.",
            group="Your home and daily life",
        ),
    ] = ZERO
    food: Annotated[MoneyAMonth, Field("Food", example="190 weekly")] = ZERO
    utilities: Annotated[
        MoneyAMonth, Field("Utilities", "Power, heat, water, phone, internet.", example="340")
    ] = ZERO
    transport: Annotated[
        MoneyAMonth,
        Field("Getting around", "Gas, fares, car insurance, repairs. No car loan.", example="380"),
    ] = ZERO
    health: Annotated[
        MoneyAMonth,
        Field(
            "Health",
            "Insurance, medicine, visits to a doctor.",
            example="120",
            group="Health, children, debts and the rest",
        ),
    ] = ZERO
    children: Annotated[
        MoneyAMonth, Field("Children", "Child care, school, support you pay.", example="60 weekly")
    ] = ZERO
    other_debts: Annotated[
        MoneyAMonth,
        Field(
            "Payments on other debts",
            "Car, cards, student loans: the least you must pay. Not the two mortgages.",
            example="310",
        ),
    ] = ZERO
    other_spending: Annotated[
        MoneyAMonth, Field("Everything else", "Clothes, church, pets, gifts.", example="150")
    ] = ZERO
    savings: (
        Annotated[
            Money,
            Field(
                "Money that you could use if you had to",
                "In bank accounts. Leave out retirement savings, which cost tax and fees to reach.",
                group="Savings, and a payment that would change",
                rare=True,
            ),
        ]
        | None
    ) = None
    new_monthly_payment: (
        Annotated[
            MoneyAMonth,
            Field(
                "The second mortgage’s payment after a change",
                "From an offer, or from one of our calculators. Leave it empty if there is none.",
            ),
        ]
        | None
    ) = None
