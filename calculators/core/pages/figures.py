"""The HTML of the page that lists all that a reader has said: every box of every form, once.

The page's script shows the boxes that hold something, and the headings over them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from calculators.core.answers import Figure
from calculators.core.forms import Box, Field, boxes
from calculators.core.pages.form import field_html

NAME = "my-figures"
OTHER = "Other figures"


@dataclass(frozen=True)
class Asked:
    """A form whose boxes are listed: its name for the worker, the one for readers, its boxes."""

    slug: str
    name: str
    inputs: type


def figures_section(forms: Sequence[Asked], figures: Sequence[Figure]) -> str:
    """Every box under the heading of its first form, or under its form where only one asks it.

    `figures` are those of answers: the ones that travel are listed too.
    """
    many = Counter(box.kept_as(form.slug) for form in forms for box in boxes(form.inputs))
    groups: dict[str, dict[str, Box]] = {}
    seen: set[str] = set()
    for form in forms:
        for heading, box in _headed(form.inputs):
            key = box.kept_as(form.slug)
            if key not in seen:
                seen.add(key)
                title = heading if many[key] > 1 else form.name
                groups.setdefault(title, {})[key] = box
    for figure in figures:
        if figure.travels:
            box = Box(figure.key, figure.kind, Field(figure.label), False, None)
            groups.setdefault(OTHER, {})[figure.key] = box
    # What several forms share stands first.
    alone = {form.name for form in forms}
    ordered = sorted(groups.items(), key=lambda group: group[0] in alone)
    fieldsets = "".join(_fieldset(title, group) for title, group in ordered)
    return (
        '<section class="calc calc-held" data-held aria-label="My figures"'
        ' data-name="My figures" data-search-exclude>'
        '<form method="dialog" novalidate autocomplete="off">'
        f"{fieldsets}</form></section>"
    )


def _headed(inputs: type) -> Iterator[tuple[str, Box]]:
    """Each box with the heading that it stands under."""
    heading = OTHER
    for box in boxes(inputs):
        heading = box.words.group or heading
        yield heading, box


def _fieldset(title: str, group: dict[str, Box]) -> str:
    fields = "".join(
        field_html(box, f"{NAME}-{key.replace(':', '-')}", key) for key, box in group.items()
    )
    return f'<fieldset class="calc-group"><legend>{escape(title)}</legend>{fields}</fieldset>'
