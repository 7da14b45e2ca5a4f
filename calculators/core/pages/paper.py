"""An answer on paper, to lay before others: what went in, what came out, and what it supposes.

Made from the reply alone. The page's advice to the reader is no part of it, nor are warnings,
questions, charts, sources and what would change the answer most.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from html import escape

from calculators.core.answers import Calculator, Reply, Table
from calculators.core.files import in_tables, shown_figures
from calculators.core.forms import DATE, MONEY, boxes, load
from calculators.core.pages.table import prose, table_html, value_html

LONGEST = 120
ESTIMATE = "An estimate from the figures above. It is no offer, and no promise to pay."
KEEP = "These papers are for you. What goes to a lender is in the other pile."
MOST = (
    "This sheet is for you: what you said that you can pay on the second mortgage. Have it beside "
    "you when you call. Promise no more."
)
EXAMPLE = "Our worked example: these are nobody’s figures."


@dataclass(frozen=True)
class Head:
    """What stands over an answer on paper: the reader's own day, and as typed or empty, who it is
    for and which loan it is about."""

    day: date
    name: str = ""
    loan: str = ""


def weekday(day: date) -> str:
    """Thursday, November 26, 2026."""
    return f"{day:%A}, {DATE.pretty(day)}"


def answer_paper(
    calculator: Calculator,
    reply: Reply,
    head: Head,
    opened: Collection[str] = (),
    is_example: bool = False,
    for_reader: bool = False,
) -> str:
    """One answer for a sheet of its own; `opened` are the folded tables that shall come along.

    `for_reader` keeps what is said to the reader alone.
    """
    tables = [table for table in _tables(calculator, opened) if reply["tables"][table.key]["rows"]]
    notes = calculator.calculate(load(calculator.inputs, reply["inputs"])).notes
    assumed = [note.text for note in notes if note.kind == "info" and not note.private]
    private = [note.text for note in notes if note.kind == "warning" or note.private]
    return "".join(
        [
            f'<article class="paper-answer"><h1>{escape(calculator.title)}</h1>',
            f"<p>{EXAMPLE}</p>" if is_example else "",
            head_html(head),
            _inputs(calculator, reply),
            "<h2>The result</h2>",
            _figures(calculator, reply),
            _list("Watch out", "ul", private) if for_reader else "",
            *(
                table_html(calculator, replace(each, folded=False, aside=False), reply)
                for each in tables
            ),
            _list("What it counts and leaves out", "ul", assumed),
            _list("How it was worked out", "ol", reply["steps"]),
            f"<p>{ESTIMATE}</p></article>",
        ]
    )


def cover_paper(titles: Iterable[str], head: Head) -> str:
    """The first sheet of a pile: whose it is, and what is in it."""
    items = "".join(f"<li>{escape(title)}</li>" for title in titles)
    return (
        f'<article class="paper-cover"><h1>Your papers</h1>{head_html(head)}'
        f"<h2>What is in this pile</h2><ol>{items}</ol><p>{KEEP}</p></article>"
    )


def most_paper(title: str, head: Head, amount: Decimal | None) -> str:
    """The most that a reader can pay each month, for the reader alone; by hand where not known."""
    known = "$ ____________" if amount is None else MONEY.pretty(amount)
    return (
        f'<article class="paper-most"><h1>{escape(title)}</h1>{head_html(head)}'
        f'<p class="paper-figure">{known} a month</p><p>{MOST}</p></article>'
    )


def head_html(head: Head) -> str:
    """Name, loan and date; what was not typed is left out."""
    rows = (("Name", head.name), ("Loan", head.loan), ("Date", weekday(head.day)))
    return f'<dl class="paper-head">{_pairs(rows)}</dl>'


def _pairs(rows: Sequence[tuple[str, str]]) -> str:
    kept = ((name, " ".join(text.split())[:LONGEST]) for name, text in rows)
    return "".join(
        f"<div><dt>{name}</dt><dd>{escape(text)}</dd></div>" for name, text in kept if text
    )


def _tables(calculator: Calculator, opened: Collection[str]) -> list[Table]:
    why = {table.explained_by for table in calculator.tables}
    return [
        table
        for table in calculator.tables
        if table.key not in why and (not table.folded or table.key in opened)
    ]


def _inputs(calculator: Calculator, reply: Reply) -> str:
    rows = [
        f'<tr><th scope="row">{escape(box.words.label)}</th>'
        f"<td>{value_html(box.kind, plain, box.kind.pretty(box.kind.load(plain)))}</td></tr>"
        for box in boxes(calculator.inputs)
        if (plain := reply["inputs"][box.name]) is not None and not box.words.hidden
    ]
    table = f'<table class="calc-inputs"><tbody>{"".join(rows)}</tbody></table>'
    return f"<h2>The figures used</h2>{table}"


def _figures(calculator: Calculator, reply: Reply) -> str:
    """The figures under each other, but for those that stand in a table."""
    elsewhere = in_tables(calculator, reply)
    rows = "".join(
        f"<div><dt>{escape(figure.label)}</dt>"
        f"<dd>{value_html(figure.kind, reply['figures'][figure.key], text)}</dd></div>"
        for figure, text in shown_figures(calculator, reply)
        if figure.key not in elsewhere and reply["figures"][figure.key] is not None
    )
    return f'<dl class="calc-figures">{rows}</dl>' if rows else ""


def _list(heading: str, tag: str, sentences: Sequence[str]) -> str:
    items = "".join(f"<li>{prose(each)}</li>" for each in sentences)
    return f"<h2>{heading}</h2><{tag}>{items}</{tag}>" if items else ""
