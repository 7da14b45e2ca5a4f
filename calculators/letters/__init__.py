"""Letters ready to send: each stands in a TOML file beside this one.

The wheel carries them as one Python module instead (scripts/runtime/make.py writes it).

letter    a letter: words with blanks, and how they are filled in
fields/   the boxes of the letters
checks    what a letter's own dates say about its rule
doubts    what is doubted about a letter's own figures
loader    reads the TOML files, strictly
table     all of them
"""

from collections.abc import Mapping

from calculators.core.answers import Reply, refusal
from calculators.core.forms import Refused, read
from calculators.letters.letter import fill_in
from calculators.letters.table import LETTERS

__all__ = ["LETTERS", "write"]


def write(slug: str, answers: Mapping[str, object]) -> Reply:
    """One letter with what was typed filled in; empty boxes are lines to fill in by hand.

    Returns `{"ok": true, "letter": slug, "inputs", "text", "due": [{"what", "within", "by"}],
    "notes", "questions", "facts"}`, or errors at their fields as for a calculator. Never raises
    for any text in `answers`; raises KeyError for a slug that no letter has (only our own pages
    name one).
    """
    letter = LETTERS[slug]
    titles = {slug: letter.title for slug, letter in LETTERS.items()}
    try:
        return fill_in(letter, read(letter.inputs, answers), titles)
    except Refused as refused:
        return refusal(slug, refused.errors)
