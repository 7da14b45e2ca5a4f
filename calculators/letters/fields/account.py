"""The boxes of letters about an account: what is owed, what is wrong with it, how it is paid."""

from typing import Annotated, Any

from calculators.core.forms import ChoiceKind, Date, Field, Line, Money, Paragraph
from calculators.letters.fields.box import BY_HAND, optional

# Name, then the type with its words and the default; in the order of the letters.
ACCOUNT: dict[str, tuple[Any, Any]] = {
    "notice_date": optional(
        Date, Field("Date of their letter", "Month/day/year.", group="The debt")
    ),
    "history_since": optional(
        Date,
        Field(
            "The history from which day on",
            "The day from which you doubt the figures. Ask for no more than you need.",
            group="What you ask for",
        ),
    ),
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
            own=True,
        ),
    ),
    "figure_date": optional(
        Date,
        Field(
            "Day for which you want the figure",
            "Some weeks ahead, so that the answer comes in time.",
            group="What you ask for",
            own=True,
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
    "paid_company": optional(
        Line,
        Field(
            "The company that takes the payment",
            "As your bank statement names it.",
            group="The automatic payment",
        ),
    ),
    "account_ending": optional(
        Line,
        Field("Last four digits of the bank account", "Do not write the whole number."),
    ),
    "payment_amount": optional(Money, Field("Amount of the next payment")),
    "payment_date": optional(
        Date, Field("Day of the next payment", "On which it would leave your account.")
    ),
    "same_bank": (
        Annotated[
            str,
            ChoiceKind((("yes", "Yes"), ("no", "No"), ("not_sure", "I am not sure"))),
            Field("Is this bank also the lender?", "Then the letter rests on your contract."),
        ],
        "not_sure",
    ),
    "company": optional(
        Line,
        Field(
            "The company you complain about",
            "Its name and address, as on its letters.",
            group="Your complaint",
        ),
    ),
    "steps_taken": optional(
        Paragraph,
        Field("What you did, and what they answered", "Calls and letters, each with its date."),
    ),
    "wanted": optional(
        Paragraph,
        Field("What you want the company to do", "Name the figure, the paper or the day."),
    ),
}
