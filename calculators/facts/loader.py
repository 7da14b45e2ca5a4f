"""Reads facts/*.toml, strictly: an unknown key, a gap or a duplicate stops the build by name."""

import tomllib
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from typing import Any

from calculators.facts.fact import OTHER_UNITS, UNITS, Fact, FactError, Period, Value

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
OPTIONAL = {"since": date, "ended": date, "note": str, "earlier": list}
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
            facts[fact_id] = _read(where, fact_id, table)
    return facts


def _read(where: str, fact_id: str, table: Any) -> Fact:
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
    if table["check_by"] <= table["checked"]:
        raise FactError(f"{where}: check_by must be after checked")
    return Fact(
        id=fact_id,
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
        ended=table.get("ended"),
        note=table.get("note", ""),
    )


def _check_keys(where: str, table: Any) -> None:
    if not isinstance(table, dict):
        raise FactError(f"{where}: a fact is a [table]")
    allowed = {"value", *REQUIRED, *OPTIONAL}
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
