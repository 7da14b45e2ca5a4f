"""The parts of an answer: figures, columns, tables, notes, events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from calculators.core.answers.lead import Lead
from calculators.core.forms import Doubt, Kind


@dataclass(frozen=True)
class Figure:
    """One number of an answer: its key in the reply, its label, and its kind.

    `main` figures stand first and large. `meaning` is a sentence under the label. `if_none` is
    shown where the figure does not apply; without it such a figure is left off the page. Where the
    reason varies, the calculator's `absent` says it instead. One that `travels` is offered in boxes
    of like meaning, while it is more than nothing.
    """

    key: str
    label: str
    kind: Kind
    main: bool = False
    meaning: str = ""
    if_none: str = ""
    travels: bool = False


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
    """A table of an answer; `folded` ones open on request, and are printed only if they are open.

    One that stands `aside` opens on request too, and is short enough to be printed in any case.
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
    aside: bool = False


@dataclass(frozen=True)
class Note:
    """Something to know beside the figures. A warning is something that could cost money.

    A warning is folded under its own first sentence, which says it in a few words, unless it is
    what the answer's lead says is at risk.
    """

    kind: Literal["info", "warning"]
    text: str


@dataclass(frozen=True)
class Event:
    """How a figure's date stands in the reader's own calendar: what happens then, and why.

    `remind` is for a date that the reader must meet: the calendar speaks up before it. `day` is for
    a date that is no figure.
    """

    what: str
    why: str = ""
    remind: bool = False
    day: date | None = None


@dataclass(frozen=True)
class Answer:
    """What `calculate` returns: values by key, and the words that explain them.

    What may be a generator is made only for an answer that is shown: a table's rows, steps, notes.
    `lead` is what it says first. `doubts` are the calculator's own, beside those of each kind of
    box (forms/doubts.py).
    """

    figures: Mapping[str, Any]
    tables: Mapping[str, Iterable[Sequence[Any]]]
    steps: Iterable[str]
    lead: Lead
    notes: Iterable[Note] = ()
    facts: Sequence[str] = ()
    doubts: Sequence[Doubt] = ()
