"""Each property is seen to fail: a deliberate mistake in a copy, and its test must notice."""

import os
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from tests.conftest import ROOT

MISTAKES = {
    f"{path.stem}: {row['what']}": row
    for path in sorted((ROOT / "tests/mistakes").glob("*.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["mistake"]
}


@pytest.fixture(scope="module")
def outcomes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What each selected mistake's test said: every core works on a copy of its own."""
    chosen = [
        str(item.callspec.params["name"])
        for item in request.session.items
        if isinstance(item, pytest.Function) and item.originalname == "test_the_mistake_is_noticed"
    ]
    workers = os.cpu_count() or 1
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(workers):
        copies.put(copy_of_the_project(tmp_path_factory.mktemp(f"copy{number}")))

    def run_in_a_copy(name: str) -> Any:
        folder = copies.get()
        try:
            return run_with(MISTAKES[name], folder)
        finally:
            copies.put(folder)

    with ThreadPoolExecutor(workers) as pool:
        return dict(zip(chosen, pool.map(run_in_a_copy, chosen), strict=True))


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistake_is_noticed(name: str, outcomes: dict[str, Any]) -> None:
    done = outcomes[name]
    assert done is not None, "this text is no longer there: bring the mistake up to date"
    assert done.returncode == 1, f"nothing noticed:\n{done.stdout[-2000:]}{done.stderr[-500:]}"
    assert " failed" in done.stdout


def copy_of_the_project(folder: Path) -> Path:
    """The package, its tests and their settings, in a folder where nothing else is."""
    ignored = shutil.ignore_patterns("__pycache__", "browser", "oracles", "site")
    for name in ("calculators", "tests", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def run_with(row: dict[str, Any], folder: Path) -> subprocess.CompletedProcess[str] | None:
    """Make the mistake, run its test, put it right again; None if there is nothing to change."""
    path = folder / row["file"]
    right = path.read_text(encoding="utf-8")
    if row["find"] not in right:
        return None
    path.write_text(right.replace(row["find"], row["replace"], 1), encoding="utf-8")
    quick = ["-q", "--no-cov", "-p", "no:cacheprovider", "-x", "--tb=line"]
    quick += ["--hypothesis-profile=any-failure-will-do"]
    # Bytecode written a moment ago may have the same time stamp as the changed source.
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "COVERAGE_PROCESS_START": "",
        "COVERAGE_PROCESS_CONFIG": "",
    }
    command = [sys.executable, "-m", "pytest", *quick, row["test"]]
    try:
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    finally:
        path.write_text(right, encoding="utf-8")
