"""A letter for a word processor: Rich Text Format (RTF 1.9.1), made from its plain text.

No name of this site is in it, no address and no author: it goes to a lender. Only ASCII is
written; what a reader typed is escaped, so that none of it becomes a command.
"""

import re
from collections.abc import Iterator

# Letter paper with a margin of an inch, in twentieths of a point; \uc1: after each \uN stands one
# character for programs that know none.
HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang1033"
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}"
    r"\paperw12240\paperh15840\margl1440\margr1440\margt1080\margb1080\widowctrl"
)
FOOTER = (
    r"{\footer\pard\plain\f0\fs18\tqr\tx9360 %s\tab "
    r"Page {\field{\*\fldinst PAGE}{\fldrslt 1}} of {\field{\*\fldinst NUMPAGES}{\fldrslt 1}}\par}"
)
PARAGRAPH = r"\pard\plain\f0\fs22\sa120 "
# The second line of an item stands under its first word.
ITEM = r"\pard\plain\f0\fs22\li400\fi-400\tx400"
# Room for a hand, and never its line without the one who signs.
SIGN = r"\pard\plain\f0\fs22\keep\sb360\sa120 "
SIGNED = re.compile(r"_{6,} \([^()]*sign")
MARKED = re.compile("(\\d+\\.|[-\N{BALLOT BOX}]) ")


def as_rtf(text: str, running: str = "") -> str:
    """`text` is a letter: paragraphs with an empty line between them, lists and addresses a line
    each. `running` stands at the foot of every page, before the page's number."""
    body = "".join(f"{part}\\par\n" for part in _paragraphs(text))
    return f"{HEAD}\n{FOOTER % _escaped(running)}\n{body}}}\n"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        lines = paragraph.split("\n")
        if all(MARKED.match(line) for line in lines):
            for line in lines:
                mark, words = line.split(" ", 1)
                after = r"\sa120" if line is lines[-1] else r"\sa40"
                yield f"{ITEM}{after} {_escaped(mark)}\\tab {_escaped(words)}"
        else:
            look = SIGN if SIGNED.match(paragraph) else PARAGRAPH
            yield look + "\\line ".join(map(_escaped, lines))


def _escaped(text: str) -> str:
    """Plain text; signs outside ASCII as the 16-bit numbers of UTF-16, which RTF holds signed."""
    return "".join(map(_sign, text))


def _sign(sign: str) -> str:
    if sign in "\\{}":
        return f"\\{sign}"
    if " " <= sign <= "~":
        return sign
    if sign < " ":
        return " "
    code = ord(sign)
    if code < 0x10000:
        return _unit(code)
    # Two halves; by hand, since the browser's Python goes without the codecs of UTF-16.
    high, low = divmod(code - 0x10000, 0x400)
    return _unit(0xD800 + high) + _unit(0xDC00 + low)


def _unit(number: int) -> str:
    return f"\\u{number - 0x10000 if number > 0x7FFF else number}?"
