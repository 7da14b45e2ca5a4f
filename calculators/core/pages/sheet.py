"""The HTML of a sheet of paper that stands on a page: blank, and filled from what a household
holds. docs/assets/js/sheets.js shows the filled one in the blank one's place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from calculators.core.pages.form import unready

BY_HAND_MEANWHILE = (
    "This sheet can’t be filled in here yet. You can print this page, and fill it in by hand."
)
ALONE_LATER = "This sheet can’t be printed alone yet. You can print this page."
# An empty cell, and a box to write in by hand.
BY_HAND = '<td role="cell"></td>'


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading, and the class that says how wide it is on paper."""

    label: str
    width: str = ""


def sheet_place(name: str, words: str, blank: str, base: str, files: str = "") -> str:
    """Where a sheet stands on a page, on one line; `words` call it in a sentence, and `base` leads
    to the home page. Without a script it is the blank sheet."""
    return (
        f'<section class="sheet-place" data-sheet="{name}" data-base="{base}" data-search-exclude>'
        '<p class="sheet-status" role="status"></p><div class="sheet-filled" hidden></div>'
        f'<div class="sheet-blank">{blank}</div>'
        f"{unready(BY_HAND_MEANWHILE)}"
        '<p class="calc-buttons sheet-buttons">'
        '<button type="button" class="md-button md-button--primary" data-sheet-print="filled" '
        "disabled>"
        f"Print {words} alone</button>"
        '<button type="button" class="md-button" data-sheet-print="blank" disabled>'
        f"Print a blank one</button>{files}</p></section>"
    )


def blank_place(blank: str) -> str:
    """Where a sheet stands that is only ever blank, on one line: a script folds it away, and prints
    it alone."""
    return (
        '<section class="sheet-place" data-blank-sheet data-search-exclude>'
        f'<div class="sheet-blank">{blank}</div>{unready(ALONE_LATER)}'
        '<p class="calc-buttons sheet-buttons">'
        '<button type="button" class="md-button" data-sheet-print="blank" disabled>'
        "Print a blank one</button></p></section>"
    )


def sheet(title: str, parts: Iterable[str], kind: str = "") -> str:
    """One sheet: its title, then its parts."""
    look = f" sheet-{kind}" if kind else ""
    head = f'<h3 class="sheet-title">{escape(title)}</h3>'
    return f'<div class="sheet{look}">{head}{"".join(parts)}</div>'


def part(heading: str, html: str) -> str:
    return f'<section class="sheet-part"><h4>{escape(heading)}</h4>{html}</section>' if html else ""


def heads(rows: Iterable[tuple[str, str]]) -> str:
    """Short facts in two columns, each with a line to write on where nothing is known."""
    items = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{in_lines(text) if text else LINE}</dd></div>"
        for label, text in rows
    )
    return f'<dl class="sheet-heads">{items}</dl>'


LINE = '<span class="sheet-line"></span>'


def in_lines(text: str) -> str:
    """A reader's own words: as text, and each line on its own."""
    return "<br>".join(map(escape, text.splitlines()))


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[str],
    empty: int = 0,
    blank: str = "",
    quiet: bool = False,
) -> str:
    """A table of rows made by `row`, then `empty` ones to fill in by hand, whose cells are `blank`
    or bare. A `quiet` caption is for the ear: the heading over it says the same."""
    head = "".join(
        f'<th scope="col" role="columnheader"{f' class="{each.width}"' if each.width else ""}>'
        f"{escape(each.label)}</th>"
        for each in columns
    )
    by_hand = blank or BY_HAND * len(columns)
    body = "".join(rows) + f'<tr role="row" class="sheet-empty">{by_hand}</tr>' * empty
    ear = ' class="sheet-ear"' if quiet else ""
    return (
        f'<table class="sheet-table" role="table"><caption{ear}>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def row(columns: Sequence[Column], cells: Sequence[str], look: str = "") -> str:
    """A row; on a phone each cell stands under its column's name. `cells` are HTML, `look` is a
    class."""
    tags = (
        f'<td role="cell" data-label="{escape(column.label)}">{cell}</td>'
        for column, cell in zip(columns, cells, strict=True)
    )
    marked = f' class="{look}"' if look else ""
    return f'<tr role="row"{marked}>{"".join(tags)}</tr>'


def write_in(label: str, rows: int = 3, text: str = "") -> str:
    """A box to write in by hand, under what is known."""
    head = f'<p class="sheet-label">{escape(label)}</p>' if label else ""
    known = f"<p>{in_lines(text)}</p>" if text else ""
    lines = '<span class="sheet-row"></span>' * rows
    return f'<div class="sheet-box">{head}{known}{lines}</div>'
