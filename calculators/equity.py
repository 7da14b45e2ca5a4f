"""How much of the home is yours, and what would the second lender receive from a sale?

Rules: the contract's *equity*. One waterfall pays the lenders in order after selling costs. Whether
the second is wholly unsecured is another question: there the whole value counts, without them.
Source: 11 USC 506(a), 1322(b)(2), as the facts wholly_unsecured_strip and others tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import (
    LIENS_TABLE,
    Answer,
    Calculator,
    Figure,
    Note,
    Shares,
    WhatIf,
    paid_in_order_in_words,
    percent,
)
from calculators.core.forms import MONEY, PERCENT, Field, Percent, VerdictKind, refuse
from calculators.core.forms.household import (
    FirstPayoff,
    HomeValueNeeded,
    JuniorLiens,
    Payoff,
    SeniorLiens,
)
from calculators.core.loans import ZERO, exactly, pay_liens, percent_of, share
from calculators.facts import fact

SELLING_COST = fact("selling_cost_percent")
CLOSE_CALL = fact("close_call_percent")
BANKRUPTCY = ("wholly_unsecured_strip", "partly_secured_no_strip", "chapter7_no_strip")


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
        raise refuse("home_value", "Write what the home is worth, more than 0.")
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
    figures = {
        "equity": value - every_lien,
        "first_ltv_percent": percent_of(inputs.first_payoff, value),
        "combined_ltv_percent": percent_of(every_lien, value),
        "net_after_sale": proceeds - every_lien,
        "second_lender_receives": liens["payoff"].receives,
        "wholly_unsecured": line <= 0,
        "dollars_from_line": line,
        "close_call": abs(line) * 100 <= CLOSE_CALL.decimal * value,
    }
    return Answer(
        figures=figures,
        tables={"liens": [lien.row for lien in liens.values() if lien.owed]},
        steps=[
            *_steps(inputs, every_lien, ahead, figures),
            _selling(inputs, proceeds),
            paid_in_order_in_words(proceeds, liens.values()),
        ],
        notes=_notes(inputs, figures),
        facts=_facts(inputs, figures),
    )


def _steps(
    inputs: Inputs, every_lien: Decimal, ahead: Decimal, figures: Mapping[str, Any]
) -> list[str]:
    """The value against the liens, with the reader's own numbers; selling costs come later."""
    value, cash, line = inputs.home_value, MONEY.pretty, figures["dollars_from_line"]
    margin = share(CLOSE_CALL.decimal, value)
    return [
        f"Equity: the home is worth {cash(value)}. All liens together are {cash(every_lien)}. "
        f"{cash(value)} − {cash(every_lien)} = {cash(figures['equity'])}.",
        f"Loan to value: {cash(inputs.first_payoff)} ÷ {cash(value)} = "
        f"{PERCENT.pretty(figures['first_ltv_percent'])} for the first mortgage alone, and "
        f"{cash(every_lien)} ÷ {cash(value)} = {PERCENT.pretty(figures['combined_ltv_percent'])} "
        "for all liens.",
        f"The line: the first mortgage and other liens ahead of the second come to {cash(ahead)}. "
        f"{cash(value)} − {cash(ahead)} = {cash(line)}. Above 0, something is left for the second. "
        "At 0 or below, nothing is. Selling costs do not count here.",
        f"Close call: {CLOSE_CALL.text} of the value is {cash(margin)}. The value is "
        f"{cash(abs(line))} from the line: {'within' if figures['close_call'] else 'outside'}.",
    ]


def _selling(inputs: Inputs, proceeds: Decimal) -> str:
    value, cash = inputs.home_value, MONEY.pretty
    return (
        f"If you sold at that value: {PERCENT.pretty(inputs.selling_cost_percent)} of "
        f"{cash(value)} is {cash(value - proceeds)} of selling costs, so {cash(proceeds)} is left "
        "for the lenders and you."
    )


def _near_the_line(inputs: Inputs, figures: Mapping[str, Any]) -> bool:
    """Is there a second, and does it matter what a bankruptcy court would say of it?"""
    return inputs.payoff > 0 and (figures["wholly_unsecured"] or figures["close_call"])


def _facts(inputs: Inputs, figures: Mapping[str, Any]) -> list[str]:
    ids = ["close_call_percent", "payoff_statement_days"]
    if inputs.payoff:
        ids += ["hud_counselor_phone", "second_can_foreclose"]
    if _near_the_line(inputs, figures):
        ids += BANKRUPTCY
    if inputs.selling_cost_percent == SELLING_COST.decimal:
        ids.append("selling_cost_percent")
    return ids


def _notes(inputs: Inputs, figures: Mapping[str, Any]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    warnings = _about_the_second(inputs, figures) if inputs.payoff else []
    missing = -figures["net_after_sale"]
    if missing > 0:
        lead = "There is equity on paper, but selling has costs." if figures["equity"] > 0 else ""
        warnings.append(
            f"{lead} A sale at this value would leave {MONEY.pretty(missing)} unpaid. Every lender "
            "that is not paid in full would have to agree to release its lien.".strip()
        )
    infos = []
    if not inputs.payoff:
        infos.append("By these figures nothing is owed on the second mortgage.")
    if _near_the_line(inputs, figures):
        infos.append(
            f"What the line can mean: {' '.join(fact(known).says for known in BANKRUPTCY)} It "
            "takes an appraisal and a bankruptcy lawyer to use this. Ask the lawyer when the lien "
            "would really be gone."
        )
    infos.append(
        "A payoff is more than the balance on a statement. Ask each servicer for its payoff in "
        f"writing. It usually has {fact('payoff_statement_days').text} after it gets your letter."
    )
    infos.append(
        "All of this is only as good as the value you wrote. Values move, and a forced sale may "
        "bring less. Selling costs are an estimate too."
    )
    return [Note("warning", text) for text in warnings] + [Note("info", text) for text in infos]


def _about_the_second(inputs: Inputs, figures: Mapping[str, Any]) -> list[str]:
    """Never a bare yes, and never a word that a second mortgage could be ignored."""
    texts = []
    if figures["wholly_unsecured"]:
        texts.append(
            "By these figures nothing of the home’s value is left for the second mortgage. That "
            "alone cancels nothing: you still owe the money, and the lien, the lender’s claim on "
            "your home, stays in place."
        )
    if figures["close_call"]:
        texts.append(
            "This is a close call: the value is within "
            f"{CLOSE_CALL.text} of the line, and one dollar decides on which side of it you are. "
            "An estimate cannot tell: it takes an appraisal."
        )
    counselor = f"Call a HUD housing counselor early: {fact('hud_counselor_phone').text}."
    if figures["second_lender_receives"] > 0:
        texts.append(
            "If you fall behind, the second lender can foreclose. A sale at this value would bring "
            f"it about {MONEY.pretty(figures['second_lender_receives'])}. {counselor}"
        )
    else:
        texts.append(
            "If you fall behind, the second lender can foreclose, even when a sale would bring it "
            "nothing. That makes it less likely, but do not count on it. It may also try to "
            f"collect in court, sell the debt, or wait until the home is worth more. {counselor}"
        )
    return texts


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
            MONEY,
            main=True,
            meaning="The home’s value less every lien, before selling costs. A minus means that "
            "you owe more than the home is worth.",
        ),
        Figure(
            "second_lender_receives",
            "What the second lender would receive",
            MONEY,
            main=True,
            meaning="From a sale at this value, after selling costs and everyone ahead of it.",
        ),
        Figure(
            "net_after_sale",
            "Left for you after a sale",
            MONEY,
            meaning="A minus is what would be missing.",
        ),
        Figure(
            "wholly_unsecured",
            "Wholly unsecured second mortgage",
            VerdictKind(
                "By these figures, yes. It takes an appraisal and a lawyer to be sure",
                "By these figures, no. Some of the home’s value stands behind it",
            ),
            meaning="Wholly unsecured: the liens ahead of it take up the home’s whole value.",
        ),
        Figure(
            "dollars_from_line",
            "How far the value is from that line",
            MONEY,
            meaning="The value less all liens ahead of the second. At 0 or below, nothing is left "
            "for it; with one dollar more, something is.",
        ),
        Figure(
            "close_call",
            "Close call",
            VerdictKind(
                "Yes, too close to tell without an appraisal",
                "No, but a wrong value can still change the answer",
            ),
        ),
        Figure("first_ltv_percent", "First mortgage as a share of the home’s value", PERCENT),
        Figure("combined_ltv_percent", "All liens as a share of the home’s value", PERCENT),
    ),
    tables=(LIENS_TABLE,),
    charts=(Shares("Who would get what from a sale", "home_value", "net_after_sale", "liens"),),
    what_if=WhatIf(("equity", "second_lender_receives"), (percent("home_value", "Value"),)),
)
