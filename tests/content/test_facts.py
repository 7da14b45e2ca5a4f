"""Every fact is there for someone: a page, a letter or a calculator."""

import ast
import re

import pytest

from calculators.facts import FACTS
from calculators.letters import LETTERS
from calculators.letters.letter import PLACEHOLDER
from tests.content.test_guides import DOCS
from tests.content.test_house import MODULES

IN_PAGES = {
    fact_id
    for path in DOCS.rglob("*.md")
    for fact_id in re.findall(r"\{!facts/(\w+)\.html!\}", path.read_text(encoding="utf-8"))
}
IN_LETTERS = {
    fact_id
    for letter in LETTERS.values()
    for fact_id in (
        *letter.facts,
        *(due.fact for due in letter.due),
        *(name for what, name, _ in PLACEHOLDER.findall(letter.text) if what),
    )
}
IN_PYTHON = {
    node.value
    for path in MODULES
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


@pytest.mark.parametrize("fact_id", FACTS)
def test_a_fact_is_used(fact_id: str) -> None:
    used = fact_id in IN_PAGES | IN_LETTERS | IN_PYTHON
    assert used, f"take {fact_id} out, or use it: its source must be read again and again"
