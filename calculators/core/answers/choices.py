"""Choices that a reader picks from and sees side by side."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from calculators.core.answers.parts import Table


@dataclass(frozen=True, kw_only=True)
class Choices(Table):
    """A row for each choice, all in words: a narrow screen shows those that the reader picks.

    `exact` is the table that has the same choices to the cent, and says why (`explained_by`). The
    last column is what a choice depends on; a row with no other cell does not apply, for that
    reason. `picked` takes the reply and says which choices are picked at first.
    """

    exact: str
    picked: Callable[[Mapping[str, Any]], Collection[str]]
