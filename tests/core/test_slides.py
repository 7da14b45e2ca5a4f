"""“What if”: the boxes that a reader can move in a copy of an answer."""

import json

import pytest
from bs4 import BeautifulSoup, Tag

from calculators import CALCULATORS, run
from calculators.core.forms import boxes
from calculators.core.pages import answer

SLIDING = [slug for slug, each in CALCULATORS.items() if each.what_if.slides]


def rows(slug: str, given: dict[str, str]) -> list[Tag]:
    # As the script makes it: what waits in a template comes out.
    html = answer(CALCULATORS[slug], run(slug, given)).replace("template", "div")
    return list(BeautifulSoup(html, "html5lib").select(".calc-slides .calc-slide"))


def example_of(slug: str) -> dict[str, str]:
    return {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)}


@pytest.mark.parametrize("slug", SLIDING)
def test_each_place_of_a_slider_is_a_number_that_its_box_takes(slug: str) -> None:
    found = rows(slug, example_of(slug))
    assert len(found) == len(CALCULATORS[slug].what_if.slides)
    for row in found:
        typed, texts = (json.loads(str(row[f"data-{voice}"])) for voice in ("typed", "texts"))
        range_ = row.select_one("input")
        assert range_ is not None and len(typed) == len(texts) == int(str(range_["max"])) + 1
        own = run(slug, example_of(slug))["inputs"][row["data-field"]]
        box = next(
            each for each in boxes(CALCULATORS[slug].inputs) if each.name == row["data-field"]
        )
        assert box.read(typed[int(str(range_["value"]))]) == box.kind.load(own), "it starts there"
        assert [box.kind.pretty(box.read(each)) for each in typed] == texts
        assert len(set(texts)) == len(texts) > 6


def test_a_slider_stops_where_its_box_does() -> None:
    """At 0.5 % there are two quarters of a point less, and at 600 months no year more."""
    rate, months, extra = rows(
        "payment", {"balance": "52000", "annual_rate": "0.5", "months_left": "600"}
    )
    assert json.loads(str(rate["data-texts"]))[:3] == ["0.00%", "0.25%", "0.50%"]
    assert json.loads(str(months["data-typed"]))[-1] == "600"
    assert json.loads(str(extra["data-typed"]))[:2] == ["0", "25"]


def test_a_box_that_was_left_empty_has_no_slider() -> None:
    calculator = CALCULATORS["payment"]
    reply = run("payment", {"balance": "52000", "annual_rate": "9", "months_left": "180"})
    reply["inputs"]["extra_monthly"] = None
    assert answer(calculator, reply).count('class="calc-slide"') == 2
    reply["inputs"] |= {"annual_rate": None, "months_left": None}
    assert "calc-slides" not in answer(calculator, reply)
