"""Which of a household's numbers would say more, and what stands in their boxes so far."""

from collections.abc import Mapping

from calculators.plan.household import BOXES, Figures, typed

# What is asked for, in this order, when the answers say that it matters.
BEHIND = ("oldest_unpaid_due_date", "monthly_payment", "fees_owed")
LINE = ("balance", "annual_rate", "draw_months_left", "repayment_months")
FIXED = ("balance", "annual_rate", "months_left")
SIDE_BY_SIDE = ("affordable_payment", "home_value", "first_balance")
FIRST = ("first_annual_rate", "first_months_left")


def is_behind(known: Mapping[str, str]) -> bool:
    return known.get("happening") == "missed" or known.get("missed", "none") != "none"


def has_choices(known: Mapping[str, str]) -> bool:
    """Whether this is about a loan that could be changed, and nothing is more urgent."""
    return known.get("happening") in ("missed", "hard", "look") or (
        known.get("other") in ("none", "offer", "frozen")
    )


def missing(known: Mapping[str, str], figures: Figures, counts: bool) -> list[dict[str, str]]:
    """The boxes that would say more, with what is in them and what is wrong with it."""
    names: list[str] = []
    if "sale" in (known.get("happening"), known.get("old_papers")):
        names.append("sale_date")
    if counts and is_behind(known):
        names += BEHIND
    if counts and has_choices(known):
        names += LINE if known.get("kind") == "line" else FIXED
        names += SIDE_BY_SIDE
        if typed(figures, "first_balance") not in ("", "0"):
            names += FIRST
    return [_box(name, figures) for name in names]


def _box(name: str, figures: Figures) -> dict[str, str]:
    box, text, wrong = BOXES[name], typed(figures, name), ""
    try:
        if text:
            box.read(text)
    except ValueError as error:
        wrong = str(error)
    return {
        "name": name,
        "label": box.words.label,
        "hint": box.words.hint,
        "text": text,
        "wrong": wrong,
    }
