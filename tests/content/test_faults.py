"""Each fault in docs/about/decisions/faults.md has a test, and each test of faults stands there."""

import re

from tests.conftest import ROOT

PAGE = (ROOT / "docs/about/decisions/faults.md").read_text("utf-8")
NAMED = re.compile(r"`(test_\w+\.py)::(test_\w+)`")


def named_in(file: str) -> set[str]:
    """The tests in each file of that name."""
    texts = [path.read_text("utf-8") for path in (ROOT / "tests").rglob(file)]
    return {name for text in texts for name in re.findall(r"^def (test_\w+)\(", text, re.M)}


def test_each_fault_has_a_test_that_is_there() -> None:
    rows = [line for line in PAGE.splitlines() if re.match(r"\| (?!Fault)\w", line)]
    assert len(rows) > 30
    assert [row for row in rows if not NAMED.search(row.split("|")[-2])] == []
    missing = [
        f"{file}::{name}" for file, name in NAMED.findall(PAGE) if name not in named_in(file)
    ]
    assert missing == []


def test_each_test_of_faults_stands_in_the_table() -> None:
    named = {name for file, name in NAMED.findall(PAGE) if file == "test_faults.py"}
    ours = re.findall(
        r"^def (test_\w+)\(", (ROOT / "tests/browser/test_faults.py").read_text("utf-8"), re.M
    )
    assert set(ours) == named
