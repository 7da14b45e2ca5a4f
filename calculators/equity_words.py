"""What the equity calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import (
    CALL_COUNSELOR,
    Action,
    Lead,
    Note,
    dollars,
    payoff_in_writing,
    warnings_first,
)
from calculators.core.forms import MONEY, PERCENT
from calculators.core.loans import PaidLien, share
from calculators.facts import fact

WORTH_NOTHING = "Write what the home is worth, more than 0."
BANKRUPTCY = ("wholly_unsecured_strip", "partly_secured_no_strip", "chapter7_no_strip")
CLOSE_CALL = fact("close_call_percent")
ASK_FOR_PAYOFF = Action("Ask each lender for a payoff in writing", page="letters/payoff.md")
OLD_LIENS = Action(
    "Check the records for old liens", page="more/after-it-is-over.md#the-recorded-release"
)
cash = MONEY.pretty


def lead(liens: Mapping[str, PaidLien], figures: Mapping[str, Any]) -> Lead:
    """Who a sale would pay, and what is left or missing; a home at risk is never left unsaid."""
    left = figures["net_after_sale"]
    first, second = liens["first_payoff"], liens["payoff"]
    behind = _about_the_second(figures)[-1] if second.owed else ""
    if left >= 0:
        number = f"{dollars(left)} for you" if left else ""
        if left and not any(lien.owed for lien in liens.values()):
            said = "Nothing is owed on the home, by these figures. A sale would be all yours."
            return Lead(said, number, OLD_LIENS)
        said = "A sale would pay everyone and leave you money."
        if not left:
            said = "A sale would just pay everyone, and leave you nothing."
        return Lead(said, number, ASK_FOR_PAYOFF, behind)
    missing = f"{dollars(left)} missing"
    if not second.owed:
        return Lead("A sale would not pay everyone who is owed.", missing, CALL_COUNSELOR)
    if not second.short:
        said = "A sale would pay both mortgages, but not all liens behind them."
        return Lead(said, missing, CALL_COUNSELOR, behind)
    if second.receives:
        said = "A sale would pay only a part of the second. If you fall behind, it can foreclose."
    elif first.short:
        said = (
            "A sale would not even pay the first mortgage. The second, unpaid, can still foreclose "
            "if you fall behind."
        )
    else:
        said = (
            "A sale would leave nothing for the second. It can still foreclose if you fall behind."
        )
    return Lead(said, missing, CALL_COUNSELOR)


def steps(
    value: Decimal, first_payoff: Decimal, every_lien: Decimal, figures: Mapping[str, Any]
) -> list[str]:
    """The value against the liens, with the reader's own numbers; selling costs come later."""
    line = figures["dollars_from_line"]
    margin, away = cash(share(CLOSE_CALL.decimal, value)), cash(abs(line))
    return [
        f"Equity: the home is worth {cash(value)}. All liens together are {cash(every_lien)}. "
        f"{cash(value)} − {cash(every_lien)} = {cash(figures['equity'])}.",
        f"Loan to value: {cash(first_payoff)} ÷ {cash(value)} = "
        f"{PERCENT.pretty(figures['first_ltv_percent'])} for the first mortgage alone, and "
        f"{cash(every_lien)} ÷ {cash(value)} = {PERCENT.pretty(figures['combined_ltv_percent'])} "
        "for all liens.",
        f"Left for the second: the first mortgage and other liens ahead of the second come to "
        f"{cash(value - line)}. {cash(value)} − {cash(value - line)} = {cash(line)}. Above 0, "
        "something is left for the second. At 0 or below, nothing is. Selling costs do not count "
        "here.",
        f"Too close to tell? {CLOSE_CALL.text} of the value is {margin}. The value is {away} from "
        "the point where nothing is left for the second: within that."
        if figures["close_call"]
        else f"Too close to tell? {CLOSE_CALL.text} of the value is {margin}. The value is {away} "
        "from the point where nothing is left for the second: more than that.",
    ]


def selling(value: Decimal, cost_percent: Decimal, proceeds: Decimal) -> str:
    """What a sale would leave to share out."""
    return (
        f"If you sold at that value: {PERCENT.pretty(cost_percent)} of {cash(value)} is "
        f"{cash(value - proceeds)} of selling costs, so {cash(proceeds)} is left for the lenders "
        "and you."
    )


def notes(payoff: Decimal, near_the_line: bool, figures: Mapping[str, Any]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    warnings = _about_the_second(figures) if payoff else []
    if figures["net_after_sale"] < 0:
        warnings.append(_left_unpaid(-figures["net_after_sale"], figures["equity"]))
    infos = []
    if figures["second_lender_receives"]:
        infos.append(
            "A sale at this value would bring the second lender about "
            f"{cash(figures['second_lender_receives'])}."
        )
    if not payoff:
        infos.append("By these figures nothing is owed on the second mortgage.")
    if near_the_line:
        infos.append(
            "What it can mean that nothing is left for the second: "
            f"{' '.join(fact(known).says for known in BANKRUPTCY)} It takes an appraisal and "
            "a bankruptcy lawyer to use this. Ask the lawyer when the lien would really be gone."
        )
    infos.append(payoff_in_writing())
    infos.append(
        "All of this is only as good as the value you wrote. Values move, and a forced sale may "
        "bring less. Selling costs are an estimate too."
    )
    return warnings_first(warnings, infos)


def _left_unpaid(missing: Decimal, equity: Decimal) -> str:
    unpaid = (
        f"A sale at this value would leave {cash(missing)} unpaid. Every lender that is not paid "
        "in full would have to agree to release its lien."
    )
    if equity > 0:
        return f"There is equity on paper, but selling has costs. {unpaid}"
    return unpaid


def _about_the_second(figures: Mapping[str, Any]) -> list[str]:
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
            f"This is too close to tell: the value is within {CLOSE_CALL.text} of what is paid "
            "before the second, and one dollar decides whether anything is left for it. An "
            "estimate cannot tell: it takes an appraisal."
        )
    if not figures["wholly_unsecured"] and not figures["second_lender_receives"]:
        texts.append(
            f"Of the home’s value, {cash(figures['dollars_from_line'])} is left for the second. A "
            "sale’s costs would take all of it, so a sale would bring that lender nothing."
        )
    counselor = f"Call a HUD housing counselor early: {fact('hud_counselor_phone').text}."
    if figures["second_lender_receives"] > 0:
        texts.append(f"If you fall behind, the second lender can foreclose. {counselor}")
    else:
        texts.append(
            "If you fall behind, the second lender can foreclose, even when a sale would bring it "
            "nothing. That makes it less likely, but do not count on it. It may also try to "
            f"collect in court, sell the debt, or wait until the home is worth more. {counselor}"
        )
    return texts
