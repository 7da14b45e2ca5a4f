"""The tables of an answer: the choices side by side, the plan and the pause month by month."""

from calculators.core.answers import Column, Table
from calculators.core.forms import COUNT, MONEY, MONTHS, ChoiceKind

OPTION = ChoiceKind(
    (
        ("reinstate", "Pay it all at once"),
        ("repayment_plan", "Repayment plan"),
        ("deferral", "Move it to the end"),
        ("forbearance", "Pause payments"),
    )
)

TABLES = (
    Table(
        "options",
        "The choices side by side",
        (
            Column("option", "Choice", OPTION),
            Column("due_now", "Due now", MONEY),
            Column("monthly_payment", "Then each month", MONEY),
            Column("months", "For how long", MONTHS, "As before"),
            Column("due_later", "Still due after that", MONEY),
        ),
        folded=False,
    ),
    Table(
        "plan",
        "The repayment plan, month by month",
        (
            Column("month", "Month", COUNT),
            Column("monthly_payment", "Regular payment", MONEY),
            Column("extra", "Extra", MONEY),
            Column("plan_payment", "Together", MONEY),
            Column("left", "Still past due", MONEY),
        ),
    ),
    Table(
        "pause",
        "The pause, month by month",
        (
            Column("month", "Month", COUNT),
            Column("payment", "Payment not made", MONEY),
            Column("interest", "Interest on its principal", MONEY),
            Column("owed", "Built up so far", MONEY),
        ),
    ),
)
