"""The HTML of a fact in a sentence, and of a list of sources."""

from collections.abc import Iterable, Sequence
from html import escape

from calculators.core.pages.links import tel
from calculators.facts import Fact, fact

SCOPES = {
    "closed-end": "fixed loans",
    "heloc": "HELOCs",
    "first-lien": "first mortgages",
    "any": "any loan",
}
BASES = {
    "secondary": " (read in a secondary source)",
    "assumption": " (only customary; change it to fit you)",
}


def fact_link(known: Fact, words: str = "", address: str = "") -> str:
    """A fact in a sentence, linked to where the page's sources describe it. One line.

    `words` is its value in the sentence's own language, where that is not English. `address` is
    where it leads by itself, if it is the name of a website.
    scripts/site/folds.py makes a footnote of the link: only a whole page knows the numbers.
    """
    number = escape(words or known.text)
    if known.unit != "text":
        number = number.replace(" ", "&nbsp;")
    if known.unit == "phone":
        return f'<a class="fact-phone" href="{tel(known.text)}">{number}</a>'
    if address:
        link = f'<a href="{escape(address)}" rel="noreferrer">{number}</a>'
        return f'{link}<a class="fact" href="#source-{known.id}"></a>'
    return f'<a class="fact" href="#source-{known.id}">{number}</a>'


def source_list(facts: Iterable[Fact]) -> str:
    """The sources at the end of a page, one entry a fact, with the date each was checked."""
    entries = "".join(_source(known, True) for known in facts)
    return f'<ul class="sources" data-search-exclude>{entries}</ul>'


def folded_sources(
    facts: Sequence[Fact],
    rests_on: str = "What this page rests on ({})",
    with_them: str = "Print this page with its sources",
    language: str = "",
) -> str:
    """The end of a page: its sources by number, closed. Phone numbers come last.

    No footnote leads to a phone number. A page that uses no fact has nothing here. `language` is
    that of the list, where the page and the words around it have another.
    """
    if not facts:
        return ""
    in_order = sorted(facts, key=lambda known: known.unit == "phone")
    entries = "".join(_source(known, True) for known in in_order)
    spoken = f' lang="{language}"' if language else ""
    return (
        '<details class="page-sources" data-search-exclude>'
        f"<summary>{rests_on.format(len(facts))}</summary>"
        '<p class="page-tools">'
        '<button type="button" class="md-button" data-tool="print-sources" disabled>'
        f"{with_them}</button></p>"
        f'<ol class="sources"{spoken}>{entries}</ol></details>'
    )


def sources_of(fact_ids: Sequence[str]) -> str:
    """An answer's own sources, folded; nothing where it rests on no fact."""
    if not fact_ids:
        return ""
    entries = "".join(_source(fact(fact_id), False) for fact_id in fact_ids)
    summary = "Sources, and their dates"
    return f'<details class="calc-sources"><summary>{summary}</summary><ul>{entries}</ul></details>'


def _source(known: Fact, is_target: bool) -> str:
    """One entry; on the page's own list it is what the links in the text point to.

    An answer's entry says which one it is, so that print can leave out what the page lists too.
    """
    target = f' id="source-{known.id}"' if is_target else f' data-source="source-{known.id}"'
    day = f"{known.checked:%B} {known.checked.day}, {known.checked.year}"
    source = escape(known.source)
    # A starting point of our own has no page behind it.
    if known.url:
        source = f'<a href="{escape(known.url)}" rel="noreferrer">{source}</a>'
    basis = BASES.get(known.basis, "")
    text = f" ({known.text_in_words})" if known.text_in_words else ""
    return (
        f"<li{target}>{escape(known.says)} {source}{basis}. Checked on "
        f'<time datetime="{known.checked}">{day}</time>{text}. For: {scope_in_words(known)}.</li>'
    )


def scope_in_words(known: Fact) -> str:
    """Which loans a fact is about."""
    loans = [SCOPES[each] for each in known.scope]
    where = "" if known.place == "US" else f" in {known.place}"
    return " and ".join(loans) + where
