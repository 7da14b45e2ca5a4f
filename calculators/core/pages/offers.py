"""The HTML of two offers side by side: the form, and the sheet."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from calculators.core.answers import Reply
from calculators.core.pages.form import Form, fieldsets
from calculators.core.pages.sheet import Column, heads, row, sheet, sheet_place, table, write_in

NAME = "offers"
# A row with a bar at its side, which prints.
DIFFERS = "sheet-differs"
COLUMNS = (
    Column("Terms", "sheet-some"),
    Column("Offer 1"),
    Column("Offer 2"),
    Column("What differs"),
)


def offers_section(
    title: str, owed: type, inputs: type, offers: Sequence[str], labels: Iterable[str], base: str
) -> str:
    """The boxes of what is owed and of each offer, and the blank sheet, on one line. A script shows
    the boxes: it alone can hold what is typed."""
    parts = [(NAME, "What both start from", owed)]
    parts += [(slug, f"Offer {number}", inputs) for number, slug in enumerate(offers, 1)]
    groups = "".join(
        f'<fieldset class="calc-group"><legend>{legend}</legend>'
        f"{''.join(fieldsets(Form(slug, title, legend, asked), slug))}</fieldset>"
        for slug, legend, asked in parts
    )
    return (
        f'<section class="calc sheet-form" data-sheet-form="{NAME}" data-name="{escape(title)}" '
        'aria-label="The two offers" data-search-exclude hidden>'
        '<p class="calc-private">What you type stays on this device. Nothing is sent.</p>'
        f'<form method="dialog" novalidate autocomplete="off">{groups}'
        '<div class="calc-buttons"><button type="submit" class="md-button md-button--primary">'
        "Show them side by side</button></div></form></section>"
        f"{sheet_place(NAME, 'the two offers', blank_offers(labels), base)}"
    )


def blank_offers(labels: Iterable[str], name: str = "", loan: str = "") -> str:
    rows = [row(COLUMNS, (f"<strong>{escape(label)}</strong>", "", "", "")) for label in labels]
    return _sheet(_heads(name, loan, ""), "", table("Two offers", COLUMNS, rows, quiet=True))


def offers_html(reply: Reply, name: str = "", loan: str = "") -> str:
    """The offers side by side, or the blank sheet under what to look at again; empty where there is
    neither."""
    wrong = "".join(f"<li>{escape(each)}</li>" for each in reply["wrong"])
    again = f'<div class="sheet-wrong"><p>Please look again at:</p><ul>{wrong}</ul></div>'
    if not reply["offers"]:
        labels = (each["label"] for each in reply["rows"])
        return again + blank_offers(labels, name, loan) if wrong else ""
    both = len(reply["offers"]) > 1
    columns = COLUMNS if both else (COLUMNS[0], COLUMNS[reply["offers"][0]])
    rows = [
        row(columns, _cells(each, both), "" if each["same"] else DIFFERS)
        for each in reply["rows"]
        if any(each["cells"])
    ]
    shown = table("Two offers", columns, rows, quiet=True)
    about = _heads(name, loan, reply["day"])
    return (again if wrong else "") + _sheet(about, reply["verdict"], shown)


def _heads(name: str, loan: str, day: str) -> str:
    return heads((("Name", name), ("Loan number", loan), ("Date", day)))


def _cells(each: Mapping[str, Any], both: bool) -> list[str]:
    said = escape(each["differs"])
    said = said if each["same"] else f"<strong>{said}</strong>"
    cells = [f"<strong>{escape(each['label'])}</strong>", *map(escape, each["cells"])]
    return [*cells, said] if both else cells


def _sheet(about: str, verdict: str, shown: str) -> str:
    lead = f'<p class="sheet-lead">{escape(verdict)}</p>' if verdict else ""
    ask = write_in("What to ask before I sign", 3)
    return sheet("Two offers side by side", (about, lead, shown, ask), NAME)
