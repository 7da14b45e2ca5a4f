"""A letter: words with blanks, the rule that it rests on, and what answer is due.

In a letter's text `{name}` is a field: what was typed, or a line to write on with a word under it
(`{name!}`: without one, where the text before it says what belongs there). A line that starts
with `[if name]`, `[if not name]` or `[if name = answer]` stands only then. `{source:id}` is where a
fact is written down, `{fact:id}` its value.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, make_dataclass
from datetime import date
from functools import cached_property
from typing import Any

from calculators.core.answers import Reply, questions_of
from calculators.core.forms import AddressKind, Box, ParagraphKind, boxes, refuse, written
from calculators.core.rules import last_business_day_within, last_day_more_than, last_day_within
from calculators.facts import fact
from calculators.letters.checks import ARRIVAL, COUNTED, Check, arrived, note, spoken
from calculators.letters.doubts import doubts_in_letter
from calculators.letters.fields import FIELDS, FOOTER

LINE = "_" * 24
LINES = "\n".join(["_" * 64] * 4)
# Over and under every letter's own text.
HEAD = """{letter_date}

{your_name}
[if co_borrower_name] {co_borrower_name}
{your_address}

{recipient_name}
{recipient_address}

About: {subject}
Loan number: {loan_number!}
Home: {property_address!}

{salutation}
"""
SIGN = """{closing}

{line} (sign here)
{your_name}
"""
# Everyone who signed the loan must sign what changes it.
SIGN_TOO = """[if co_borrower_name] {line} (sign here)
[if not co_borrower_name] {line} (the other borrower signs here, if there is one)
{co_borrower_name}
"""
FOOT = """[if copies_to] Copies to: {copies_to}
[if not copies_to] Copies to, if any: {copies_to!}
[if not sent_by = not_sure] Sent by: {sent_by}
[if sent_by = not_sure] Sent by: ☐ certified mail ☐ mail ☐ fax ☐ email ☐ website ☐ in person
"""
CONDITION = re.compile(r"\[if (not )?(\w+)(?: = (\w+))?\] ?")
PLACEHOLDER = re.compile(r"\{(?:(fact|source):)?(\w+)(!?)\}")


@dataclass(frozen=True)
class Due:
    """Something that the other side must do; the fact says within which time.

    `loans` are the kinds of loan on which it must (empty: every kind that the letter is for).
    The time runs from `since`, a name in COUNTED, once the day of arrival is known. It is not
    owed where the letter is too late for the date `needs`, and never later than the day before
    the date `before`.
    """

    what: str
    fact: str
    loans: tuple[str, ...] = ()
    since: str = "arrival"
    needs: str = ""
    before: str = ""

    def by(self, inputs: Any) -> date | None:
        """The last day for it: the other side's dates never come out too early."""
        start, known = arrived(self.since, inputs), fact(self.fact)
        if start is None:
            return None
        is_business = known.unit == "business days"
        within = last_business_day_within if is_business else last_day_within
        day, limit = within(known.number, start), getattr(inputs, self.before or "", None)
        return day if limit is None else min(day, last_day_more_than(0, limit))


@dataclass(frozen=True)
class Letter:
    """One letter. `loans` are the kinds of loan it is for (empty: every kind); for another kind
    `instead` says which letter to use. `closing` stands over the line for the signature, and
    `signers` is how many have one. `checks` hold its dates against its rule."""

    slug: str
    title: str
    fields: tuple[str, ...]
    subject: str
    text: str
    facts: tuple[str, ...]
    loans: tuple[str, ...] = ()
    instead: str = ""
    salutation: str = "To whom it may concern:"
    closing: str = "Sincerely,"
    signers: int = 2
    due: tuple[Due, ...] = field(default=())
    checks: tuple[Check, ...] = field(default=())

    @property
    def asks_arrival(self) -> bool:
        """Whether the day on which the letter arrived decides anything."""
        decides = any(check.day in COUNTED and check.fact for check in self.checks)
        return bool(self.due) or decides or "sale_date" in self.fields

    @cached_property
    def inputs(self) -> type:
        """The form: every box may stay empty, and is then a line to fill in by hand."""
        names = [*self.fields, *FOOTER, *(["received_date"] if self.asks_arrival else [])]
        form = [(name, *FIELDS[name]) for name in names]
        return make_dataclass(self.slug, form, frozen=True, kw_only=True)


def fill_in(letter: Letter, inputs: Any, titles: Mapping[str, str]) -> Reply:
    """The reply: the letter's text, by when an answer is due, and what its dates and figures say.

    `titles` are those of the letters by slug. Raises Refused for a kind of loan that the letter's
    rule does not reach.
    """
    kind = getattr(inputs, "loan_kind", None)
    if letter.loans and kind is not None and kind not in letter.loans:
        raise refuse("loan_kind", letter.instead)
    said = list(spoken((*letter.checks, *ARRIVAL), inputs))
    too_late = {check.of for check, _, _ in said if check.day in COUNTED and check.warns}
    due = [
        each
        for each in letter.due
        if (kind is None or not each.loans or kind in each.loans) and each.needs not in too_late
    ]
    notes = [note(check, day, of, titles) for check, day, of in said]
    named = [name for what, name, _ in PLACEHOLDER.findall(letter.text) if what]
    heard = [check.fact for check, _, _ in said if check.fact]
    return {
        "ok": True,
        "letter": letter.slug,
        "inputs": written(inputs),
        "text": _text(letter, inputs),
        "due": [_owed(each, inputs) for each in due],
        "notes": [{"kind": each.kind, "text": each.text} for each in notes],
        "questions": questions_of(inputs, doubts_in_letter(inputs)),
        "facts": list(dict.fromkeys([*named, *letter.facts, *heard, *(each.fact for each in due)])),
    }


def _owed(due: Due, inputs: Any) -> dict[str, str | None]:
    by = due.by(inputs)
    return {
        "what": due.what,
        "within": fact(due.fact).text,
        "by": by.isoformat() if by else None,
    }


def _text(letter: Letter, inputs: Any) -> str:
    """The whole letter with what was typed, and lines to write on where nothing was."""
    known = {box.name: (box, getattr(inputs, box.name)) for box in boxes(letter.inputs)}
    box, home = known["property_address"]
    # "Home:" is one line.
    home = home or known["your_address"][1]
    known["property_address"] = (box, home and ", ".join(home.splitlines()))
    sign = [SIGN, *[SIGN_TOO] * (letter.signers - 1)]
    whole = "\n".join([HEAD, letter.text.strip(), "", *sign, FOOT])
    for name, words in (
        ("salutation", letter.salutation),
        ("subject", letter.subject),
        ("closing", letter.closing),
        ("line", LINE),
    ):
        whole = whole.replace(f"{{{name}}}", words)
    kept = [
        line for line in (_kept(each, known) for each in whole.splitlines()) if line is not None
    ]
    text = PLACEHOLDER.sub(lambda place: _filled(place, known), "\n".join(kept))
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
        is_story = isinstance(box.kind, ParagraphKind) and not isinstance(box.kind, AddressKind)
        line = LINES if is_story else LINE
        return line if is_named else f"{line} ({label})"
    text: str = box.kind.pretty(value)
    return text
