"""What the payment calculator says first: the verdict, the number and one thing to do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import Action, Lead, dollars, how_long
from calculators.core.loans import Schedule
from calculators.payment.plan import Plan
from calculators.payment.words import NOTHING_OWED

WHEN_PAID = "more/after-it-is-over.md"
TO_BUDGET = Action("Put it in my budget", page="calculators/budget.md")


def lead(plan: Plan, rows: Schedule, figures: Mapping[str, Any]) -> Lead:
    """What matters most: a large sum at the end, a payment that will change, or that it fits."""
    payment, balloon = figures["monthly_payment"], figures["balloon_payment"]
    ends = how_long(len(rows))
    if not rows:
        return Lead(NOTHING_OWED, "", Action("Get the paid loan released", page=WHEN_PAID))
    if balloon:
        return Lead(
            "These payments do not pay the loan off. One large sum is left, and a lender that is "
            "not paid it may foreclose.",
            f"{dollars(balloon)} due in {how_long(len(rows))}",
            Action("Ask the lender in writing now", page="letters/help.md"),
        )
    if 0 < plan.interest_only_months < len(rows):
        now = figures["current_payment"] or figures["interest_only_payment"]
        return Lead(
            f"For {how_long(plan.interest_only_months)} you pay only interest. After that the "
            f"payment {'goes up' if payment >= now else 'changes'}, because you pay the loan back "
            "too.",
            f"{dollars(now)} a month now, {dollars(payment)} then",
            Action("See if my budget can take it", page="calculators/budget.md"),
        )
    if figures["level_repayment_payment"] not in (None, payment):
        return Lead(
            "What you pay each month depends on how the loan is paid back. Ask the servicer which "
            "way yours is.",
            f"{dollars(figures['level_repayment_payment'])} to {dollars(payment)} a month",
            Action("Call the servicer: what to say", page="letters/phone-scripts.md"),
        )
    if figures["months_saved"]:
        return Lead(
            f"The extra money ends this loan {how_long(figures['months_saved'])} sooner.",
            f"{dollars(figures['interest_saved'])} less interest",
            TO_BUDGET,
        )
    if plan.paid is None and figures["last_repayment_payment"] is not None:
        return Lead(
            f"The payment falls from month to month, and this loan ends in {ends}.",
            f"{dollars(payment)} a month, falling to {dollars(figures['last_repayment_payment'])}",
            TO_BUDGET,
        )
    return _paid_off(plan, ends, payment, len(rows))


def _paid_off(plan: Plan, ends: str, payment: Decimal, months: int) -> Lead:
    """The loan ends by itself, on the statement's payment or on its own terms."""
    if plan.statement is None:
        return Lead(
            f"At this payment the loan is paid off in {ends}.",
            f"{dollars(payment)} a month",
            TO_BUDGET,
        )
    number = f"{dollars(plan.statement)} a month"
    if months < plan.months:
        return Lead(
            "You pay more than the loan asks for. It ends "
            f"{how_long(plan.months - months)} sooner.",
            number,
            TO_BUDGET,
        )
    return Lead(f"Your statement fits: this loan ends in {ends}.", number, TO_BUDGET)
