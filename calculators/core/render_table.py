"""The HTML of an answer's tables and of the values in it; beside core/render.py."""

import re
from collections.abc import Sequence
from html import escape

from calculators.core.answer import Column, Reply, Table
from calculators.core.kinds import DateKind, Kind, MoneyKind, RateKind

# A phone shows so many columns side by side: of figures, and of words and figures.
FIGURES_ON_A_PHONE, WORDS_ON_A_PHONE = 4, 3
# A line must not end between the minus and the figure.
BELOW_ZERO = re.compile(r"\N{MINUS SIGN}[$\d][\d,.]*\d%?")


def prose(text: str) -> str:
    """A sentence of an answer."""
    return BELOW_ZERO.sub(r'<span class="calc-whole">\g<0></span>', escape(text))


def value_html(kind: Kind, plain: object, text: str) -> str:
    """A value of the reply as it reads; a day is named for machines too."""
    day = isinstance(kind, DateKind) and plain is not None
    return f'<time datetime="{plain}">{escape(text)}</time>' if day else escape(text)


def table_html(table: Table, reply: Reply) -> str:
    """A table in a region that scrolls if it must; nothing where it has no rows.

    On a phone rows are laid out as cards or in pairs of lines; the roles say what they still are.
    """
    rows = reply["tables"][table.key]["rows"]
    if not rows:
        return ""
    caption = escape(table.caption)
    size = len(table.columns)
    if table.folded:
        look = "calc-months calc-wide" if size > FIGURES_ON_A_PHONE else "calc-months"
    else:
        look = "calc-lines" if size > WORDS_ON_A_PHONE else "calc-few"
    head = "".join(
        f'<th scope="col" role="columnheader"{_words(column)}>{escape(column.label)}</th>'
        for column in table.columns
    )
    body = "".join(
        f'<tr role="row">{_cells(table, row)}</tr>{_why(table, row[0], reply)}' for row in rows
    )
    html = (
        f'<div class="calc-scroll" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="{look}" data-table="{table.key}" role="table"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )
    if table.folded:
        return f'<details class="calc-table"><summary>{caption}</summary>{html}</details>'
    return f"<h5>{caption}</h5>{html}"


def _cells(table: Table, row: Sequence[str | int | None]) -> str:
    cells: list[str] = []
    for column, cell in zip(table.columns, row, strict=True):
        start, end = 'td role="cell"', "td"
        if not cells:
            start, end = 'th scope="row" role="rowheader"', "th"
        # Every row of a long table would repeat them: only the stacked ones carry labels, and no
        # card is headed "What:".
        marks = "" if table.folded else _words(column)
        if not table.folded and (cells or isinstance(column.kind, MoneyKind | RateKind)):
            colon = "" if column.label.endswith("?") else ":"
            marks += f' data-label="{escape(column.label)}{colon}"'
        if table.explained_by and cells and cell is not None and not column.kind.is_words:
            marks += f' data-figure="{row[0]}__{column.key}"'
        cells.append(f"<{start}{marks}>{value_html(column.kind, cell, column.text(cell))}</{end}>")
    return "".join(cells)


def _why(table: Table, row: str | int | None, reply: Reply) -> str:
    """A row of its own that says why each figure of the row before is what it is."""
    if not table.explained_by:
        return ""
    labels = {column.key: column.label for column in table.columns}
    ends = {key: "" if label.endswith("?") else "." for key, label in labels.items()}
    sentences = "".join(
        f"<li><strong>{escape(labels[column])}{ends[column]}</strong> {prose(sentence)}</li>"
        for each, column, sentence in reply["tables"][table.explained_by]["rows"]
        if each == row
    )
    if not sentences:
        return ""
    return (
        f'<tr class="calc-why" role="row"><td role="cell" colspan="{len(table.columns)}"><details>'
        f"<summary>Why these figures?</summary><ul>{sentences}</ul></details></td></tr>"
    )


def _words(column: Column) -> str:
    return ' class="calc-words"' if column.kind.is_words else ""
