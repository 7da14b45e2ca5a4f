"""The boxes of the letters, once each; the ones that a calculator has too are the household's."""

from typing import Annotated, Any

from calculators.core.form import Field, Placed
from calculators.core.household import LoanKind, SaleDate
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
    "received_date": optional(
        Date,
        Field(
            "The day they got it",
            "From the tracking page or the signed card. We then count the days for you.",
            group="Later, when you know it arrived",
            rare=True,
        ),
    ),
    "notice_number": optional(
        Line,
        Field(
            "The number on the sale papers",
            "Often called a sale, file or case number.",
            group="The sale",
        ),
    ),
    "application_received": optional(
        Date,
        Field(
            "The day they got your application",
            "Only if they have it already. Leave it empty if you send it with this letter.",
        ),
    ),
    "why_more_time": optional(
        Paragraph,
        Field(
            "Why more time would help",
            "Such as a signed sale contract, money on its way, or a visit to legal aid.",
        ),
    ),
    "home_plan": (
        Annotated[
            str,
            ChoiceKind(
                (
                    ("keep", "Keep it"),
                    ("leave", "Sell it or leave it"),
                    ("not_sure", "I will mark it on paper"),
                )
            ),
            Field(
                "What do you want to do with the home?",
                "You can change your mind later.",
                group="Your request",
            ),
        ],
        "not_sure",
    ),
    "trouble_now": (
        Annotated[
            str,
            ChoiceKind(
                (
                    ("over", "It is over"),
                    ("lasts", "It goes on"),
                    ("not_sure", "I will mark it on paper"),
                )
            ),
            Field("How is it now?", "The trouble that made the loan hard to pay."),
        ],
        "not_sure",
    ),
    "monthly_income": optional(
        Money, Field("What comes in each month", "The pay and other money of your household.")
    ),
    "monthly_spending": optional(
        Money,
        Field("What goes out each month", "All bills and living costs, without this loan."),
    ),
    "what_i_ask": optional(
        Paragraph,
        Field("What you ask for", "Such as more months to pay, a lower rate, or a pause."),
    ),
    "notice_date": optional(
        Date, Field("Date of their letter", "Month/day/year.", group="The debt")
    ),
    "helper_name": optional(
        Line,
        Field(
            "Your helper’s name",
            "The counselor, or another person that you trust.",
            group="Your helper",
        ),
    ),
    "helper_agency": optional(
        Line, Field("The helper’s agency", "Such as a HUD-approved counseling agency.")
    ),
    "helper_contact": optional(
        Line, Field("The helper’s phone and email", "So that the company can check.")
    ),
    "permission_until": optional(
        Date, Field("Last day of the permission", "A few months are usually enough.")
    ),
    "history_since": optional(
        Date,
        Field(
            "The history from which day on",
            "The day from which you doubt the figures. Ask for no more than you need.",
            group="What you ask for",
        ),
    ),
}
