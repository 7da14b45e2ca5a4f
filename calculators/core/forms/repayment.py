"""How a loan is paid back: one question on every page that asks it."""

from typing import Annotated

from calculators.core.forms.form import Field
from calculators.core.forms.kinds.choices import ChoiceKind

RepaymentKind = Annotated[
    str,
    ChoiceKind(
        (
            ("level", "The same payment each month"),
            ("equal_principal", "Equal parts, and interest on top"),
            ("not_sure", "I am not sure"),
        )
    ),
    Field(
        "How is it paid back?",
        "Your agreement says. If it names a share of the balance, such as 1/120 each month, and "
        "interest on top, the payment starts higher and falls.",
    ),
]
