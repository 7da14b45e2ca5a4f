"""The liens on a home as a table of an answer, in the order in which a sale pays them."""

from calculators.core.answers.parts import Column, Table
from calculators.core.forms import MONEY, ChoiceKind

# In the order in which they are paid; the names are the fields'.
LIEN = ChoiceKind(
    (
        ("senior_liens", "Other liens ahead of the second"),
        ("first_payoff", "First mortgage"),
        ("payoff", "Second mortgage"),
        ("junior_liens", "Liens behind the second"),
    )
)

LIENS_TABLE = Table(
    "liens",
    "Who is paid from the sale, in this order",
    (
        Column("who", "Lien", LIEN),
        Column("owed", "Is owed", MONEY),
        Column("receives", "Would receive", MONEY),
        Column("short", "Left unpaid", MONEY),
    ),
    folded=False,
)
