"""The boxes that belong to one matter: to one letter, or to a pair for two kinds of loan.

The ones that a calculator has too are the household's (core/household.py).
"""

from typing import Annotated, Any

from calculators.core.forms import ChoiceKind, Date, Field, Line, Money, Paragraph, Placed
from calculators.core.forms.household import FirstBalance, HomeValue, NewAnnualRate, Offer

# The answer of a letter that is still blank: the line then has boxes to mark with a pen.
BY_HAND = ("not_sure", "I will mark it on paper")


def optional(kind: Any, *words: Any) -> tuple[Any, Any]:
    """A box that may stay empty: the letter then has a line to write on."""
    return Annotated[kind, *words] | None, None


# Name, then the type with its words and the default; in the order of the letters.
OWN: dict[str, tuple[Any, Any]] = {
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
    "offer": optional(Offer, Placed(group="Your offer", example="")),
    "pay_within": optional(
        Line,
        Field("How soon you could pay it", "Counted from their signed letter, such as: 2 weeks."),
    ),
    "offer_ends": optional(
        Date, Field("Last day of your offer", "Leave it empty if you set none.")
    ),
    "borrower_name": optional(
        Line,
        Field(
            "The borrower’s name",
            "The person who signed the loan, and from whom the home came to you.",
            group="How the home came to you",
        ),
    ),
    "how_it_came": (
        Annotated[
            str,
            ChoiceKind(
                (
                    BY_HAND,
                    ("death", "The borrower died"),
                    ("divorce", "A divorce or legal separation"),
                    ("family", "My spouse or parent made me an owner"),
                    ("trust", "It is in a living trust for me"),
                )
            ),
            Field("How did it come to you?"),
        ],
        "not_sure",
    ),
    "home_came_on": optional(
        Date, Field("Since which day", "The date of the death, the court’s decree, or the deed.")
    ),
    "service_from": optional(
        Date,
        Field("Day you were called to service", "From your orders.", group="Your service"),
    ),
    "service_until": optional(
        Date, Field("Day your service ended", "Leave it empty if you still serve.")
    ),
    "loan_began": optional(
        Date, Field("Day the loan began", "On the note, or on the HELOC agreement.")
    ),
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
    "insurer": optional(Line, Field("Your insurance company", group="Your home insurance")),
    "policy_number": optional(Line, Field("Policy number", "On the declarations page.")),
    "policy_from": optional(Date, Field("Insured from", "The first day of the policy.")),
    "policy_until": optional(Date, Field("Insured until", "The last day of the policy.")),
    "agent": optional(
        Line, Field("Your agent’s name and phone", "Someone who can say that you are insured.")
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
