"""The HTML of choices side by side: which ones to show, their table, and why each is as it is.

Styles alone show those that are picked, by their place: it works before any script, and the whole
table stays in the page for a wide screen, for print and for a copy.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from calculators.core.answers import Calculator, Choices, Reply
from calculators.core.files import shown_columns
from calculators.core.pages.table import prose


def choices_html(calculator: Calculator, table: Choices, reply: Reply) -> str:
    """A row for each choice; a phone turns it so that each choice that is picked is a column."""
    rows = reply["tables"][table.key]["rows"]
    caption, picked = escape(table.caption), set(table.picked(reply))
    columns = shown_columns(table, reply)[:-1]
    names = [table.columns[0].text(row[0]) for row in rows]
    picks = "".join(
        f'<label><input type="checkbox" data-pick="{row[0]}"'
        f"{' checked' if row[0] in picked else ''}> {escape(name)}</label>"
        for row, name in zip(rows, names, strict=True)
    )
    head = "".join(
        f'<th scope="col" role="columnheader">{escape(column.label)}</th>' for _, column in columns
    )
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{escape(name)}</th>'
        f"{_cells(row, [at for at, _ in columns[1:]])}</tr>"
        for row, name in zip(rows, names, strict=True)
    )
    return (
        f'<h5>{caption}</h5><div class="choices choices-{len(columns)}">'
        '<fieldset class="choices-pick"><legend>Pick two or three to compare</legend>'
        f"{picks}</fieldset>"
        '<div class="calc-scroll" tabindex="0" role="region"'
        f' aria-label="{caption} ({escape(calculator.title)})">'
        f'<table class="choices-table" data-table="{table.key}" role="table">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
        f'<div class="choices-why">{_why(calculator, table, reply, names)}</div></div>'
    )


def _cells(row: Sequence[Any], places: Sequence[int]) -> str:
    """What a choice comes to; where it does not apply, one cell that says why."""
    if all(row[at] is None for at in places):
        span = f'class="choices-none" colspan="{len(places)}"'
        return f'<td role="cell" {span}>{prose(row[-1])}</td>'
    return "".join(f'<td role="cell">{prose(row[at] or "")}</td>' for at in places)


def _why(calculator: Calculator, table: Choices, reply: Reply, names: Sequence[str]) -> str:
    """For each choice what it depends on, and why each of its figures is what it is."""
    exact = next(each for each in calculator.tables if each.key == table.exact)
    labels = {column.key: column.label.rstrip("?") for column in exact.columns}
    reasons: dict[str, list[Mapping[str, str]]] = {}
    for choice, column, sentence in reply["tables"][exact.explained_by]["rows"]:
        reasons.setdefault(choice, []).append({"label": labels[column], "says": sentence})
    html = []
    for row, name in zip(reply["tables"][table.key]["rows"], names, strict=True):
        items = "".join(
            f"<li><strong>{escape(each['label'])}.</strong> {prose(each['says'])}</li>"
            for each in reasons.get(row[0], ())
        )
        html.append(
            f"<details><summary>Why: {escape(name)}</summary>"
            f"<p><strong>{escape(table.columns[-1].label)}.</strong> {prose(row[-1])}</p>"
            f"{f'<ul>{items}</ul>' if items else ''}</details>"
        )
    return "".join(html)
