"""How much of the home is yours, and what would the second lender receive from a sale?

Rules: the contract's *equity*. One waterfall pays the lenders in order after selling costs. Whether
the second is wholly unsecured is another question: there the whole value counts, without them.
Source: 11 USC 506(a), 1322(b)(2), as the facts wholly_unsecured_strip and others tell.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.core.answers import (
    LIENS_TABLE,
    Answer,
    Calculator,
    Figure,
    Waterfall,
    WhatIf,
    paid_in_order_in_words,
    percent,
)
from calculators.core.forms import (
    MONEY,
    PERCENT,
    Field,
    MoneyInWordsKind,
    Percent,
    VerdictKind,
    refuse,
)
from calculators.core.forms.household import (
    FirstPayoff,
    HomeValueNeeded,
    JuniorLiens,
    Payoff,
    SeniorLiens,
)
from calculators.core.loans import ZERO, exactly, pay_liens, percent_of, share
from calculators.equity_words import (
    BANKRUPTCY,
    CLOSE_CALL,
    WORTH_NOTHING,
    lead,
    notes,
    selling,
    steps,
)
from calculators.facts import fact

SELLING_COST = fact("selling_cost_percent")
LEFT_OR_MISSING = MoneyInWordsKind(below="missing", above="")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    home_value: HomeValueNeeded
    selling_cost_percent: Annotated[
        Percent,
        Field(
            "What selling would cost",
            f"In percent of the price: agents, taxes, fees. We start with {SELLING_COST.text}, "
            "which is only customary. Change it if you know better.",
        ),
    ] = SELLING_COST.decimal
    first_payoff: FirstPayoff
    payoff: Payoff
    senior_liens: SeniorLiens = ZERO
    junior_liens: JuniorLiens = ZERO


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars and percent. Raises Refused when the home is worth nothing."""
    value = inputs.home_value
    if value == 0:
        raise refuse("home_value", WORTH_NOTHING)
    ahead = inputs.first_payoff + inputs.senior_liens
    every_lien = ahead + inputs.payoff + inputs.junior_liens
    proceeds = value - share(inputs.selling_cost_percent, value)
    liens = pay_liens(
        proceeds,
        senior_liens=inputs.senior_liens,
        first_payoff=inputs.first_payoff,
        payoff=inputs.payoff,
        junior_liens=inputs.junior_liens,
    )
    line = value - ahead
    close_call = abs(line) * 100 <= CLOSE_CALL.decimal * value
    # Is there a second, and does it matter what a bankruptcy court would say of it?
    near_the_line = bool(inputs.payoff) and (line <= 0 or close_call)
    figures = {
        "equity": value - every_lien,
        "first_ltv_percent": percent_of(inputs.first_payoff, value),
        "combined_ltv_percent": percent_of(every_lien, value),
        "net_after_sale": proceeds - every_lien,
        "second_lender_receives": liens["payoff"].receives,
        "wholly_unsecured": line <= 0,
        "dollars_from_line": line,
        "close_call": close_call,
    }
    return Answer(
        figures=figures,
        tables={"liens": [lien.row for lien in liens.values() if lien.owed]},
        steps=[
            *steps(value, inputs.first_payoff, every_lien, figures),
            selling(value, inputs.selling_cost_percent, proceeds),
            paid_in_order_in_words(proceeds, liens.values()),
        ],
        notes=notes(inputs.payoff, near_the_line, figures),
        facts=_facts(inputs, near_the_line),
        lead=lead(liens, figures),
    )


def _facts(inputs: Inputs, near_the_line: bool) -> list[str]:
    ids = ["close_call_percent", "payoff_statement_days"]
    if inputs.payoff:
        ids += ["hud_counselor_phone", "second_can_foreclose"]
    if near_the_line:
        ids += BANKRUPTCY
    if inputs.selling_cost_percent == SELLING_COST.decimal:
        ids.append("selling_cost_percent")
    return ids


CALCULATOR = Calculator(
    slug="equity",
    title="Equity calculator",
    question="What stands behind your second mortgage?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "equity",
            "Your equity",
            LEFT_OR_MISSING,
            main=True,
            meaning="The home’s value less all that is owed on it, before selling costs. Missing "
            "is what you owe beyond the home’s value.",
        ),
        Figure(
            "second_lender_receives",
            "What the second lender would get from a sale",
            MONEY,
            main=True,
            meaning="At this value, after selling costs and everyone who is paid before it.",
        ),
        Figure(
            "net_after_sale",
            "Left for you after a sale",
            LEFT_OR_MISSING,
        ),
        Figure(
            "wholly_unsecured",
            "Is any of the home’s value left for the second?",
            VerdictKind(
                "By these figures, none. It takes an appraisal and a lawyer to be sure",
                "By these figures, some, before a sale’s costs",
            ),
            meaning="Where none is left, lawyers call the second wholly unsecured.",
        ),
        Figure(
            "dollars_from_line",
            "How much of the value is left for the second",
            LEFT_OR_MISSING,
            meaning="The value less all that is paid before the second, without selling costs. "
            "One dollar decides whether anything is left.",
        ),
        Figure(
            "close_call",
            "Could a slightly different value turn that around?",
            VerdictKind(
                "Yes, it is too close to tell without an appraisal",
                "Not a slightly different one, but a wrong value still can",
            ),
        ),
        Figure("first_ltv_percent", "First mortgage as a share of the home’s value", PERCENT),
        Figure("combined_ltv_percent", "All that is owed on the home, of its value", PERCENT),
    ),
    tables=(LIENS_TABLE,),
    charts=(Waterfall("Who would get what from a sale", "home_value", "net_after_sale", "liens"),),
    what_if=WhatIf(("equity", "second_lender_receives"), (percent("home_value", "Value"),)),
)
