"""What the HELOC calculator says first: the verdict, the number and one thing to do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import CALL_COUNSELOR, Action, Lead, dollars, fits, how_long
from calculators.heloc.line import Line

ASK_IN_WRITING = Action(
    "Ask the lender to write down the new payment",
    page="more/heloc-rights.md#when-the-draw-period-ends",
)
NO_WAIT = (
    "No federal waiting period protects a HELOC from foreclosure. Ask for help while you still pay "
    "on time."
)

DUE_NOW = (
    "No federal waiting period protects a HELOC from foreclosure. Call the lender and a counselor "
    "today."
)


def lead(line: Line, budget: Decimal | None, figures: Mapping[str, Any]) -> Lead:
    """All due at once, more than the reader can pay, a rise to come, or that it fits."""
    first, level = figures["repayment_payment"], figures["level_repayment_payment"]
    if line.balance == 0:
        return Lead(
            "By these figures nothing is owed on this line.",
            "",
            Action("Close the line, so that its lien goes", page="letters/close-line.md"),
        )
    if first is None:
        when, verdict = "now", "The draw period is over, and all that you owe is due at once."
        if line.draw_months:
            when = f"in {how_long(line.draw_months)}"
            verdict = "All that you owe falls due at once when the draw period ends."
        return Lead(
            verdict,
            f"{dollars(line.balance)} due {when}",
            Action("Ask the lender in writing now", page="letters/help.md"),
            NO_WAIT if line.draw_months else DUE_NOW,
        )
    number = f"{dollars(first)} a month"
    if level is not None and level != first:
        number = f"{dollars(level)} to {dollars(first)} a month"
    elif figures["payment_increase"] and figures["payment_increase"] > 0:
        number = f"{dollars(first)} a month, {dollars(figures['payment_increase'])} more than now"
    if budget is not None:
        return _against(budget, first, level, number)
    return _without_budget(line, number, figures)


def _against(budget: Decimal, first: Decimal, level: Decimal | None, number: str) -> Lead:
    """The payment beside what the reader could pay."""
    if fits(first, budget):
        return Lead("The payment to come fits what you can pay.", number, ASK_IN_WRITING)
    if level is not None and fits(level, budget):
        return Lead(
            "The payment to come fits only if it is the same each month. Ask the lender which way "
            "it is worked out.",
            number,
            ASK_IN_WRITING,
        )
    number = f"{dollars(first)} a month, {dollars(first - budget)} too much"
    if level is not None and level != first:
        over = f"{dollars(level - budget)} to {dollars(first - budget)}"
        number = f"{dollars(level)} to {dollars(first)} a month, {over} too much"
    return Lead(
        "The payment to come is more than you can pay.",
        number,
        CALL_COUNSELOR,
        NO_WAIT,
    )


def _without_budget(line: Line, number: str, figures: Mapping[str, Any]) -> Lead:
    """The payment beside the one now."""
    now, more = figures["interest_only_payment"], figures["payment_increase"]
    if now is None:
        return Lead(
            f"The draw period is over. This pays the line back in "
            f"{how_long(line.repayment_months)}.",
            number,
            Action("See if my budget can take it", page="calculators/budget.md"),
        )
    if more > now:
        level = figures["level_repayment_payment"]
        verb = "may be" if level is not None and level <= 2 * now else "is"
        return Lead(f"The new payment {verb} more than double.", number, CALL_COUNSELOR, NO_WAIT)
    if more > 0:
        return Lead("The payment goes up when the draw period ends.", number, ASK_IN_WRITING)
    return Lead("The payment does not go up when the draw period ends.", number, ASK_IN_WRITING)
