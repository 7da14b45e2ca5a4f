"""What the sheets for a counselor's desk say: the plan, the budget and the log of one household."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from calculators.budget import CALCULATOR as BUDGET
from calculators.core.answers import Reply
from calculators.core.forms import DAY
from calculators.facts import fact
from calculators.log import make as make_log
from calculators.plan import FLOW, MATTERS, make
from calculators.plan.dates import later
from calculators.plan.household import BOXES, CAN_PAY, Figures, ask, typed, value_of
from calculators.sheets.household import home_of, loan_of, name_of

SLUG = "desk"
DOOR, MATTERS_MOST = "door:", "plan:matters"
# What is said of a household in numbers, in this order, as far as it was typed.
NUMBERS = (
    "balance",
    "annual_rate",
    "months_left",
    "draw_months_left",
    "monthly_payment",
    "missed_payments",
    "fees_owed",
    "first_balance",
    "first_annual_rate",
    "first_monthly_payment",
    "home_value",
    *(name for name in CAN_PAY if name in BOXES),
)
MONTH = ("total_income", "total_spending", "left_over", "affordable_second_payment")
A_WEEK = timedelta(7)


def desk(figures: Figures, today: str = "") -> Reply:
    """One household as its counselor would write it down.

    `figures` are all texts that it holds, by name; `today` is an ISO date, or empty. Returns
    `{"ok": true, "name", "loan", "home", "day", "said", "happened", "sums", "numbers", "month",
    "goal", "steps", "dates", "promises", "choices", "calls", "letters", "facts"}`, or the plan's
    refusal. Everything in it is text for people.
    """
    answers = {
        key.removeprefix(DOOR): text for key, text in figures.items() if key.startswith(DOOR)
    }
    matters = figures.get(MATTERS_MOST, "")
    plan = make(answers, figures, today, matters if matters in MATTERS else "keep")
    if not plan["ok"]:
        return plan
    now = date.fromisoformat(today) if today else None
    log = make_log(figures, today)
    return {
        "ok": True,
        "name": name_of(figures),
        "loan": loan_of(figures),
        "home": home_of(figures),
        "day": plan["day"],
        "said": [each["text"] for each in plan["said"]],
        "happened": figures.get("what_happened", ""),
        "sums": [each["text"] for each in plan["sums"]],
        "numbers": list(_numbers(figures)),
        "month": list(_month(figures)),
        "goal": MATTERS.get(matters, ""),
        "steps": list(_steps(plan["cards"], now)),
        "dates": [*_gone(log["dates"]), *plan["dates"]],
        "promises": list(_promises(log["entries"])),
        "choices": plan["choices"],
        "calls": list(_calls(plan["cards"])),
        "letters": plan["letters"],
        "facts": plan["facts"],
    }


def is_bare(reply: Reply) -> bool:
    """Whether nothing is known that a sheet could say."""
    parts = ("name", "loan", "said", "happened", "numbers", "month", "promises", "dates")
    return not any(reply[part] for part in parts)


def _numbers(figures: Figures) -> Iterator[dict[str, str]]:
    """What was typed, as its box reads it."""
    for name in NUMBERS:
        value = value_of(figures, name) if typed(figures, name) else None
        if value is not None:
            box = BOXES[name]
            yield {"label": box.words.label, "text": box.kind.pretty(value)}


def _month(figures: Figures) -> Iterator[dict[str, str]]:
    """The household's month, where the budget has all it needs."""
    reply = ask(BUDGET, figures)
    if reply is None:
        return
    figures_of = {figure.key: figure for figure in BUDGET.figures}
    for key in MONTH:
        figure = figures_of[key]
        value = figure.kind.load(reply["figures"][key])
        yield {"label": figure.label, "text": figure.kind.pretty(value)}


def _steps(cards: Mapping[str, list[dict[str, Any]]], now: date | None) -> Iterator[dict[str, str]]:
    """What the plan says to do, with the last day of its part: today, a week, a month."""
    by = {
        "hold": "",
        "today": DAY.pretty(now) if now else "",
        "week": DAY.pretty(now + A_WEEK) if now else "",
        "month": DAY.pretty(later(now, 1)) if now else "",
    }
    for part, last in by.items():
        for card in cards[part]:
            yield {"part": part, "what": card["title"], "by": last}


def _gone(dates: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Days of the log that have gone by undone: no plan has them, but a counselor must."""
    for each in dates:
        if each["gone"]:
            yield {**each, "about": False}


def _promises(entries: Iterable[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """What was promised and is not done, newest first, with what was to come of it."""
    for entry in entries:
        if not entry["done"] and (entry["they_promised"] or entry["you_promised"]):
            yield {
                "day": entry["day"],
                "who": entry["who"],
                "they": entry["they_promised"],
                "you": entry["you_promised"],
                "next": entry["next"],
                "by": entry["next_by"],
                "left": entry["left"],
            }


def _calls(cards: Mapping[str, list[dict[str, Any]]]) -> Iterator[dict[str, str]]:
    """Whom the plan names, each once."""
    named = [each for part in cards.values() for card in part for each in card["calls"]]
    for each in dict.fromkeys(named):
        yield {"says": FLOW.calls[each], "text": fact(each).text}
