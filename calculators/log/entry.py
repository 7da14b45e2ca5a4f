"""One entry of the log: what is asked, and how a household holds it.

A household holds each entry as one text under `entry:` and an id: a JSON object of texts by the
name of their box. What cannot be read in one is shown as it was written, and never lost.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import calculators.log.words as words
from calculators.core.answers import Reply, refusal
from calculators.core.forms import (
    Box,
    ChoiceKind,
    Date,
    Field,
    Line,
    Paragraph,
    Refused,
    YesNo,
    as_text,
    boxes,
    read,
    refuse,
    written,
)

SLUG = "log"
TITLE = "Calls, letters and promises"
PREFIX = "entry:"
HOW = ChoiceKind(
    (
        ("call", "Call"),
        ("letter", "Letter"),
        ("email", "Email or website"),
        ("visit", "Visit"),
        ("payment", "Payment"),
        ("other", "Something else"),
    )
)


@dataclass(frozen=True)
class Inputs:
    """What the form asks. Each box may stay empty but the day."""

    day: Annotated[
        Date,
        Field(
            "Day",
            "Month/day/year. Left empty, it is today.",
            group="When and with whom",
            own=True,
        ),
    ]
    hour: Annotated[Line, Field("Time", "Such as 2:15 pm.", own=True)] | None = None
    how: Annotated[str, HOW, Field("How", own=True)] = "call"
    company: Annotated[Line, Field("Company or office", own=True)] | None = None
    person: Annotated[Line, Field("Person", "Name, and their ID if any.", own=True)] | None = None
    number: Annotated[Line, Field("Phone or tracking number", own=True)] | None = None
    said: (
        Annotated[
            Paragraph, Field("What was said or sent", group="What was said and promised", own=True)
        ]
        | None
    ) = None
    they_promised: Annotated[Paragraph, Field("What they promised", own=True)] | None = None
    you_promised: Annotated[Paragraph, Field("What you promised", own=True)] | None = None
    next: (
        Annotated[
            Line,
            Field("What happens next", "Such as: they call back.", group="What is next", own=True),
        ]
        | None
    ) = None
    next_by: Annotated[Date, Field("By which day", "Month/day/year.", own=True)] | None = None
    done: Annotated[YesNo, Field("Is that done?", own=True)] = False


@dataclass(frozen=True)
class Entry:
    """One entry that a household holds; `key` is the name that it is held under."""

    key: str
    what: Inputs

    @property
    def who(self) -> str:
        """The company and the person, as far as they are known."""
        return ", ".join(filter(None, (self.what.company, self.what.person)))

    @property
    def how(self) -> str:
        return HOW.pretty(self.what.how)


def entry_reply(answers: Mapping[str, object]) -> Reply:
    """What was typed, as the household is to hold it: `{"ok", "calculator", "inputs"}`, or a
    refusal that names the boxes."""
    try:
        inputs = read(Inputs, answers)
        if all(getattr(inputs, name) is None for name in SAYS_SOMETHING):
            raise refuse("said", words.SAY_SOMETHING)
        return {"ok": True, "calculator": SLUG, "inputs": written(inputs)}
    except Refused as refused:
        return refusal(SLUG, refused.errors)


def entries_of(figures: Mapping[str, str]) -> list[Entry]:
    """The entries among all that a household holds: newest first, and of one day the last one
    written first."""
    found = (_entry(key, text) for key, text in figures.items() if key.startswith(PREFIX))
    return sorted(
        (entry for entry in found if entry),
        key=lambda each: (each.what.day, each.key),
        reverse=True,
    )


def _entry(key: str, text: str) -> Entry | None:
    """None for a text that is no entry at all, or that has no day."""
    try:
        held = json.loads(text)
    except ValueError:
        return None
    if not isinstance(held, dict):
        return None
    values: dict[str, Any] = {box.name: _value(box, as_text(held.get(box.name))) for box in BOXES}
    day = values.pop("day")
    if held.get("how"):
        values["how"] = values["how"] or "other"
    known = {name: value for name, value in values.items() if value is not None}
    return Entry(key, Inputs(day, **known)) if isinstance(day, date) else None


def _value(box: Box, text: str) -> object:
    try:
        return box.read(text) if text else None
    except ValueError:
        words = "".join(sign if sign.isprintable() else " " for sign in text)
        return words if box.kind.is_words else None


BOXES = boxes(Inputs)
# A day alone is no entry.
SAYS_SOMETHING = tuple(box.name for box in BOXES if box.kind.is_words and box.name != "hour")
