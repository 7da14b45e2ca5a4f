"""Words: ours in figures and tables, and a reader's own for letters."""

import re
from dataclasses import dataclass
from typing import Annotated

from calculators.core.forms.kinds.kind import Kind


@dataclass(frozen=True)
class TextKind(Kind):
    """Words of ours, plain text without any markup: figures and tables only, never a box."""

    is_words = True

    def plain(self, value: str) -> str:
        return value

    def pretty(self, value: str) -> str:
        return value


@dataclass(frozen=True)
class LineKind(Kind):
    """A line of the reader's own words, for a letter: a name, an address, a loan number."""

    longest = 120
    is_words = True

    def parse(self, text: str) -> str:
        line = " ".join(text.split())
        if any(not each.isprintable() for each in line):
            raise ValueError("There is a sign here that can’t be printed. Please type it again.")
        return line

    def plain(self, value: str) -> str:
        return value

    def pretty(self, value: str) -> str:
        return value


@dataclass(frozen=True)
class ParagraphKind(LineKind):
    """A few sentences of the reader's own, for a letter; line breaks stay."""

    longest = 2000
    rows = 4

    def parse(self, text: str) -> str:
        lines = (super(ParagraphKind, self).parse(line) for line in text.splitlines())
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


@dataclass(frozen=True)
class AddressKind(ParagraphKind):
    """An address in its lines, as an envelope has it."""

    longest = 240
    rows = 3


TEXT = TextKind()

Line = Annotated[str, LineKind()]
Paragraph = Annotated[str, ParagraphKind()]
Address = Annotated[str, AddressKind()]
