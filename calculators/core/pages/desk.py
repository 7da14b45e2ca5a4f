"""The HTML of the sheets for a counselor's desk: the action plan, and the summary on one page.

Each is made from one reply; with nothing in it, it is the blank sheet.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import calculators.core.pages.desk_tables as tables
from calculators.core.answers import Reply
from calculators.core.pages.desk_tables import BOX
from calculators.core.pages.sheet import heads, part, sheet, write_in

TICKED = "\N{BALLOT BOX WITH X}"
GOALS = (
    "Keep the home",
    "Lowest payment now",
    "Least in all",
    "Out fastest",
    "Catch up",
    "Sell in good order",
    "Other:",
)
# What a summary has room for on one page, and how many rows are left to a hand.
MOST_SAID, MOST_NUMBERS, MOST_CHOICES, MOST_DATES, MOST_STEPS = 6, 12, 4, 5, 5
MOST_GONE = 2
MORE = "More numbers stand in My figures."


def action_plan_html(reply: Reply) -> str:
    """The plan that a counselor and a client set up together, with room for both to write."""
    about = (
        ("Client", reply["name"]),
        ("Date", reply["day"]),
        ("Home", reply["home"]),
        ("Loan number", reply["loan"]),
        ("Counselor and agency", ""),
        ("Counselor’s phone", ""),
    )
    return sheet(
        "Action plan",
        (
            heads(about),
            part("1. What the client needs", _need(reply)),
            part("2. The client’s month", _month(reply["month"])),
            part("3. What the client wants", _goals(reply["goal"])),
            part("4. Choices talked about", tables.choices(reply["choices"])),
            part("5. Who does what, and by when", tables.steps(reply["steps"])),
            part("6. Days to watch", tables.days(reply["dates"], 2)),
            part("7. What was promised so far", tables.promises(reply["promises"])),
            part("8. Where else to get help", tables.referrals(reply)),
            part("9. When to talk again", _again()),
            part("10. Agreed", _signed()),
        ),
        "plan",
    )


def summary_html(reply: Reply) -> str:
    """A household on one page."""
    about = (("Name", reply["name"]), ("Date", reply["day"]), ("Loan number", reply["loan"]))
    steps = [step for step in reply["steps"] if step["part"] != "month"]
    return sheet(
        "Summary",
        (
            heads(about),
            part("Situation", _situation(reply)),
            part("Numbers", _numbers(reply["numbers"], reply["month"])),
            part("Choices", tables.choices(reply["choices"][:MOST_CHOICES])),
            part("Dates", tables.days(_some(reply["dates"]), 1 if reply["dates"] else 3)),
            part("Next steps", _next(steps[:MOST_STEPS])),
            write_in("Notes", 3),
        ),
        "summary",
    )


def _some(dates: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The last days that have gone by, and as many to come as there is room for."""
    gone = [each for each in dates if each.get("gone")]
    return [*gone[-MOST_GONE:], *(each for each in dates if each not in gone)][:MOST_DATES]


def _need(reply: Reply) -> str:
    said = " ".join([*reply["said"], *reply["sums"]])
    known = f"<p>{escape(said)}</p>" if said else ""
    numbers = _pairs(reply["numbers"]) if reply["numbers"] else ""
    words = write_in("What happened, and since when", 2, reply["happened"])
    return f"{known}{numbers}{words}{write_in('What the counselor sees', 2)}"


def _situation(reply: Reply) -> str:
    said = " ".join([*reply["said"][:MOST_SAID], *reply["sums"]])
    return f"<p>{escape(said)}</p>" if said else write_in("", 3)


def _pairs(rows: Sequence[Mapping[str, str]]) -> str:
    if rows:
        return heads((each["label"], each["text"]) for each in rows)
    return heads(
        (label, "")
        for label in (
            "Owed on the second, and its rate",
            "Payment on the second, and payments missed",
            "Owed on the first, and its payment",
            "What the home is worth",
            "Money in each month",
            "Most the client can pay on the second",
        )
    )


def _numbers(numbers: Sequence[Mapping[str, str]], month: Sequence[Mapping[str, str]]) -> str:
    """The month, and as many other numbers as there is room for."""
    kept = numbers[: MOST_NUMBERS - len(month)]
    more = f"<p>{MORE}</p>" if len(kept) < len(numbers) else ""
    return _pairs([*kept, *month]) + more


def _month(rows: Sequence[Mapping[str, str]]) -> str:
    if rows:
        return heads((each["label"], each["text"]) for each in rows)
    labels = ("Money in each month", "Money out each month", "Left over", "Most for the second")
    return heads((label, "") for label in labels)


def _goals(chosen: str) -> str:
    items = "".join(
        f"<li>{TICKED if each == chosen else BOX} {escape(each)}</li>" for each in GOALS
    )
    return f'<ul class="sheet-ticks">{items}</ul>'


def _next(steps: Iterable[Mapping[str, str]]) -> str:
    items = [
        f"<li>{BOX} {escape(each['what'])}{f' By {each["by"]}.' if each['by'] else ''}</li>"
        for each in steps
    ]
    items += [f'<li>{BOX} <span class="sheet-rest"></span></li>'] * (1 if items else 4)
    return f'<ul class="sheet-ticks sheet-tall">{"".join(items)}</ul>'


def _again() -> str:
    return heads(
        (
            ("Next talk: day and time", ""),
            ("By phone, online, letter or in person", ""),
            ("Who calls whom", ""),
            ("What would change this plan", ""),
        )
    )


def _signed() -> str:
    signed = heads(
        (
            ("Client, and date", ""),
            ("Other client, and date", ""),
            ("Counselor, and date", ""),
        )
    )
    ticks = ("The client has a copy.", "A copy is in the client’s file.")
    items = "".join(f"<li>{BOX} {each}</li>" for each in ticks)
    return f'{signed}<ul class="sheet-ticks">{items}</ul>'
