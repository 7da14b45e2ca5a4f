"""Measures the site against stock Pyodide, PyScript and plain JavaScript, in the same run.

Each run keeps what it measured in build/bench.json, beside what earlier runs of the same release
have measured of other lines: pages are only compared within a line, where they take turns. Once
every engine has had its rounds on every line, the tables of docs/about/speed.md are written. The
exit code is 1 when something measured is over its bound.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Playwright, sync_playwright

from scripts.benchmark import pace, report, tables
from scripts.benchmark.host import Host, serving
from scripts.benchmark.lighthouse import score
from scripts.benchmark.lines import CONDITIONS, Condition
from scripts.benchmark.peers import PYSCRIPT, lay_out
from scripts.benchmark.visit import TooLateError, visit, weigh
from scripts.browsers.engines import ENGINES
from scripts.runtime.files import BUILD, PYODIDE, ROOT
from scripts.site.host import free_port

RESULTS = BUILD / "bench.json"
SITE = BUILD / "bench-site"
PAGE = ROOT / "docs" / "about" / "speed.md"
GUIDE = "steps/4-refinance/"
# A browser that does not start, or a press that came too late, is tried again so often.
TRIES = 3


def main() -> int:
    chosen = options()
    if chosen.paths:
        measure_paths(chosen.rounds or 1, chosen.only, chosen.lines)
        return 0
    if not chosen.again:
        measure(chosen.rounds, chosen.only, chosen.lines)
    results = json.loads(RESULTS.read_text("utf-8"))
    rows = report.rows(results)
    text = tables.text(results, rows)
    print(text)
    if is_full(results):
        tables.rewrite(PAGE, text)
    return report.judge(rows)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--rounds", type=int, help="instead of each line's own number")
    lists = {"only": list(ENGINES), "lines": list(CONDITIONS)}
    for name, known in lists.items():
        parser.add_argument(f"--{name}", default=known, help=f"some of {','.join(known)}")
    parser.add_argument(
        "--again", action="store_true", help="only write the last run's tables anew"
    )
    parser.add_argument(
        "--paths", action="store_true", help="only the wait after the press, of eight households"
    )
    chosen = parser.parse_args()
    for name, known in lists.items():
        some = getattr(chosen, name)
        some = some.split(",") if isinstance(some, str) else some
        if not set(some) <= set(known):
            parser.error(f"--{name}: some of {','.join(known)}")
        setattr(chosen, name, some)
    return chosen


def is_full(results: report.Results) -> bool:
    return all(
        len(report.values(report.at(results["visits"], engine, line.name), "cold").get("ours", ()))
        >= line.rounds
        for line in CONDITIONS.values()
        for engine in line.engines
    )


def measure(rounds: int | None, engines: list[str], lines: list[str]) -> None:
    port = free_port()
    build(f"http://127.0.0.1:{port}/")
    pages = lay_out(SITE)
    results = earlier(json.loads((SITE / "offline.json").read_text("utf-8"))["code"], lines)
    results |= {
        "on": date.today().isoformat(),
        "processors": os.process_cpu_count(),
        "pyodide": version(PYODIDE),
        "pyscript": version(PYSCRIPT),
    }
    with serving(SITE, port) as host, sync_playwright() as playwright:
        wanted = {line: rounds or CONDITIONS[line].rounds for line in lines}
        for done in range(max(wanted.values())):
            some = [line for line in lines if done < wanted[line]]
            Round(done, engines, some, playwright, host, pages, results).run()
            # Round by round: a run that is cut short has been good for something.
            RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def measure_paths(rounds: int, engines: list[str], lines: list[str]) -> None:
    """The wait after the press at a person's pace; its table, once all engines had every line."""
    port = free_port()
    build(f"http://127.0.0.1:{port}/")
    waits: list[dict[str, Any]] = []
    with serving(SITE, port) as host, sync_playwright() as playwright:
        for condition in [CONDITIONS[line] for _ in range(rounds) for line in lines]:
            for engine in [each for each in engines if each in condition.engines]:
                for path in range(len(pace.PATHS)):
                    waited = pace.walk(playwright, host, engine, condition, path)
                    waits.append(asdict(waited))
                    print(engine, condition.name, waited.path, round(waited.took), file=sys.stderr)
    text = tables.paths_text(date.today().isoformat(), rounds, waits)
    print(text)
    if set(lines) == set(CONDITIONS) and set(engines) == set(ENGINES):
        tables.rewrite(PAGE, text, tables.PATHS_START, tables.PATHS_END)


def earlier(code: str, lines: list[str]) -> report.Results:
    """What was measured of this release on other lines than these."""
    nothing: report.Results = {"code": code, "again": 0, "visits": [], "memory": []}
    nothing["lighthouse"] = []
    if not RESULTS.exists():
        return nothing
    kept: report.Results = json.loads(RESULTS.read_text("utf-8"))
    if kept.get("code") != code:
        return nothing
    kept["visits"] = [each for each in kept["visits"] if each["condition"] not in lines]
    if "full" in lines:
        kept |= {"memory": [], "lighthouse": []}
    return kept


def build(address: str) -> None:
    shutil.rmtree(SITE, ignore_errors=True)
    command = [str(ROOT / "scripts" / "build"), "--site-url", address, "--output", str(SITE)]
    subprocess.run(command, check=True, stdout=sys.stderr)


def version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text("utf-8"))["version"])


@dataclass
class Round:
    """Everything once; each page is first in turn, so that chance falls on all alike."""

    number: int
    engines: list[str]
    lines: list[str]
    playwright: Playwright
    host: Host
    pages: dict[str, str]
    results: report.Results

    def run(self) -> None:
        for line in self.lines:
            condition = CONDITIONS[line]
            for engine in self.engines:
                if engine in condition.engines:
                    for name in self.in_turn(condition.whole):
                        self.time(engine, condition, name)
        if "chromium" in self.engines and "full" in self.lines:
            for name in self.in_turn(whole=False):
                self.weigh(name)
            self.results["lighthouse"].append(score(self.playwright, self.host, GUIDE))
            self.say("lighthouse", self.results["lighthouse"][-1])

    def in_turn(self, whole: bool) -> list[str]:
        names = list(self.pages) if whole else ["ours", "stock"]
        turn = self.number % len(names)
        return names[turn:] + names[:turn]

    def time(self, engine: str, condition: Condition, name: str) -> None:
        path = self.pages[name]
        made = self.insist(lambda: visit(self.playwright, self.host, engine, condition, name, path))
        self.results["visits"].append(asdict(made))
        self.say(engine, condition.name, name, f"{made.cold:.0f} {made.warm or 0:.0f} ms")

    def weigh(self, name: str) -> None:
        size = self.insist(lambda: weigh(self.playwright, self.host, name, self.pages[name]))
        self.results["memory"].append({"page": name, "bytes": size})
        self.say("memory", name, f"{size / 1e6:.0f} MB")

    def insist[T](self, measured: Callable[[], T]) -> T:
        """In hours of browsers one may fail. A wrong figure is not tried again."""
        for tries in range(1, TRIES + 1):
            try:
                return measured()
            except (TooLateError, OSError, AssertionError, Error) as error:
                self.say("again:", repr(error)[:500])
                self.results["again"] += 1
                if tries == TRIES:
                    raise
        raise AssertionError

    def say(self, *words: object) -> None:
        print(f"round {self.number + 1}:", *words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
