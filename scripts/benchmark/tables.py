"""Makes the tables of a run, and puts them into a page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from scripts.benchmark.lines import CONDITIONS
from scripts.benchmark.report import ENGINES, Results, Row, Visit, at, values

START, END = "<!-- scripts/bench writes from here -->", "<!-- to here -->"
PATHS_START, PATHS_END = "<!-- scripts/bench --paths writes from here -->", "<!-- to there -->"
PAGES = {
    "ours": "This site",
    "stock": "Stock Pyodide",
    "pyscript": "PyScript",
    "plain": "Plain JavaScript",
}


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


def paths_text(day: str, rounds: int, waits: Sequence[Mapping[str, Any]]) -> str:
    """The wait after the press, as Markdown."""
    lines = []
    for condition in CONDITIONS.values():
        for engine, name in ENGINES.items():
            some = [
                (each["took"], each["path"])
                for each in waits
                if (each["engine"], each["condition"]) == (engine, condition.name)
            ]
            if some:
                longest, whose = max(some)
                usual = f"{median(took for took, _ in some):,.0f}"
                lines.append([f"{name}, {condition.words}", usual, f"{longest:,.0f}: {whose}"])
    said = f"Measured on {day}, each household {rounds} times on each line. Milliseconds."
    head = ["Wait after the press", "The usual one", "The longest, and whose"]
    return f"{said}\n\n{table(head, lines)}"


def rewrite(page: Path, report: str, first: str = START, last: str = END) -> None:
    """Puts the report between the page's two marks. Raises ValueError where they are not."""
    before, start, rest = page.read_text(encoding="utf-8").partition(first)
    _, end, after = rest.partition(last)
    if not start or not end:
        raise ValueError(f"{page} needs both {first} and {last}")
    page.write_text(f"{before}{first}\n\n{report}\n\n{last}{after}", encoding="utf-8")
