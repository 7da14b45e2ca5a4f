"""Python started from the memory of the build, in Node: CPython's replies, to the byte."""

import json
from pathlib import Path

import pytest

from scripts.runtime.files import NODE, run
from tests.browser.test_engines import case_rows, sha256
from tests.conftest import ROOT, Site


@pytest.mark.parametrize(("engine_name", "value"), [("node", 1), ("iphone", 0)])
def test_every_case_row_gives_the_same_reply(
    site: Site, tmp_path: Path, engine_name: str, value: int
) -> None:
    """And where an engine has Pyodide take its other way: an iPhone, as far as it asks."""
    rows = case_rows()
    script = Path(__file__).with_name("from_memory.mjs")
    questions, replies = tmp_path / "questions.json", tmp_path / "replies.json"
    questions.write_text(json.dumps([(row.table, row.given) for row in rows]))
    given = (site.folder / "assets/runtime", ROOT / "tests/asked.py", questions, replies)
    # The engine's own value comes through: a place in the table, or none.
    assert min(int(run(NODE, script, *given, engine_name)), 1) == value
    said = zip(rows, json.loads(replies.read_text()), strict=True)
    assert [row.name for row, reply in said if sha256(reply) != row.sha256] == []
