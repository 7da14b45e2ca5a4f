"""What is taken along: an answer as text, CSV and calendar dates, a letter as text and RTF.

text   an answer as plain text, and what leads it
csv    a table for a spreadsheet
ics    dates for a calendar
rtf    a letter for a word processor
file   which files an answer and a letter have, with their names
"""

from calculators.core.files.csv import as_csv
from calculators.core.files.file import (
    DATES,
    LETTER_FILES,
    REMINDERS,
    file_of,
    files_of,
    letter_file,
)
from calculators.core.files.ics import as_ics
from calculators.core.files.text import (
    as_text,
    headline,
    in_tables,
    shown_columns,
    shown_figures,
    title_of,
)

__all__ = [
    "DATES",
    "LETTER_FILES",
    "REMINDERS",
    "as_csv",
    "as_ics",
    "as_text",
    "file_of",
    "files_of",
    "headline",
    "in_tables",
    "letter_file",
    "shown_columns",
    "shown_figures",
    "title_of",
]
