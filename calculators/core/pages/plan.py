"""The HTML of what a household's own numbers add to its plan: sums, dates, letters, choices, and
the boxes that are still empty. Made from the reply alone."""

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from calculators.core.answers import Reply
from calculators.core.pages.card import card_html, source_links
from calculators.core.pages.links import page_address
from calculators.core.pages.paper import Head, head_html
from calculators.core.pages.table import attribute

ON_PAPER = {
    "hold": "Before anything else",
    "today": "Today",
    "week": "This week",
    "month": "This month",
    "rule": "What protects you, and what does not",
}
NUMBERS, DATES, LETTERS = "Your numbers", "Dates", "Letters"
CHOICES = "Your choices side by side"


def figures_html(reply: Reply, matters: Mapping[str, str], total_means: str, base: str) -> str:
    """All of it; `matters` are the ways to sort the choices, `base` leads to the home page."""
    parts = (
        _part(NUMBERS, _sums(reply["sums"], base)),
        _part(DATES, _dates(reply["dates"], reply["calendar"])),
        _part(LETTERS, _letters(reply["letters"], base)),
        _part(CHOICES, _choices(reply, matters, total_means)),
        _part(_heading(reply["missing"]), _boxes(reply["missing"])),
        _part("Your state", _state(reply, base)),
    )
    return "".join(parts)


def plan_paper(
    reply: Reply,
    head: Head,
    calls: Mapping[str, str],
    matters: Mapping[str, str],
    total_means: str,
) -> str:
    """The whole plan for paper: what was said, what to do and when, then all that figures_html
    says; `calls` are the words before numbers to call."""
    said = "".join(f"<li>{escape(each['text'])}</li>" for each in reply["said"])
    parts = (
        (heading, "".join(card_html(card, calls, "") for card in reply["cards"].get(part, [])))
        for part, heading in ON_PAPER.items()
    )
    return (
        f'<article class="paper-plan"><h1>Your plan</h1>{head_html(head)}'
        f"{_part('What you said', f'<ul>{said}</ul>')}"
        f"{''.join(_part(heading, cards) for heading, cards in parts)}"
        f"{figures_html(reply, matters, total_means, '')}</article>"
    )


def _state(reply: Reply, base: str) -> str:
    if not reply["state"]:
        return ""
    link = f'<a href="{page_address(reply["state_page"], base)}">Whom to ask there</a>'
    return f'<p>{escape(reply["state"])}</p><p class="card-link">{link}</p>'


def _part(heading: str, html: str) -> str:
    return f'<section class="plan-part"><h3>{heading}</h3>{html}</section>' if html else ""


def _heading(rows: Iterable[Mapping[str, Any]]) -> str:
    empty = any(not row["text"] for row in rows)
    return "Still missing, and what you gave" if empty else "The numbers that you gave"


def _sums(rows: Iterable[Mapping[str, Any]], base: str) -> str:
    return "".join(
        f'<article class="card"><p class="plan-sum">{escape(row["text"])}</p>'
        f'<p class="card-link"><a href="{page_address(row["page"], base)}">See how it is worked '
        f'out</a></p><p class="card-why">{escape(row["why"])}{source_links(row["facts"], base)}'
        "</p></article>"
        for row in rows
    )


def _dates(rows: Iterable[Mapping[str, Any]], calendar: Mapping[str, Any] | None) -> str:
    items = "".join(
        f'<li><strong>{"About " if row["about"] else ""}<time datetime="{row["day"]}">'
        f"{escape(row['text'])}</time></strong>: {escape(row['what'])}. {escape(row['left'])}"
        f'<p class="card-why">{escape(row["why"])} {escape(row["source"])}</p></li>'
        for row in rows
    )
    button = (
        f'<p data-inputs="{attribute(json.dumps(calendar["inputs"]))}"><button type="button" '
        f'class="md-button" data-plan-calendar="{calendar["calculator"]}">To my calendar'
        "</button></p>"
        if calendar
        else ""
    )
    return f'<ul class="plan-dates">{items}</ul>{button}' if items else ""


def _letters(rows: Iterable[Mapping[str, Any]], base: str) -> str:
    items = []
    for row in rows:
        title = escape(row["title"])
        if row["waits"]:
            items.append(f"<li>{title}: <strong>{escape(row['waits'])}</strong></li>")
        else:
            address = page_address(f"letters/{row['slug']}.md", base)
            items.append(f'<li><a href="{address}">{title}</a></li>')
    return f'<ul class="plan-letters">{"".join(items)}</ul>' if items else ""


def _choices(reply: Reply, matters: Mapping[str, str], total_means: str) -> str:
    if not reply["choices"]:
        return ""
    buttons = "".join(
        f'<button type="button" class="door-tool" data-matters="{key}" '
        f'aria-pressed="{"true" if key == reply["matters"] else "false"}">{escape(words)}</button>'
        for key, words in matters.items()
    )
    rows = "".join(map(_choice, reply["choices"]))
    return (
        f'<p id="plan-matters">What matters most to you? {escape(total_means)}</p>'
        f'<p class="door-tools" role="group" aria-labelledby="plan-matters">{buttons}</p>{rows}'
    )


def _choice(row: Mapping[str, Any]) -> str:
    """One choice with its figures; a sale never shows a payment of nothing."""
    months = "" if row["months"] is None else f"{row['months']} months"
    figures = (
        ("Both payments, a month", row["payment"] or ("" if row["asks"] else "Your rent")),
        ("All paid, to each loan’s end", row["total"]),
        ("Cash needed now", row["cash"]),
        ("Until the second is paid", months if row["keeps_home"] else "At the sale"),
        ("Keeps the home", "Yes, if all is paid" if row["keeps_home"] else "No"),
    )
    shown = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in figures if text)
    ties = f'<p class="plan-tie">{escape(row["ties"])}</p>' if row["ties"] else ""
    return (
        f'<article class="card" data-choice-row="{row["choice"]}"><h4>{escape(row["name"])}</h4>'
        f'<dl class="plan-figures">{shown}</dl>{ties}'
        f'<p class="card-why">{escape(row["depends"])}</p></article>'
    )


def _boxes(rows: Iterable[Mapping[str, Any]]) -> str:
    """The boxes; what is typed goes to the household and into this plan, and nowhere else."""
    return "".join(
        f'<div class="plan-box"><label for="plan-{row["name"]}">{escape(row["label"])}</label>'
        f'<p id="plan-{row["name"]}-hint" class="door-hint">{escape(row["hint"])}</p>'
        f'<input id="plan-{row["name"]}" name="{row["name"]}" value="{attribute(row["text"])}" '
        f'autocomplete="off" aria-describedby="plan-{row["name"]}-hint plan-{row["name"]}-wrong"'
        f"{' aria-invalid="true"' if row['wrong'] else ''}>"
        f'<p id="plan-{row["name"]}-wrong" class="card-warns">{escape(row["wrong"])}</p></div>'
        for row in rows
    )
