"""The HTML of one thing to do or to know: what, whom to call, why, and the sources of that."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from calculators.core.pages.links import page_address, phone_button, source_page
from calculators.facts import fact


def call_button(fact_id: str, words: str) -> str:
    """A number to tap, or a site that lists whom to call."""
    known = fact(fact_id)
    value = escape(known.text)
    if known.unit == "phone":
        return phone_button(value, words)
    return (
        f'<a class="card-call" href="{escape(known.url)}" rel="noreferrer">{escape(words)}: '
        f'<span class="calc-whole">{value}</span></a>'
    )


def source_links(fact_ids: Iterable[str], base: str) -> str:
    """Small links to where this site says what a rule rests on."""
    links = [
        f'<a class="card-source" href="{source_address(each, base)}">{words}</a>'
        for each, words in zip(
            fact_ids, ("The rule", *(f"Rule {n}" for n in range(2, 9))), strict=False
        )
    ]
    return f' <span class="card-sources">{" · ".join(links)}</span>' if links else ""


def source_address(fact_id: str, base: str) -> str:
    return page_address(f"{source_page(fact(fact_id))}#source-{fact_id}", base)


def card_html(
    card: Mapping[str, Any], calls: Mapping[str, str], base: str, level: int = 3, warns: str = ""
) -> str:
    """One card. `card` has the keys of `plan.Card`; `calls` are the words on the buttons; `warns`
    is what must stand on each card of the same plan."""
    parts = [
        f'<article class="card{" card-urgent" if card["urgent"] else ""}" '
        f'data-card="{card["id"]}" data-part="{card["part"]}"'
        f"{' data-warns' if card['warns'] else ''}>",
        f"<h{level}>{escape(card['title'])}</h{level}>",
        *(f"<p>{escape(line)}</p>" for line in card["says"]),
        f'<p class="card-warns">{escape(warns)}</p>' if warns else "",
        _calls(card["calls"], calls),
        _links(card, base),
        f'<p class="card-why">{escape(card["why"])}{source_links(card["facts"], base)}</p>',
        "</article>",
    ]
    return "".join(parts)


def _calls(fact_ids: Iterable[str], calls: Mapping[str, str]) -> str:
    buttons = "".join(call_button(each, calls[each]) for each in fact_ids)
    return f'<p class="card-calls">{buttons}</p>' if buttons else ""


def _links(card: Mapping[str, Any], base: str) -> str:
    links = [(link["to"], link["says"]) for link in card["links"]]
    if card["letter"]:
        links.insert(0, (f"letters/{card['letter']}.md", "Open the letter"))
    return "".join(
        f'<p class="card-link"><a href="{page_address(to, base)}">{escape(says)}</a></p>'
        for to, says in links
    )
