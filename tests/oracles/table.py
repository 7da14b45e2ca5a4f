"""Holds what a method makes of the rows of a table in tests/cases against the table, figure by figure."""

import tomllib
from fractions import Fraction
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"


class Refused(Exception):
    """The field that gets the error."""


def rows(slug):
    return tomllib.loads((CASES / f"{slug}.toml").read_text("utf-8"))["case"]


def half_up(figure, places=0):
    """A figure as a whole number of the last place that is kept; a half goes away from zero."""
    whole = (abs(Fraction(figure)) * 10**places + Fraction(1, 2)) // 1
    return -whole if Fraction(figure) < 0 else whole


def agrees(figure, wanted, key, is_rounded):
    """The same text, or rounded as the table has it."""
    if not is_rounded or "null" in (figure, wanted):
        return figure == wanted
    places = len(wanted.partition(".")[2])
    return half_up(figure, places) == half_up(wanted, places)


def check(slug, answer, agrees=agrees, show=False, partly=False, refuses=False):
    """Hold the rows against `answer(given)`, figures by key; returns how many differ.

    `partly`: figures that the method cannot give are left out. `refuses`: it raises Refused where the calculator would;
    without that, rows that are refused are passed over.
    """
    differ = figures = 0
    for row in rows(slug):
        if "refused" in row and not refuses:
            continue
        try:
            found = answer(row["given"])
        except Refused as field:
            found = {"refused": str(field)}
        if show:
            print(row["name"], *(f"  {key} = {figure}" for key, figure in found.items()), sep="\n")
        refused = {"refused": row.get("refused")} if {"refused"} & {*row, *found} else {}
        for wanted, is_rounded in (
            (row.get("expect", {}) | refused, False),
            (row.get("expect_rounded", {}), True),
        ):
            for key, value in wanted.items():
                if partly and key not in found:
                    continue
                figures += 1
                if not agrees(found.get(key), value, key, is_rounded):
                    differ += 1
                    print(
                        f"DIFFERS {slug}: {row['name']}: {key}: table {value}, here {found.get(key)}"
                    )
    print(f"{slug}: {figures} figures compared, {differ} differ")
    return differ
