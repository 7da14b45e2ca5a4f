"""Every fact is there for someone: a page, a letter or a calculator."""

import ast
from datetime import date, timedelta

import pytest

from calculators.facts import FACTS
from calculators.letters import LETTERS
from calculators.letters.letter import PLACEHOLDER
from scripts.facts import audit
from scripts.site.generate import INCLUDED_FACT
from tests.content.test_guides import DOCS
from tests.content.test_house import MODULES

IN_PAGES = {
    fact_id
    for path in DOCS.rglob("*.md")
    for fact_id in INCLUDED_FACT.findall(path.read_text(encoding="utf-8"))
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


def test_the_audit_lists_old_texts_and_weak_sources(capsys: pytest.CaptureFixture[str]) -> None:
    day = max(known.text_day for known in FACTS.values() if known.text_day) + timedelta(days=1)
    audit.main(["--facts", "--as-of", day.isoformat()])
    shown = capsys.readouterr().out
    old = audit.old_texts(FACTS.values(), day)
    assert all(f"{each.text_date}: {each.id}: " in shown for each in old)
    assert {
        each.id for each in FACTS.values() if each.text_date == "unknown" and not each.ended
    } <= {each.id for each in old}
    assert FACTS["relief_rule_reach"] in old
    assert FACTS["va_partial_claim_since"] not in old
    assert len(audit.old_texts(FACTS.values(), date(2100, 1, 1))) > len(old)


# What nothing better could be found for: the note says so to the reader.
TOLD = {"deed_in_lieu_other_liens"}


def test_a_weak_source_is_told_to_the_reader() -> None:
    weak = audit.weak(FACTS.values())
    assert {each.id for each in weak} == TOLD, (
        "find a better source, or say in its note what is weak"
    )
    assert all("We found this only on such pages" in each.note for each in weak)
