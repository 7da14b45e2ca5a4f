"""What would change an answer most: one box at a time, a little less and a little more."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from calculators.core.answers.parts import Answer, Column, Figure, Table
from calculators.core.forms import MONEY_CHANGE, TEXT, Refused, as_text, boxes
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
class Slide:
    """One box that a reader may move in a copy: both ways, by so much of its own unit a step."""

    field: str
    by: int | Decimal
    steps: int = 12


@dataclass(frozen=True)
class WhatIf:
    """The money figures to watch, of which the first decides the order, and the steps to try.

    `slides` are the boxes that the reader may move. `alone` takes an `inputs` and works out only
    what is watched, where the rest of the answer takes much longer.
    """

    watch: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    slides: tuple[Slide, ...] = ()
    alone: Callable[[Any], Mapping[str, Any]] | None = None


def by_quarters(field: str) -> Slide:
    """A rate, by quarters of a point."""
    return Slide(field, Decimal("0.25"))


def by_years(field: str) -> Slide:
    """A number of months, by years."""
    return Slide(field, 12)


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


WHAT_IF = "what_if"


def what_if_table(figures: Iterable[Figure], what_if: WhatIf) -> Table:
    """The change in words; each watched figure with it, and by how much it differs."""
    known = {figure.key: figure for figure in figures}
    columns = [Column("change", "If this changes", TEXT)]
    for key in what_if.watch:
        columns.append(Column(key, known[key].label, known[key].kind))
        columns.append(Column(f"{key}_difference", "Difference", MONEY_CHANGE))
    return Table(
        WHAT_IF,
        "What would change it most",
        tuple(columns),
        folded=False,
        aside=True,
        meaning="One thing changes at a time, and the rest stays as it is. The largest change "
        "comes first.",
    )


def what_if_rows(
    calculate: Callable[[Any], Answer], inputs: object, answered: Mapping[str, Any], what_if: WhatIf
) -> list[list[Any]]:
    """What the calculator says to each change that makes a difference, the largest first."""
    found: list[tuple[list[Decimal], list[Any]]] = []
    for words, changed in variations(inputs, what_if.steps):
        try:
            figures = what_if.alone(changed) if what_if.alone else calculate(changed).figures
        except Refused:
            continue
        row: list[Any] = [words]
        sizes = []
        for key in what_if.watch:
            before, after = answered[key], figures[key]
            difference = None if before is None or after is None else after - before
            row += [after, difference]
            sizes.append(-abs(difference or Decimal(0)))
        if any(sizes):
            found.append((sizes, row))
    return [row for _, row in sorted(found, key=lambda sized: sized[0])]
