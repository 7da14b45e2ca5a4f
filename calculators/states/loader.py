"""Reads states/offices.toml, strictly: an unknown key, state, fact or address stops the build by
name, and so does a state twice."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from calculators.facts import FACTS
from calculators.states.state import Office, State

KIND = {"label": str, "fact": str, "at": dict}
OFFICE = {"name": str, "url": str}


class StatesError(ValueError):
    """A list of offices that must not be published; the message says where and why."""


def load_folder(folder: Path) -> tuple[State, ...]:
    """The states by name. Raises StatesError naming the table and what is wrong with it."""
    try:
        table = tomllib.loads((folder / "offices.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise StatesError(f"offices.toml: {error}") from error
    return read_states(table)


def read_states(table: Mapping[str, Any]) -> tuple[State, ...]:
    """The states from their tables. Raises StatesError."""
    names = dict(table.get("names", {}))
    if sorted(names.values()) != list(names.values()) or len(set(names.values())) < len(names):
        raise StatesError("names: each state once, by name")
    offices: dict[str, list[Office]] = {code: [] for code in names}
    for kind, rows in table.items():
        if kind == "names":
            continue
        _check(kind, rows, KIND, set(KIND))
        if rows["fact"] not in FACTS:
            raise StatesError(f"{kind}: there is no fact {rows['fact']!r}")
        for code, row in rows["at"].items():
            if code not in names:
                raise StatesError(f"{kind}: there is no state {code!r}")
            offices[code].append(_office(f"{kind}: {code}", rows, row))
    return tuple(
        State(code, name, tuple(offices[code]), tuple(f for f in FACTS.values() if f.place == code))
        for code, name in names.items()
    )


def _office(where: str, kind: Mapping[str, Any], row: Any) -> Office:
    _check(where, row, OFFICE, set())
    if not row:
        raise StatesError(f"{where}: a name or an address")
    if row.get("url", "https://").startswith("https://"):
        return Office(kind["label"], row.get("name", ""), row.get("url", ""), FACTS[kind["fact"]])
    raise StatesError(f"{where}: url must start with https://")


def _check(where: str, table: Any, keys: Mapping[str, type], needed: set[str]) -> None:
    if not isinstance(table, dict):
        raise StatesError(f"{where}: must be a table")
    if unknown := sorted(set(table) - set(keys)):
        raise StatesError(f"{where}: unknown key {unknown[0]!r}")
    if missing := sorted(needed - set(table)):
        raise StatesError(f"{where}: {missing[0]!r} is missing")
    for key, value in table.items():
        if not isinstance(value, keys[key]) or not value:
            raise StatesError(f"{where}: {key!r} must be a {keys[key].__name__}, and not empty")
