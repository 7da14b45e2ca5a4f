"""What would change an answer most: one box at a time, a little less and a little more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from calculators.core.forms import as_text, boxes
from calculators.core.loans import share


@dataclass(frozen=True)
class Step:
    """One box to vary both ways: by so much of its own unit, or by so many percent of itself."""

    field: str
    by: int
    less: str
    more: str
    is_percent: bool = False


@dataclass(frozen=True)
class WhatIf:
    """The money figures to watch, of which the first decides the order, and the steps to try."""

    watch: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


def points(field: str, what: str, by: int = 1) -> Step:
    """A rate, one percentage point lower and higher."""
    return Step(field, by, f"{what} {by} point lower", f"{what} {by} point higher")


def months(field: str, what: str, by: int, less: str = "shorter", more: str = "longer") -> Step:
    """A number of months, some years or months fewer and more."""
    years, rest = divmod(by, 12)
    time = f"{by} months" if rest else f"{years} years"
    return Step(field, by, f"{what} {time} {less}", f"{what} {time} {more}")


def percent(field: str, what: str, by: int = 10) -> Step:
    """An amount, a tenth lower and higher."""
    return Step(field, by, f"{what} {by}% lower", f"{what} {by}% higher", is_percent=True)


def variations(inputs: Any, steps: tuple[Step, ...]) -> Iterator[tuple[str, Any]]:
    """Each change in words, and the inputs with it.

    A box that was left empty stays so, and a change that the box would refuse is passed over.
    """
    known = {box.name: box for box in boxes(type(inputs))}
    for step in steps:
        box, value = known[step.field], getattr(inputs, step.field)
        if value is None:
            continue
        size = share(Decimal(step.by), value) if step.is_percent else step.by
        for words, wanted in ((step.less, value - size), (step.more, value + size)):
            try:
                changed = box.read(as_text(wanted))
            except ValueError:
                continue
            yield f"{words}: {box.kind.pretty(changed)}", replace(inputs, **{step.field: changed})
