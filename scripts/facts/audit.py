"""Prints the facts that are due to be checked again, the oldest first.

    scripts/audit                     those due today
    scripts/audit --as-of 2027-01-31  those due by then

Exit code 1 when something is due, so that a calendar job can notice.
"""

import argparse
from collections.abc import Iterable
from datetime import date

from calculators.facts import FACTS, Fact


def due(facts: Iterable[Fact], day: date) -> list[Fact]:
    """The facts whose check_by is not after a day."""
    return sorted((each for each in facts if each.check_by <= day), key=lambda each: each.check_by)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/audit", description=__doc__)
    parser.add_argument("--as-of", type=date.fromisoformat, default=date.today(), metavar="DATE")
    day = parser.parse_args(arguments).as_of
    late = due(FACTS.values(), day)
    for each in late:
        print(f"{each.check_by}  {each.id}  ({each.text})")
        print(f"            {each.source}  {each.url}")
    print(f"{len(late)} of {len(FACTS)} facts are due by {day}.")
    return 1 if late else 0


if __name__ == "__main__":
    raise SystemExit(main())
