"""The HTML of “what if”: boxes that a reader moves in a copy of an answer, never their own.

It waits in a template until a script brings it to life: on paper, and without one, it is nothing.
"""

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from calculators.core.answers import Calculator, Reply, Slide
from calculators.core.forms import Box, as_text, boxes
from calculators.core.pages.table import attribute


def slides_html(calculator: Calculator, reply: Reply) -> str:
    """A slider for each box that can be moved and has a value; nothing where there is none."""
    known = {box.name: box for box in boxes(calculator.inputs)}
    rows = "".join(_row(known[each.field], each, reply) for each in calculator.what_if.slides)
    if not rows:
        return ""
    return (
        '<template class="calc-slides"><details class="calc-fold calc-slid"><summary>What if? Try '
        "other numbers</summary><p>Your own figures stay as they are.</p>"
        f'{rows}<div class="calc-slid-to" role="status"></div></details></template>'
    )


def _row(box: Box, slide: Slide, reply: Reply) -> str:
    plain = reply["inputs"][box.name]
    if plain is None:
        return ""
    now = box.kind.load(plain)
    lower = _as_far_as_it_goes(box, now, -slide.by, slide.steps)
    values = [*reversed(lower), now, *_as_far_as_it_goes(box, now, slide.by, slide.steps)]
    label = escape(box.words.label)
    texts = attribute(json.dumps([box.kind.pretty(each) for each in values], ensure_ascii=False))
    typed = attribute(json.dumps([as_text(each) for each in values]))
    return (
        f'<div class="calc-slide" data-field="{box.name}" data-typed="{typed}" '
        f'data-texts="{texts}"><p>{label}: <strong>{escape(box.kind.pretty(now))}</strong></p>'
        f'<button type="button" class="md-button" aria-label="Less: {label}">\N{MINUS SIGN}'
        f'</button><input type="range" min="0" max="{len(values) - 1}" value="{len(lower)}" '
        f'aria-label="{label}"><button type="button" class="md-button" aria-label="More: {label}">'
        "+</button></div>"
    )


def _as_far_as_it_goes(box: Box, now: Any, by: Any, steps: int) -> list[Any]:
    """The values on one side, the nearest first, up to the last one that the box would take."""
    found: list[Any] = []
    for value in _steps(now, by, steps):
        try:
            found.append(box.read(as_text(value)))
        except ValueError:
            break
    return found


def _steps(now: Any, by: Any, steps: int) -> Iterable[Any]:
    return (now + by * step for step in range(1, steps + 1))
