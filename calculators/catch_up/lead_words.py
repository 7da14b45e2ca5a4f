"""What the catch-up calculator says first: the verdict, the number and one thing to do."""

from decimal import Decimal

from calculators.catch_up.arrears import Arrears
from calculators.core.answers import Action, Lead, dollars, fits, how_long

ASK_TO_CHANGE = Action("Ask to change the loan", page="letters/help.md")
ASK_WHAT_IT_TAKES = Action("Ask in writing what it takes", page="letters/reinstatement.md")


def lead(arrears: Arrears, budget: Decimal | None, at_risk: str) -> Lead:
    """Nothing to catch up, the whole debt, more than the reader can pay, or a plan that may do."""
    payment = arrears.payment
    together = payment + arrears.plan_extra
    if not arrears.owed:
        return _nothing_due(arrears, budget, at_risk)
    if arrears.missed_amount < arrears.missed_in_full:
        return Lead(
            "What you missed comes to the whole debt. Ask what is really owed.",
            f"{dollars(arrears.owed)} in all",
            Action("Ask for a payoff statement", page="letters/payoff.md"),
            at_risk,
        )
    if budget is not None and not fits(payment, budget):
        return Lead(
            "Even the regular payment is more than you can pay, so a plan would not help.",
            f"{dollars(payment - budget)} a month too much",
            ASK_TO_CHANGE,
            at_risk,
        )
    if budget is not None and not fits(together, budget):
        return Lead(
            "This plan asks more than you can pay. More months, or other terms, would ask less.",
            f"{dollars(together - budget)} a month too much",
            ASK_TO_CHANGE,
            at_risk,
        )
    length = how_long(arrears.plan_months)
    said = f"This plan would catch you up in {length}, if the servicer agrees."
    if budget is None:
        said = f"This plan would catch you up in {length}, if the servicer agrees and you can pay."
    number = f"{dollars(together)} a month, then {dollars(payment)}"
    return Lead(said, number, ASK_WHAT_IT_TAKES, at_risk)


def _nothing_due(arrears: Arrears, budget: Decimal | None, at_risk: str) -> Lead:
    """By these figures the reader is not behind: but can the regular payment be paid?"""
    if budget is not None and not fits(arrears.payment, budget):
        return Lead(
            "Nothing is past due, but the regular payment is more than you can pay. Ask for help "
            "before you miss one.",
            f"{dollars(arrears.payment - budget)} a month too much",
            ASK_TO_CHANGE,
            at_risk,
        )
    if arrears.held_too_much:
        return Lead(
            "Nothing is past due by these figures, and the servicer holds money of yours.",
            f"{dollars(arrears.held_too_much)} held",
            Action("Ask in writing how it will be used", page="letters/information.md"),
            at_risk,
        )
    return Lead(
        "Nothing is past due on the second mortgage by these figures.",
        "",
        Action("See what you can ask for", page="steps/2-talk-to-your-lender.md"),
        at_risk,
    )
