"""The HTML of a letter's form and of the letter itself; beside answer.py."""

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from calculators.core.answers import Reply
from calculators.core.files import LETTER_FILES
from calculators.core.forms import DATE
from calculators.core.pages.facts import sources_of
from calculators.core.pages.form import Form, form_section
from calculators.core.pages.notes import note_html, questions_html
from calculators.core.pages.table import attribute

NAME = "letter-"
# A line to write on, and a whole row of them.
LINE = re.compile(r"(_{6,})(?: (\([^()]*\)))?([.,;]?)")
ROW = 40
# Paragraphs that have a place of their own on paper.
PLACES = (
    (' class="letter-sign"', re.compile(r"_{6,} \([^()]*sign")),
    (' class="letter-copies"', re.compile(r"^Copies to")),
)
ITEM = re.compile("(\\d+\\.|[-\N{BALLOT BOX}]) ")


def letter_section(
    slug: str, inputs: type, prefix: str, blank: Reply, download: str = "", title: str = ""
) -> str:
    """A letter for a page: the form, and under it the letter with lines to fill in by hand."""
    form = Form(
        f"{NAME}{slug}",
        title,
        "Fill in your letter",
        inputs,
        submit="Fill in the letter",
        back="Back to the blank letter",
        print_words="Print the letter alone",
        print_action="print-letter",
        without_script=(
            "Until its script is here, or without JavaScript, you can print the blank letter and "
            "fill it in by hand."
        ),
        download=download,
    )
    return form_section(form, prefix, letter_html(blank))


def letter_html(reply: Reply) -> str:
    """The letter on a sheet of its own, then by when an answer is due."""
    headline = (
        "Your letter. Empty boxes are lines to fill in by hand."
        if any(value not in (None, "not_sure") for value in reply["inputs"].values())
        else "The blank letter. Print it, or fill in the boxes first."
    )
    given = json.dumps({name: value for name, value in reply["inputs"].items() if value})
    return (
        f'<div class="calc-answer" data-copy="{attribute(reply["text"])}"'
        f' data-inputs="{attribute(given)}">'
        f'<p class="calc-headline">{headline} Every word and figure in it must be true: read it '
        "before you sign.</p>"
        f"{questions_html(reply['questions'], {})}{''.join(map(note_html, reply['notes']))}"
        f"{letter_sheet(reply)}"
        f"{_save_buttons()}"
        f"{_due(reply['due'])}{sources_of(reply['facts'])}</div>"
    )


def letter_sheet(reply: Reply) -> str:
    """The letter alone."""
    return f'<div class="letter-sheet">{_sheet(reply["text"])}{_running(reply["inputs"])}</div>'


def running(inputs: Mapping[str, Any]) -> str:
    """What stands at the foot of every sheet on paper: sheets of a long letter can get apart."""
    known = inputs["loan_number"]
    return f"Loan number: {known}" if known else ""


def _running(inputs: Mapping[str, Any]) -> str:
    words = running(inputs)
    return f'<p class="letter-running">{escape(words)}</p>' if words else ""


def _save_buttons() -> str:
    buttons = "".join(
        f'<button type="button" class="md-button" data-action="save" data-file="{key}">{label}'
        "</button>"
        for key, label in LETTER_FILES.items()
    )
    return f'<div class="calc-buttons calc-save">{buttons}</div>'


def _sheet(text: str) -> str:
    """Paragraphs, lists and line breaks of the letter's plain text."""
    html = []
    for paragraph in text.split("\n\n"):
        lines = paragraph.split("\n")
        if all(ITEM.match(line) for line in lines):
            html.append(f'<ul class="letter-list">{"".join(map(_item, lines))}</ul>')
        else:
            kind = next((kind for kind, begins in PLACES if begins.search(paragraph)), "")
            html.append(f"<p{kind}>{'<br>'.join(_line(line) for line in lines)}</p>")
    return "".join(html)


def _item(line: str) -> str:
    """An item under its own number, dash or box; its second line stands under its first word."""
    mark = line.split(" ", 1)[0] + " "
    return f'<li><span class="letter-mark">{mark}</span>{_line(line.removeprefix(mark))}</li>'


def _line(text: str) -> str:
    return LINE.sub(_blank, escape(text))


def _blank(line: re.Match[str]) -> str:
    """A line to write on: part of a sentence, or a whole row for the reader's own words."""
    if len(line[1]) > ROW:
        length = " letter-row"
    else:
        # At the end of its line stands a name or an address: by hand, each needs room.
        length = " letter-end" if line.end() == len(line.string) else ""
    hint = f' <small class="letter-hint">{line[2]}</small>' if line[2] else ""
    # An empty line is heard as nothing, and its sentence as another one.
    heard = '<span class="ear">blank</span>'
    blank = f'<span class="letter-blank{length}">{heard}</span>{hint}'
    # A line of its own is no place for a full stop.
    return f'<span class="calc-whole">{blank}{line[3]}</span>' if line[3] else blank


def _due(rows: list[dict[str, Any]]) -> str:
    """What the other side must do, within which time, and by which day where that is known."""
    if not rows:
        return ""
    items = []
    for row in rows:
        day = ""
        if row["by"]:
            day = (
                f' That is by <time datetime="{row["by"]}">'
                f"{DATE.pretty(DATE.load(row['by']))}</time>."
            )
        items.append(f"<li>{escape(row['what'])}: within {escape(row['within'])}.{day}</li>")
    return (
        f'<h4>What they must do after they get it</h4><ul class="letter-due">{"".join(items)}</ul>'
    )
