"""The HTML of a form: its boxes, its buttons, and the place for its result."""

from dataclasses import dataclass
from html import escape

from calculators.core.forms import Box, LineKind, ParagraphKind, boxes

# A screen reader may pass over a sign alone.
HEARD = {"$": "dollars"}


@dataclass(frozen=True)
class Form:
    """What a form on a page is for: the name that the worker knows it by, what readers call it,
    its heading, its boxes, and the words on its buttons and for a reader without JavaScript."""

    slug: str
    name: str
    question: str
    inputs: type
    submit: str = "Work it out"
    back: str = "Back to the example"
    print_words: str = "Print this answer"
    print_action: str = "print-answer"
    without_script: str = (
        "Until its script is here, or without JavaScript, you see our example. Nothing you type is "
        "sent."
    )
    download: str = ""


def unready(words: str) -> str:
    """What stands in a part of a page until its script is there: docs/assets/js/ready.js."""
    again = 'If this line stays, <a href="">load the page again</a>.'
    return f'<p class="unready" data-unready>{words} {again}</p>'


def form_section(form: Form, prefix: str, result: str) -> str:
    """A form for a page with a first result under it.

    Nothing can be done before its script is there: it would be lost, or a browser would send what
    is typed.
    """
    section = "\n".join(
        [
            f'<section class="calc" data-calculator="{form.slug}" data-state="example"'
            f' data-name="{escape(form.name)}" aria-labelledby="{prefix}-title">',
            f'<h3 class="calc-title" id="{prefix}-title">{escape(form.question)}</h3>',
            '<p class="calc-private">What you type stays on this device. Nothing is sent.</p>',
            *_download(form.download),
            '<div class="calc-problems" tabindex="-1" role="group" hidden'
            f' aria-labelledby="{prefix}-problems">'
            f'<p id="{prefix}-problems">Please look again at:</p><ul></ul></div>',
            '<form method="dialog" novalidate autocomplete="off" data-search-exclude>',
            *fieldsets(form, prefix),
            '<div class="calc-buttons">'
            f'<button type="submit" class="md-button md-button--primary" disabled>{form.submit}'
            "</button>"
            '<button type="button" class="md-button" data-action="clear">Clear</button>'
            f'<button type="button" class="md-button" data-action="example">{form.back}'
            "</button></div>",
            unready(f"This form is not ready yet. {form.without_script}"),
            "</form>",
            # Where there is room, all this stands beside the form.
            '<div class="calc-side"><div class="calc-progress">'
            '<div class="calc-doing" data-search-exclude>'
            '<p role="status" class="calc-status"></p>'
            '<progress aria-label="Download" hidden></progress>'
            '<button type="button" class="md-button" data-action="cancel" hidden>Cancel</button>'
            '<button type="button" class="md-button" data-action="retry" hidden>Try again</button>'
            "</div></div>",
            # When an answer comes, the focus goes to it. A search should find the question, not our
            # example's figures. (The theme's reader of data-search-exclude stops at the first end
            # tag of the same name.)
            '<section class="calc-result" role="group" aria-label="The result" tabindex="-1"'
            " data-search-exclude>"
            f"{result}</section>",
            '<div class="calc-buttons calc-after" data-search-exclude>'
            '<button type="button" class="md-button" data-action="copy">Copy as text</button>'
            f'<button type="button" class="md-button" data-action="{form.print_action}">'
            f"{form.print_words}</button></div>",
            # What the status line says to the ear, beside the buttons for the eye.
            '<p class="calc-said" aria-hidden="true" data-search-exclude></p></div>',
            "</section>",
        ]
    )
    return section.replace(" data-action=", " disabled data-action=")


def _download(size: str) -> list[str]:
    """What the first answer costs a reader who pays for each byte."""
    if not size:
        return []
    return [
        f'<p class="calc-private calc-download">The first answer needs about {escape(size)} from '
        "this site, once for all calculators and letters.</p>"
    ]


def fieldsets(form: Form, prefix: str) -> list[str]:
    """The boxes under their group headings; a group of rare boxes starts folded."""
    html: list[str] = []
    closing = ""
    for box in boxes(form.inputs):
        if box.words.group:
            html.append(closing)
            title = escape(box.words.group)
            if box.words.rare:
                html.append(f'<details class="calc-group"><summary>{title}</summary>')
                closing = "</details>"
            else:
                html.append(f'<fieldset class="calc-group"><legend>{title}</legend>')
                closing = "</fieldset>"
        if box.words.hidden:
            html.append(f'<input type="hidden" id="{prefix}-{box.name}" name="{box.name}">')
        else:
            html.append(_field(box, f"{prefix}-{box.name}", box.kept_as(form.slug)))
    html.append(closing)
    return [part for part in html if part]


def _field(box: Box, box_id: str, key: str) -> str:
    """Label, hint, error, box: in the order in which they are read out.

    The page holds what is typed under `key`, and offers what it holds of a like meaning.
    """
    optional = "" if box.required or box.default is not None else " <small>(optional)</small>"
    described = [f"{box_id}-{part}" for part in ("error", "question", "origin")]
    hint = ""
    if box.words.hint:
        described.insert(0, f"{box_id}-hint")
        hint = f'<p class="calc-hint" id="{box_id}-hint">{escape(box.words.hint)}</p>'
    beside = ""
    if empty := _beside(box):
        described.insert(0, f"{box_id}-example")
        beside = f'<small class="calc-beside" id="{box_id}-example">{escape(empty)}</small>'
    if box.kind.prefix or box.kind.suffix:
        described.insert(0, f"{box_id}-unit")
    like = [name for name in box.words.like if name != box.name]
    # Of its own, but other forms have one too.
    like += [box.name, f"*:{box.name}"] if box.words.own else []
    alike = f' data-like="{" ".join(like)}"' if like else ""
    common = (
        f'id="{box_id}" name="{box.name}" data-keep="{key}"{alike}'
        f' aria-describedby="{" ".join(described)}"'
    )
    return (
        f'<div class="calc-field"><label for="{box_id}">{escape(box.words.label)}{optional}</label>'
        f'{hint}<p class="calc-error" id="{box_id}-error" hidden></p>'
        f"{control(box, box_id, common, beside)}"
        f'<p class="calc-question" id="{box_id}-question" hidden></p>'
        f'<p class="calc-origin" id="{box_id}-origin" hidden></p></div>'
    )


def _beside(box: Box) -> str:
    """What our example has in this box, and what an empty one counts as."""
    choices = dict(box.kind.choices)
    said = []
    if box.words.example:
        said.append(f"Example: {choices.get(box.words.example, box.words.example)}")
    if not choices and box.default is not None:
        counts_as = box.kind.pretty(box.default) if box.default else "0"
        # Its unit stands behind the box already.
        unit = f" {box.kind.suffix}" if box.kind.suffix else ""
        said.append(f"Left empty: {counts_as.replace(unit, '', 1)}")
    return ". ".join(said)


def control(box: Box, box_id: str, common: str, beside: str = "") -> str:
    """The box itself; `common` are its attributes, `beside` stands after it.

    Its unit is seen beside it, and heard with its label where `common` says so.
    """
    if box.kind.choices:
        answers = (*([] if box.default_text else [("", "Choose one")]), *box.kind.choices)
        options = "".join(
            f'<option value="{value}"{" selected" if value == box.default_text else ""}>{label}'
            "</option>"
            for value, label in answers
        )
        return f"<select {common}>{options}</select>{beside}"
    if isinstance(box.kind, ParagraphKind):
        size = f'rows="{box.kind.rows}" data-room="{box.kind.longest}"'
        room = '<p class="calc-hint calc-room" hidden></p>'
        return f"<textarea {common} {size}></textarea>{room}"
    before = ""
    if box.kind.prefix:
        heard = HEARD[box.kind.prefix]
        before = f'<span aria-hidden="true">{box.kind.prefix}</span>'
        before += f'<span class="ear" id="{box_id}-unit">{heard}</span>'
    after = f'<span id="{box_id}-unit">{box.kind.suffix}</span>' if box.kind.suffix else ""
    own_words = " calc-own" if isinstance(box.kind, LineKind) else ""
    return (
        f'<div class="calc-input{own_words}">{before}<input {common}'
        f' inputmode="{box.kind.input_mode}" autocomplete="off">{after}{beside}</div>'
    )
