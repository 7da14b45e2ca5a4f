"""What would each way to go on cost, now and in all: keep paying, catch up, change, or sell?

Rules: docs/about/decisions/choices.md. Every figure is for both mortgages together.
"""

from calculators.compare.household import Household
from calculators.compare.inputs import HORIZON, SELLING_COST, Inputs, household
from calculators.compare.lead_words import lead
from calculators.compare.options import COLUMN, OPTION, first_shown, options_of
from calculators.compare.side_by_side_words import rows, table
from calculators.compare.words import at_risk, notes, steps
from calculators.core.answers import (
    Answer,
    Calculator,
    Column,
    Figure,
    Pair,
    Pairs,
    Table,
    WhatIf,
    months,
    percent,
    points,
)
from calculators.core.forms import MONEY, TEXT, VerdictKind
from calculators.core.loans import exactly

COLUMNS = tuple(key for key, _ in COLUMN.choices)
# While something stays past due, a bare yes would say too much.
KEPT = VerdictKind("Yes, if all is paid", "No")


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars. Raises Refused when a box is missing or a payment is too small."""
    home = household(inputs)
    options = options_of(home)
    first = lead(home, options, at_risk(home))
    figures = {
        f"{option.key}__{column}": option.values.get(column)
        for option in options
        for column in COLUMNS
    }
    return Answer(
        figures=figures,
        tables={
            "side_by_side": rows(home, options),
            "options": [
                (each.key, *(figures[f"{each.key}__{column}"] for column in COLUMNS), each.depends)
                for each in options
            ],
            "why": [
                (each.key, column, each.why[column])
                for each in options
                for column in COLUMNS
                if column in each.why
            ],
        },
        steps=steps(home),
        notes=notes(home, options),
        facts=_facts(inputs, home, first.at_risk),
        lead=first,
    )


def _facts(inputs: Inputs, home: Household, at_risk: str) -> list[str]:
    ids = ["no_specific_option"]
    if at_risk:
        ids.append("second_can_foreclose")
    if home.behind:
        ids += ["hud_counselor_phone", "plan_months"]
    if inputs.sale_cost_percent == SELLING_COST.decimal:
        ids.append("selling_cost_percent")
    if inputs.horizon_months == HORIZON.number:
        ids.append("horizon_months")
    return ids


CALCULATOR = Calculator(
    slug="compare",
    title="Compare your choices",
    question="What would each choice cost, now and in all?",
    inputs=Inputs,
    calculate=calculate,
    figures=tuple(
        Figure(
            f"{option}__{column}",
            f"{OPTION.pretty(option)}: {COLUMN.pretty(column)}",
            KEPT if column == "keeps_home" else MONEY,
        )
        for option, _ in OPTION.choices
        for column in COLUMNS
    ),
    tables=(
        table("options", first_shown),
        Table(
            "options",
            "Every figure, to the cent",
            (
                Column("option", "Choice", OPTION),
                *(
                    Column(key, label, KEPT if key == "keeps_home" else MONEY)
                    for key, label in COLUMN.choices
                ),
                Column("depends_on", "It depends on", TEXT),
            ),
            explained_by="why",
        ),
        Table(
            "why",
            "Why each figure is what it is",
            (
                Column("option", "Choice", OPTION),
                Column("column", "Figure", COLUMN),
                Column("why", "Why", TEXT),
            ),
        ),
    ),
    charts=(
        Pairs(
            "What each choice takes, now and in all",
            "side_by_side",
            (
                Pair("Each month", "payment_next_12", says="both"),
                Pair("To the end", "paid_to_end", says="to_end", unpaid="unpaid_at_end"),
            ),
        ),
    ),
    what_if=WhatIf(
        ("modification__payment_next_12", "sell__equity_at_horizon"),
        (
            percent("home_value", "Home’s value"),
            points("new_annual_rate", "New rate"),
            months("new_months", "New time to pay", 60),
        ),
    ),
)
