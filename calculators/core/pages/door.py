"""The HTML of the front door: the first question, and all that a script needs to ask the rest.

Without a script the first question's choices are links to the lists below it. The other questions,
the cards and the graph wait in a template; docs/assets/js/door.js takes them from there.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from calculators.core.pages.card import card_html
from calculators.core.pages.links import page_address

HEADINGS = {
    "week": "This week",
    "month": "This month",
    "rule": "What protects you, and what does not",
    "guide": "Where to read on",
}


def door_html(
    questions: Sequence[Mapping[str, Any]],
    cards: Iterable[Mapping[str, Any]],
    calls: Mapping[str, str],
    graph: Mapping[str, Any],
    states: Iterable[str],
    base: str,
) -> str:
    """The front door, on one line; `questions` have the keys of `plan.Question`, the first one
    asked first, and `cards` those of `plan.Card`. `base` leads to the home page."""
    first, *others = questions
    asked = "".join(_question(each, _buttons(each, states)) for each in others)
    known = "".join(card_html(card, calls, base) for card in cards)
    data = escape(json.dumps(graph, separators=(",", ":")), quote=False)
    return (
        f'<div class="door" data-door data-base="{base}" data-search-exclude>'
        '<div class="door-first" hidden></div>'
        f'<section class="door-question" data-question="{first["id"]}">'
        f"{_question(first, _links(first, base))}</section>"
        f"{_plan(base)}"
        '<details class="door-answers" open hidden><summary>What you said</summary>'
        '<ol class="door-said"></ol></details>'
        f"<template data-questions>{_question(first, _buttons(first, states))}{asked}</template>"
        f"<template data-cards>{known}</template><template data-graph>{data}</template></div>"
    )


def _question(question: Mapping[str, Any], choices: str) -> str:
    hint = f'<p class="door-hint">{escape(question["hint"])}</p>' if question["hint"] else ""
    kind = " door-states" if question["states"] else ""
    return (
        f'<div class="door-asks" data-asks="{question["id"]}"><h2 tabindex="-1">'
        f"{escape(question['asks'])}</h2>{hint}"
        f'<ul class="door-choices{kind}">{choices}</ul></div>'
    )


def _class(choice: Mapping[str, Any]) -> str:
    return "door-choice door-urgent" if choice["urgent"] else "door-choice"


def _links(question: Mapping[str, Any], base: str) -> str:
    return "".join(
        f'<li><a class="{_class(each)}" data-choice="{each["id"]}" '
        f'href="{page_address("index.md", base) if base else ""}#{each["list"]}">'
        f"{escape(each['says'])}</a></li>"
        for each in question["choices"]
    )


def _buttons(question: Mapping[str, Any], states: Iterable[str]) -> str:
    if question["states"]:
        skip = _button("skip", "I would rather not say", "You did not say which state.", "", {})
        named = (_button(each, each, f"The home is in {each}.", "", {}) for each in states)
        return "".join([skip, *named])
    return "".join(
        _button(each["id"], each["says"], each["said"], _class(each), dict(each["means"]))
        for each in question["choices"]
    )


def _button(choice: str, says: str, said: str, kind: str, means: Mapping[str, str]) -> str:
    meant = f' data-means="{escape(json.dumps(means))}"' if means else ""
    return (
        f'<li><button type="button" class="{kind or "door-choice"}" data-choice="{escape(choice)}" '
        f'data-said="{escape(said)}"{meant}>{escape(says)}</button></li>'
    )


def _plan(base: str) -> str:
    """The plan's place: a script puts the cards there, and Python's part joins them."""
    parts = [_part(part, heading) for part, heading in HEADINGS.items()]
    # What the numbers say stands between what to do and what to read.
    parts.insert(2, '<div data-plan-figures hidden></div><p class="plan-status" role="status"></p>')
    states = page_address("states/index.md", base)
    return (
        '<section class="plan" data-plan hidden><h2 tabindex="-1">Your plan</h2>'
        '<p class="plan-day"></p><div class="plan-cards" data-plan-part="hold"></div>'
        '<h3 class="plan-today">Today</h3><div class="plan-cards" data-plan-part="today"></div>'
        f'<p class="card-link" hidden><a data-state-page href="{states}">'
        "Legal aid and offices in your state</a></p>"
        f'{"".join(parts)}<p class="plan-tools">'
        '<button type="button" class="md-button" data-tool="print" disabled>'
        "Print this plan</button>"
        '<button type="button" class="md-button" data-go="again">Start again</button></p>'
        "</section>"
    )


def _part(part: str, heading: str) -> str:
    return (
        f'<section class="plan-part" data-plan-part="{part}" hidden><h3>{heading}</h3>'
        '<div class="plan-cards"></div></section>'
    )
