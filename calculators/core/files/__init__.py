"""What is taken along: an answer as text, CSV and calendar dates.

text   an answer as plain text, and what leads it
csv    a table for a spreadsheet
ics    dates for a calendar
file   which files an answer has, with their names
"""

from calculators.core.files.csv import as_csv, words_as_csv
from calculators.core.files.file import BYTE_ORDER_MARK, DATES, REMINDERS, File, file_of, files_of
from calculators.core.files.ics import as_ics, calendar_of
from calculators.core.files.text import (
    as_text,
    in_tables,
    notes_beside,
    shown_columns,
    shown_figures,
    title_of,
)

__all__ = [
    "BYTE_ORDER_MARK",
    "DATES",
    "REMINDERS",
    "File",
    "as_csv",
    "as_ics",
    "as_text",
    "calendar_of",
    "file_of",
    "files_of",
    "in_tables",
    "notes_beside",
    "shown_columns",
    "shown_figures",
    "title_of",
    "words_as_csv",
]
