"""The log in order, what comes next and by when, and the files made of it. Today is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import calculators.log.words as words
from calculators.core.answers import Event, Reply, refusal
from calculators.core.files import BYTE_ORDER_MARK, File, calendar_of, words_as_csv
from calculators.core.forms import DAY, FieldError
from calculators.identity import IDENTITY
from calculators.log.entry import BOXES, SLUG, TITLE, Entry, entries_of

# Of the table and of the CSV, in order.
COLUMNS = tuple((box.name, box.words.label) for box in BOXES)
CSV, CALENDAR = "log.csv", "log.ics"


@dataclass(frozen=True)
class Next:
    """What is to happen next by a day, and the entry that says so."""

    day: date
    what: str
    entry: Entry

    @property
    def why(self) -> str:
        entry = self.entry
        return words.from_the_log(entry.how.lower(), entry.who, DAY.pretty(entry.what.day))


def next_dates(figures: Mapping[str, str]) -> list[Next]:
    """What the log still waits for, soonest first, with what has gone by and is not done."""
    found = [
        Next(each.what.next_by, (each.what.next or words.SOMETHING).rstrip("."), each)
        for each in entries_of(figures)
        if each.what.next_by is not None and not each.what.done
    ]
    return sorted(found, key=lambda each: (each.day, each.entry.key))


def make(figures: Mapping[str, str], today: str = "") -> Reply:
    """The log of a household.

    `figures` are all texts that it holds, by name; `today` is an ISO date, or empty: then no days
    are counted. Returns `{"ok": true, "entries", "dates", "empty"}`, newest entry first and
    soonest date first, or a refusal of today.
    """
    try:
        now = date.fromisoformat(today) if today else None
    except ValueError:
        return refusal(SLUG, [FieldError("today", "Write the day as 2026-11-30.")])
    entries = [_row(each, now) for each in entries_of(figures)]
    return {
        "ok": True,
        "entries": entries,
        "dates": [
            {
                "key": each.entry.key,
                "day": each.day.isoformat(),
                "text": DAY.pretty(each.day),
                "left": words.left(each.day, now) if now else "",
                "gone": now is not None and each.day < now,
                "what": each.what,
                "why": each.why,
            }
            for each in next_dates(figures)
        ],
        "empty": "" if entries else words.NOTHING_YET,
    }


def _row(entry: Entry, now: date | None) -> dict[str, str]:
    """An entry as it reads: every column a text, empty where nothing was written."""
    row = {"key": entry.key, "iso": entry.what.day.isoformat(), "who": entry.who}
    for box in BOXES:
        value = getattr(entry.what, box.name)
        kind = DAY if isinstance(value, date) else box.kind
        row[box.name] = "" if value is None else kind.pretty(value)
    by = entry.what.next_by
    row["left"] = words.left(by, now) if by and now and not entry.what.done else ""
    row["done"] = "Done." if entry.what.done else ""
    return row


def file_of(figures: Mapping[str, str], key: str, today: str = "") -> File:
    """The log as a table, or its next dates for a calendar: those that have not gone by."""
    name = f"second-mortgage-{key}"
    if key == CALENDAR:
        return File(name, "text/calendar;charset=utf-8", _calendar(figures, today))
    lines: list[list[str]] = [[f"{IDENTITY.name}: {TITLE}"]]
    lines += [["Saved on", today], []] if today else [[]]
    lines.append([label for _, label in COLUMNS])
    lines += [[_cell(each, name) for name, _ in COLUMNS] for each in entries_of(figures)]
    text = words_as_csv(lines)
    return File(name, "text/csv;charset=utf-8", text if text.isascii() else BYTE_ORDER_MARK + text)


def _cell(entry: Entry, name: str) -> str:
    """Days as a spreadsheet reads them, words as they are."""
    value = getattr(entry.what, name)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return value.isoformat()
    return entry.how if name == "how" else value or ""


def _calendar(figures: Mapping[str, str], today: str) -> str:
    events = {
        each.entry.key: (each.day, Event(each.what, each.why, remind=True))
        for each in next_dates(figures)
        if each.day.isoformat() >= today
    }
    return calendar_of(SLUG, events)
