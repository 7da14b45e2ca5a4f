"""The HTML of a form, an answer, a fact and a list of sources.

Only the `render*` modules and the charts know a tag. No scripts, no styles, no ids in an answer;
links only inside the page or out of the site.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from calculators.core.answer import Calculator, Figure, Reply
from calculators.core.export import (
    as_text,
    files_of,
    headline,
    mixture,
    our_labels,
    shown_figures,
    title_of,
)
from calculators.core.form import Box, boxes
from calculators.core.lines import LineKind, ParagraphKind
from calculators.core.render_table import prose, table_html, value_html
from calculators.facts import Fact, fact

SCOPES = {
    "closed-end": "fixed loans",
    "heloc": "HELOCs",
    "first-lien": "first mortgages",
    "any": "any loan",
}
BASES = {
    "secondary": " (read in a secondary source)",
    "assumption": " (only customary; change it to fit you)",
}


def section(calculator: Calculator, prefix: str, example: Reply, download: str = "") -> str:
    """A whole calculator for a page: the form, and the worked example as its answer.

    `prefix` starts every id, so that a calculator can stand twice on a page; `download` says how
    much the browser must get before the first answer, such as "4.0 MB".
    """
    untouched = [box.name for box in boxes(calculator.inputs)]
    return form_section(
        Form(calculator.slug, calculator.question, calculator.inputs, download=download),
        prefix,
        answer(calculator, example, untouched),
    )


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


def answer(calculator: Calculator, reply: Reply, untouched: Collection[str]) -> str:
    """An answer's HTML. `untouched` names the fields that the reader has not changed."""
    lead = headline(calculator, reply)
    notes = [note for note in reply["notes"] if note["text"] != lead]
    why = {table.explained_by for table in calculator.tables}
    in_tables = {
        f"{row}__{column}" for key in why - {""} for row, column, _ in reply["tables"][key]["rows"]
    }
    tables = [table for table in calculator.all_tables if table.key not in why]
    mixed = mixture(calculator, untouched)
    if mixed:
        mixed = f' <strong class="calc-mixed">{escape(mixed)}</strong>'
    to_copy = attribute(as_text(calculator, reply, untouched))
    given = {name: value for name, value in reply["inputs"].items() if value is not None}
    inputs = attribute(json.dumps(given))
    parts = [
        f'<div class="calc-answer" data-copy="{to_copy}" data-inputs="{inputs}">',
        f"<h4>{title_of(calculator, untouched)}</h4>",
        f'<p class="calc-headline">{prose(lead)}{mixed}</p>',
        *(_note(note) for note in notes if note["kind"] == "warning"),
        '<div class="calc-shown">',
        _figures(calculator, reply, in_tables),
        *(chart.draw(calculator, reply) for chart in calculator.charts),
        "</div>",
        *(table_html(calculator, each, reply) for each in tables if not each.folded),
        _what_counts([_note(note) for note in notes if note["kind"] == "info"]),
        "<h5>How it was worked out</h5>",
        f'<ol class="calc-steps">{_items(reply["steps"])}</ol>',
        *(table_html(calculator, each, reply) for each in tables if each.folded),
        _inputs(calculator, reply, our_labels(calculator, untouched)),
        sources_of(reply["facts"]),
        _save_buttons(calculator, reply),
        "</div>",
    ]
    return "".join(part for part in parts if part)


def fact_link(known: Fact) -> str:
    """A fact in a sentence, linked to where the page's sources describe it. One line."""
    number = escape(known.text)
    if known.unit != "text":
        number = number.replace(" ", "&nbsp;")
    if known.unit == "phone":
        # A short number such as 211 has no country code.
        dial = f"+1-{number}" if "-" in number else number
        return f'<a class="fact-phone" href="tel:{dial}">{number}</a>'
    return f'<a class="fact" href="#source-{known.id}">{number}</a>'


def source_list(facts: Iterable[Fact]) -> str:
    """The sources at the end of a page, one entry a fact, with the date each was checked."""
    entries = "".join(_source(known, True) for known in facts)
    return f'<ul class="sources" data-search-exclude>{entries}</ul>'


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
        html.append(_box(box, f"{prefix}-{box.name}"))
    html.append(closing)
    return [part for part in html if part]


def _box(box: Box, box_id: str) -> str:
    """Label, hint, error, box: in the order in which they are read out."""
    is_example = " data-example" if box.words.example else ""
    optional = "" if box.required or box.default is not None else " <small>(optional)</small>"
    described = f"{box_id}-error"
    hint = ""
    if box.words.hint:
        described = f"{box_id}-hint {described}"
        hint = f'<p class="calc-hint" id="{box_id}-hint">{escape(box.words.hint)}</p>'
    common = f'id="{box_id}" name="{box.name}" aria-describedby="{described}"'
    return (
        f'<div class="calc-field"{is_example}><label for="{box_id}">{escape(box.words.label)}'
        f'{optional} <span class="calc-tag">our example</span></label>{hint}'
        f'<p class="calc-error" id="{box_id}-error" hidden></p>{_control(box, common)}</div>'
    )


def _control(box: Box, common: str) -> str:
    default = escape(box.default_text)
    if box.kind.choices:
        options = "".join(
            f'<option value="{value}"{" selected" if value == box.shown else ""}>{label}</option>'
            for value, label in box.kind.choices
        )
        return f'<select {common} data-default="{default}">{options}</select>'
    if isinstance(box.kind, ParagraphKind):
        return f'<textarea {common} rows="4" data-default="{default}">{default}</textarea>'
    before = f'<span aria-hidden="true">{box.kind.prefix}</span>' if box.kind.prefix else ""
    after = f'<span aria-hidden="true">{box.kind.suffix}</span>' if box.kind.suffix else ""
    own_words = " calc-own" if isinstance(box.kind, LineKind) else ""
    return (
        f'<div class="calc-input{own_words}">{before}<input {common} value="{escape(box.shown)}"'
        f' data-default="{default}" inputmode="{box.kind.input_mode}" autocomplete="off">'
        f"{after}</div>"
    )


def _figures(calculator: Calculator, reply: Reply, in_tables: Collection[str]) -> str:
    """The figures under each other, but for those that stand in a table."""
    figures = "".join(
        _figure(figure, text, reply["figures"][figure.key])
        for figure, text in shown_figures(calculator, reply)
        if figure.key not in in_tables
    )
    return f'<dl class="calc-figures">{figures}</dl>' if figures else ""


def _figure(figure: Figure, text: str, plain: object) -> str:
    main = ' class="calc-main"' if figure.main else ""
    meaning = f"<small>{escape(figure.meaning)}</small>" if figure.meaning else ""
    absent = ' class="calc-absent"' if plain is None else ""
    return (
        f"<div{main}><dt>{escape(figure.label)}{meaning}</dt>"
        f'<dd data-figure="{figure.key}"{absent}>{value_html(figure.kind, plain, text)}</dd></div>'
    )


def _what_counts(notes: Sequence[str]) -> str:
    """What the answer rests on."""
    if not notes:
        return ""
    return f"<h5>What this counts, and what it leaves out</h5>{''.join(notes)}"


def _note(note: dict[str, str]) -> str:
    lead = "<strong>Watch out.</strong> " if note["kind"] == "warning" else ""
    return f'<p class="calc-note calc-{note["kind"]}">{lead}{prose(note["text"])}</p>'


def _items(sentences: Iterable[str]) -> str:
    return "".join(f"<li>{prose(sentence)}</li>" for sentence in sentences)


def _inputs(calculator: Calculator, reply: Reply, our_examples: Collection[str]) -> str:
    """The figures that went in, for print: the form itself is not printed."""
    rows = []
    for box in boxes(calculator.inputs):
        value = reply["inputs"][box.name]
        if value is not None:
            ours = " (our example)" if box.words.label in our_examples else ""
            text = value_html(box.kind, value, box.kind.pretty(box.kind.load(value)))
            label = escape(box.words.label)
            rows.append(f'<tr><th scope="row">{label}</th><td>{text}{ours}</td></tr>')
    return (
        '<table class="calc-inputs"><caption>The figures used</caption>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def sources_of(fact_ids: Sequence[str]) -> str:
    """An answer's own sources, folded; nothing where it rests on no fact."""
    if not fact_ids:
        return ""
    entries = "".join(_source(fact(fact_id), False) for fact_id in fact_ids)
    summary = "Sources, and when each was checked"
    return f'<details class="calc-sources"><summary>{summary}</summary><ul>{entries}</ul></details>'


def _source(known: Fact, is_target: bool) -> str:
    """One entry; on the page's own list it is what the links in the text point to.

    An answer's entry says which one it is, so that print can leave out what the page lists too.
    """
    target = f' id="source-{known.id}"' if is_target else f' data-source="source-{known.id}"'
    day = f"{known.checked:%B} {known.checked.day}, {known.checked.year}"
    source = escape(known.source)
    # A starting point of our own has no page behind it.
    if known.url:
        source = f'<a href="{escape(known.url)}" rel="noreferrer">{source}</a>'
    basis = BASES.get(known.basis, "")
    return (
        f"<li{target}>{escape(known.says)} {source}{basis}. Checked on "
        f'<time datetime="{known.checked}">{day}</time>. For: {scope_in_words(known)}.</li>'
    )


def _save_buttons(calculator: Calculator, reply: Reply) -> str:
    buttons = "".join(
        f'<button type="button" class="md-button" data-action="save" data-file="{key}">'
        f"{escape(label)}</button>"
        for key, label in files_of(calculator, reply).items()
    )
    return f'<div class="calc-buttons calc-save">{buttons}</div>' if buttons else ""


def scope_in_words(known: Fact) -> str:
    """Which loans a fact is about."""
    loans = [SCOPES[each] for each in known.scope]
    where = "" if known.place == "US" else f" in {known.place}"
    return " and ".join(loans) + where


def attribute(text: str) -> str:
    """Text for an attribute, on one line: a blank line would end a raw block in Markdown."""
    return escape(text).replace("\n", "&#10;")
