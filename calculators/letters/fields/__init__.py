"""The boxes of the letters: a letter's file names those it asks for.

common    several letters have them
help      one letter, or a pair for two kinds of loan: asking for time or help
account   what is owed, what is wrong with it, how it is paid
home      the home, its owner and other loans on it
box       what a box of a letter is made of
"""

from calculators.letters.fields.account import ACCOUNT
from calculators.letters.fields.common import COMMON, FOOTER, HEADER
from calculators.letters.fields.help import HELP
from calculators.letters.fields.home import HOME

FIELDS = {**COMMON, **HELP, **ACCOUNT, **HOME}

__all__ = ["FIELDS", "FOOTER", "HEADER"]
