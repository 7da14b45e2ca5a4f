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
ASK_SERVICER = Action("Call the servicer: what to say", page="letters/phone-scripts.md")


def lead(plan: Plan, rows: Schedule, figures: Mapping[str, Any]) -> Lead:
    """What matters most: a large sum at the end, a payment that will change, or that it fits."""
    payment = figures["monthly_payment"]
    if not rows:
        return Lead(NOTHING_OWED, "", Action("Get the paid loan released", page=WHEN_PAID))
    if plan.leaves_a_sum(rows):
        return _a_sum_is_left(plan, len(rows), figures)
    if 0 < plan.interest_only_months < len(rows):
        return _interest_only(plan, figures)
    if plan.kind == "equal_principal" and plan.paid is not None and plan.paid < payment:
        return Lead(
            "Your payment does not fit the way you say this loan is paid back. Ask the servicer "
            "which way yours is.",
            f"{dollars(payment)} asked, {dollars(plan.paid)} paid",
            ASK_SERVICER,
        )
    if figures["level_repayment_payment"] not in (None, payment):
        return _kind_unknown(plan, len(rows), figures["level_repayment_payment"], payment)
    if figures["months_saved"]:
        saved = figures["interest_saved"]
        return Lead(
            f"The extra money ends this loan {how_long(figures['months_saved'])} sooner.",
            f"{dollars(saved)} less interest" if saved >= 1 else "",
            TO_BUDGET,
        )
    if plan.paid is None and figures["last_repayment_payment"] is not None:
        return Lead(
            f"The payment falls from month to month, and this loan ends in {how_long(len(rows))}.",
            f"{dollars(payment)} a month, falling to {dollars(figures['last_repayment_payment'])}",
            TO_BUDGET,
        )
    return _paid_off(plan, how_long(len(rows)), payment, len(rows))


def _a_sum_is_left(plan: Plan, months: int, figures: Mapping[str, Any]) -> Lead:
    """A balloon; where the statement's payment leaves it, a slip may be behind it."""
    if not plan.balloon_month and plan.is_nearly_enough:
        return Lead(
            "Your payment is a little less than these figures ask for. Check the figures: if they "
            "are right, a sum is left at the end.",
            f"{dollars(figures['monthly_payment'] - figures['current_payment'])} a month less",
            ASK_SERVICER,
        )
    return Lead(
        "These payments do not pay the loan off. One large sum is left, and a lender that is not "
        "paid it may foreclose.",
        f"{dollars(figures['balloon_payment'])} due in {how_long(months)}",
        Action("Ask the lender in writing now", page="letters/help.md"),
    )


def _interest_only(plan: Plan, figures: Mapping[str, Any]) -> Lead:
    """A payment that will change."""
    payment = figures["monthly_payment"]
    now = figures["current_payment"] or figures["interest_only_payment"]
    if plan.pays_principal_now:
        return Lead(
            "You pay more than the interest now. Ask the servicer if this loan is interest-only.",
            f"{dollars(now)} a month",
            ASK_SERVICER,
        )
    return Lead(
        f"For {how_long(plan.interest_only_months)} you pay only interest. After that the payment "
        f"{'goes up' if payment >= now else 'changes'}, because you pay the loan back too.",
        f"{dollars(now)} a month now, {dollars(payment)} then",
        Action("See if my budget can take it", page="calculators/budget.md"),
    )


def _kind_unknown(plan: Plan, months: int, level: Decimal, first: Decimal) -> Lead:
    """Nobody knows how the loan is paid back: the statement may tell."""
    if plan.statement is not None and abs(plan.statement - level) < 1:
        return Lead(
            "Your statement fits a loan with the same payment each month. It ends in "
            f"{how_long(months)}.",
            f"{dollars(plan.statement)} a month",
            TO_BUDGET,
        )
    return Lead(
        "What you pay each month depends on how the loan is paid back. Ask the servicer which way "
        "yours is.",
        f"{dollars(level)} to {dollars(first)} a month",
        ASK_SERVICER,
    )


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
