"""What a calculator is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from calculators.core.answers.charts import Chart
from calculators.core.answers.parts import Answer, Event, Figure, Table
from calculators.core.answers.what_if import WhatIf, what_if_table

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
    from a reply alone.
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
        return (
            (*self.tables, what_if_table(self.figures, self.what_if))
            if self.what_if.steps
            else self.tables
        )
