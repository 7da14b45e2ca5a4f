"""What would change an answer most: each row is what the reader would get by typing it."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CALCULATORS, run
from calculators.core.answers import points
from calculators.core.answers.what_if import WHAT_IF, Step, variations
from calculators.core.forms import Box, MoneyKind, as_text, boxes, read
from calculators.core.pages import answer
from tests.draws import draws
from tests.test_properties import example_of, filled_in

fast = draws(40)
VARIED = [slug for slug, calculator in CALCULATORS.items() if calculator.what_if.steps]
every_one = pytest.mark.parametrize("slug", VARIED)


def rows_of(reply: dict[str, Any]) -> list[list[Any]]:
    rows: list[list[Any]] = reply["tables"][WHAT_IF]["rows"]
    return rows


def typed(box: Box, step: Step, plain: Any, sign: int) -> str:
    """What a reader would type to make the change."""
    value = Decimal(str(plain))
    by = value * step.by / 100 if step.is_percent else Decimal(step.by)
    changed = value + sign * by
    if isinstance(box.kind, MoneyKind):
        # The form takes cents; half a cent goes up.
        by = (value * step.by + Decimal("0.5")) // 1 / 100
        changed = value + sign * by
    return as_text(changed)


def by_hand(slug: str, reply: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The figures of every change that the form accepts, by what the table says of it."""
    what_if = CALCULATORS[slug].what_if
    known = {box.name: box for box in boxes(CALCULATORS[slug].inputs)}
    found = {}
    for step in what_if.steps:
        box, plain = known[step.field], reply["inputs"][step.field]
        if plain is None:
            continue
        for sign, words in ((-1, step.less), (1, step.more)):
            text = typed(box, step, plain, sign)
            changed = run(slug, reply["inputs"] | {step.field: text})
            if changed["ok"]:
                now = box.kind.pretty(box.kind.load(changed["inputs"][step.field]))
                found[f"{words}: {now}"] = changed["figures"]
    return found


@every_one
@fast
@given(data=st.data())
def test_each_row_is_what_typing_it_would_give(slug: str, data: st.DataObject) -> None:
    """All that makes a difference is there, nothing else is, and each figure is the form's own."""
    reply = run(slug, data.draw(filled_in(CALCULATORS[slug])))
    if not reply["ok"]:
        return
    watch, hand = CALCULATORS[slug].what_if.watch, by_hand(slug, reply)
    rows = {row[0]: row[1:] for row in rows_of(reply)}
    assert len(rows) == len(rows_of(reply)) and set(rows) <= set(hand)
    for words, figures in hand.items():
        expected: list[str | None] = []
        for key in watch:
            before, after = reply["figures"][key], figures[key]
            known = before is not None and after is not None
            expected += [after, f"{Decimal(after) - Decimal(before):.2f}" if known else None]
        if any(Decimal(cell or 0) for cell in expected[1::2]):
            assert rows[words] == expected
        else:
            assert words not in rows


@every_one
@fast
@given(data=st.data())
def test_the_largest_difference_comes_first(slug: str, data: st.DataObject) -> None:
    reply = run(slug, data.draw(filled_in(CALCULATORS[slug])))
    if reply["ok"]:
        sizes = [[abs(Decimal(cell or 0)) for cell in row[2::2]] for row in rows_of(reply)]
        assert sizes == sorted(sizes, reverse=True)


@every_one
def test_what_is_watched_is_money_and_what_varies_has_a_box(slug: str) -> None:
    calculator = CALCULATORS[slug]
    kinds = {figure.key: figure.kind for figure in calculator.figures}
    main = {figure.key for figure in calculator.figures if figure.main}
    names = {box.name for box in boxes(calculator.inputs)}
    assert not main or calculator.what_if.watch[0] in main
    assert all(isinstance(kinds[key], MoneyKind) for key in calculator.what_if.watch)
    assert {step.field for step in calculator.what_if.steps} <= names
    assert rows_of(run(slug, example_of(slug))), "the example shows how it looks"


def test_the_words_name_the_change_and_the_new_value() -> None:
    changes = [row[0] for row in rows_of(run("payment", example_of("payment")))]
    assert sorted(changes) == [
        "Rate 1 point higher: 10.25%",
        "Rate 1 point lower: 8.25%",
        "Time to pay 5 years longer: 240 months (20 years)",
        "Time to pay 5 years shorter: 120 months (10 years)",
    ]
    changes = [row[0] for row in rows_of(run("catch_up", example_of("catch_up")))]
    assert "Plan 3 months longer: 9 months" in changes
    changes = [row[0] for row in rows_of(run("budget", example_of("budget")))]
    assert "Take-home pay 10% lower: $3,802.50 a month" in changes


def test_a_change_beyond_the_bounds_is_left_out() -> None:
    at_the_edge = {"balance": "52000", "annual_rate": "0.5", "months_left": "590"}
    changes = [row[0] for row in rows_of(run("payment", at_the_edge))]
    assert len(changes) == 2
    assert not any(re.search("lower|longer", change) for change in changes)
    # Interest only for all but a few months: five years fewer do not fit together.
    refused = {"balance": "52000", "annual_rate": "9", "months_left": "120"}
    refused |= {"interest_only_months": "100"}
    changes = [row[0] for row in rows_of(run("payment", refused))]
    assert not any("shorter" in change for change in changes)


def test_a_box_left_empty_stays_so() -> None:
    """And a column in which nothing is known is left off the page, not shown empty."""
    given = {"payoff": "53200", "offer": "15000"}
    reply = run("settlement", given)
    assert [row[3:] for row in rows_of(reply)] == [[None, None]] * 2
    html = answer(CALCULATORS["settlement"], reply)
    assert html.split('data-table="what_if"')[1].split("</thead>")[0].count("<th ") == 3
    full = run("settlement", example_of("settlement"))
    html = answer(CALCULATORS["settlement"], full)
    assert html.split('data-table="what_if"')[1].split("</thead>")[0].count("<th ") == 5


def test_an_optional_box_is_varied_only_where_it_was_filled_in() -> None:
    inputs = CALCULATORS["refinance"].inputs
    step = (points("first_annual_rate", "Rate"),)
    assert list(variations(read(inputs, example_of("refinance")), step)) == []
    filled: object = read(inputs, example_of("refinance") | {"first_annual_rate": "3.5"})
    assert [words for words, _ in variations(filled, step)] == [
        "Rate 1 point lower: 2.50%",
        "Rate 1 point higher: 4.50%",
    ]


def test_no_difference_no_table() -> None:
    reply = run("payment", example_of("payment") | {"balance": "0"})
    assert rows_of(reply) == []
    assert "would change it most" not in answer(CALCULATORS["payment"], reply)
    assert WHAT_IF not in run("timeline", example_of("timeline"))["tables"]


def test_a_difference_has_its_sign() -> None:
    html = answer(CALCULATORS["payment"], run("payment", example_of("payment")))
    assert ">+$31.59<" in html and ">−$30.71<" in html
    assert "One thing changes at a time" in html
