"""The HTML of an answer, and of a whole calculator with its worked example.

It begins with a verdict, a number and one action. At most one warning stands open; what comes after
the figures is folded, and on paper it stands open. No scripts, no styles, no ids in an answer.
"""

import json
from collections.abc import Iterable, Mapping
from html import escape

from calculators.core.answers import Calculator, Choices, Dates, Figure, Reply, Table
from calculators.core.files import (
    DATES,
    REMINDERS,
    as_text,
    files_of,
    in_tables,
    notes_beside,
    shown_figures,
    title_of,
)
from calculators.core.forms import boxes
from calculators.core.pages.charts import draw
from calculators.core.pages.choices import choices_html
from calculators.core.pages.facts import sources_of
from calculators.core.pages.form import Form, form_section
from calculators.core.pages.links import TO_HOME, page_address, phone_button
from calculators.core.pages.notes import note_html, questions_html, warning_html
from calculators.core.pages.slides import slides_html
from calculators.core.pages.table import (
    attribute,
    fold_html,
    prose,
    table_html,
    value_html,
)


def section(calculator: Calculator, prefix: str, example: Reply, download: str = "") -> str:
    """A whole calculator for a page: the form, and the worked example as its answer.

    `prefix` starts every id, so that a calculator can stand twice on a page; `download` says how
    much the browser must get before the first answer, such as "4.0 MB".
    """
    form = Form(
        calculator.slug,
        calculator.title,
        calculator.question,
        calculator.inputs,
        download=download,
    )
    return form_section(form, prefix, answer(calculator, example, is_example=True))


def answer(calculator: Calculator, reply: Reply, is_example: bool = False) -> str:
    """An answer's HTML: the reader's own, or the worked example."""
    at_risk, notes = reply["at_risk"], notes_beside(reply)
    warnings = [warning_html(note["text"]) for note in notes if note["kind"] == "warning"]
    infos = [note_html(note) for note in notes if note["kind"] == "info"]
    steps = f'<ol class="calc-steps">{_items(reply["steps"])}</ol>'
    why = {table.explained_by for table in calculator.tables}
    tables = [table for table in calculator.all_tables if table.key not in why]
    labels = {box.name: box.words.label for box in boxes(calculator.inputs)}
    to_copy = attribute(as_text(calculator, reply, is_example))
    given = {name: value for name, value in reply["inputs"].items() if value is not None}
    inputs = attribute(json.dumps(given))
    parts = [
        f'<div class="calc-answer" data-copy="{to_copy}" data-inputs="{inputs}">',
        f"<h4>{title_of(is_example)}</h4>",
        f'<p class="calc-headline">{prose(reply["verdict"])}</p>',
        note_html({"kind": "warning", "text": at_risk}) if at_risk else "",
        f'<p class="calc-number">{escape(reply["number"])}</p>' if reply["number"] else "",
        _what_to_do(reply["action"]),
        questions_html(reply["questions"], labels),
        *warnings,
        *(choices_html(calculator, each, reply) for each in tables if isinstance(each, Choices)),
        '<div class="calc-shown">',
        *(draw(chart, calculator, reply) for chart in calculator.charts),
        _folded_figures(calculator, reply),
        "</div>",
        slides_html(calculator, reply),
        *(table_html(calculator, each, reply) for each in tables if _is_open(each)),
        fold_html("What it counts and leaves out", "".join(infos)),
        fold_html("How it was worked out", steps),
        *(table_html(calculator, each, reply) for each in tables if each.folded),
        _inputs(calculator, reply),
        sources_of(reply["facts"]),
        _save_buttons(calculator, reply),
        "</div>",
    ]
    return "".join(part for part in parts if part)


def _what_to_do(action: Mapping[str, str | None]) -> str:
    """The action as a link that looks like a button: a page, or a number to call."""
    text, page, phone = action["text"] or "", action["page"], action["phone"]
    if phone:
        link = phone_button(phone, text, "calc-act")
    else:
        address = page_address(page or "", TO_HOME)
        link = f'<a class="calc-act" href="{address}">{escape(text)}</a>'
    return f'<p class="calc-next">{link}</p>'


def _folded_figures(calculator: Calculator, reply: Reply) -> str:
    """Who looks for a figure finds it at once, and folds the list away if it is too much. Dates
    stand already in their line, over it."""
    figures = _figures(calculator, reply)
    if any(isinstance(chart, Dates) for chart in calculator.charts):
        return fold_html("Every date", figures)
    return fold_html("Every figure, to the cent", figures, is_open=True)


def _figures(calculator: Calculator, reply: Reply) -> str:
    """The figures under each other, but for those that stand in a table."""
    elsewhere = in_tables(calculator, reply)
    figures = "".join(
        _figure(figure, text, reply["figures"][figure.key])
        for figure, text in shown_figures(calculator, reply)
        if figure.key not in elsewhere
    )
    return f'<dl class="calc-figures">{figures}</dl>' if figures else ""


def _figure(figure: Figure, text: str, plain: object) -> str:
    main = ' class="calc-main"' if figure.main else ""
    meaning = f"<small>{escape(figure.meaning)}</small>" if figure.meaning else ""
    absent = ' class="calc-absent"' if plain is None else ""
    # What the page may offer in a box of like meaning: nothing, where there is nothing to pay with.
    travels = ""
    if figure.travels:
        is_more = plain is not None and figure.kind.load(plain) > 0
        travels = f' data-travels="{plain if is_more else ""}"'
    # A screen reader that reads on passes over a lone <time> here: a day is plain words.
    return (
        f"<div{main}><dt>{escape(figure.label)}{meaning}</dt>"
        f'<dd data-figure="{figure.key}"{absent}{travels}>{escape(text)}</dd></div>'
    )


def _is_open(table: Table) -> bool:
    """Does it stand open, under the charts?"""
    return not table.folded and not isinstance(table, Choices)


def _items(sentences: Iterable[str]) -> str:
    return "".join(f"<li>{prose(sentence)}</li>" for sentence in sentences)


def _inputs(calculator: Calculator, reply: Reply) -> str:
    """The figures that went in, for print: the form itself is not printed."""
    rows = []
    for box in boxes(calculator.inputs):
        value = reply["inputs"][box.name]
        if value is not None:
            text = value_html(box.kind, value, box.kind.pretty(box.kind.load(value)))
            label = escape(box.words.label)
            rows.append(f'<tr><th scope="row">{label}</th><td>{text}</td></tr>')
    return (
        '<table class="calc-inputs"><caption>The figures used</caption>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _save_buttons(calculator: Calculator, reply: Reply) -> str:
    files = files_of(calculator, reply)
    buttons = "".join(
        f'<button type="button" class="md-button" data-action="save" data-file="{key}">'
        f"{escape(label)}</button>"
        for key, label in files.items()
    )
    hint = f'<p class="calc-hint">{escape(REMINDERS)}</p>' if DATES in files else ""
    return f'<div class="calc-buttons calc-save">{buttons}{hint}</div>' if buttons else ""
