"""What all kinds of value share. A kind parses, bounds and prints itself in three voices.

`parse` reads what a person wrote, or raises ValueError with a sentence for that person. `plain` is
the value in a reply (docs/about/decisions/money.md), and `load` the way back. `pretty` is the value
as a person reads it.
"""

import re
from decimal import Decimal
from typing import Any

LONGEST_ANSWER = 40
MINUS = "\N{MINUS SIGN}"
# What a copied number may bring along unseen: joiners, direction marks, odd spaces.
_UNSEEN = (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
_UNSEEN += (*range(0x2060, 0x2070), 0xFEFF)
_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_DROPPED = dict.fromkeys(_UNSEEN)
_CLEANING = _DROPPED | dict.fromkeys(_SPACES, " ")


def cleaned(text: str) -> str:
    """What was typed without invisible marks, trimmed; odd spaces, and several, are a plain one."""
    return re.sub(" {2,}", " ", text.translate(_CLEANING)).strip()


def readable(said: Any) -> Any:
    """What a page hands over, each text in it without signs that are not there to be read.

    A file, or another program, may hold some that turn around what stands beside them.
    """
    if isinstance(said, dict):
        return {name: readable(part) for name, part in said.items()}
    if isinstance(said, list):
        return [readable(part) for part in said]
    if not isinstance(said, str) or said.isprintable():
        return said
    left = said.translate(_DROPPED)
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in left)


class Kind:
    """What all kinds share. `prefix` and `suffix` stand beside the box on the form.

    `is_words` says that the value reads as a sentence: a table then starts it at the left.

    A kind with `choices`, (what is sent, what is read) pairs, is shown as a list to pick from.
    `longest` is how many characters an answer may have; more than a line's worth gets a tall box.
    """

    input_mode = "text"
    longest = LONGEST_ANSWER
    prefix = ""
    suffix = ""
    is_words = False
    choices: tuple[tuple[str, str], ...] = ()

    def parse(self, text: str) -> Any:
        """Read trimmed, not empty text. Raises ValueError with a sentence for the reader."""
        raise NotImplementedError

    def plain(self, value: Any) -> str | int | bool:
        """The value in a reply."""
        raise NotImplementedError

    def pretty(self, value: Any) -> str:
        """The value as a person reads it."""
        raise NotImplementedError

    def load(self, plain: Any) -> Any:
        """The value of a reply's plain form: the way back from `plain`."""
        return plain


def at_most[N: (Decimal, int)](maximum: N, value: N, pretty: Any) -> N:
    """The value, or ValueError where it is larger than a box takes."""
    if value > maximum:
        raise ValueError(f"This is larger than we can work with: at most {pretty(maximum)}.")
    return value
