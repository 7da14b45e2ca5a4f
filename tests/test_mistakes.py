"""Each property is seen to fail: a deliberate mistake in a copy, and its test must notice."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

MISTAKES = {
    f"{path.stem}: {row['what']}": row
    for path in sorted((ROOT / "tests/mistakes").glob("*.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["mistake"]
}
ANY_FAILURE_WILL_DO = ["-q", "-x", "--tb=line", "--assert=plain"]
ANY_FAILURE_WILL_DO += ["--hypothesis-profile=any-failure-will-do"]
# To load these takes half the time of a test.
for plugin in ("cacheprovider", "xdist", "xdist.looponfail", "anyio", "platformdirs", "pytest_cov"):
    ANY_FAILURE_WILL_DO += ["-p", f"no:{plugin}"]
# Hypothesis is loaded before pytest looks at it: it needs no rewriting.
ANY_FAILURE_WILL_DO += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]


class Copy:
    """The package, its tests and their settings, in a folder where nothing else is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ignored = shutil.ignore_patterns("browser", "oracles", "site")
        shutil.copytree(ROOT / "tests", folder / "tests", ignore=ignored)
        for name in ("calculators", "scripts"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "pyproject.toml", folder)
        # Coverage would follow into other processes, and is not asked for here.
        without = {"COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG", "PYTEST_ADDOPTS"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.forked"],
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name not in without},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, test: str) -> tuple[int, str]:
        """Pytest's exit code for one test here, and what it said."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps([*ANY_FAILURE_WILL_DO, test]) + "\n")
        self.process.stdin.flush()
        code, said = json.loads(self.process.stdout.readline())
        return code, said

    def run_with(self, row: dict[str, Any]) -> tuple[int, str]:
        """Make the mistake, run its test, put it right again."""
        path = self.folder / row["file"]
        right = path.read_text(encoding="utf-8")
        # Made of the right source, it must not stand in for the wrong one.
        Path(cache_from_source(str(path))).unlink(missing_ok=True)
        path.write_text(right.replace(row["find"], row["replace"], 1), encoding="utf-8")
        try:
            return self.run(row["test"])
        finally:
            path.write_text(right, encoding="utf-8")


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    made = Copy(tmp_path_factory.mktemp("copy"))
    with made.process:
        yield made


def test_every_mistake_can_still_be_made() -> None:
    gone = [
        name
        for name, row in MISTAKES.items()
        if row["find"] not in (ROOT / row["file"]).read_text(encoding="utf-8")
    ]
    assert not gone, "their text is no longer there: bring them up to date"


@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistake_is_noticed(name: str, copy: Copy) -> None:
    code, said = copy.run_with(MISTAKES[name])
    assert code == 1 and " failed" in said, f"nothing noticed:\n{said[-2500:]}"
    assert "NameError" not in said, f"any test would notice a name that does not exist:\n{said}"
