"""Your plan: what the answers lead to, and what the household's own numbers add to it.

Today is an input. No number is made up: what is missing is asked for, and what is only supposed
says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

import calculators.plan.plan_words as words
from calculators.catch_up import CALCULATOR as CATCH_UP
from calculators.compare import CALCULATOR as COMPARE
from calculators.core.answers import Reply, refusal
from calculators.core.forms import FieldError, as_text
from calculators.heloc import CALCULATOR as HELOC
from calculators.letters import LETTERS
from calculators.plan.choices import MATTERS, choices
from calculators.plan.dates import PERSON, Day, days, timeline_of, with_missed
from calculators.plan.flow import SKIP, Place, cards_for, is_held, letters_for, means_of, walk
from calculators.plan.household import BOXES, Figures, ask, can_pay, typed
from calculators.plan.missing import has_choices, is_behind, missing
from calculators.plan.table import FLOW

OPTION = COMPARE.tables[0].columns[0].kind
SLUG = "plan"


def make(
    answers: Mapping[str, str], figures: Figures, today: str = "", matters: str = "keep"
) -> Reply:
    """The plan of a household.

    `answers` are the front door's, by question; `figures` what was typed, by the name of its box;
    `today` an ISO date, or empty: then no days are counted; `matters` is one of MATTERS.
    Returns `{"ok": true, "plan": …, "day", "said", "cards", "sums", "dates", "letters", "missing",
    "choices", "matters", "state", "state_page", "calendar", "facts"}`, or a refusal of today or
    matters. Never raises for any text.
    """
    try:
        now = date.fromisoformat(today) if today else None
    except ValueError:
        return refusal(SLUG, [FieldError("today", "Write the day as 2026-11-30.")])
    if matters not in MATTERS:
        return refusal(SLUG, [FieldError("matters", f"Choose one of: {', '.join(MATTERS)}.")])
    place = walk(FLOW, {name: as_text(text) for name, text in answers.items()})
    known, means = place.known, means_of(FLOW, place)
    cards = cards_for(FLOW, known)
    # What is too old or not surely owed is not counted out: that is the lawyer's work.
    counts = not is_held(FLOW, known)
    figures = with_missed(figures, now)
    dated = days(known, means, figures, now, counts) if now else []
    return {
        "ok": True,
        "plan": known.get("happening", ""),
        "day": words.weekday(now) if now else "",
        "said": [{"question": name, "text": text} for name, text in _said(place)],
        "cards": {part: [asdict(card) for card in found] for part, found in cards.items()},
        "sums": [*_sums(known, figures)] if counts else [],
        "dates": [_date(each, now) for each in dated if now],
        "letters": _letters(known),
        "missing": missing(known, figures, counts),
        "choices": _choices(figures, matters) if counts and has_choices(known) else [],
        "matters": matters,
        "state": _state(known),
        "state_page": _state_page(known),
        "calendar": _calendar(means, figures, now)
        if counts and known.get("lender") != PERSON
        else None,
        "facts": list(
            dict.fromkeys(each for found in cards.values() for card in found for each in card.facts)
        ),
    }


def _date(each: Day, now: date) -> dict[str, Any]:
    return {
        "day": each.day.isoformat(),
        "text": words.weekday(each.day),
        "left": words.left(each.day, now),
        "about": each.about,
        "what": each.what,
        "why": each.why,
        "source": each.source,
    }


def _said(place: Place) -> Iterator[tuple[str, str]]:
    """What was answered, said back."""
    for name in place.asked:
        for choice in FLOW.questions[name].choices:
            if choice.id == place.known[name]:
                yield name, choice.said


def _state(known: Mapping[str, str]) -> str:
    state = known.get("state", SKIP)
    return "" if state == SKIP else words.home_in(state, state in FLOW.law_read)


def _state_page(known: Mapping[str, str]) -> str:
    """The place on our pages that names whom to ask there; empty where no state was chosen."""
    state = known.get("state", SKIP)
    return "" if state == SKIP else f"states/index.md#{state.lower().replace(' ', '-')}"


def _letters(known: Mapping[str, str]) -> list[dict[str, Any]]:
    """The letters that fit. Where a lawyer must look first, each says so and stays empty."""
    waits = is_held(FLOW, known)
    return [
        {
            "slug": slug,
            "title": LETTERS[slug].title,
            "waits": words.LETTERS_WAIT if waits else "",
        }
        for slug in dict.fromkeys(letters_for(FLOW, known))
    ]


def _sums(known: Mapping[str, str], figures: Figures) -> Iterator[dict[str, Any]]:
    """What the calculators make of the figures, each in a sentence with its reason."""
    if is_behind(known):
        yield from _catching_up(figures)
    if known.get("kind") == "line" and known.get("draw") != "ended":
        yield from _line(figures)


def _catching_up(figures: Figures) -> Iterator[dict[str, Any]]:
    reply = ask(CATCH_UP, figures)
    if reply is None or reply["figures"]["plan_payment"] is None:
        return
    found, given = reply["figures"], reply["inputs"]
    yield {
        "text": words.catch_up(
            Decimal(found["reinstatement_amount"]),
            Decimal(found["plan_payment"]),
            Decimal(given["monthly_payment"]),
            given["plan_months"],
        ),
        "why": words.catch_up_why(given["missed_payments"]),
        "page": f"calculators/{CATCH_UP.slug}.md",
        "facts": reply["facts"],
    }


def _line(figures: Figures) -> Iterator[dict[str, Any]]:
    months = typed(figures, "repayment_months")
    reply = ask(HELOC, figures, repayment_months=months or BOXES["repayment_months"].example)
    if reply is None:
        return
    found = reply["figures"]
    high = Decimal(found["repayment_payment"])
    low = Decimal(found.get("level_repayment_payment") or high)
    most = can_pay(figures)
    fit = "" if most is None else words.fits(most) if high <= most else words.too_much(high - most)
    said = words.line_payment(
        Decimal(found["interest_only_payment"]), low, high, reply["inputs"]["repayment_months"]
    )
    yield {
        "text": " ".join(filter(None, (said, fit))),
        "why": words.line_payment_why(not months),
        "page": f"calculators/{HELOC.slug}.md",
        "facts": reply["facts"],
    }


def _choices(figures: Figures, matters: str) -> list[dict[str, Any]]:
    return [
        {
            "choice": each.key,
            "name": OPTION.pretty(each.key),
            "payment": None if each.payment is None else words.dollars(each.payment),
            "total": None if each.total is None else words.dollars(each.total),
            "cash": None if each.cash is None else words.dollars(each.cash),
            "months": each.months,
            "keeps_home": each.keeps_home,
            "depends": each.asks or each.depends,
            "asks": bool(each.asks),
            "ties": words.ties([OPTION.pretty(key) for key in each.ties]) if each.ties else "",
        }
        for each in choices(figures, matters)
    ]


def _calendar(means: Figures, figures: Figures, now: date | None) -> dict[str, Any] | None:
    """What the timeline was asked, for its calendar file; None where it has no date to give."""
    reply = timeline_of(means, figures, now)
    if reply is None or not any(reply["figures"].values()):
        return None
    return {"calculator": reply["calculator"], "inputs": reply["inputs"]}
