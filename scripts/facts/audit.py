"""Prints the facts that are due to be checked again, and what the others rest on that is weak.

    scripts/audit                     as of today
    scripts/audit --as-of 2027-01-31  as of that day
    scripts/audit --facts             without the packages

Three lists, the oldest first: facts due by the day, texts that are more than 18 months old on it or
carry no date, and facts that rest on a source no one can vouch for. After them, how many rest on
somebody else's account of the law, and what the locked packages are due for (packages.py), as far
as the network tells. Exit code 1 when a fact is due or a package has a known hole, so that a
calendar job can notice.
"""

import argparse
from collections.abc import Iterable
from datetime import date

from calculators.facts import FACTS, Fact
from scripts.facts import packages

# Sites that sell attention or practice tests: nobody signs what they say about the law.
WEAK_SOURCES = (
    "1099taxguides",
    "accountinginsights",
    "ascentlaw",
    "constructionnynews",
    "finhelp",
    "legalclarity",
    "loansafe",
    "practicetestgeeks",
)


def due(facts: Iterable[Fact], day: date) -> list[Fact]:
    """The facts whose check_by is not after a day."""
    return sorted((each for each in facts if each.check_by <= day), key=lambda each: each.check_by)


def old_texts(facts: Iterable[Fact], day: date) -> list[Fact]:
    """The facts whose text was old on a day, the oldest first; those without a date come last."""
    old = [each for each in facts if each.has_old_text(day)]
    return sorted(old, key=lambda each: each.text_day or date.max)


def weak(facts: Iterable[Fact]) -> list[Fact]:
    """The facts whose source or address names one of WEAK_SOURCES."""
    return [
        each
        for each in facts
        if any(
            name in f"{each.source} {each.url}".lower().replace(" ", "") for name in WEAK_SOURCES
        )
    ]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/audit", description=__doc__)
    parser.add_argument("--as-of", type=date.fromisoformat, default=date.today(), metavar="DATE")
    parser.add_argument("--facts", action="store_true", help="leave the packages out")
    chosen = parser.parse_args(arguments)
    day = chosen.as_of
    facts = FACTS.values()
    late, old, frail = due(facts, day), old_texts(facts, day), weak(facts)
    for each in late:
        print(f"{each.check_by}  {each.id}  ({each.text})")
        print(f"            {each.source}  {each.url}")
    print(f"{len(late)} of {len(FACTS)} facts are due by {day}.")
    print("\nTexts that were more than 18 months old on that day, or carry no date:")
    for each in old:
        print(f"{each.text_date:>10}: {each.id}: {each.source}")
    print("\nSources that no one can vouch for:")
    for each in frail:
        print(f"{each.id}: {each.source}")
    told = sum(each.basis == "secondary" for each in facts)
    undated = sum(each.text_day is None for each in old)
    print(
        f"\n{len(old)} old texts ({undated} of them without a date), {len(frail)} weak sources, "
        f"{told} facts on somebody else's account of the law."
    )
    lines, holes = ([], False) if chosen.facts else packages.report()
    print("\nPackages:" if lines else "", *lines, sep="\n")
    return 1 if late or holes else 0


if __name__ == "__main__":
    raise SystemExit(main())
