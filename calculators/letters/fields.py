"""The boxes of the letters, once each; the ones that a calculator has too are the household's."""

from typing import Annotated, Any

from calculators.core.form import Field, Placed
from calculators.core.household import (
    FirstBalance,
    HomeValue,
    LoanKind,
    NewAnnualRate,
    SaleDate,
)
from calculators.core.kinds import ChoiceKind, Date, Money
from calculators.core.lines import Line, Paragraph

# Every letter starts with these.
HEADER = (
    "your_name",
    "your_address",
    "property_address",
    "loan_number",
    "recipient_name",
    "recipient_address",
    "letter_date",
)

BY_HAND = ("not_sure", "I will mark it on paper")


def optional(kind: Any, *words: Any) -> tuple[Any, Any]:
    """A box that may stay empty: the letter then has a line to write on."""
    return Annotated[kind, *words] | None, None


# Name, then the type with its words and the default.
FIELDS: dict[str, tuple[Any, Any]] = {
    "your_name": optional(
        Line,
        Field(
            "Your name",
            "As it stands on the loan. Add any other borrower’s name.",
            group="You and the loan",
        ),
    ),
    "your_address": optional(Line, Field("Your mailing address", "Street, city, state, ZIP.")),
    "property_address": optional(
        Line, Field("The home’s address", "Leave it empty if it is the same.")
    ),
    "loan_number": optional(
        Line, Field("Loan number", "On your statement. It may be called an account number.")
    ),
    "recipient_name": optional(
        Line,
        Field(
            "The company it goes to",
            "The name on your latest statement or letter.",
            group="Who it goes to",
        ),
    ),
    "recipient_address": optional(
        Line, Field("Its address for letters like this", "It may not be where payments go.")
    ),
    "letter_date": optional(Date, Field("Date of the letter", "Month/day/year.")),
    "phone": optional(Line, Field("Your phone number", "If you want a call back.")),
    "what_happened": optional(
        Paragraph,
        Field(
            "What happened, and since when",
            "In a few sentences. Write only what is true. You choose how much to say.",
        ),
    ),
    "can_pay_monthly": optional(
        Money, Field("What you can pay each month", "From your budget. Promise no more than that.")
    ),
    "enclosures": optional(Paragraph, Field("Papers you send with it", "One on each line.")),
    "sale_date": optional(SaleDate, Placed(example="")),
    "loan_kind": (Annotated[LoanKind, Placed(example="")], "not_sure"),
    "error_kind": (
        Annotated[
            str,
            ChoiceKind(
                (
                    BY_HAND,
                    ("payment", "A payment was refused, or not credited as it should be"),
                    ("fee", "A fee or charge without a reasonable basis"),
                    ("payoff", "The payoff figure is wrong"),
                    ("transfer", "My records were not passed on correctly when the loan moved"),
                    ("foreclosure", "A foreclosure step that breaks the federal rule"),
                    ("other", "Another error in servicing the loan"),
                )
            ),
            Field("What kind of error is it?", "One for each letter.", group="The error"),
        ],
        "not_sure",
    ),
    "bill_error": (
        Annotated[
            str,
            ChoiceKind(
                (
                    BY_HAND,
                    ("draw", "A draw that I did not make or allow"),
                    ("explain", "A draw that I ask you to explain, with papers"),
                    ("payment", "A payment or credit that is missing or wrong"),
                    ("sum", "A mistake in the arithmetic or the accounts"),
                    ("no_statement", "A statement that was not sent to me"),
                )
            ),
            Field("What is wrong with the bill?", group="The error"),
        ],
        "not_sure",
    ),
    "statement_date": optional(
        Date,
        Field("Date of the first statement that shows the error", "The short time runs from it."),
    ),
    "item_date": optional(
        Date, Field("Date of the wrong item", "The payment, draw or charge. Month/day/year.")
    ),
    "disputed_amount": optional(
        Money, Field("Amount in dispute", "Only the part that you believe is wrong.")
    ),
    "what_is_wrong": optional(
        Paragraph,
        Field(
            "What is wrong, and how you know",
            "The day, the amount, and what would put it right. Only what is true.",
        ),
    ),
    "figure_date": optional(
        Date,
        Field(
            "Day for which you want the figure",
            "Some weeks ahead, so that the answer comes in time.",
            group="What you ask for",
        ),
    ),
    "decision_date": optional(
        Date,
        Field("Date of the letter that said no", "Month/day/year.", group="Your appeal"),
    ),
    "reason_given": optional(
        Paragraph, Field("The reason they gave", "In their own words, from the letter.")
    ),
    "why_again": optional(
        Paragraph,
        Field(
            "Why they should look again",
            "Which fact or figure is wrong, what is right, and which paper shows it.",
        ),
    ),
    "why_statements_stopped": (
        Annotated[
            str,
            ChoiceKind(
                (
                    ("not_sure", "I am not sure"),
                    ("bankruptcy", "A bankruptcy"),
                    ("charge_off", "The loan was charged off"),
                )
            ),
            Field("Why did the statements stop?", "If you know."),
        ],
        "not_sure",
    ),
    "how_paid": (
        Annotated[
            str,
            ChoiceKind(
                (
                    BY_HAND,
                    ("paid", "I have paid it in full"),
                    ("paying", "I am paying it in full now"),
                    ("settled", "I have paid what we agreed in writing to settle it"),
                )
            ),
            Field("How was it paid?", group="The payment"),
        ],
        "not_sure",
    ),
    "paid_date": optional(Date, Field("Day of the last payment", "Month/day/year.")),
    "first_balance": optional(FirstBalance, Placed("The loan that you would replace", example="")),
    "new_first_lender": optional(
        Line,
        Field("The new first mortgage’s lender", "Its name, and who there can be called."),
    ),
    "new_first_amount": optional(
        Money, Field("Amount of the new first mortgage", "On its Loan Estimate.")
    ),
    "new_annual_rate": optional(NewAnnualRate, Placed(example="")),
    "home_value": optional(HomeValue, Placed(example="")),
    "closing_date": optional(
        Date, Field("Day on which the new loan should close", "Month/day/year.")
    ),
    "received_date": optional(
        Date,
        Field(
            "The day they got it",
            "From the tracking page or the signed card. We then count the days for you.",
            group="Later, when you know it arrived",
            rare=True,
        ),
    ),
}
