"""What people write, and what they are told when it cannot be read."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators import run
from calculators.core.forms import (
    COUNT,
    DATE,
    MONEY,
    MONTH_NUMBER,
    MONTHS,
    PERCENT,
    RATE,
    ChoiceKind,
    Kind,
    as_text,
)
from calculators.core.forms.kinds.choices import YES_NO
from calculators.core.forms.kinds.money import MONEY_A_MONTH

CHOICE = ChoiceKind((("closed_end", "A fixed loan"), ("not_sure", "I am not sure")))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (MONEY, "52000", Decimal(52000)),
        (MONEY, "$52,000", Decimal(52000)),
        (MONEY, "$ 52,000.5", Decimal("52000.5")),
        (MONEY, "52,000.00", Decimal(52000)),
        (MONEY, "52000.", Decimal(52000)),
        (MONEY, ".50", Decimal("0.5")),
        (MONEY, "0", Decimal(0)),
        (MONEY, "100,000,000", Decimal(100_000_000)),
        (MONEY, "1 052 000.50", Decimal("1052000.5")),
        (MONEY, "52, 000", Decimal(52000)),
        (MONEY, "52k", Decimal(52000)),
        (MONEY, "$52.5 K", Decimal(52500)),
        (MONEY, "52,000 dollars", Decimal(52000)),
        # 450 x 52 / 12, 600 x 26 / 12, 300 x 24 / 12, 65,000 / 12.
        (MONEY_A_MONTH, "450 weekly", Decimal("1950.00")),
        (MONEY_A_MONTH, "450/wk", Decimal("1950.00")),
        (MONEY_A_MONTH, "450 each week", Decimal("1950.00")),
        (MONEY_A_MONTH, "600 every other week", Decimal("1300.00")),
        (MONEY_A_MONTH, "600 every two weeks", Decimal("1300.00")),
        (MONEY_A_MONTH, "300 semi-monthly", Decimal("600.00")),
        (MONEY_A_MONTH, "300 twice a month", Decimal("600.00")),
        (MONEY_A_MONTH, "1 950 weekly", Decimal("8450.00")),
        (MONEY_A_MONTH, "535.18/mo", Decimal("535.18")),
        (MONEY_A_MONTH, "535.18 mo.", Decimal("535.18")),
        (MONEY_A_MONTH, "535.18 dollars a month", Decimal("535.18")),
        (MONEY_A_MONTH, "65k annually", Decimal("5416.67")),
        (MONEY_A_MONTH, "65 k per year", Decimal("5416.67")),
        (RATE, "9 1/4", Decimal("9.25")),
        (RATE, "9-1/4%", Decimal("9.25")),
        (RATE, "9\u00bc", Decimal("9.25")),
        (RATE, "9 \u00bd%", Decimal("9.5")),
        (RATE, "9.25 percent", Decimal("9.25")),
        (RATE, "9.25% APR", Decimal("9.25")),
        (RATE, "9.250000", Decimal("9.25")),
        (RATE, "8 1/16", Decimal("8.0625")),
        (MONTHS, "15 years", 180),
        (MONTHS, "180 months", 180),
        (MONTHS, "180.0", 180),
        (MONTHS, "2 yrs 6 mos", 30),
        (MONTHS, "2 years and 6 months", 30),
        (COUNT, "3.0", 3),
        (DATE, "Sept 1 2026", date(2026, 9, 1)),
        (DATE, "Sep. 1st, 2026", date(2026, 9, 1)),
        (DATE, "September 1, 2026", date(2026, 9, 1)),
        (DATE, "1 Sept 2026", date(2026, 9, 1)),
        (DATE, "Tuesday, September 1, 2026", date(2026, 9, 1)),
        (DATE, "2026/09/01", date(2026, 9, 1)),
        (DATE, "9-1-2026", date(2026, 9, 1)),
        (RATE, "9.25 %", Decimal("9.25")),
        (RATE, "9.25%", Decimal("9.25")),
        (RATE, "0", Decimal(0)),
        (RATE, "40", Decimal(40)),
        (RATE, "8.0625", Decimal("8.0625")),
        (PERCENT, "100", Decimal(100)),
        (COUNT, "007", 7),
        (MONTHS, "600", 600),
        (DATE, "2028-02-29", date(2028, 2, 29)),
        (DATE, "5/2/2026", date(2026, 5, 2)),
        (YES_NO, "Yes", True),
        (YES_NO, "false", False),
        (CHOICE, "Closed-End", "closed_end"),
        (CHOICE, "not sure", "not_sure"),
    ],
)
def test_read(kind: Kind, text: str, value: Any) -> None:
    assert kind.parse(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        (MONEY, "52.000,00", "like 52,000"),
        (MONEY, "52.000", "like 52,000"),
        (MONEY, "5,2000", "like 52,000"),
        (MONEY, "52,00", "like 52,000"),
        (MONEY, "52 00", "like 52,000"),
        (MONEY, "0 500", "like 52,000"),
        (MONEY, "5200 000", "like 52,000"),
        (MONEY, "52000 450", "like 52,000"),
        (MONEY_A_MONTH, "450 100,000", "like 450"),
        (MONEY, "0,500", "like 52,000"),
        (MONEY, "1e5", "like 52,000"),
        (MONEY, "nan", "like 52,000"),
        (MONEY, "inf", "like 52,000"),
        (MONEY, "-5", "without a minus"),
        (MONEY, "\N{MINUS SIGN}5", "without a minus"),
        (MONEY, "$", "like 52,000"),
        (MONEY, ".", "like 52,000"),
        (MONEY, "+5", "like 52,000"),
        (MONEY, "52,000k", "like 52,000"),
        (MONEY, "k", "like 52,000"),
        (MONEY, "dollars", "like 52,000"),
        (MONEY_A_MONTH, "450 biweekly", "in two ways"),
        (MONEY_A_MONTH, "450 bi-weekly", "in two ways"),
        (MONEY_A_MONTH, "450 bimonthly", "in two ways"),
        (MONEY_A_MONTH, "450 often", "twice a month"),
        (MONEY_A_MONTH, "52.000,00", "like 450"),
        (MONEY, "fifty", "like 52,000"),
        (MONEY, "\uff15\uff12", "like 52,000"),
        (MONEY, "\u0665", "like 52,000"),
        (MONEY, "100000000.01", "at most $100,000,000.00"),
        (RATE, "9,25", "with a dot"),
        (RATE, "-1", "without a minus"),
        (RATE, "40.001", "at most 40.00%"),
        (RATE, "nine", "with a dot"),
        (RATE, "925", "Is it 9.25%?"),
        (RATE, "9 1/3", "with a dot"),
        (RATE, "9.123456", "with a dot"),
        (PERCENT, "100.01", "at most 100.00%"),
        (COUNT, "1.5", "whole number"),
        (COUNT, "-1", "without a minus"),
        (MONTHS, "a while", "15 years is 180"),
        (MONTHS, "51 years", "at most 600 months"),
        (MONTHS, "601", "at most 600 months"),
        (MONTHS, "-3", "without a minus"),
        (DATE, "2027-02-29", "no such day"),
        (DATE, "May 2", "like 5/2/2026"),
        (DATE, "9/1/26", "four digits"),
        (DATE, "Sept 1 26", "four digits"),
        (DATE, "Sept 1, '26", "four digits"),
        (DATE, "31/12/2026", "no such day"),
        (DATE, "1.9.2026", "like 5/2/2026"),
        (DATE, "Smarch 1, 2026", "like 5/2/2026"),
        (DATE, "Sept 31, 2026", "no such day"),
        (DATE, "1/1/0026", "a year from"),
        (YES_NO, "perhaps", "yes or no"),
        (CHOICE, "both", "one of: closed_end, not_sure"),
    ],
)
def test_refused_kindly(kind: Kind, text: str, says: str) -> None:
    with pytest.raises(ValueError) as refused:
        kind.parse(text)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "value", "plain", "pretty"),
    [
        (MONEY, Decimal("-1234.5"), "-1234.50", "\N{MINUS SIGN}$1,234.50"),
        (RATE, Decimal("9.25"), "9.250", "9.25%"),
        (RATE, Decimal("3.875"), "3.875", "3.875%"),
        (RATE, Decimal("8.0625"), "8.0625", "8.0625%"),
        (PERCENT, Decimal("67.5"), "67.50", "67.50%"),
        (COUNT, 1200, 1200, "1,200"),
        (MONTHS, 1, 1, "1 month"),
        (MONTHS, 18, 18, "18 months"),
        (MONTHS, 60, 60, "60 months (5 years)"),
        (MONTHS, 61, 61, "61 months (5 years, 1 month)"),
        (MONTHS, 62, 62, "62 months (5 years, 2 months)"),
        (MONTH_NUMBER, 0, 0, "At once"),
        (MONTH_NUMBER, 18, 18, "Month 18"),
        (DATE, date(2026, 5, 2), "2026-05-02", "May 2, 2026"),
        (YES_NO, True, True, "Yes"),
        (YES_NO, False, False, "No"),
        (CHOICE, "not_sure", "not_sure", "I am not sure"),
    ],
)
def test_shown(kind: Kind, value: Any, plain: Any, pretty: str) -> None:
    assert kind.plain(value) == plain
    assert kind.pretty(value) == pretty
    assert kind.load(plain) == value


GOOD = {"balance": "52000", "annual_rate": "9.25", "months_left": "180"}


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({}, ["balance", "annual_rate", "months_left"]),
        ({**GOOD, "balance": "   "}, ["balance"]),
        ({**GOOD, "balance": None}, ["balance"]),
        ({**GOOD, "balance": "9" * 10_000}, ["balance"]),
        ({**GOOD, "months_left": "0"}, ["months_left"]),
        ({**GOOD, "colour": "red"}, ["colour"]),
        ({**GOOD, "colour": "red", "balance": "x"}, ["balance", "colour"]),
        ({**GOOD, "balance": [52000]}, ["balance"]),
        ({**GOOD, "balance": {"a": 1}}, ["balance"]),
        ({**GOOD, "balance": True}, ["balance"]),
    ],
)
def test_each_refused_field_is_named(answers: dict[str, object], fields: list[str]) -> None:
    reply = run("payment", answers)
    assert not reply["ok"]
    assert [error["field"] for error in reply["errors"]] == fields


def test_json_values_count_as_their_text() -> None:
    reply = run("payment", {"balance": 52000, "annual_rate": 9.25, "months_left": 180})
    assert reply == run("payment", GOOD)
    left_out = run("payment", {**GOOD, "extra_monthly": "", "balloon_month": None})
    assert left_out == reply
    assert as_text(True) == "yes"
    assert as_text(Decimal("5.50")) == "5.5"


@pytest.mark.parametrize("depth", [0, 100_000])
def test_what_python_will_not_write_out_is_too_long(depth: int) -> None:
    answer: Any = 10**5000
    for _ in range(depth):
        answer = [answer]
    reply = run("payment", {"balance": answer, "annual_rate": "9.25", "months_left": "180"})
    assert [error["field"] for error in reply["errors"]] == ["balance"]


def test_a_rate_keeps_the_places_that_were_used() -> None:
    assert run("payment", {**GOOD, "annual_rate": "8.0625"})["inputs"]["annual_rate"] == "8.0625"


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u202a", "\u2060", "\ufeff", "\u00ad"])
def test_marks_that_nobody_sees_are_dropped(mark: str) -> None:
    answers = {"balance": f"{mark}52,{mark}000", "annual_rate": "9.25\u00a0%", "months_left": "180"}
    assert run("payment", answers) == run("payment", GOOD)
    assert run("payment", {**GOOD, "balance": mark})["errors"][0]["field"] == "balance"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "  "])
def test_a_space_of_any_kind_is_a_space(space: str) -> None:
    answers = {"balance": f"52{space}000", "annual_rate": f"9{space}1/4", "months_left": "180"}
    assert run("payment", answers) == run("payment", GOOD)
    answers["months_left"] = f"{space}15{space}years"
    assert run("payment", answers) == run("payment", GOOD)


def test_a_rate_without_its_end_zeros_is_the_same() -> None:
    assert run("payment", {**GOOD, "annual_rate": "9.250000"}) == run("payment", GOOD)


def test_an_upper_bound_is_said() -> None:
    answers = {**GOOD, "new_annual_rate": "7", "new_months": "180", "points_percent": "21"}
    reply = run("refinance", answers)
    assert reply["errors"] == [{"field": "points_percent", "message": "Write 20.00% or less."}]


def test_unknown_calculator() -> None:
    reply = run("nosuch", {})
    assert not reply["ok"]
    assert reply["errors"][0]["field"] is None
    assert "payment" in reply["errors"][0]["message"]


def test_a_kind_must_say_how_it_reads_and_prints() -> None:
    for use in (Kind().parse, Kind().plain, Kind().pretty):
        with pytest.raises(NotImplementedError):
            use("x")
    assert Kind().load("x") == "x"
