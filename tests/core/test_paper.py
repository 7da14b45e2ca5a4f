"""An answer on a sheet of its own: who, which loan, when, what went in, what came out."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from calculators import CALCULATORS, run
from calculators.browser import paper
from calculators.core.answers.what_if import WHAT_IF
from calculators.core.files import in_tables
from calculators.core.forms import boxes

HOSTILE = "<img src=x onerror=alert(1)>\"' & {!facts/x!}"


def printed(slug: str, **more: Any) -> BeautifulSoup:
    example = {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)}
    given = {key: each for key, each in run(slug, example)["inputs"].items() if each is not None}
    asked = {"slug": slug, "inputs": given, "opened": [], "today": "2026-11-26", "example": False}
    question = {**asked, "name": "", "loan": "", **more}
    return BeautifulSoup(json.loads(paper(json.dumps(question)))["html"], "html5lib")


def text_of(part: Any) -> str:
    for whole in part.select(".calc-whole"):
        whole.unwrap()
    part.smooth()
    return " ".join(part.get_text(" ").split())


@pytest.mark.parametrize("slug", CALCULATORS)
def test_it_holds_what_went_in_and_what_came_out(slug: str) -> None:
    sheet, calculator = printed(slug), CALCULATORS[slug]
    reply = run(slug, {box.name: box.example for box in boxes(calculator.inputs)})
    said = text_of(sheet)
    assert said.startswith(f"{calculator.title} Date Thursday, November 26, 2026 The figures used")
    for box in boxes(calculator.inputs):
        if reply["inputs"][box.name] is not None and not box.words.hidden:
            assert box.words.label in said, box.name
    in_a_table = in_tables(calculator, reply)
    for figure in calculator.figures:
        plain = reply["figures"][figure.key]
        if plain is not None and figure.key not in in_a_table:
            assert figure.kind.pretty(figure.kind.load(plain)) in said, figure.key
    for table in calculator.tables:
        rows = reply["tables"][table.key]["rows"]
        assert len(sheet.select(f"[data-table={table.key}]")) == bool(rows and not table.folded)
    for step in reply["steps"]:
        assert " ".join(step.split()) in said


@pytest.mark.parametrize("slug", CALCULATORS)
def test_what_is_said_to_the_reader_alone_is_left_out(slug: str) -> None:
    sheet = printed(slug)
    reply = run(slug, {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)})
    said = text_of(sheet)
    for note in reply["notes"]:
        if note["kind"] == "warning":
            assert " ".join(note["text"].split()) not in said
    assert not sheet.select(f"a, button, svg, [data-table={WHAT_IF}], .calc-sources")
    assert "see a lawyer" not in said and "until a lawyer has looked" not in said


def test_name_and_loan_are_text_on_one_line() -> None:
    sheet = printed("payment", name=HOSTILE, loan="First\n Bank,\tloan ending in 1234 " + "x" * 200)
    assert not sheet.select("img")
    name, loan, _ = [text_of(each) for each in sheet.select(".paper-head dd")]
    assert name == HOSTILE
    assert loan.startswith("First Bank, loan ending in 1234 xx") and len(loan) == 120


def test_a_long_table_comes_along_only_if_it_was_opened() -> None:
    assert not printed("payment").select("[data-table=schedule]")
    rows = printed("payment", opened=["schedule"]).select("[data-table=schedule] tbody tr")
    assert len(rows) == 180


def test_our_example_says_that_it_is_nobodys() -> None:
    assert "nobody’s figures" in text_of(printed("payment", example=True))
    assert "nobody’s figures" not in text_of(printed("payment"))
