"""The fragments of the states: all of them on one page, and the offices of one for its own page."""

from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from calculators.core.pages import sources_of
from calculators.facts import Fact
from calculators.states import STATES, Office, State
from scripts.site.identity import own_state

QUESTIONS = "ask-legal-aid"
ALL = "all-states"
# On each urgent guide and each letter that speaks of a state's law; Markdown, as a link to a page.
ASK = (
    "Your state may have rules of its own. "
    "[Who can help in {}, and what to ask them](../states/index.md#{})."
)


def state_fragments(docs: Path) -> dict[str, str]:
    """The fragments by name. A state with a page under docs/states is one whose law we read."""
    read = {path.stem for path in (docs / "states").glob("*.md")}
    parts = {f"states/{each.slug}.html": _offices(each) for each in STATES if each.slug in read}
    # The law's own words say from which section, and how old the text is that was read.
    quoted = [known for each in STATES for known in each.law if known.text.startswith("“")]
    cited = {f"facts/cite/{known.id}.html": citation(known) for known in quoted}
    return {"states/list.html": _list(read), "states/ask.md": ask(own_state()), **parts, **cited}


def citation(known: Fact) -> str:
    """Under a quote: "Florida Statutes 702.01, text of February 12, 2026"."""
    return f"{escape(known.source)}, {escape(known.text_in_words)}"


def ask(ours: State | None) -> str:
    """A copy that serves one state names it first."""
    if not ours:
        return ASK.format("your state", ALL)
    elsewhere = f" In another state? [Here are all of them](../states/index.md#{ALL})."
    return ASK.format(ours.name, ours.slug) + elsewhere


def _list(read: set[str]) -> str:
    """Every state, first as a list of names and then each with its offices. One line.

    A link to one state shows that one alone (site.css). Without that they all stand below.
    """
    names = "".join(f'<li><a href="#{each.slug}">{escape(each.name)}</a></li>' for each in STATES)
    states = "".join(
        f'<section class="state"><h3 id="{each.slug}">{escape(each.name)}</h3>{_offices(each)}'
        f"{_law(each, read)}"
        f'<p class="state-back" data-search-exclude><a href="#{ALL}">All states</a></p></section>'
        for each in STATES
    )
    return (
        '<div class="states" data-states><p class="states-find" hidden>'
        '<label for="state-find">Type the first letters</label> '
        '<input id="state-find" type="search" autocomplete="off" '
        'aria-describedby="states-found"> <span id="states-found" role="status"></span></p>'
        f'<ul class="states-names" data-search-exclude>{names}</ul>{states}</div>'
    )


def _offices(state: State) -> str:
    rows = "".join(f"<li>{escape(each.label)}: {_office(each)}</li>" for each in state.offices)
    return f'<ul class="state-offices" data-search-exclude>{rows}</ul>'


def _office(office: Office) -> str:
    if not office.url:
        return escape(office.name)
    words = office.name or (urlsplit(office.url).hostname or "").removeprefix("www.")
    return f'<a href="{escape(office.url)}" rel="noreferrer">{escape(words)}</a>'


def _law(state: State, read: set[str]) -> str:
    """What was read of its law, and never that there is none."""
    name = escape(state.name)
    ask = f'<a href="#{QUESTIONS}">Questions to ask legal aid</a>.'
    if state.slug in read:
        return f'<p>We read a part of its law: <a href="{state.slug}/">{name}</a>. {ask}</p>'
    said = f"<p>We have not read {name}’s law. That does not mean you have no rights. {ask}</p>"
    # What others wrote of a law may be wrong: nothing of it stands beside a state's name.
    known = [each for each in state.law if each.basis == "primary"]
    if not known:
        return said
    others = "".join(f"<li>{escape(each.says)}</li>" for each in known)
    sources = sources_of([each.id for each in known])
    return f"{said}<p data-search-exclude>We know only this of it:</p><ul>{others}</ul>{sources}"
