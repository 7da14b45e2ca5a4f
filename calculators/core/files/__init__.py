"""What is taken along: an answer as text, CSV and calendar dates.

text   an answer as plain text, and what leads it
csv    a table for a spreadsheet
ics    dates for a calendar
file   which files an answer has, with their names
"""

from calculators.core.files.csv import as_csv
from calculators.core.files.file import DATES, REMINDERS, file_of, files_of
from calculators.core.files.ics import as_ics
from calculators.core.files.text import (
    as_text,
    in_tables,
    notes_beside,
    shown_columns,
    shown_figures,
    title_of,
)

__all__ = [
    "DATES",
    "REMINDERS",
    "as_csv",
    "as_ics",
    "as_text",
    "file_of",
    "files_of",
    "in_tables",
    "notes_beside",
    "shown_columns",
    "shown_figures",
    "title_of",
]
