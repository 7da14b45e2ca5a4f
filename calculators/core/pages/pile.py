"""The HTML of the form that asks which papers to take along."""

from collections.abc import Mapping, Sequence
from html import escape

from calculators.core.pages.form import unready

# Papers by heading: what a script knows each by, its title, and the names of what a household holds
# once it is begun; those that end in a colon are beginnings of names.
type Groups = Mapping[str, Sequence[tuple[str, str, Sequence[str]]]]


def papers_form(for_you: Groups, to_send: Groups) -> str:
    """Both piles; docs/assets/js/piles.js ticks what the reader has begun, and prints."""
    head = _box("name", "Your name on the papers (optional)") + _box(
        "loan", "Which loan they are about (optional), such as the company and the last digits"
    )
    sources = '<p><label><input type="checkbox" data-sources> Print the sources too</label></p>'
    you = (
        "The plan, the answers and the guides that you want to keep. They have a cover sheet, and "
        "where to find each page again."
    )
    send = (
        "The letters, and the answers that were asked for. Nothing else stands on them: no address "
        "of this site, and no word to you."
    )
    return (
        '<section class="papers" data-papers data-search-exclude aria-label="Choose your papers">'
        f'<form method="dialog" autocomplete="off">{head}</form>'
        f"{unready('Nothing can be put together here yet. You can print each page by itself.')}"
        f"{_pile('you', 'For you', you, for_you, sources)}"
        f"{_pile('send', 'To send', send, to_send, '')}</section>"
    )


def _box(name: str, label: str) -> str:
    return (
        f'<p><label for="papers-{name}">{label}</label>'
        f'<input id="papers-{name}" data-head="{name}" maxlength="120"></p>'
    )


def _pile(pile: str, title: str, hint: str, groups: Groups, more: str) -> str:
    listed = "".join(
        _group(heading, papers, not at) for at, (heading, papers) in enumerate(groups.items())
    )
    return (
        f'<section class="papers-pile" data-pile="{pile}"><h2 id="papers-{pile}">{title}</h2>'
        f"<p>{hint}</p>{listed}{more}"
        '<p><button type="button" class="md-button md-button--primary" data-print-pile disabled>'
        f'Print: {title.lower()}</button></p><div role="status" class="papers-said"></div>'
        "</section>"
    )


def _group(heading: str, papers: Sequence[tuple[str, str, Sequence[str]]], is_open: bool) -> str:
    rows = "".join(
        f'<li><label><input type="checkbox" value="{escape(key)}"'
        f"{f' data-begun="{" ".join(begun)}"' if begun else ''}> <span>{escape(title)}</span>"
        "</label></li>"
        for key, title, begun in papers
    )
    state = " open" if is_open else ""
    return f"<details{state}><summary>{escape(heading)}</summary><ul>{rows}</ul></details>"
