"""The HTML of an answer's tables and of the values in it; beside answer."""

import re
from collections.abc import Sequence
from html import escape

from calculators.core.answers import PLACES, Calculator, Column, Reply, Table
from calculators.core.files import shown_columns
from calculators.core.forms import DateKind, Kind, MoneyKind, RateKind
from calculators.core.pages.links import TO_HOME, page_address, phone_link

# A phone shows so many columns side by side: of figures, and of words and figures.
FIGURES_ON_A_PHONE, WORDS_ON_A_PHONE = 4, 3
# A line must not end between the minus and the figure, nor within a phone number.
MINUS_WITH_FIGURE = re.compile("\N{MINUS SIGN}[$\\d][\\d,.]*\\d%?")
PHONE = re.compile(r"\b\d{3}-\d{3}-\d{4}\b")
# Stands in no text that a person reads or types.
BETWEEN = "\N{INFORMATION SEPARATOR ONE}"
PLACE = re.compile("“(" + "|".join(map(re.escape, PLACES)) + ")”")


def prose(text: str) -> str:
    """A sentence of an answer: what it says to call can be called, the page it names opened."""
    html = PLACE.sub(
        lambda named: f'“<a href="{page_address(PLACES[named[1]], TO_HOME)}">{named[1]}</a>”',
        escape(text),
    )
    return _unbroken(html)


def _unbroken(html: str) -> str:
    html = MINUS_WITH_FIGURE.sub(r'<span class="calc-whole">\g<0></span>', html)
    return PHONE.sub(lambda number: phone_link(number[0]), html)


def attribute(text: str) -> str:
    """Text for an attribute, on one line: a blank line would end a raw block in Markdown, and a tab
    would become spaces."""
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")


def value_html(kind: Kind, plain: object, text: str) -> str:
    """A value of the reply as it reads; a day is named for machines too."""
    is_day = isinstance(kind, DateKind) and plain is not None
    return _day(plain, escape(text)) if is_day else escape(text)


def _day(plain: object, html: str) -> str:
    return f'<time datetime="{plain}">{html}</time>'


def fold_html(summary: str, html: str, kind: str = "calc-fold", is_open: bool = False) -> str:
    """What opens on request, and on paper stands open; nothing where there is nothing to open."""
    if not html:
        return ""
    opened = " open" if is_open else ""
    return f'<details class="{kind}"{opened}><summary>{prose(summary)}</summary>{html}</details>'


def table_html(calculator: Calculator, table: Table, reply: Reply) -> str:
    """A table in a region that scrolls if it must; nothing where it has no rows.

    On a phone rows are laid out as cards or in pairs of lines; the roles say what they still are.
    """
    rows = reply["tables"][table.key]["rows"]
    if not rows:
        return ""
    shown = shown_columns(table, reply)
    caption = escape(table.caption)
    if table.folded and not table.explained_by:
        look = "calc-months calc-wide" if len(shown) > FIGURES_ON_A_PHONE else "calc-months"
    else:
        only_words = all(column.kind.is_words for _, column in shown)
        look = "calc-lines" if only_words or len(shown) > WORDS_ON_A_PHONE else "calc-few"
    head = "".join(
        f'<th scope="col" role="columnheader"{_words(column)}>{escape(column.label)}</th>'
        for _, column in shown
    )
    # Two answers on one page may have tables of the same name.
    html = (
        '<div class="calc-scroll" tabindex="0" role="region"'
        f' aria-label="{caption} ({escape(calculator.title)})">'
        f'<table class="{look}" data-table="{table.key}" role="table"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead><tbody role="rowgroup">'
        f"{_body(table, shown, reply)}</tbody></table></div>"
    )
    if table.folded:
        return f'<details class="calc-table"><summary>{caption}</summary>{html}</details>'
    meaning = f"<p>{escape(table.meaning)}</p>" if table.meaning else ""
    if table.aside:
        return fold_html(table.caption, f"{meaning}{html}")
    return f"<h5>{caption}</h5>{meaning}{html}"


def _body(table: Table, shown: Sequence[tuple[int, Column]], reply: Reply) -> str:
    """The rows. A schedule has hundreds: they are made column by column."""
    rows = reply["tables"][table.key]["rows"]
    columns = []
    for number, (at, column) in enumerate(shown):
        start, end = _tags(table, column, number == 0)
        texts = _values(column, [row[at] for row in rows])
        names = [""] * len(rows)
        if at and table.explained_by:
            names = [
                f' data-figure="{row[0]}__{column.key}"' if row[at] is not None else ""
                for row in rows
            ]
        columns.append(
            [f"{start}{name}>{text}{end}" for name, text in zip(names, texts, strict=True)]
        )
    return "".join(f'<tr role="row">{"".join(cells)}</tr>' for cells in zip(*columns, strict=True))


def _values(column: Column, cells: Sequence[object]) -> Sequence[str]:
    """A column's cells as HTML, all in one go: one by one takes many times as long."""
    texts = _unbroken(escape(BETWEEN.join(map(column.text, cells)))).split(BETWEEN)
    if not isinstance(column.kind, DateKind):
        return texts
    return [
        text if cell is None else _day(cell, text) for cell, text in zip(cells, texts, strict=True)
    ]


def _tags(table: Table, column: Column, is_first: bool) -> tuple[str, str]:
    """How every cell of a column begins, but for its last sign, and how it ends."""
    start, end = '<td role="cell"', "</td>"
    if is_first:
        start, end = '<th scope="row" role="rowheader"', "</th>"
    if table.folded and not table.explained_by:
        return start, end
    # Only stacked rows carry labels, and no card is headed "What:".
    marks = _words(column)
    if not is_first or isinstance(column.kind, MoneyKind | RateKind):
        colon = "" if column.label.endswith("?") else ":"
        marks += f' data-label="{escape(column.label)}{colon}"'
    return start + marks, end


def _words(column: Column) -> str:
    return ' class="calc-words"' if column.kind.is_words else ""
