"""Which release this is, and its day: the first one in CHANGELOG.md.

No clock is asked, so that a build repeats: whoever publishes a change writes the day down.
"""

import re
from dataclasses import dataclass
from datetime import date

from scripts.runtime.files import ROOT

CHANGELOG = ROOT / "CHANGELOG.md"
HEADING = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$", re.M)


@dataclass(frozen=True)
class Release:
    version: str
    day: date

    @property
    def words(self) -> str:
        return f"Release {self.version}, {day_in_words(self.day)}"


def day_in_words(day: date) -> str:
    """As a person says it: "November 26, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"


def releases(text: str) -> list[Release]:
    """Those of a changelog, the newest first."""
    return [Release(version, date.fromisoformat(day)) for version, day in HEADING.findall(text)]


def newest() -> Release:
    found = releases(CHANGELOG.read_text(encoding="utf-8"))
    if not found:
        raise SystemExit("CHANGELOG.md names no release: begin it with “## 1.2.3 (2026-11-27)”.")
    return found[0]
