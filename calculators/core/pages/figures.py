"""The HTML of the page that lists all that a reader has said: every box of every form, once.

The page's styles show the boxes that hold something, and the headings over them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from calculators.core.answers import Figure
from calculators.core.forms import Box, Field, LineKind, boxes
from calculators.core.pages.form import control, unready

NAME = "my-figures"
HOME = ("home_value", "sale_price", "senior_liens", "junior_liens", "sale_date")


@dataclass(frozen=True)
class Asked:
    """A form whose boxes are listed: its name for the worker, the one for readers, its boxes."""

    slug: str
    name: str
    inputs: type


def figures_section(forms: Sequence[Asked], figures: Sequence[Figure]) -> str:
    """What several forms ask under what it is about, the rest under the form that asks it.

    `figures` are those of answers: the ones that travel are listed too.
    """
    asked = Counter(box.kept_as(form.slug) for form in forms for box in boxes(form.inputs))
    shared: dict[str, dict[str, Box]] = {}
    alone: dict[str, dict[str, Box]] = {}
    for form in forms:
        for box in boxes(form.inputs):
            key = box.kept_as(form.slug)
            if box.words.hidden:
                continue
            if asked[key] > 1:
                shared.setdefault(_about(box), {}).setdefault(key, box)
            else:
                alone.setdefault(form.name, {})[key] = box
    for figure in figures:
        if figure.travels:
            box = Box(figure.key, figure.kind, Field(figure.label), False, None)
            shared.setdefault(_about(box), {})[figure.key] = box
    groups = [*shared.items(), *alone.items()]
    fieldsets = "".join(_fieldset(title, group) for title, group in groups)
    return (
        '<section class="figures-list" aria-label="All of them" data-name="My figures"'
        ' data-search-exclude><form method="dialog" novalidate autocomplete="off">'
        f"{unready('What you typed is not shown yet.')}{fieldsets}</form></section>"
    )


def _about(box: Box) -> str:
    if isinstance(box.kind, LineKind):
        return "You, for letters"
    if box.name.startswith("first_"):
        return "Your first mortgage"
    return "Your home" if box.name in HOME else "Your second mortgage"


def _fieldset(title: str, group: dict[str, Box]) -> str:
    fields = "".join(_field(key, box) for key, box in group.items())
    return f'<fieldset class="calc-group"><legend>{escape(title)}</legend>{fields}</fieldset>'


def _field(key: str, box: Box) -> str:
    box_id = f"{NAME}-{key.replace(':', '-')}"
    described = f"{box_id}-unit " * bool(box.kind.prefix or box.kind.suffix) + f"{box_id}-origin"
    common = f'id="{box_id}" name="{key}" data-keep="{key}" aria-describedby="{described}"'
    return (
        f'<div class="calc-field"><label for="{box_id}">{escape(box.words.label)}</label>'
        f"{control(box, box_id, common)}"
        f'<p class="calc-origin" id="{box_id}-origin" hidden></p></div>'
    )
