"""Each property is seen to fail: a deliberate mistake in a copy, and its test must notice."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

MISTAKES = [
    pytest.param(row, id=f"{path.stem}: {row['what']}")
    for path in sorted((ROOT / "tests/mistakes").glob("*.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["mistake"]
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, its tests and their settings, in a folder where nothing else is."""
    folder = tmp_path_factory.mktemp("copy")
    ignored = shutil.ignore_patterns("__pycache__", "browser", "oracles", "site")
    for name in ("calculators", "tests", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize("row", MISTAKES)
def test_the_mistake_is_noticed(row: dict[str, Any], copy: Path) -> None:
    path = copy / row["file"]
    right = path.read_text(encoding="utf-8")
    assert row["find"] in right, "this text is no longer there: bring the mistake up to date"
    path.write_text(right.replace(row["find"], row["replace"], 1), encoding="utf-8")
    try:
        done = run_test(copy, row["test"])
    finally:
        path.write_text(right, encoding="utf-8")
    assert done.returncode == 1, f"nothing noticed:\n{done.stdout[-2000:]}{done.stderr[-500:]}"
    assert " failed" in done.stdout


def run_test(folder: Path, name: str) -> subprocess.CompletedProcess[str]:
    quick = ["-q", "--no-cov", "-p", "no:cacheprovider", "-x", "--tb=line"]
    # Bytecode written a moment ago may have the same time stamp as the changed source.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "COVERAGE_PROCESS_START": ""}
    command = [sys.executable, "-m", "pytest", *quick, name]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
