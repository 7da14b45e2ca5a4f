"""Measures the site against stock Pyodide, PyScript and plain JavaScript, in the same run.

A full run (every engine and line, seven rounds or more) writes the tables of docs/about/speed.md;
each run keeps what it measured in build/bench.json. The exit code is 1 when something measured is
over its bound.
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

from playwright.sync_api import Playwright, sync_playwright

from scripts.benchmark import report
from scripts.benchmark.host import Host, serving
from scripts.benchmark.lighthouse import score
from scripts.benchmark.lines import CONDITIONS, Condition
from scripts.benchmark.peers import PYSCRIPT, lay_out
from scripts.benchmark.visit import TooLateError, visit, weigh
from scripts.engines import ENGINES
from scripts.runtime import BUILD
from scripts.runtime_stdlib import PYODIDE, ROOT
from scripts.serve import free_port

ROUNDS = 7
RESULTS = BUILD / "bench.json"
SITE = BUILD / "bench-site"
PAGE = ROOT / "docs" / "about" / "speed.md"
GUIDE = "steps/4-refinance/"
# A browser that does not start, or a press that came too late, is tried again so often.
TRIES = 3


def main() -> int:
    chosen = options()
    if not chosen.again:
        measure(chosen.rounds, chosen.only, chosen.lines)
    results = json.loads(RESULTS.read_text("utf-8"))
    rows = report.rows(results)
    text = report.text(results, rows)
    print(text)
    if is_full(results):
        report.rewrite(PAGE, text)
    return report.judge(rows)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    lists = {"only": list(ENGINES), "lines": list(CONDITIONS)}
    for name, known in lists.items():
        parser.add_argument(f"--{name}", default=known, help=f"some of {','.join(known)}")
    parser.add_argument(
        "--again", action="store_true", help="only write the last run's tables anew"
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
    everything = results["engines"] == list(ENGINES) and results["lines"] == list(CONDITIONS)
    return bool(everything and results["done"] >= ROUNDS and results["done"] == results["rounds"])


def measure(rounds: int, engines: list[str], lines: list[str]) -> None:
    port = free_port()
    build(f"http://127.0.0.1:{port}/")
    pages = lay_out(SITE)
    results: report.Results = {
        "on": date.today().isoformat(),
        "processors": os.process_cpu_count(),
        "pyodide": version(PYODIDE),
        "pyscript": version(PYSCRIPT),
        "engines": engines,
        "lines": lines,
        "rounds": rounds,
        "visits": [],
        "memory": [],
        "lighthouse": [],
    }
    with serving(SITE, port) as host, sync_playwright() as playwright:
        for done in range(rounds):
            Round(done, playwright, host, pages, results).run()
            results["done"] = done + 1
            # Round by round: a run that is cut short has been good for something.
            RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


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
    playwright: Playwright
    host: Host
    pages: dict[str, str]
    results: report.Results

    def run(self) -> None:
        names = list(self.pages)
        turn = self.number % len(names)
        engines = self.results["engines"]
        conditions = [CONDITIONS[name] for name in self.results["lines"]]
        for condition in conditions:
            for engine in engines:
                if engine in condition.engines:
                    for name in names[turn:] + names[:turn]:
                        self.time(engine, condition, name)
        if "chromium" in engines and CONDITIONS["full"] in conditions:
            for name in names[turn:] + names[:turn]:
                self.weigh(name)
            self.results["lighthouse"].append(score(self.playwright, self.host, GUIDE))
            self.say("lighthouse", self.results["lighthouse"][-1])

    def time(self, engine: str, condition: Condition, name: str) -> None:
        path = self.pages[name]
        made = insist(lambda: visit(self.playwright, self.host, engine, condition, name, path))
        self.results["visits"].append(asdict(made))
        self.say(engine, condition.name, name, f"{made.cold:.0f} {made.warm:.0f} ms")

    def weigh(self, name: str) -> None:
        size = insist(lambda: weigh(self.playwright, self.host, name, self.pages[name]))
        self.results["memory"].append({"page": name, "bytes": size})
        self.say("memory", name, f"{size / 1e6:.0f} MB")

    def say(self, *words: object) -> None:
        print(f"round {self.number + 1}:", *words, file=sys.stderr, flush=True)


def insist[T](measured: Callable[[], T]) -> T:
    for tries in range(1, TRIES + 1):
        try:
            return measured()
        except (TooLateError, OSError) as error:
            print(f"  again: {error!r}", file=sys.stderr)
            if tries == TRIES:
                raise
    raise AssertionError


if __name__ == "__main__":
    sys.exit(main())
