"""The files that an answer and a letter can be saved as. No file's name holds what was typed."""

from dataclasses import dataclass

from calculators.core.answers import Calculator, Reply
from calculators.core.files.csv import as_csv
from calculators.core.files.ics import as_ics, events_of
from calculators.core.files.rtf import as_rtf

# Where a text has more than plain letters, a spreadsheet needs this to read it as UTF-8.
BYTE_ORDER_MARK = "\ufeff"
DATES = "dates.ics"
# Google's and Outlook's calendars leave out the alarms of a file that is read in.
REMINDERS = "Your calendar may drop the reminders in the file: set your own for each date of yours."
LETTER_FILES = {
    "rtf": "Save for a word processor (.rtf)",
    "txt": "Save as text (.txt)",
}


@dataclass(frozen=True)
class File:
    """What the page saves when the reader asks for it."""

    name: str
    media_type: str
    text: str


def files_of(calculator: Calculator, reply: Reply) -> dict[str, str]:
    """What an answer can be saved as, by key, with what its button says."""
    why = {table.explained_by for table in calculator.tables}
    filled = [
        table
        for table in calculator.tables
        if reply["tables"][table.key]["rows"] and table.key not in why
    ]
    files = {f"{table.key}.csv": "Save the table (CSV)" for table in filled}
    if len(filled) > 1:
        files = {f"{table.key}.csv": f"Save the table (CSV): {table.caption}" for table in filled}
    if events_of(calculator, reply):
        files[DATES] = "Add the dates to your calendar (.ics)"
    return files


def file_of(calculator: Calculator, reply: Reply, key: str, saved_on: str = "") -> File:
    """One of `files_of`, made; `saved_on` is the reader's own day, as ISO text."""
    name = f"second-mortgage-{calculator.slug}-{key}".replace("_", "-")
    if key == DATES:
        return File(name, "text/calendar;charset=utf-8", as_ics(calculator, reply))
    text = as_csv(calculator, reply, key.removesuffix(".csv"), saved_on)
    return File(name, "text/csv;charset=utf-8", text if text.isascii() else BYTE_ORDER_MARK + text)


def letter_file(slug: str, text: str, running: str, key: str) -> File:
    """A letter as one of LETTER_FILES; `running` stands at the foot of each page that has one."""
    name = f"letter-{slug}.{key}"
    if key == "rtf":
        return File(name, "application/rtf", as_rtf(text, running))
    return File(name, "text/plain;charset=utf-8", f"{text}\n".replace("\n", "\r\n"))
