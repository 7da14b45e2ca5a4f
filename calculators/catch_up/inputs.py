"""What is asked about missed payments, and the way in which a loan is paid."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.forms import Field, Money, Monthly, Months, Placed, YesNo
from calculators.core.forms.household import (
    AnnualRate,
    Balance,
    FirstMissedPayments,
    FirstMonthlyPayment,
    MissedPayments,
    MonthlyPayment,
    PlanMonths,
)
from calculators.core.forms.offers import CAN_PAY
from calculators.core.loans import ZERO
from calculators.facts import fact


@dataclass(frozen=True, kw_only=True)
class Inputs:
    monthly_payment: MonthlyPayment
    missed_payments: MissedPayments
    fees_owed: Annotated[
        Money,
        Field(
            "Late fees and other charges you owe on it",
            "From your statement. Write 0 for none.",
            example="75",
        ),
    ] = ZERO
    unapplied_funds: Annotated[
        Money,
        Field(
            "Money the servicer already holds for you",
            "Part payments that it has not counted yet. A statement may call it “unapplied” or "
            "“suspense”. Write 0 for none.",
        ),
    ] = ZERO
    plan_months: Annotated[PlanMonths, Placed("The choices")] = fact("plan_months").number
    forbearance_months: Annotated[
        Months,
        Field("Months in which you would pay nothing", "In a pause (forbearance). 0 for none."),
    ] = fact("forbearance_months").number
    affordable_payment: (
        Annotated[
            Money,
            Field(
                "The most you could pay on it each month",
                "We say if a repayment plan asks for more.",
                like=CAN_PAY,
            ),
        ]
        | None
    ) = None
    balance: (
        Annotated[Balance, Placed("If interest builds in a pause", rare=True, example="")] | None
    ) = None
    annual_rate: Annotated[AnnualRate, Placed(example="")] | None = None
    interest_accrues: Annotated[
        YesNo,
        Field("Does interest go on building in a pause?", "Ask. If you are not sure, leave yes."),
    ] = True
    first_monthly_payment: (
        Annotated[FirstMonthlyPayment, Placed("If the first mortgage is behind too", rare=True)]
        | None
    ) = None
    first_missed_payments: FirstMissedPayments | None = None
    payment_each: (
        Annotated[
            Money,
            Field(
                "What one payment on the second mortgage comes to",
                "We take it from the box for the payment, if you wrote how often there: 267.59 "
                "every two weeks.",
                group="If you do not pay monthly",
                rare=True,
            ),
        ]
        | None
    ) = None
    first_payment_each: (
        Annotated[Money, Field("What one payment on the first mortgage comes to")] | None
    ) = None

    def __post_init__(self) -> None:
        """What was missed is the payment as it comes, every two weeks or monthly."""
        for name, payment in (
            ("payment_each", self.monthly_payment),
            ("first_payment_each", self.first_monthly_payment),
        ):
            if getattr(self, name) is None and isinstance(payment, Monthly):
                object.__setattr__(self, name, payment.each)

    @property
    def missed_months(self) -> Decimal:
        """How many months the missed payments of the second mortgage are."""
        if self.payment_each is None or self.monthly_payment == 0:
            return Decimal(self.missed_payments)
        return self.missed_payments * self.payment_each / self.monthly_payment

    @property
    def first_missed_amount(self) -> Decimal | None:
        """The missed payments on the first mortgage, dollars; None without both boxes about it."""
        if self.first_monthly_payment is None or self.first_missed_payments is None:
            return None
        each = either(self.first_payment_each, self.first_monthly_payment)
        return self.first_missed_payments * each


def either(each: Decimal | None, monthly: Decimal) -> Decimal:
    """What one payment comes to: the payment by the month, unless another is known."""
    return monthly if each is None else each
