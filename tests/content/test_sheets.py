"""The sheets to fill in by hand say the same as the calculators."""

import re

import pytest

from calculators import CALCULATORS
from calculators.core.forms import boxes
from calculators.core.forms.kinds.money import MoneyAMonthKind
from tests.content.test_guides import DOCS

BUDGET = (DOCS / "letters/budget-sheet.md").read_text(encoding="utf-8")


def test_the_budget_sheet_has_the_calculators_boxes_in_its_order() -> None:
    rows = re.findall(r"^\| ([^|(*]+?) (?:\([^|]*\) )?\| \| \| \$ \|$", BUDGET, re.MULTILINE)
    assert rows == [box.words.label for box in boxes(CALCULATORS["budget"].inputs)]


def test_the_budget_sheet_asks_for_the_calculators_figures() -> None:
    for figure in CALCULATORS["budget"].figures:
        words = "Money " + figure.label.split()[1] if "Money" in figure.label else figure.label
        assert re.search(rf"^\| \*\*(\w\. )?{words}", BUDGET, re.MULTILINE), figure.label


@pytest.mark.parametrize(
    ("how_often", "a_month"),
    re.findall(r"^\| (\w[\w ]+) \| [^|]+ \| (\$[\d,.]+) \|$", BUDGET, re.M),
)
def test_the_budget_sheet_converts_as_the_calculator_does(how_often: str, a_month: str) -> None:
    kind = MoneyAMonthKind()
    assert f"{a_month} a month" == kind.pretty(kind.parse(f"600 {how_often}"))
