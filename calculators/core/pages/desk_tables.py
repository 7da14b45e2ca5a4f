"""The tables of the sheets for a counselor's desk: steps, days, promises, referrals and choices.

Each has its rows from a reply, and some more for a hand.
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from calculators.core.answers import Reply
from calculators.core.pages.sheet import Column, in_lines, row, table

BOX = "\N{BALLOT BOX}"
STEPS = (
    Column("What"),
    Column("Who", "sheet-narrow"),
    Column("By when", "sheet-day"),
    Column("Done on", "sheet-narrow"),
)
DAYS = (Column("Day", "sheet-day"), Column("What"), Column("Days left", "sheet-narrow"))
PROMISES = (
    Column("Day, and with whom", "sheet-some"),
    Column("They promised"),
    Column("The client promised"),
    Column("Next, by", "sheet-some"),
)
REFERRALS = (
    Column("Whom, and for what"),
    Column("Phone or site", "sheet-some"),
    Column("Referred on", "sheet-narrow"),
)
CHOICES = (
    Column("Choice"),
    Column("Both payments, a month"),
    Column("All paid, to each loan’s end"),
    Column("Cash now"),
)
ACTS = {"hold": "First. ", "today": "", "week": "", "month": ""}


def steps(found: Iterable[Mapping[str, str]]) -> str:
    rows = [
        row(STEPS, (f"{BOX} {escape(ACTS[each['part']] + each['what'])}", "Client", each["by"], ""))
        for each in found
    ]
    by_counselor = [row(STEPS, (f"{BOX} ", "Counselor", "", ""))] * 2
    return table("Steps", STEPS, [*rows, *by_counselor], 2 if rows else 6, quiet=True)


def days(dates: Iterable[Mapping[str, Any]], empty: int) -> str:
    rows = [
        row(
            DAYS,
            (
                f"{'About ' if each['about'] else ''}{each['text']}",
                escape(each["what"]),
                escape(each["left"]),
            ),
        )
        for each in dates
    ]
    return table("Days", DAYS, rows, empty, quiet=True)


def promises(found: Iterable[Mapping[str, str]]) -> str:
    rows = [
        row(
            PROMISES,
            (
                in_lines("\n".join(filter(None, (each["day"], each["who"])))),
                in_lines(each["they"]),
                in_lines(each["you"]),
                in_lines(f"{each['next']}\n{_by(each)}".strip()),
            ),
        )
        for each in found
    ]
    return table("From the log, newest first", PROMISES, rows, 1 if rows else 2, quiet=True)


def _by(promise: Mapping[str, str]) -> str:
    return f"By {promise['by']}. {promise['left']}" if promise["by"] else ""


def referrals(reply: Reply) -> str:
    rows = [
        row(REFERRALS, (escape(each["says"]), escape(each["text"]), "")) for each in reply["calls"]
    ]
    letters = [
        row(REFERRALS, (f"Letter: {escape(each['title'])}", escape(each["waits"]), ""))
        for each in reply["letters"]
    ]
    known = [*rows, *letters]
    return table("People, offices and papers", REFERRALS, known, 2 if known else 4, quiet=True)


def choices(found: Iterable[Mapping[str, Any]]) -> str:
    rows = []
    for each in found:
        payment = each["payment"] or ("Ask for terms" if each["asks"] else "The rent")
        figures = (payment, each["total"] or "", each["cash"] or "")
        rows.append(row(CHOICES, (escape(each["name"]), *map(escape, figures))))
    return table("Estimates, if the lender agrees", CHOICES, rows, 0 if rows else 3)
