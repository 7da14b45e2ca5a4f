"""The sheets that a household takes along, filled from all that it holds: the reader's own pile.

household   the one name and loan number that a sheet may bear
desk        what the sheets for a counselor's desk say
offers      two offers side by side, with what differs
offers_words  what they say
sheets      each sheet by its name: its reply, its HTML, and the blank one
"""

from calculators.sheets.offers import OFFERS
from calculators.sheets.sheets import SHEETS, Sheet, Taken, file_of

__all__ = ["OFFERS", "SHEETS", "Sheet", "Taken", "file_of"]
