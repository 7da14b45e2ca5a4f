"""The boxes that several letters have."""

from typing import Annotated, Any

from calculators.core.forms import (
    Address,
    ChoiceKind,
    Date,
    Field,
    Line,
    Money,
    Paragraph,
    Placed,
)
from calculators.core.forms.household import LoanKind, SaleDate
from calculators.core.forms.offers import CAN_PAY
from calculators.letters.fields.box import BY_HAND, optional

# Every letter starts with these,
HEADER = (
    "your_name",
    "co_borrower_name",
    "your_address",
    "property_address",
    "loan_number",
    "recipient_name",
    "recipient_address",
    "letter_date",
)
# and ends with these.
FOOTER = ("copies_to", "sent_by")

# Name, then the type with its words and the default.
COMMON: dict[str, tuple[Any, Any]] = {
    "your_name": optional(
        Line,
        Field(
            "Your name",
            "As it stands on the loan.",
            group="You and the loan",
        ),
    ),
    "co_borrower_name": optional(
        Line,
        Field(
            "The other borrower’s name",
            "Everyone who signed the loan should sign. Leave it empty if you signed alone.",
        ),
    ),
    "your_address": optional(
        Address, Field("Your mailing address", "In lines, as on an envelope.")
    ),
    "property_address": optional(
        Address, Field("The home’s address", "Leave it empty if it is the same.")
    ),
    "loan_number": optional(
        Line,
        Field("Loan number", "On your statement. It may be called an account number.", own=True),
    ),
    "recipient_name": optional(
        Line,
        Field(
            "The company or office it goes to",
            "A servicer’s name is on your latest statement or letter.",
            group="Who it goes to",
            own=True,
        ),
    ),
    "recipient_address": optional(
        Address,
        Field("Its address for letters like this", "It may not be where payments go.", own=True),
    ),
    "letter_date": optional(Date, Field("Date of the letter", "Month/day/year.", own=True)),
    "phone": optional(Line, Field("Your phone number", "If you want a call back.")),
    "what_happened": optional(
        Paragraph,
        Field(
            "What happened, and since when",
            "In a few sentences. Write only what is true. You choose how much to say.",
        ),
    ),
    "can_pay_monthly": optional(
        Money,
        Field(
            "What you can pay each month",
            "From your budget. Promise no more than that.",
            like=CAN_PAY,
        ),
    ),
    "enclosures": optional(
        Paragraph, Field("Papers you send with it", "One on each line.", own=True)
    ),
    "sale_date": optional(SaleDate, Placed(example="")),
    # A letter may be about the first mortgage: its box asks about the loan of the letter.
    "loan_kind": (
        Annotated[
            LoanKind,
            Field(
                "What kind of loan is this letter about?",
                "Its contract says. A line of credit stays one after its draws have ended.",
                own=True,
            ),
        ],
        "not_sure",
    ),
    "copies_to": optional(
        Line,
        Field(
            "Who else gets a copy",
            "Such as your housing counselor. Leave it empty for none.",
            group="Copies, and how you send it",
            rare=True,
        ),
    ),
    "sent_by": (
        Annotated[
            str,
            ChoiceKind(
                (
                    BY_HAND,
                    ("certified", "Certified mail, with a return receipt"),
                    ("mail", "Ordinary mail"),
                    ("fax", "Fax"),
                    ("email", "Email"),
                    ("website", "The company’s website"),
                    ("hand", "Brought in person"),
                )
            ),
            Field("How do you send it?", "Keep the proof with your copy of the letter."),
        ],
        "not_sure",
    ),
    "received_date": optional(
        Date,
        Field(
            "The day they got it",
            "From the tracking page or the signed card. We then count the days for you.",
            group="Later, when you know it arrived",
            rare=True,
            own=True,
        ),
    ),
}
