"""What must hold for every calculator, whatever is typed: the contract's shapes, no surprises."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CALCULATORS, run
from calculators.core.answers import Calculator
from calculators.core.files import as_text, in_tables
from calculators.core.forms import (
    Box,
    ChoiceKind,
    CountKind,
    DateKind,
    Kind,
    MoneyKind,
    PercentKind,
    RateKind,
    TextKind,
    YesNoKind,
    boxes,
    load,
)
from calculators.core.pages import answer
from calculators.facts import FACTS
from tests.draws import draws

quickly = draws(60)
every_calculator = pytest.mark.parametrize("slug", CALCULATORS)

TOO_MUCH: dict[type[Kind], str] = {
    MoneyKind: "100,000,000.01",
    PercentKind: "100.01",
    RateKind: "40.001",
    CountKind: "601",
}

# What people and programs might send: JSON's scalars, and text that is nearly a number.
nearly = st.text("0123456789.,$%- −/eEnainf", max_size=14)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=50) | nearly


def typed(box: Box) -> st.SearchStrategy[str]:
    """Text that a reader might well put into a box, not always within its bounds."""
    kind = box.kind
    if kind.choices:
        return st.sampled_from([choice for choice, _ in kind.choices])
    if isinstance(kind, MoneyKind):
        money = st.decimals("0", "300000", places=2) | st.integers(0, 5000)
        return money.map("{}".format) | money.map("${:,}".format)
    if isinstance(kind, RateKind):
        return st.decimals("0", "25", places=3).map("{} %".format) | st.sampled_from(["0", "7"])
    if isinstance(kind, DateKind):
        days = st.integers(-800, 800).map(lambda days: date(2026, 5, 2) + timedelta(days))
        return days.map(date.isoformat) | days.map("{0.month}/{0.day}/{0.year}".format)
    return st.integers(0, 240).map(str)


@st.composite
def filled_in(draw: st.DrawFn, calculator: Calculator) -> dict[str, str]:
    """A form as a reader would leave it: answers of many kinds and empty boxes, mixed."""
    answers = {}
    for box in boxes(calculator.inputs):
        own = typed(box) if box.required else typed(box) | st.just("")
        answers[box.name] = draw(st.just(box.example) | own)
    return answers


def draw_reply(slug: str, data: st.DataObject) -> dict[str, Any]:
    return run(slug, data.draw(filled_in(CALCULATORS[slug])))


def example_of(slug: str) -> dict[str, str]:
    return {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)}


def assert_is(value: Any, kind: Kind, *, typed_by_hand: bool = False) -> None:
    """A reply's value has the contract's shape for its kind; None is `not applicable`."""
    if value is None:
        return
    if isinstance(kind, YesNoKind):
        assert type(value) is bool
    elif isinstance(kind, ChoiceKind):
        assert value in dict(kind.choices)
    elif isinstance(kind, CountKind):
        assert type(value) is int
    elif isinstance(kind, DateKind):
        assert date.fromisoformat(value).isoformat() == value
    elif isinstance(kind, TextKind):
        assert type(value) is str and value and "\n" not in value
    else:
        places = 2 if isinstance(kind, MoneyKind | PercentKind) else 3
        # A typed sixteenth of a percent keeps all its places; no figure does.
        more = "" if isinstance(kind, MoneyKind) or not typed_by_hand else ","
        assert re.fullmatch(rf"-?\d+\.\d{{{places}{more}}}", value), value
        assert not re.fullmatch(r"-[0.]+", value), "zero has no minus"


def assert_answer(slug: str, reply: dict[str, Any]) -> None:
    calculator = CALCULATORS[slug]
    assert list(reply) == [
        "ok", "calculator", "inputs", "verdict", "at_risk", "number", "action", "figures",
        "tables", "steps", "notes", "questions", "facts",
    ]  # fmt: skip
    assert list(reply["inputs"]) == [box.name for box in boxes(calculator.inputs)]
    for box in boxes(calculator.inputs):
        assert_is(reply["inputs"][box.name], box.kind, typed_by_hand=True)
        assert reply["inputs"][box.name] is not None or (not box.required and box.default is None)
    assert list(reply["figures"]) == [figure.key for figure in calculator.figures]
    for figure in calculator.figures:
        assert_is(reply["figures"][figure.key], figure.kind)
    assert list(reply["tables"]) == [table.key for table in calculator.all_tables]
    for table in calculator.all_tables:
        assert reply["tables"][table.key]["columns"] == [column.key for column in table.columns]
        for row in reply["tables"][table.key]["rows"]:
            for cell, column in zip(row, table.columns, strict=True):
                # A rate in a table may be the one that was typed.
                assert_is(cell, column.kind, typed_by_hand=isinstance(column.kind, RateKind))
    assert all(type(step) is str and step for step in reply["steps"])
    assert all(note["kind"] in ("info", "warning") and note["text"] for note in reply["notes"])
    for each in reply["questions"]:
        assert list(each) == ["field", "message", "suggestion"]
        assert each["field"] in reply["inputs"] and each["message"].endswith(("?", "."))
    assert len(set(reply["facts"])) == len(reply["facts"]) and set(reply["facts"]) <= set(FACTS)


def assert_refusal(reply: dict[str, Any], fields: set[str | None]) -> None:
    assert list(reply) == ["ok", "calculator", "errors"] and reply["errors"]
    for error in reply["errors"]:
        assert set(error) == {"field", "message"}
        assert error["field"] is None or error["field"] in fields
        assert error["message"].endswith((".", "!", "?")) and "\n" not in error["message"]


def assert_contract(slug: str, reply: dict[str, Any], extra: set[str] | None = None) -> None:
    assert reply["calculator"] == slug
    assert json.loads(json.dumps(reply, allow_nan=False)) == reply
    if reply["ok"]:
        assert_answer(slug, reply)
    else:
        names: set[str | None] = {box.name for box in boxes(CALCULATORS[slug].inputs)}
        assert_refusal(reply, names | {name[:40] for name in extra or ()})


@every_calculator
@quickly
@given(data=st.data())
def test_any_text_in_any_fields_gets_a_reply(slug: str, data: st.DataObject) -> None:
    names = [box.name for box in boxes(CALCULATORS[slug].inputs)]
    answers = data.draw(
        st.dictionaries(st.sampled_from(names), scalars)
        | st.dictionaries(st.sampled_from(names) | st.text(max_size=60), scalars, max_size=4)
    )
    assert_contract(slug, run(slug, answers), set(answers))


@every_calculator
@quickly
@given(data=st.data())
def test_one_odd_answer_in_a_good_form_gets_a_reply(slug: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([box.name for box in boxes(CALCULATORS[slug].inputs)]))
    assert_contract(slug, run(slug, example_of(slug) | {name: data.draw(scalars)}))


@every_calculator
@quickly
@given(data=st.data())
def test_every_reply_keeps_the_contract(slug: str, data: st.DataObject) -> None:
    assert_contract(slug, draw_reply(slug, data))


@every_calculator
@quickly
@given(data=st.data())
def test_a_replys_inputs_give_the_same_reply(slug: str, data: st.DataObject) -> None:
    reply = draw_reply(slug, data)
    if reply["ok"]:
        assert run(slug, reply["inputs"]) == reply


@every_calculator
@quickly
@given(data=st.data())
def test_a_suggestion_raises_no_question_itself(slug: str, data: st.DataObject) -> None:
    answers = data.draw(filled_in(CALCULATORS[slug]))
    reply = run(slug, answers)
    for each in reply.get("questions", []):
        if each["suggestion"] is not None:
            again = run(slug, answers | {each["field"]: each["suggestion"]})
            assert each["field"] not in [other["field"] for other in again.get("questions", [])]


@every_calculator
@quickly
@given(data=st.data())
def test_an_emptied_box_is_one_left_out(slug: str, data: st.DataObject) -> None:
    answers = data.draw(filled_in(CALCULATORS[slug]))
    empty = data.draw(st.sampled_from(["", "  ", "\t"]))
    name = data.draw(st.sampled_from(list(answers)))
    without = {key: text for key, text in answers.items() if key != name}
    assert run(slug, answers | {name: empty}) == run(slug, without)


@every_calculator
@quickly
@given(data=st.data())
def test_every_answer_can_be_shown(slug: str, data: st.DataObject) -> None:
    """As HTML with each figure in its place, and as text; both free of what must not be there."""
    calculator, reply = CALCULATORS[slug], draw_reply(slug, data)
    if not reply["ok"]:
        return
    is_example = data.draw(st.booleans())
    html, text = answer(calculator, reply, is_example), as_text(calculator, reply, is_example)
    heading = "Our worked example" if is_example else "Your estimate"
    assert f"<h4>{heading}</h4>" in html and text.splitlines()[0].endswith(heading)
    assert "\n" not in html and "<script" not in html and " id=" not in html
    absent = calculator.absent(load(calculator.inputs, reply["inputs"]))
    tabled = in_tables(calculator, reply)
    for figure in calculator.figures:
        instead = absent.get(figure.key, figure.if_none)
        is_shown = reply["figures"][figure.key] is not None or bool(instead)
        assert (f'data-figure="{figure.key}"' in html) == is_shown
        assert (f"\n{figure.label}: " in text) == (is_shown and figure.key not in tabled)
    for note in reply["notes"]:
        assert note["text"] in text
    assert ": None" not in text and "Decimal(" not in text


@every_calculator
def test_the_example_is_answered_and_required_boxes_have_one(slug: str) -> None:
    assert run(slug, example_of(slug))["ok"]
    for box in boxes(CALCULATORS[slug].inputs):
        assert box.words.label and (box.words.example or not box.required)


@every_calculator
def test_a_sixteenth_of_a_percent_keeps_its_places(slug: str) -> None:
    rates = [box.name for box in boxes(CALCULATORS[slug].inputs) if isinstance(box.kind, RateKind)]
    reply = run(slug, example_of(slug) | dict.fromkeys(rates, "0.9375"))
    assert_contract(slug, reply)
    assert [reply["inputs"][name] for name in rates] == ["0.9375"] * len(rates)
    assert run(slug, reply["inputs"]) == reply


@every_calculator
def test_what_is_required_is_asked_for(slug: str) -> None:
    required = [box.name for box in boxes(CALCULATORS[slug].inputs) if box.required]
    assert [error["field"] for error in run(slug, {})["errors"]] == required


@every_calculator
def test_an_unknown_field_is_refused_by_name(slug: str) -> None:
    reply = run(slug, example_of(slug) | {"blance": "1"})
    assert [error["field"] for error in reply["errors"]] == ["blance"]


@every_calculator
@pytest.mark.parametrize(
    "text",
    ["52.000,00", "1e5", "nan", "inf", "-5", "−5", "some", "５", "1" * 10_000, "1/2", "0x1", "1_0"],
)
def test_what_is_no_number_is_refused_with_advice(slug: str, text: str) -> None:
    for box in boxes(CALCULATORS[slug].inputs):
        reply = run(slug, example_of(slug) | {box.name: text})
        assert [error["field"] for error in reply["errors"]] == [box.name]
        assert re.match(
            r"Write|Answer|This is too long|There is no such", reply["errors"][0]["message"]
        )


@every_calculator
def test_each_kind_is_bounded(slug: str) -> None:
    for box in boxes(CALCULATORS[slug].inputs):
        too_much = [text for kind, text in TOO_MUCH.items() if isinstance(box.kind, kind)]
        if too_much:
            reply = run(slug, example_of(slug) | {box.name: too_much[0]})
            assert [error["field"] for error in reply["errors"]] == [box.name]


@every_calculator
def test_a_fields_own_bounds_are_kept(slug: str) -> None:
    for box in boxes(CALCULATORS[slug].inputs):
        beyond = {"minimum": box.words.minimum - 1, "maximum": (box.words.maximum or 0) + 1}
        for bound, text in beyond.items():
            if getattr(box.words, bound):
                reply = run(slug, example_of(slug) | {box.name: str(text)})
                assert [error["field"] for error in reply["errors"]] == [box.name]
                assert reply["errors"][0]["message"].startswith("Write ")


def test_a_name_means_one_thing_on_every_page() -> None:
    seen: dict[str, tuple[str, Kind]] = {}
    for slug, calculator in CALCULATORS.items():
        for box in boxes(calculator.inputs):
            meaning = (box.words.label, box.kind)
            assert seen.setdefault(box.name, meaning) == meaning, f"{slug}: {box.name}"


def test_an_unknown_calculator_is_refused() -> None:
    reply = run("paymnt", {})
    assert_refusal(reply, set())
    assert "payment" in reply["errors"][0]["message"]
