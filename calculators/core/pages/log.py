"""The HTML of the log: the form for an entry, what comes next, and the sheet."""

from collections.abc import Iterable, Mapping
from html import escape

from calculators.core.answers import Reply
from calculators.core.pages.form import Form, fieldsets
from calculators.core.pages.sheet import (
    Column,
    heads,
    in_lines,
    part,
    row,
    sheet,
    sheet_place,
    table,
)

NAME = "log"
COLUMNS = (
    Column("Day and time", "sheet-narrow"),
    Column("How, and with whom", "sheet-some"),
    Column("What was said or sent", "sheet-wide"),
    Column("Promised", "sheet-some"),
    Column("What is next, and by when", "sheet-some"),
)
LETTERS = tuple(
    map(
        Column,
        ("Letter", "Sent on, and how", "They got it on", "Answer due by", "Answer came on"),
    )
)
# The small words that a hand needs in an empty row.
EMPTY = (
    f"{'<td role="cell"></td>' * 3}"
    '<td role="cell"><small>They:</small><br><br><small>I:</small></td>'
    '<td role="cell"><br><br><small>By:</small></td>'
)
FILES = (
    '<button type="button" class="md-button" data-sheet-file="log.csv" disabled>'
    "Save as a table (CSV)</button>"
    '<button type="button" class="md-button" data-sheet-file="log.ics" disabled>'
    "Next dates to my calendar</button>"
)
FIRST_ROWS, MORE_ROWS = 8, 3


def log_section(title: str, inputs: type, base: str) -> str:
    """The form and the blank sheet, on one line. A script shows the form: it alone can keep what is
    typed."""
    form = Form(NAME, title, "Add a call, a letter or a promise", inputs)
    return (
        f'<section class="calc log-form" data-log data-name="{escape(title)}" '
        'aria-labelledby="log-title" data-search-exclude hidden>'
        f'<h3 class="calc-title" id="log-title">{form.question}</h3>'
        '<p class="calc-private">What you type stays on this device. Nothing is sent.</p>'
        '<div class="calc-problems" tabindex="-1" role="group" hidden '
        'aria-labelledby="log-problems"><p id="log-problems">Please look again at:</p><ul></ul>'
        '</div><form method="dialog" novalidate autocomplete="off">'
        f"{''.join(fieldsets(form, NAME))}"
        '<div class="calc-buttons"><button type="submit" class="md-button md-button--primary">'
        "<span data-log-add>Add to the log</span><span data-log-save hidden>Save the change</span>"
        '</button><button type="button" class="md-button" data-log-clear>'
        "<span data-log-add>Clear</span><span data-log-save hidden>Leave it as it was</span>"
        '</button></div></form><p class="log-said" role="status"></p></section>'
        f"{sheet_place(NAME, 'the log', blank_log(), base, FILES)}"
    )


def blank_log(name: str = "", loan: str = "") -> str:
    return _sheet((), name, loan)


def log_html(reply: Reply, name: str = "", loan: str = "") -> str:
    """What comes next, and the sheet; empty where the log is."""
    if not reply["entries"]:
        return ""
    return _next(reply["dates"]) + _sheet(reply["entries"], name, loan)


def _next(dates: Iterable[Mapping[str, str]]) -> str:
    """The days to come, and those gone by, with a button for what is done."""
    items = "".join(
        f'<li{' class="log-gone"' if each["gone"] else ""}><strong><time datetime="{each["day"]}">'
        f"{each['text']}</time>: {escape(each['left'])}</strong> {escape(each['what'])}. "
        f'<small>{escape(each["why"])}</small> <button type="button" class="md-button" '
        f'data-entry-done="{escape(each["key"])}">Done<span class="sheet-ear">: '
        f"{escape(each['what'])}</span></button></li>"
        for each in dates
    )
    return (
        f'<section class="log-next"><h3>What comes next</h3><ul>{items}</ul></section>'
        if items
        else ""
    )


def _sheet(entries: Iterable[Mapping[str, str]], name: str, loan: str) -> str:
    rows = [row(COLUMNS, _cells(each)) for each in entries]
    about = (
        ("My name", name),
        ("Loan, and loan number", loan),
        ("Company, phone, address for letters", ""),
        ("My contact person there", ""),
    )
    return sheet(
        "Calls, letters and promises",
        (
            heads(about),
            table(
                "Newest first" if rows else "One row for each",
                COLUMNS,
                rows,
                MORE_ROWS if rows else FIRST_ROWS,
                EMPTY,
            ),
            part(
                "Letters that need an answer", table("The day they got it counts", LETTERS, (), 3)
            ),
        ),
        NAME,
    )


def _cells(entry: Mapping[str, str]) -> list[str]:
    who = (entry["how"], entry["company"], entry["person"], entry["number"])
    promised = (("They: ", entry["they_promised"]), ("I: ", entry["you_promised"]))
    by = (
        f"By {entry['next_by']}. {entry['left']}{entry['done']}"
        if entry["next_by"]
        else entry["done"]
    )
    return [
        _lines((entry["day"], entry["hour"])) + _tools(entry),
        _lines(who),
        in_lines(entry["said"]),
        _lines(f"{whose}{text}" for whose, text in promised if text),
        _lines((entry["next"], by)),
    ]


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(in_lines(each) for each in texts if each)


def _tools(entry: Mapping[str, str]) -> str:
    """For the screen alone; each says to the ear which entry it is about."""
    key, which = escape(entry["key"]), escape(f"{entry['day']} {entry['who']}".strip())
    tools = "".join(
        f'<button type="button" class="sheet-tool" data-entry-{what}="{key}">{words}'
        f'<span class="sheet-ear">: {which}</span></button>'
        for what, words in (("edit", "Change"), ("remove", "Remove"))
    )
    return f'<span class="sheet-tools">{tools}</span>'
