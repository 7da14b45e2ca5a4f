"""The HTML of notes, and of questions about what was typed."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from calculators.core.pages.table import fold_html, prose

SENTENCE_ENDS = re.compile(r"(?<=[.?!]) ")


def note_html(note: Mapping[str, str]) -> str:
    """A note of a reply; a warning says so."""
    lead = "<strong>Watch out.</strong> " if note["kind"] == "warning" else ""
    return f'<p class="calc-note calc-{note["kind"]}">{lead}{prose(note["text"])}</p>'


def warning_html(warning: str) -> str:
    """A warning folded under its own first sentence; a single sentence has nothing to fold."""
    summary, *rest = SENTENCE_ENDS.split(warning, maxsplit=1)
    if not rest:
        return f'<p class="calc-note calc-warning">{prose(summary)}</p>'
    return fold_html(summary, f"<p>{prose(rest[0])}</p>", "calc-fold calc-note calc-warning")


def questions_html(questions: Iterable[Mapping[str, str | None]], labels: Mapping[str, str]) -> str:
    """What is doubted about what was typed; the page shows it at each box too.

    `labels` are the boxes' labels by name; where there is none, the question stands alone.
    """
    items = "".join(f"<li>{_question(each, labels)}</li>" for each in questions)
    heading = "<h5>Please check what you wrote</h5>"
    return f'<div class="calc-asked">{heading}<ul>{items}</ul></div>' if items else ""


def _question(question: Mapping[str, str | None], labels: Mapping[str, str]) -> str:
    field, message = question["field"] or "", prose(question["message"] or "")
    asked = f"{message} {_take(field, question['suggestion'])}"
    return f"{escape(labels[field])}: {asked}" if field in labels else asked


def _take(field: str, suggestion: str | None) -> str:
    """A button that puts the suggestion into its box."""
    if suggestion is None:
        return ""
    return (
        f'<button type="button" class="calc-take" data-action="take" data-field="{field}"'
        f' data-value="{escape(suggestion)}">Use {escape(suggestion)}</button>'
    )
