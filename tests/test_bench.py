"""What scripts/bench makes of what it measured; nothing is timed here."""

import json
from pathlib import Path
from typing import Any

import pytest

from calculators import CALCULATORS
from scripts.benchmark import __main__ as bench
from scripts.benchmark import pace, report, tables
from scripts.benchmark.host import sizes
from scripts.benchmark.lines import CONDITIONS, SLACK, Line
from scripts.benchmark.report import Bound, Row
from tests.core.test_flow import tapped


def visit(page: str, cold: float, engine: str = "chromium", condition: str = "full") -> Any:
    sizes = {"raw": 8_000_000, "gzip": 4_000_000, "brotli": 2_000_000}
    return {
        "engine": engine,
        "condition": condition,
        "page": page,
        "cold": cold,
        "warm": cold / 2,
        "cold_bytes": {way: size * (1 + (page == "stock")) for way, size in sizes.items()},
        "version": "156",
        "more": {"again": {"payment": [1, 2, 60]}, "moved": {"compare": 30}}
        if page == "ours"
        else {},
    }


def results(*visits: Any) -> report.Results:
    return {
        "on": "2026-11-23",
        "processors": 2,
        "pyodide": "0.29.5",
        "pyscript": "0.7",
        "again": 0,
        "visits": list(visits),
        "memory": [{"page": "ours", "bytes": 50e6}, {"page": "stock", "bytes": 100e6}],
        "lighthouse": [0.9, 0.97, 1],
    }


THREE = results(
    *(visit("ours", cold) for cold in (300, 100, 900)),
    *(visit("stock", cold) for cold in (1000, 1100, 5000)),
)


def value(words: str, found: report.Results = THREE) -> float:
    return next(row.value for row in report.rows(found) if row.words == words)


def test_a_ratio_is_that_of_the_medians() -> None:
    assert value("First answer, Chromium") == pytest.approx(300 / 1100)
    assert value("First answer after a reload, Chromium") == pytest.approx(300 / 1100)
    assert value("Bytes to the first answer, brotli") == 0.5
    assert value("Memory, Chromium") == 0.5


def test_what_has_nothing_to_compare_with_is_judged_as_it_is() -> None:
    assert value("Another answer, payment, 95 in 100") == 60
    assert value("Going on to compare and asking") == 30
    assert value(
        "Lighthouse, mobile, a guide with a calculator: points below 100"
    ) == pytest.approx(3)


def test_what_was_not_measured_is_not_judged() -> None:
    words = {row.words for row in report.rows(THREE)}
    assert not any("Firefox" in each or "1.6" in each for each in words)
    alone = {**results(visit("ours", 100)), "memory": [], "lighthouse": []}
    assert all("answer" in row.words or "asking" in row.words for row in report.rows(alone))


def test_over_its_bound_it_fails_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    bound = Bound(0.42, 0.30)
    at, over = (Row(f"at {value}", "", "", value, bound) for value in (0.42, 0.43))
    assert report.judge([at]) == 0
    assert report.judge([at, over]) == 1
    named = capsys.readouterr().err
    assert "at 0.43" in named
    assert "at 0.42" not in named


def test_the_tables_hold_the_median_and_the_spread() -> None:
    text = tables.text(THREE, report.rows(THREE))
    assert "| Chromium, full speed | 300 (100–900) | 1,100 (1,000–5,000) |" in text
    assert "| First answer, Chromium | 300 ms, 1,100 ms | 0.27 of 0.36: ok |" in text
    assert "| Stock Pyodide | 16,000.0 | 8,000.0, 4,000.0 |" in text
    assert "3 rounds (full speed)" in text
    assert "Chromium 156; Pyodide 0.29.5" in text


def test_only_what_stands_between_the_marks_is_rewritten(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(f"before\n\n{tables.START}\nold\n{tables.END}\n\nafter\n")
    for report_text in ("first", "second"):
        tables.rewrite(page, report_text)
    assert page.read_text() == (f"before\n\n{tables.START}\n\nsecond\n\n{tables.END}\n\nafter\n")
    page.write_text("no marks")
    with pytest.raises(ValueError):
        tables.rewrite(page, "third")


def test_the_page_has_its_marks() -> None:
    text = bench.PAGE.read_text("utf-8")
    assert text.count(tables.START) == text.count(tables.END) == 1


def test_each_household_comes_to_its_calculator() -> None:
    assert len(pace.PATHS) == 8
    for path in pace.PATHS:
        assert tapped(path["taps"])[-1].question is None, path["name"]
        assert path["calculator"] in CALCULATORS


def test_the_usual_wait_and_the_longest_are_shown() -> None:
    waits = [
        {"engine": "webkit", "condition": "full", "path": path, "took": took}
        for path, took in (("an heir", 40.4), ("compares", 1234.5), ("a letter", 30))
    ]
    text = tables.paths_text("2026-11-27", 1, waits)
    assert text.endswith("\n| WebKit, full speed | 40 | 1,234: compares |")
    assert "Chromium" not in text
    page = bench.PAGE.read_text("utf-8")
    assert page.count(tables.PATHS_START) == page.count(tables.PATHS_END) == 1


def test_only_what_is_whole_is_published() -> None:
    whole = [
        visit("ours", 1, engine, line.name)
        for line in CONDITIONS.values()
        for engine in line.engines
        for _ in range(7)
    ]
    assert bench.is_full(results(*whole))
    assert not bench.is_full(results(*whole[1:]))
    assert not bench.is_full(results(*[each for each in whole if each["engine"] != "webkit"]))


def test_lines_may_be_measured_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "bench.json")
    assert bench.earlier("a", ["full"])["visits"] == []
    slow, fast = visit("ours", 1, condition="1.6"), visit("ours", 1)
    bench.RESULTS.write_text(json.dumps({**results(slow, fast), "code": "a"}))
    assert bench.earlier("a", ["full"])["visits"] == [slow]
    assert bench.earlier("a", ["full"])["lighthouse"] == []
    assert bench.earlier("a", ["1.6", "10"])["visits"] == [fast]
    # Another release is another matter.
    assert bench.earlier("b", ["1.6"])["visits"] == []


def test_a_line_lets_through_what_it_can() -> None:
    waited: list[float] = []
    now = 100.0
    slow = Line(CONDITIONS["1.6"], clock=lambda: now, pause=waited.append)
    slow.reply()
    assert waited == [0.15]
    # 100,000 bytes take half a second, whoever sends them; what lies idle is not saved up.
    slow.send(100_000)
    slow.send(100_000)
    assert waited[1:] == pytest.approx([0.5 - SLACK, 1 - SLACK])
    now = 200.0
    slow.send(100_000)
    assert waited[3] == pytest.approx(0.5 - SLACK)
    Line(CONDITIONS["full"], pause=waited.append).send(10**9)
    assert len(waited) == 4


def test_a_file_counts_as_it_is_sent(tmp_path: Path) -> None:
    large, small = tmp_path / "large.js", tmp_path / "small.js"
    large.write_bytes(b"x" * 1000)
    large.with_name("large.js.br").write_bytes(b"x" * 10)
    large.with_name("large.js.gz").write_bytes(b"x" * 20)
    small.write_bytes(b"x" * 5)
    assert sizes([large, small, small]) == {"raw": 1010, "gzip": 30, "brotli": 20}
    assert sizes([]) == {"raw": 0, "gzip": 0, "brotli": 0}
