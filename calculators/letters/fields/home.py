"""The boxes of letters about the home: its owner, service, insurance and other loans on it."""

from typing import Annotated, Any

from calculators.core.forms import ChoiceKind, Date, Field, Line, Money, Placed
from calculators.core.forms.household import FirstBalance, HomeValue
from calculators.core.forms.offers import NewAnnualRate
from calculators.letters.fields.box import BY_HAND, optional

# Name, then the type with its words and the default; in the order of the letters.
HOME: dict[str, tuple[Any, Any]] = {
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
    "insurer": optional(Line, Field("Your insurance company", group="Your home insurance")),
    "policy_number": optional(Line, Field("Policy number", "On the declarations page.")),
    "policy_from": optional(Date, Field("Insured from", "The first day of the policy.")),
    "policy_until": optional(Date, Field("Insured until", "The last day of the policy.")),
    "agent": optional(
        Line, Field("Your agent’s name and phone", "Someone who can say that you are insured.")
    ),
}
