"""What a calculator is, what it answers, and the reply that carries an answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from calculators.core.answers.charts import Chart
from calculators.core.answers.what_if import WhatIf, variations
from calculators.core.forms import MONEY_CHANGE, TEXT, FieldError, Kind, Refused, written

type Reply = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """One number of an answer: its key in the reply, its label, and its kind.

    `main` figures stand first and large. `meaning` is a sentence under the label. `if_none` is
    shown where the figure does not apply; without it such a figure is left off the page. Where the
    reason varies, the calculator's `absent` says it instead.
    """

    key: str
    label: str
    kind: Kind
    main: bool = False
    meaning: str = ""
    if_none: str = ""


@dataclass(frozen=True)
class Column:
    """One column of a table. `if_none` stands in a cell that has no value."""

    key: str
    label: str
    kind: Kind
    if_none: str = ""

    def text(self, plain: Any) -> str:
        """A cell of a reply as a person reads it."""
        return self.if_none if plain is None else self.kind.pretty(self.kind.load(plain))


@dataclass(frozen=True)
class Table:
    """A table of an answer; `folded` ones open on request.

    With `explained_by` its cells are the figures `<row>__<column>`, and the table of that key says
    why each is what it is: rows of row, column and sentence. `meaning` stands under the
    caption.
    """

    key: str
    caption: str
    columns: tuple[Column, ...]
    folded: bool = True
    explained_by: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class Note:
    """Something to know beside the figures. A warning is something that could cost money."""

    kind: Literal["info", "warning"]
    text: str


@dataclass(frozen=True)
class Event:
    """How a figure's date stands in the reader's own calendar: what happens then, and why.

    `remind` is for a date that the reader must meet: the calendar speaks up before it.
    """

    what: str
    why: str = ""
    remind: bool = False


@dataclass(frozen=True)
class Answer:
    """What `calculate` returns: values by key, and the words that explain them.

    The rows of a table may be a generator: they are then made only for an answer that is shown.
    """

    figures: Mapping[str, Any]
    tables: Mapping[str, Iterable[Sequence[Any]]]
    steps: Sequence[str]
    notes: Sequence[Note] = ()
    facts: Sequence[str] = ()


NOTHING_TO_VARY = WhatIf()


def _always_the_same(inputs: Any) -> Mapping[str, Any]:
    """No sentences but the figures' own."""
    return {}


@dataclass(frozen=True)
class Calculator:
    """One question a homeowner asks.

    `question` is the heading over the form. `calculate` takes an `inputs` and returns an Answer,
    or raises Refused when answers do not fit together. `absent` takes an `inputs` too and says, by
    key, why a figure has no value; it is asked from the reply's inputs, so that a page can be made
    from a reply alone. An answer in which no main figure has a value is led by its first note.
    `events` says in the same way how the dates among the figures stand in a calendar.
    `charts` draw parts of the reply; `what_if` names what to vary to see what matters most.
    """

    slug: str
    title: str
    question: str
    inputs: type
    calculate: Callable[[Any], Answer]
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()
    absent: Callable[[Any], Mapping[str, str]] = _always_the_same
    events: Callable[[Any], Mapping[str, Event]] = _always_the_same
    charts: tuple[Chart, ...] = ()
    what_if: WhatIf = NOTHING_TO_VARY

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """The calculator's own tables, then the one of what would change the answer most."""
        return (*self.tables, _what_if_table(self)) if self.what_if.steps else self.tables


def reply_to(calculator: Calculator, inputs: object, answer: Answer) -> Reply:
    """The reply of the contract: JSON-ready, formatted for programs, not for people."""
    tables = {WHAT_IF: _what_if_rows(calculator, inputs, answer.figures), **answer.tables}
    return {
        "ok": True,
        "calculator": calculator.slug,
        "inputs": written(inputs),
        "figures": {
            figure.key: _plain(figure.kind, answer.figures[figure.key])
            for figure in calculator.figures
        },
        "tables": {
            table.key: {
                "columns": [column.key for column in table.columns],
                "rows": [_plain_row(table, row) for row in tables[table.key]],
            }
            for table in calculator.all_tables
        },
        "steps": list(answer.steps),
        "notes": [{"kind": note.kind, "text": note.text} for note in answer.notes],
        "facts": list(answer.facts),
    }


def refusal(slug: str, errors: Sequence[FieldError]) -> Reply:
    """The reply when something typed needs another look."""
    return {
        "ok": False,
        "calculator": slug,
        "errors": [{"field": error.field, "message": error.message} for error in errors],
    }


WHAT_IF = "what_if"


def _what_if_table(calculator: Calculator) -> Table:
    """The change in words; each watched figure with it, and by how much it differs."""
    figures = {figure.key: figure for figure in calculator.figures}
    columns = [Column("change", "If this changes", TEXT)]
    for key in calculator.what_if.watch:
        columns.append(Column(key, figures[key].label, figures[key].kind))
        columns.append(Column(f"{key}_difference", "Difference", MONEY_CHANGE))
    return Table(
        WHAT_IF,
        "What would change it most",
        tuple(columns),
        folded=False,
        meaning="One thing changes at a time, and the rest stays as it is. The largest change "
        "comes first.",
    )


def _what_if_rows(
    calculator: Calculator, inputs: object, answered: Mapping[str, Any]
) -> list[list[Any]]:
    """What the calculator says to each change that makes a difference, the largest first."""
    found: list[tuple[list[Decimal], list[Any]]] = []
    for words, changed in variations(inputs, calculator.what_if.steps):
        try:
            figures = calculator.calculate(changed).figures
        except Refused:
            continue
        row: list[Any] = [words]
        sizes = []
        for key in calculator.what_if.watch:
            before, after = answered[key], figures[key]
            difference = None if before is None or after is None else after - before
            row += [after, difference]
            sizes.append(-abs(difference or Decimal(0)))
        if any(sizes):
            found.append((sizes, row))
    return [row for _, row in sorted(found, key=lambda sized: sized[0])]


def _plain_row(table: Table, row: Sequence[Any]) -> list[str | int | bool | None]:
    return [_plain(column.kind, cell) for column, cell in zip(table.columns, row, strict=True)]


def _plain(kind: Kind, value: Any) -> str | int | bool | None:
    return None if value is None else kind.plain(value)
