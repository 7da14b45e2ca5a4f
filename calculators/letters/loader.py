"""Reads letters/*.toml, strictly: an unknown key, field or fact stops the build by name."""

import re
import tomllib
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any

from calculators.facts import FACTS
from calculators.letters.checks import COUNTED, LIMITS, SAID, Check
from calculators.letters.fields import FIELDS, HEADER
from calculators.letters.letter import CONDITION, PLACEHOLDER, Due, Letter

SAID_PLACE = re.compile(r"\{(\w*)\}")
REQUIRED = {"title": str, "order": int, "subject": str, "text": str, "facts": list}
OPTIONAL = {
    "fields": list,
    "loans": list,
    "instead": str,
    "salutation": str,
    "closing": str,
    "signers": int,
    "due": list,
    "check": list,
}
DUE = {each.name for each in dataclass_fields(Due)}
CHECK = {each.name for each in dataclass_fields(Check)}


class LetterError(ValueError):
    """A letter that must not be published; the message says which and why."""


def load_folder(folder: Path) -> dict[str, Letter]:
    """All letters by slug, in their order. Raises LetterError naming the file."""
    tables = {}
    for path in folder.glob("*.toml"):
        try:
            tables[path.stem] = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LetterError(f"{path.name}: {error}") from error
        _check_keys(path.name, tables[path.stem])
    slugs = sorted(tables, key=lambda slug: (tables[slug]["order"], slug))
    letters = {slug: _read(slug, tables[slug]) for slug in slugs}
    for letter in letters.values():
        for check in letter.checks:
            if check.instead and check.instead not in letters:
                raise LetterError(f"{letter.slug}: there is no letter {check.instead!r}")
    return letters


def _check_keys(where: str, table: dict[str, Any]) -> None:
    if unknown := sorted(set(table) - {*REQUIRED, *OPTIONAL}):
        raise LetterError(f"{where}: unknown key {unknown[0]!r}")
    if missing := sorted(set(REQUIRED) - set(table)):
        raise LetterError(f"{where}: {missing[0]!r} is missing")
    for key, kind in (REQUIRED | OPTIONAL).items():
        if key in table and not isinstance(table[key], kind):
            raise LetterError(f"{where}: {key!r} must be a {kind.__name__}")
    _check_rows(where, table)
    if ("loans" in table) != ("instead" in table):
        raise LetterError(f"{where}: 'loans' and 'instead' go together")


def _check_rows(where: str, table: dict[str, Any]) -> None:
    for row in table.get("due", []):
        if not {"what", "fact"} <= set(row) <= DUE:
            raise LetterError(f"{where}: a [[due]] has 'what', 'fact' and perhaps {sorted(DUE)}")
    for row in table.get("check", []):
        if not {"day", "limit", "of", "say"} <= set(row) <= CHECK:
            raise LetterError(f"{where}: a [[check]] has 'day', 'limit', 'of' and 'say'")
        if row["limit"] not in LIMITS:
            raise LetterError(f"{where}: no limit is called {row['limit']!r}")
        if odd := sorted(set(SAID_PLACE.findall(row["say"])) - set(SAID)):
            raise LetterError(f"{where}: a check can't say {odd[0]!r}")
        if ("{instead}" in row["say"]) != ("instead" in row):
            raise LetterError(f"{where}: a check names the letter to use instead in 'say'")


def _read(slug: str, table: dict[str, Any]) -> Letter:
    fields = (*HEADER, *table.get("fields", []))
    checks = tuple(Check(**row) for row in table.get("check", []))
    due = tuple(Due(**row | {"loans": tuple(row.get("loans", []))}) for row in table.get("due", []))
    named = {name for what, name, _ in PLACEHOLDER.findall(table["text"]) if not what}
    asked = {match[1] for match in CONDITION.findall(table["text"])}
    if unknown := sorted((set(fields) | named | asked) - set(FIELDS)):
        raise LetterError(f"{slug}: there is no field {unknown[0]!r}; see letters/fields/")
    if unknown := sorted((named | asked) - set(fields)):
        raise LetterError(f"{slug}: the text uses {unknown[0]!r}, which its fields leave out")
    if unused := sorted(set(fields) - named - asked - set(HEADER) - {"loan_kind"}):
        raise LetterError(f"{slug}: no line of the text uses {unused[0]!r}")
    dates = {name for check in checks for name in (*check.fields, *check.when)}
    dates |= {name for each in due for name in (each.needs, each.before) if name}
    if unknown := sorted(dates - {*fields, "received_date", *COUNTED["application"]}):
        raise LetterError(f"{slug}: a check uses {unknown[0]!r}, which its fields leave out")
    facts = {name for what, name, _ in PLACEHOLDER.findall(table["text"]) if what}
    facts |= {*table["facts"]} | {each.fact for each in due}
    facts |= {each.fact for each in checks if each.fact}
    if unknown := sorted(facts - set(FACTS)):
        raise LetterError(f"{slug}: there is no fact {unknown[0]!r}")
    return Letter(
        slug=slug,
        title=table["title"],
        fields=fields,
        subject=table["subject"],
        text=table["text"],
        facts=tuple(table["facts"]),
        loans=tuple(table.get("loans", [])),
        instead=table.get("instead", ""),
        due=due,
        checks=checks,
        **{key: table[key] for key in ("salutation", "closing", "signers") if key in table},
    )
