"""The HTML of a form: its boxes, its buttons, and the place for its result."""

from dataclasses import dataclass
from html import escape

from calculators.core.forms import Box, LineKind, ParagraphKind, boxes


@dataclass(frozen=True)
class Form:
    """What a form on a page is for: the name that the worker knows it by, its heading, its boxes,
    and the words on its buttons and for a reader without JavaScript."""

    slug: str
    question: str
    inputs: type
    submit: str = "Work it out"
    back: str = "Back to the example"
    print_words: str = "Print"
    print_action: str = "print"
    without_script: str = (
        "This needs JavaScript to work out your own figures. Without it you see our example; "
        "nothing you type is sent."
    )
    download: str = ""


def form_section(form: Form, prefix: str, result: str) -> str:
    """A form for a page with a first result under it."""
    return "\n".join(
        [
            f'<section class="calc" data-calculator="{form.slug}" data-state="example"'
            f' aria-labelledby="{prefix}-title">',
            f'<h3 class="calc-title" id="{prefix}-title">{escape(form.question)}</h3>',
            '<p class="calc-private">What you type stays on this device. Nothing is sent.</p>',
            *_download(form.download),
            f'<noscript><p class="calc-noscript">{form.without_script}</p></noscript>',
            '<div class="calc-problems" tabindex="-1" role="group" hidden'
            f' aria-labelledby="{prefix}-problems">'
            f'<p id="{prefix}-problems">Please look again at:</p><ul></ul></div>',
            '<form method="dialog" novalidate autocomplete="off" data-search-exclude>',
            *_groups(form.inputs, prefix),
            '<div class="calc-buttons">'
            f'<button type="submit" class="md-button md-button--primary">{form.submit}</button>'
            '<button type="button" class="md-button" data-action="clear">Clear</button>'
            f'<button type="button" class="md-button" data-action="example">{form.back}'
            "</button></div>",
            "</form>",
            '<div class="calc-progress"><div class="calc-doing" data-search-exclude>'
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
            '<p class="calc-said" aria-hidden="true" data-search-exclude></p>',
            "</section>",
        ]
    )


def _download(size: str) -> list[str]:
    """What the first answer costs a reader who pays for each byte."""
    if not size:
        return []
    return [
        f'<p class="calc-private calc-download">The first answer needs about {escape(size)} from '
        "this site. That is needed once, for all the calculators and letters.</p>"
    ]


def _groups(inputs: type, prefix: str) -> list[str]:
    """The boxes under their group headings; a group of rare boxes starts folded."""
    html: list[str] = []
    closing = ""
    for box in boxes(inputs):
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
            html.append(_box(box, f"{prefix}-{box.name}"))
    html.append(closing)
    return [part for part in html if part]


def _box(box: Box, box_id: str) -> str:
    """Label, hint, error, box: in the order in which they are read out."""
    is_example = " data-example" if box.words.example else ""
    tag = "our example" if box.holds_example else f"our example: {_example(box)}"
    optional = "" if box.required or box.default is not None else " <small>(optional)</small>"
    described = f"{box_id}-error {box_id}-question"
    hint = ""
    if box.words.hint:
        described = f"{box_id}-hint {described}"
        hint = f'<p class="calc-hint" id="{box_id}-hint">{escape(box.words.hint)}</p>'
    common = f'id="{box_id}" name="{box.name}" aria-describedby="{described}"'
    return (
        f'<div class="calc-field"{is_example}><label for="{box_id}">{escape(box.words.label)}'
        f'{optional} <span class="calc-tag">{tag}</span></label>{hint}'
        f'<p class="calc-error" id="{box_id}-error" hidden></p>{_control(box, common)}'
        f'<p class="calc-question" id="{box_id}-question" hidden></p></div>'
    )


def _example(box: Box) -> str:
    """Our example's answer as a person reads it; empty where there is none."""
    return escape(box.kind.pretty(box.read(box.words.example))) if box.words.example else ""


def _control(box: Box, common: str) -> str:
    default = escape(box.default_text)
    if box.kind.choices:
        first = {box.at_first: " selected"}
        options = "".join(
            f'<option value="{value}"{first.get(value, "")}>{label}</option>'
            for value, label in box.kind.choices
        )
        return f'<select {common} data-default="{default}">{options}</select>'
    if isinstance(box.kind, ParagraphKind):
        size = f'rows="{box.kind.rows}" data-room="{box.kind.longest}"'
        return (
            f'<textarea {common} {size} data-default="{default}">{default}</textarea>'
            '<p class="calc-hint calc-room" hidden></p>'
        )
    before = f'<span aria-hidden="true">{box.kind.prefix}</span>' if box.kind.prefix else ""
    after = f'<span aria-hidden="true">{box.kind.suffix}</span>' if box.kind.suffix else ""
    own_words = " calc-own" if isinstance(box.kind, LineKind) else ""
    return (
        f'<div class="calc-input{own_words}">{before}<input {common} value="{escape(box.shown)}"'
        f' data-default="{default}" inputmode="{box.kind.input_mode}" autocomplete="off">'
        f"{after}</div>"
    )
