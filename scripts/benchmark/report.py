"""Makes the tables of a run, and says what is over its bound."""

import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from scripts.benchmark.lines import CONDITIONS

# What is kept in build/bench.json, and one visit in it: see visit.py.
Results = dict[str, Any]
Visit = Mapping[str, Any]

START, END = "<!-- scripts/bench writes from here -->", "<!-- to here -->"
PAGES = {
    "ours": "This site",
    "stock": "Stock Pyodide",
    "pyscript": "PyScript",
    "plain": "Plain JavaScript",
}
ENGINES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKit"}


@dataclass(frozen=True)
class Bound:
    """Over `most` the run fails; `aim` is what we go for."""

    most: float
    aim: float


BYTES = {"brotli": Bound(0.64, 0.50), "gzip": Bound(0.74, 0.58)}
FIRST = {
    "chromium": Bound(0.42, 0.30),
    "firefox": Bound(0.38, 0.30),
    "webkit": Bound(0.38, 0.30),
}
FIRST_ON_A_SLOW_LINE = dict.fromkeys(FIRST, Bound(0.65, 0.50))
RELOADED = dict.fromkeys(FIRST, Bound(0.35, 0.20))
MEMORY = Bound(1, 1)
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


def text(results: Results, judged: Sequence[Row]) -> str:
    """The whole report as Markdown."""
    visits = results["visits"]
    browsers = ", ".join(
        sorted({f"{ENGINES[each['engine']]} {each['version']}" for each in visits})
    )
    return "\n\n".join(
        [
            f"Measured on {results['on']} in {rounds(visits)}, on a machine with "
            f"{results['processors']} processors: {browsers}; Pyodide {results['pyodide']}, "
            f"PyScript {results['pyscript']}. Visits that failed and were made again: "
            f"{results['again']}.",
            "### What is judged",
            table(
                ["Measured", "Here and in stock Pyodide", "Ratio or figure, and its bound"],
                [[row.words, row.both, row.judged] for row in judged],
            ),
            "### Every time",
            "Milliseconds from the press to the answer: the median, and in brackets the lowest and "
            "the highest.",
            *time_tables(visits),
            "### Every byte",
            byte_table(visits),
        ]
    )


def rounds(visits: Sequence[Visit]) -> str:
    """How many, by line."""
    seen = Counter((each["condition"], each["engine"], each["page"]) for each in visits)
    fewest = {
        line: min(count for (condition, *_), count in seen.items() if condition == line)
        for line in CONDITIONS
        if any(condition == line for condition, *_ in seen)
    }
    return ", ".join(f"{count} rounds ({CONDITIONS[line].words})" for line, count in fewest.items())


def time_tables(visits: Sequence[Visit]) -> Iterator[str]:
    """Three columns at most: that is what a phone has room for."""
    for key, title in (("cold", "First answer"), ("warm", "After a reload")):
        lines = []
        for condition in CONDITIONS.values():
            for engine, name in ENGINES.items():
                times = values(at(visits, engine, condition.name), key)
                if times:
                    shown = [spread(times.get(page, [])) for page in ("ours", "stock")]
                    lines.append([f"{name}, {condition.words}", *shown])
        if lines:
            yield table([title, PAGES["ours"], PAGES["stock"]], lines)
    lines = []
    for page in ("pyscript", "plain"):
        for engine, name in ENGINES.items():
            seen = at(visits, engine, "full")
            if page in values(seen, "cold"):
                shown = [spread(values(seen, key).get(page, [])) for key in ("cold", "warm")]
                lines.append([f"{PAGES[page]}, {name}", *shown])
    if lines:
        yield table(["Full speed", "First answer", "After a reload"], lines)


def byte_table(visits: Sequence[Visit]) -> str:
    """Thousands: plain JavaScript has no millions."""
    sizes = {way: values(visits, "cold_bytes", way) for way in ("raw", "gzip", "brotli")}
    lines = []
    for page, name in PAGES.items():
        if page in sizes["raw"]:
            raw, *packed = (f"{median(by[page]) / 1000:,.1f}" for by in sizes.values())
            lines.append([name, raw, ", ".join(packed)])
    return table(["kB to the first answer", "As it is", "Gzip, Brotli"], lines)


def spread(times: Sequence[float]) -> str:
    if not times:
        return ""
    return f"{median(times):,.0f} ({min(times):,.0f}–{max(times):,.0f})"


def table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *lines))


def rewrite(page: Path, report: str) -> None:
    """Puts the report between the page's two marks. Raises ValueError where they are not."""
    before, start, rest = page.read_text(encoding="utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{page} needs both {START} and {END}")
    page.write_text(f"{before}{START}\n\n{report}\n\n{END}{after}", encoding="utf-8")
