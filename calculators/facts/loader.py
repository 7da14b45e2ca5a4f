"""Reads facts/*.toml, strictly: an unknown key, a gap or a duplicate stops the build by name.

A fact says when it must be read again (`check_by`): no later than OLD_TEXT_MONTHS after the date
of the text, or LEAST_MONTHS after the day on which somebody read it, whichever is later. So an old
text, or one without a date, gets little time. A day that the fact names must not pass in between.
"""

import re
import tomllib
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from typing import Any

from calculators.facts.fact import (
    OLD_TEXT_MONTHS,
    OTHER_UNITS,
    UNITS,
    UNKNOWN_TEXT,
    Fact,
    FactError,
    Period,
    Value,
    add_months,
)

REQUIRED = {
    "says": str,
    "unit": str,
    "scope": list,
    "place": str,
    "source": str,
    "url": str,
    "basis": str,
    "checked": date,
    "check_by": date,
}
OPTIONAL = {"since": date, "ended": date, "note": str, "earlier": list, "spanish": str}
# A day, or as a string a month, a year, or that the text carries no date.
TEXT_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
# Time to read again what rests on an old text.
LEAST_MONTHS = 6
SCOPES = {"closed-end", "heloc", "first-lien", "any"}
BASES = {"primary", "secondary", "assumption"}


def load_folder(folder: Path) -> dict[str, Fact]:
    """All facts of all TOML files, by id. Raises FactError naming the file and the fact."""
    facts: dict[str, Fact] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise FactError(f"{path.name}: {error}") from error
        for fact_id, table in tables.items():
            where = f"{path.name}: {fact_id}"
            if fact_id in facts:
                raise FactError(f"{where}: another file has a fact of this name")
            facts[fact_id] = _read(where, fact_id, path.stem, table)
    return facts


def _read(where: str, fact_id: str, subject: str, table: Any) -> Fact:
    _check_keys(where, table)
    value = _value(where, table["unit"], table["value"])
    earlier = tuple(_period(where, table["unit"], row) for row in table.get("earlier", []))
    periods = (*earlier, Period(value, table.get("since")))
    begins = [period.since for period in periods[1:]]
    if None in begins or any(
        a.since is not None and b.since is not None and a.since >= b.since
        for a, b in pairwise(periods)
    ):
        raise FactError(f"{where}: earlier values need rising `since` dates, oldest first")
    known = Fact(
        id=fact_id,
        subject=subject,
        says=table["says"],
        unit=table["unit"],
        scope=tuple(table["scope"]),
        place=table["place"],
        source=table["source"],
        url=table["url"],
        basis=table["basis"],
        checked=table["checked"],
        check_by=table["check_by"],
        periods=periods,
        text_date=_text_date(where, table),
        ended=table.get("ended"),
        note=table.get("note", ""),
        spanish=table.get("spanish", ""),
    )
    _check_dates(where, known)
    return known


def _text_date(where: str, table: dict[str, Any]) -> str:
    """The key `text_date` as ISO text. Only what rests on no page may do without it."""
    if "text_date" not in table:
        if table["url"]:
            raise FactError(f"{where}: 'text_date' is missing")
        return ""
    given = table["text_date"]
    text = given if isinstance(given, str) else str(given) if isinstance(given, date) else ""
    if text == UNKNOWN_TEXT:
        return text
    try:
        if not TEXT_DATE.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        wanted = f'text_date is a day, "2024-08", "2024" or "{UNKNOWN_TEXT}"'
        raise FactError(f"{where}: {wanted}") from None
    return text


def _check_dates(where: str, known: Fact) -> None:
    """When the fact must be read again, as the module says. Raises FactError."""
    if known.check_by <= known.checked:
        raise FactError(f"{where}: check_by must be after checked")
    if known.text_day is not None and known.text_day > known.checked:
        raise FactError(f"{where}: text_date is after checked")
    latest = latest_check(known)
    if known.check_by > latest:
        raise FactError(
            f"{where}: check_by must not be after {latest}: its text is too old for that"
        )
    named = [known.value, known.periods[-1].since, known.ended]
    for day in named:
        if isinstance(day, date) and known.checked < day < known.check_by:
            raise FactError(
                f"{where}: {day} passes before check_by, and the sentence is stale then"
            )


def latest_check(known: Fact) -> date:
    """The last day for `check_by`; what ended before it was read is history, and can wait."""
    if (known.ended is not None and known.ended < known.checked) or known.text_date == "":
        return add_months(known.checked, 24)
    soon = add_months(known.checked, LEAST_MONTHS)
    if known.text_day is None:
        return soon
    return max(soon, add_months(known.text_day, OLD_TEXT_MONTHS))


def _check_keys(where: str, table: Any) -> None:
    if not isinstance(table, dict):
        raise FactError(f"{where}: a fact is a [table]")
    allowed = {"value", "text_date", *REQUIRED, *OPTIONAL}
    if unknown := sorted(set(table) - allowed):
        raise FactError(f"{where}: unknown key {unknown[0]!r}; known: {sorted(allowed)}")
    if missing := sorted({"value", *REQUIRED} - set(table)):
        raise FactError(f"{where}: {missing[0]!r} is missing")
    for key, kind in (REQUIRED | OPTIONAL).items():
        if key in table and (not isinstance(table[key], kind) or isinstance(table[key], datetime)):
            raise FactError(f"{where}: {key!r} must be a {kind.__name__}")
        may_be_empty = key == "url" and table.get("basis") == "assumption"
        if table.get(key) in ("", []) and not may_be_empty:
            raise FactError(f"{where}: {key!r} is empty")
    if not set(table["scope"]) <= SCOPES:
        raise FactError(f"{where}: scope must be of {sorted(SCOPES)}")
    if table["basis"] not in BASES:
        raise FactError(f"{where}: basis must be one of {sorted(BASES)}")
    if "spanish" in table and table["unit"] != "text":
        raise FactError(f"{where}: 'spanish' is for text; numbers are written by themselves")
    if table["url"] and not table["url"].startswith("https://"):
        raise FactError(f"{where}: url must start with https://")


def _period(where: str, unit: str, row: Any) -> Period:
    if not isinstance(row, dict) or set(row) != {"value", "since"}:
        raise FactError(f"{where}: an earlier value is {{ value = ..., since = ... }}")
    return Period(_value(where, unit, row["value"]), row["since"])


def _value(where: str, unit: str, value: Any) -> Value:
    """The value in the type of its unit; decimals are written as strings."""
    if unit not in UNITS and unit not in OTHER_UNITS:
        raise FactError(f"{where}: unit must be one of {[*UNITS, *OTHER_UNITS]}")
    if unit == "date" and isinstance(value, date) and not isinstance(value, datetime):
        return value
    if unit in ("phone", "text") and isinstance(value, str) and value:
        return value
    if unit in ("percent", "points", "dollars") and isinstance(value, str):
        try:
            return Decimal(value)
        except InvalidOperation:
            pass
    if unit not in ("date", "phone", "text") and type(value) is int:
        return value
    raise FactError(f"{where}: {value!r} is no value in {unit}")
