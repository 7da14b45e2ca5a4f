"""Judges a run: what is compared, and what is over its bound."""

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

# What is kept in build/bench.json, and one visit in it: see visit.py.
Results = dict[str, Any]
Visit = Mapping[str, Any]

ENGINES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKit"}


@dataclass(frozen=True)
class Bound:
    """Over `most` the run fails; `aim` is what we go for."""

    most: float
    aim: float


BYTES = {"brotli": Bound(0.38, 0.32), "gzip": Bound(0.42, 0.35)}
FIRST = {
    "chromium": Bound(0.36, 0.20),
    "firefox": Bound(0.29, 0.16),
    "webkit": Bound(0.37, 0.14),
}
FIRST_ON_A_SLOW_LINE = dict.fromkeys(FIRST, Bound(0.40, 0.32))
RELOADED = {
    "chromium": Bound(0.29, 0.20),
    "firefox": Bound(0.22, 0.15),
    "webkit": Bound(0.19, 0.13),
}
MEMORY = Bound(0.82, 0.75)
# Milliseconds.
AGAIN = Bound(50, 50)
MOVED = Bound(100, 100)
# Points below Lighthouse's best score, 100.
BELOW_BEST = Bound(5, 5)


@dataclass(frozen=True)
class Row:
    """One thing that is judged. `value` is a ratio where `stock` has a figure to compare with."""

    words: str
    stock: str
    ours: str
    value: float
    bound: Bound

    @property
    def fails(self) -> bool:
        return self.value > self.bound.most

    @property
    def verdict(self) -> str:
        return "**fails**" if self.fails else "ok" if self.value > self.bound.aim else "as aimed"

    @property
    def both(self) -> str:
        return f"{self.ours}, {self.stock}" if self.stock else self.ours

    @property
    def judged(self) -> str:
        shown = f"{self.value:.2f}" if self.stock else f"{self.value:.0f}"
        return f"{shown} of {self.bound.most:g}: {self.verdict}"


def rows(results: Results) -> list[Row]:
    """All that is judged, as far as it was measured."""
    visits = results["visits"]
    return [
        *byte_rows(visits),
        *time_rows(visits),
        *compared("Memory, Chromium", mega(results["memory"], "bytes"), " MB", MEMORY),
        *own_rows(visits),
        *lighthouse_row(results["lighthouse"]),
    ]


def judge(judged: Sequence[Row]) -> int:
    """Names what fails; the exit code."""
    over = [row for row in judged if row.fails]
    for row in over:
        print(
            f"Over its bound of {row.bound.most:g}: {row.words}: {row.value:.2f}", file=sys.stderr
        )
    return 1 if over else 0


def byte_rows(visits: Sequence[Visit]) -> Iterator[Row]:
    for way, bound in BYTES.items():
        words = f"Bytes to the first answer, {way}"
        yield from compared(words, mega(visits, "cold_bytes", way), " MB", bound)


def time_rows(visits: Sequence[Visit]) -> Iterator[Row]:
    for words, key, condition, bounds in (
        ("First answer", "cold", "full", FIRST),
        ("First answer at 1.6 Mbps", "cold", "1.6", FIRST_ON_A_SLOW_LINE),
        ("First answer after a reload", "warm", "full", RELOADED),
    ):
        for engine, bound in bounds.items():
            times = values(at(visits, engine, condition), key)
            yield from compared(f"{words}, {ENGINES[engine]}", times, " ms", bound)


def compared(
    words: str, measured: Mapping[str, Sequence[float]], unit: str, bound: Bound
) -> Iterator[Row]:
    ours, stock = measured.get("ours"), measured.get("stock")
    if ours and stock:
        theirs, mine = median(stock), median(ours)
        yield Row(words, number(theirs) + unit, number(mine) + unit, mine / theirs, bound)


def own_rows(visits: Sequence[Visit]) -> Iterator[Row]:
    """Chromium's, once Python runs; those of the others are in the JSON."""
    more = [visit["more"] for visit in visits if visit["engine"] == "chromium" and visit["more"]]
    for slug in more[0]["again"] if more else ():
        slow = percentile([time for each in more for time in each["again"][slug]], 95)
        yield Row(f"Another answer, {slug}, 95 in 100", "", f"{slow:.0f} ms", slow, AGAIN)
    for slug in more[0]["moved"] if more else ():
        usual = median(each["moved"][slug] for each in more)
        yield Row(f"Going on to {slug} and asking", "", f"{usual:.0f} ms", usual, MOVED)


def lighthouse_row(scores: Sequence[float]) -> Iterator[Row]:
    if scores:
        score = 100 * median(scores)
        words = "Lighthouse, mobile, a guide with a calculator: points below 100"
        yield Row(words, "", f"{100 - score:.0f}", 100 - score, BELOW_BEST)


def at(visits: Sequence[Visit], engine: str, condition: str) -> list[Visit]:
    return [each for each in visits if each["engine"] == engine and each["condition"] == condition]


def values(visits: Sequence[Visit], key: str, way: str = "") -> dict[str, list[float]]:
    """By page: what was measured of it."""
    found: dict[str, list[float]] = {}
    for visit in visits:
        if visit[key] is not None:
            found.setdefault(visit["page"], []).append(visit[key][way] if way else visit[key])
    return found


def mega(visits: Sequence[Visit], key: str, way: str = "") -> dict[str, list[float]]:
    """Millions of bytes."""
    return {page: [each / 1e6 for each in some] for page, some in values(visits, key, way).items()}


def percentile(times: Sequence[float], part: int) -> float:
    """The smallest that so many in a hundred do not exceed."""
    return sorted(times)[math.ceil(len(times) * part / 100) - 1]


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"
