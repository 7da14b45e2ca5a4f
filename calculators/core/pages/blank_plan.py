"""The plan as a sheet to fill in by hand: the parts of a plan that was made, in the same order."""

from calculators.core.pages.desk_tables import choices, days
from calculators.core.pages.plan import CHOICES, DATES, LETTERS, NUMBERS, ON_PAPER
from calculators.core.pages.sheet import Column, heads, part, sheet, table, write_in

STEPS = (Column("What"), Column("By when", "sheet-some"), Column("Done on", "sheet-narrow"))
CALLS = (
    Column("Whom, and for what"),
    Column("Phone", "sheet-some"),
    Column("Called on, and what they said", "sheet-wide"),
)
TO_SEND = (
    Column("Letter"),
    Column("Sent on, and how", "sheet-some"),
    Column("Answer due by", "sheet-some"),
)
OWN = (
    "Owed on the second mortgage, and its rate",
    "Its payment, and payments missed",
    "Owed on the first mortgage, and its payment",
    "What the home is worth",
    "Money in and out each month",
    "Most I can pay on the second each month",
)


def blank_plan(name: str = "", loan: str = "", day: str = "") -> str:
    steps = ((ON_PAPER[key], rows) for key, rows in (("today", 4), ("week", 4), ("month", 3)))
    return sheet(
        "Your plan",
        (
            heads((("Name", name), ("Loan number", loan), ("Date", day))),
            write_in("What happened, and where I stand", 2),
            *(part(title, table(title, STEPS, (), rows, quiet=True)) for title, rows in steps),
            part("Whom to call", table("Whom to call", CALLS, (), 4, quiet=True)),
            part(NUMBERS, heads((label, "") for label in OWN)),
            part(DATES, days((), 4)),
            part(LETTERS, table(LETTERS, TO_SEND, (), 3, quiet=True)),
            part(CHOICES, choices(())),
        ),
        "plan",
    )
