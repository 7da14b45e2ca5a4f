"""Runs every row of tests/cases: numbers that were obtained without our code."""

import tomllib
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from calculators import CALCULATORS, run
from tests.asked import apr_of

CASES = Path(__file__).parent / "cases"
# `notes` and `never` are phrases that some note has, or none; `cells` are whole cells of a table.
KEYS = {
    "name", "why", "origin", "given", "expect", "expect_rounded", "refused", "notes", "never",
    "cells", "questions", "facts",
}  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    path = CASES / f"{name}.toml"
    # That a file is missing is said once, by the test of what a table needs.
    return tomllib.loads(path.read_text(encoding="utf-8"))["case"] if path.exists() else []


CALCULATOR_ROWS = [
    pytest.param(slug, row, id=f"{slug}: {row['name']}")
    for slug in CALCULATORS
    for row in rows(slug)
]


@pytest.mark.parametrize(("slug", "row"), CALCULATOR_ROWS)
def test_case(slug: str, row: dict[str, Any]) -> None:
    assert set(row) <= KEYS and row["why"] and row["origin"]
    reply = run(slug, row["given"])
    if "refused" in row:
        assert not reply["ok"], "this should have been refused"
        assert row["refused"] in [error["field"] for error in reply["errors"]]
        return
    assert reply["ok"], reply
    for key, expected in row.get("expect", {}).items():
        assert reply["figures"][key] == (None if expected == "null" else expected), key
    for key, expected in row.get("expect_rounded", {}).items():
        places = Decimal(expected)
        assert Decimal(reply["figures"][key]).quantize(places, ROUND_HALF_UP) == places, key
    said = " ".join(note["text"] for note in reply["notes"])
    for phrase in row.get("notes", []):
        assert phrase in said
    for phrase in row.get("never", []):
        assert phrase not in said
    shown = {cell for table in reply["tables"].values() for line in table["rows"] for cell in line}
    assert set(row.get("cells", [])) <= shown
    asked = {question["field"]: question["suggestion"] for question in reply["questions"]}
    for field, suggestion in row.get("questions", {}).items():
        assert asked[field] == (None if suggestion == "null" else suggestion), field
    assert set(row.get("facts", [])) <= set(reply["facts"])


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in rows("apr")])
def test_apr_case(row: dict[str, Any]) -> None:
    apr = apr_of(row)
    if "expect" in row:
        assert str(apr) == row["expect"]
    else:
        places = Decimal(row["expect_rounded"])
        assert apr.quantize(places, ROUND_HALF_UP) == places


@pytest.mark.parametrize("slug", CALCULATORS)
def test_origins_are_varied(slug: str) -> None:
    """A mistake in one origin must not decide the table."""
    assert (CASES / f"{slug}.toml").exists(), f"write tests/cases/{slug}.toml: README says how"
    table = rows(slug)
    origins = Counter(row["origin"] for row in table)
    assert len(table) >= 12 and len(origins) >= 2
    name, count = origins.most_common(1)[0]
    assert count <= 0.4 * len(table), f"{name} has {count} of {len(table)} rows: 40 % is the most"
