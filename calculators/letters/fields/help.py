"""The boxes of letters that ask for time or help, or say why a no was wrong."""

from typing import Annotated, Any

from calculators.core.forms import ChoiceKind, Date, Field, Line, Money, Paragraph, Placed
from calculators.core.forms.household import Offer
from calculators.letters.fields.box import BY_HAND, optional

# Name, then the type with its words and the default; in the order of the letters.
HELP: dict[str, tuple[Any, Any]] = {
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
            own=True,
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
                    BY_HAND,
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
                    BY_HAND,
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
    "offer": optional(Offer, Placed(group="Your offer", example="")),
    "pay_within": optional(
        Line,
        Field("How soon you could pay it", "Counted from their signed letter, such as: 2 weeks."),
    ),
    "offer_ends": optional(
        Date, Field("Last day of your offer", "Leave it empty if you set none.")
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
}
