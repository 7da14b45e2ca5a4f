"""The dates of an answer for the reader's own calendar: iCalendar (RFC 5545).

Made from a reply alone and always the same for the same reply: no clock and no chance.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from calculators.core.answers import Calculator, Event, Reply
from calculators.core.forms import DateKind, boxes, load
from calculators.identity import IDENTITY

# In bytes: a line goes on in the next one, which starts with a space.
LONGEST_LINE = 75
# Two weeks and three days before, at nine in the morning: a day begins at midnight.
REMINDERS = ("-P13DT15H", "-P2DT15H")
IN_EVERY_EVENT = (
    "If a day that you gave changes, delete this event and work the dates out again.",
    f"An estimate, not legal advice. Made on your own device with {IDENTITY.name}.",
)


def events_of(calculator: Calculator, reply: Reply) -> dict[str, tuple[date, Event]]:
    """What stands in a calendar, by key: the figures that are days, and days of the events' own."""
    events = calculator.events(load(calculator.inputs, reply["inputs"]))
    found = {
        figure.key: (
            figure.kind.load(reply["figures"][figure.key]),
            events.get(figure.key, Event(figure.label, figure.meaning)),
        )
        for figure in calculator.figures
        if isinstance(figure.kind, DateKind) and reply["figures"][figure.key] is not None
    }
    own = {key: (event.day, event) for key, event in events.items() if event.day is not None}
    return {**found, **own}


def as_ics(calculator: Calculator, reply: Reply) -> str:
    """All-day events, one a date; empty where the answer has no date."""
    # What the page fills in is no part of an event's id: the same loan asked about tomorrow brings
    # no second event.
    given = {
        box.name: reply["inputs"][box.name]
        for box in boxes(calculator.inputs)
        if not box.words.hidden
    }
    return calendar_of(calculator.slug, events_of(calculator, reply), given)


def calendar_of(slug: str, events: Mapping[str, tuple[date, Event]], given: object = None) -> str:
    """A calendar of events by key; empty without any. `given` is what they were worked out from."""
    if not events:
        return ""
    # A calendar wants to know when an event was written: the first of the days will do.
    stamp = f"{_day(min(day for day, _ in events.values()))}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_escaped(IDENTITY.name)}//{slug}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for key, (day, event) in events.items():
        lines += _event(f"{slug}-{key}-{_hash([given, key, _day(day)])}", day, stamp, event)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _hash(parts: list[object]) -> str:
    """Tells one loan's event from another's, and holds no figure.

    The day is part of it: many calendars keep the old day of an event that they know already.
    """
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _event(uid: str, day: date, stamp: str, event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@{IDENTITY.slug}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(day)}"
    yield f"DTEND;VALUE=DATE:{_day(day + timedelta(1))}"
    yield f"SUMMARY:{_escaped(event.what)}"
    yield f"DESCRIPTION:{_escaped('\n'.join(filter(None, (event.why, *IN_EVERY_EVENT))))}"
    # It takes no hour of the day, and a shared calendar need not tell others what it is.
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    if event.remind:
        for before in REMINDERS:
            yield "BEGIN:VALARM"
            yield "ACTION:DISPLAY"
            yield f"TRIGGER:{before}"
            yield f"DESCRIPTION:{_escaped(event.what)}"
            yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes; no character is cut in two."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece += character
        size += width
    yield piece
