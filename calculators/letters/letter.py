"""A letter: words with blanks, the rule that it rests on, and what answer is due.

In a letter's text `{name}` is a field: what was typed, or a line to write on with a word under it
(`{name!}`: without one, where the text before it says what belongs there). A line that starts
with `[if name]`, `[if not name]` or `[if name = answer]` stands only then. `{source:id}` is where a
fact is written down, `{fact:id}` its value.
"""

import re
from dataclasses import dataclass, field, make_dataclass
from functools import cached_property
from typing import Any

from calculators.core.forms import Box, ParagraphKind, boxes, refuse, written
from calculators.core.rules import last_business_day_within, last_day_within
from calculators.facts import Fact, fact
from calculators.letters.fields import FIELDS

LINE = "_" * 24
LINES = "\n".join(["_" * 64] * 4)
# Over and under every letter's own text.
HEAD = """{letter_date}

{your_name}
{your_address}

{recipient_name}
{recipient_address}

About: {subject}
Loan number: {loan_number!}
Home: {property_address!}
"""
FOOT = """{closing}

{line} (sign here)
{your_name}
"""
CONDITION = re.compile(r"\[if (not )?(\w+)(?: = (\w+))?\] ?")
PLACEHOLDER = re.compile(r"\{(?:(fact|source):)?(\w+)(!?)\}")


@dataclass(frozen=True)
class Due:
    """Something that the other side must do; the fact says within which time.

    `loans` are the kinds of loan on which it must (empty: every kind that the letter is for).
    """

    what: str
    fact: str
    loans: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letter:
    """One letter. `loans` are the kinds of loan it is for (empty: every kind); for another kind
    `instead` says which letter to use. `closing` stands over the line for the signature."""

    slug: str
    title: str
    fields: tuple[str, ...]
    subject: str
    text: str
    facts: tuple[str, ...]
    loans: tuple[str, ...] = ()
    instead: str = ""
    closing: str = "Sincerely,"
    due: tuple[Due, ...] = field(default=())

    @cached_property
    def inputs(self) -> type:
        """The form: every box may stay empty, and is then a line to fill in by hand."""
        names = [*self.fields, *(["received_date"] if self.due else [])]
        form = [(name, *FIELDS[name]) for name in names]
        return make_dataclass(self.slug, form, frozen=True, kw_only=True)


def fill_in(letter: Letter, inputs: Any) -> dict[str, Any]:
    """The reply: the letter's text, and by when an answer is due.

    Raises Refused for a kind of loan that the letter's rule does not reach.
    """
    kind = getattr(inputs, "loan_kind", None)
    if letter.loans and kind is not None and kind not in letter.loans:
        raise refuse("loan_kind", letter.instead)
    received = getattr(inputs, "received_date", None)
    due = [each for each in letter.due if kind is None or not each.loans or kind in each.loans]
    named = (name for what, name, _ in PLACEHOLDER.findall(letter.text) if what)
    return {
        "ok": True,
        "letter": letter.slug,
        "inputs": written(inputs),
        "text": _text(letter, inputs),
        "due": [
            {
                "what": each.what,
                "within": fact(each.fact).text,
                "by": _day(fact(each.fact), received).isoformat() if received else None,
            }
            for each in due
        ],
        "facts": list(dict.fromkeys([*named, *letter.facts, *(each.fact for each in due)])),
    }


def _day(known: Fact, received: Any) -> Any:
    """The last day for an answer: the other side's dates never come out too early."""
    if known.unit == "business days":
        return last_business_day_within(known.number, received)
    return last_day_within(known.number, received)


def _text(letter: Letter, inputs: Any) -> str:
    """The whole letter with what was typed, and lines to write on where nothing was."""
    known = {box.name: (box, getattr(inputs, box.name)) for box in boxes(letter.inputs)}
    if known["property_address"][1] is None:
        known["property_address"] = known["your_address"]
    lines = [
        line
        for line in (_kept(line, known) for line in letter.text.strip().splitlines())
        if line is not None
    ]
    head = HEAD.replace("{subject}", letter.subject)
    foot = FOOT.replace("{closing}", letter.closing).replace("{line}", LINE)
    whole = "\n".join([head, *lines, "", foot])
    text = PLACEHOLDER.sub(lambda place: _filled(place, known), whole)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _kept(line: str, known: dict[str, tuple[Box, Any]]) -> str | None:
    """The line without its condition; None where that does not hold."""
    match = CONDITION.match(line)
    if match is None:
        return line
    negated, name, answer = match.groups()
    value = known[name][1]
    holds = value == answer if answer else bool(value)
    return line[match.end() :] if holds != bool(negated) else None


def _filled(place: re.Match[str], known: dict[str, tuple[Box, Any]]) -> str:
    what, name, is_named = place.groups()
    if what:
        return fact(name).source if what == "source" else fact(name).text
    box, value = known[name]
    if value is None:
        label = box.words.label[0].lower() + box.words.label[1:]
        line = LINES if isinstance(box.kind, ParagraphKind) else LINE
        return line if is_named else f"{line} ({label})"
    text: str = box.kind.pretty(value)
    return text
