"""The log of calls, letters and promises.

entry   one entry: what is asked, and how a household holds it
log     the entries in order, what comes next and when, and the files made of them
words   what the log says about days
"""

from calculators.log.entry import PREFIX, SLUG, TITLE, Entry, Inputs, entries_of, entry_reply
from calculators.log.log import COLUMNS, Next, file_of, is_empty, make, next_dates

__all__ = [
    "COLUMNS",
    "PREFIX",
    "SLUG",
    "TITLE",
    "Entry",
    "Inputs",
    "Next",
    "entries_of",
    "entry_reply",
    "file_of",
    "is_empty",
    "make",
    "next_dates",
]
