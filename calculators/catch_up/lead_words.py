"""What the catch-up calculator says first: the verdict, the number and one thing to do."""

from decimal import Decimal

from calculators.catch_up.arrears import Arrears
from calculators.catch_up.words import first_is_behind
from calculators.core.answers import Action, Lead, dollars, how_long

ASK_TO_CHANGE = Action("Ask to change the loan", page="letters/help.md")
ASK_WHAT_IT_TAKES = Action("Ask in writing what it takes", page="letters/reinstatement.md")


def lead(arrears: Arrears, first_owed: Decimal | None, budget: Decimal | None) -> Lead:
    """Nothing to catch up, more than the reader can pay, the whole debt, or a plan that may do."""
    at_risk = first_is_behind(first_owed) if first_owed else ""
    payment = arrears.payment
    together = payment + arrears.plan_extra
    if arrears.held_too_much:
        return Lead(
            "Nothing is past due by these figures, and the servicer holds money of yours.",
            f"{dollars(arrears.held_too_much)} held",
            Action("Ask in writing how it will be used", page="letters/information.md"),
            at_risk,
        )
    if not arrears.owed:
        return Lead(
            "Nothing is past due on the second mortgage by these figures.",
            "",
            Action("See what you can ask for", page="steps/2-talk-to-your-lender.md"),
            at_risk,
        )
    if budget is not None and payment > budget:
        return Lead(
            "Even the regular payment is more than you can pay, so a plan would not help.",
            f"{dollars(payment - budget)} a month too much",
            ASK_TO_CHANGE,
            at_risk,
        )
    if budget is not None and together > budget:
        return Lead(
            "This plan asks more than you can pay. More months, or other terms, would ask less.",
            f"{dollars(together - budget)} a month too much",
            ASK_TO_CHANGE,
            at_risk,
        )
    if arrears.missed_amount < arrears.missed_in_full:
        return Lead(
            "What you missed comes to the whole debt. Ask what is really owed.",
            f"{dollars(arrears.owed)} in all",
            Action("Ask for a payoff statement", page="letters/payoff.md"),
            at_risk,
        )
    return Lead(
        f"You could be caught up in {how_long(arrears.plan_months)}, if the servicer agrees.",
        f"{dollars(together)} a month, then {dollars(payment)}",
        ASK_WHAT_IT_TAKES,
        at_risk,
    )
