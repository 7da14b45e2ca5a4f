"""What must hold for every household's month."""

from decimal import Decimal
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators import run
from tests.draws import draws
from tests.replies import answered, figure

CENT = Decimal("0.01")
quickly = draws(80)
ask = partial(answered, "budget")

SPENDING = (
    "first_monthly_payment", "monthly_payment", "taxes_insurance", "food", "utilities", "transport",
    "health", "children", "other_debts", "other_spending",
)  # fmt: skip
amounts = st.decimals("0", "9000", places=2)
periods = st.sampled_from(["", " weekly", "  Every Two Weeks", " twice a month", " a year"])
typed = st.builds("{:,.2f}{}".format, amounts, periods)
required = {"take_home_income": typed, "monthly_payment": typed}
households = st.fixed_dictionaries(
    required,
    optional={
        name: typed
        for name in ("other_income", "gross_income", *SPENDING)
        if name != "monthly_payment"
    },
)


def a_month(text: str) -> Decimal:
    reply = ask({"take_home_income": text, "monthly_payment": "0"})
    return figure(reply, "total_income")


@quickly
@given(households)
def test_left_over_is_money_in_less_money_out(answers: dict[str, str]) -> None:
    reply = ask(answers)
    amounts = {name: Decimal(reply["inputs"][name]) for name in (*SPENDING, "other_income")}
    income = amounts.pop("other_income") + Decimal(reply["inputs"]["take_home_income"])
    assert figure(reply, "total_income") == income
    assert figure(reply, "total_spending") == sum(amounts.values())
    assert figure(reply, "left_over") == income - sum(amounts.values())


@quickly
@given(households)
def test_paying_what_is_affordable_leaves_nothing(answers: dict[str, str]) -> None:
    affordable = ask(answers)["figures"]["affordable_second_payment"]
    reply = ask(answers | {"monthly_payment": affordable})
    assert figure(reply, "left_over") <= 0
    assert figure(reply, "left_over") == 0 or Decimal(affordable) == 0
    assert figure(reply, "affordable_second_payment") == Decimal(affordable) >= 0


@pytest.mark.parametrize("line", SPENDING)
@draws(10)
@given(answers=households, amount=amounts)
def test_a_dollar_more_spent_is_a_dollar_less_left(
    answers: dict[str, str], line: str, amount: Decimal
) -> None:
    without, with_it = ask(answers | {line: "0"}), ask(answers | {line: str(amount)})
    assert figure(without, "left_over") - figure(with_it, "left_over") == amount
    assert figure(with_it, "total_spending") - figure(without, "total_spending") == amount


@quickly
@given(amounts)
def test_a_year_has_52_weeks_and_12_months(amount: Decimal) -> None:
    for period, times in {"weekly": 52, "every two weeks": 26, "twice a month": 24, "": 12}.items():
        assert a_month(f"{amount} {period}") == a_month(f"{amount * times} yearly")
    assert a_month(str(amount)) == amount


@quickly
@given(amounts)
def test_the_monthly_amount_is_within_half_a_cent(amount: Decimal) -> None:
    assert abs(a_month(f"{amount} weekly") * 12 - amount * 52) <= 12 * CENT / 2
    assert abs(a_month(f"{amount} yearly") * 12 - amount) <= 12 * CENT / 2


@quickly
@given(households)
def test_the_lines_add_up_to_the_totals(answers: dict[str, str]) -> None:
    reply = ask(answers)
    *lines, (name, money_in, money_out) = reply["tables"]["lines"]["rows"]
    assert (name, money_in, money_out) == (
        "total",
        reply["figures"]["total_income"],
        reply["figures"]["total_spending"],
    )
    assert sum(Decimal(line[1]) for line in lines if line[1]) == Decimal(money_in)
    assert sum(Decimal(line[2]) for line in lines if line[2]) == Decimal(money_out)
    assert "0.00" not in [cell for line in lines for cell in line]


@quickly
@given(households, st.decimals("500", "20000", places=2))
def test_the_shares_are_of_gross_income(answers: dict[str, str], gross: Decimal) -> None:
    reply = ask(answers | {"gross_income": str(gross)})
    once = ask(answers | {"gross_income": str(gross * 2)})
    for key in ("housing_ratio_percent", "debt_to_income_percent"):
        assert abs(figure(reply, key) - 2 * figure(once, key)) <= 2 * CENT
    richer = ask(answers | {"gross_income": str(gross), "take_home_income": "9999"})
    poorer = ask(answers | {"gross_income": str(gross), "take_home_income": "1", "food": "99"})
    assert richer["figures"]["housing_ratio_percent"] == poorer["figures"]["housing_ratio_percent"]
    debts = Decimal(reply["inputs"]["other_debts"])
    between = figure(reply, "debt_to_income_percent") - figure(reply, "housing_ratio_percent")
    assert abs(between * gross / 100 - debts) <= gross / 10000


@quickly
@given(households, st.sampled_from(["", "0", " 0.00 weekly", "$0"]))
def test_no_gross_income_no_shares(answers: dict[str, str], nothing: str) -> None:
    reply = ask(answers | {"gross_income": nothing})
    assert reply["figures"]["housing_ratio_percent"] is None
    assert reply["figures"]["debt_to_income_percent"] is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("450 biweekly", "every two weeks"),
        ("450 Bi-Weekly", "two ways"),
        ("450 fortnightly", "“weekly”"),
        ("450weekly", "450 weekly"),
        ("weekly", "digits"),
        ("-450 weekly", "zero or more"),
        ("100,000,000.01 yearly", "at most"),
        ("100,000,000 weekly", "at most"),
    ],
)
def test_a_refused_amount_says_what_to_write(text: str, phrase: str) -> None:
    reply = run("budget", {"take_home_income": text, "monthly_payment": "1"})
    (error,) = reply["errors"]
    assert error["field"] == "take_home_income" and phrase in error["message"]


EASY_MONTH = {
    "take_home_income": "2000",
    "gross_income": "2500",
    "monthly_payment": "50",
    "food": "1",
    "utilities": "1",
}


@pytest.mark.parametrize(
    ("change", "phrase"),
    [
        ({"monthly_payment": "2100"}, "before you miss a payment"),
        ({"gross_income": "1999"}, "Gross is before taxes"),
        ({"utilities": "0"}, "zero: utilities."),
        ({"food": "0", "utilities": "0"}, "zero: food and utilities."),
    ],
)
def test_a_note_stands_where_it_matters(change: dict[str, str], phrase: str) -> None:
    def said(answers: dict[str, str]) -> str:
        return " ".join(note["text"] for note in ask(answers)["notes"])

    assert phrase in said(EASY_MONTH | change)
    assert phrase not in said(EASY_MONTH)


@quickly
@example({"take_home_income": "2000", "monthly_payment": "300"}, Decimal("899.99"))
@given(households, amounts)
def test_reserves_are_whole_months_of_all_that_goes_out(
    answers: dict[str, str], savings: Decimal
) -> None:
    reply = ask(answers | {"savings": str(savings)})
    months, spending = reply["figures"]["months_of_reserves"], figure(reply, "total_spending")
    if spending == 0:
        assert months is None
        return
    assert months * spending <= savings < (months + 1) * spending
    assert ask(answers)["figures"]["months_of_reserves"] is None


@quickly
@example({"take_home_income": "4000", "monthly_payment": "300", "gross_income": "5000"}, "250.00")
@given(households, typed)
def test_a_change_is_the_same_month_with_another_payment(
    answers: dict[str, str], payment: str
) -> None:
    after = ask(answers | {"monthly_payment": payment})["figures"]
    reply = ask(answers | {"new_monthly_payment": payment})["figures"]
    before = ask(answers)["figures"]
    for key in ("left_over", "housing_ratio_percent", "debt_to_income_percent"):
        assert reply[f"new_{key}"] == after[key]
        assert reply[key] == before[key] and before[f"new_{key}"] is None


@pytest.mark.parametrize(
    ("take_home", "gross", "suggestion"),
    [
        # A teacher's 3,100 a month of 48,000 a year; and pay with a third taken off.
        ("3100", "48000", "48000 yearly"),
        ("1200", "18000", "18000 yearly"),
        ("3100", "4000", None),
        ("2000", "3000", None),
    ],
)
def test_a_years_gross_income_is_asked_about(
    take_home: str, gross: str, suggestion: str | None
) -> None:
    answers = {"take_home_income": take_home, "monthly_payment": "300", "gross_income": gross}
    asked = ask(answers)["questions"]
    assert [each["suggestion"] for each in asked] == ([suggestion] if suggestion else [])
    if suggestion:
        assert ask(answers | {"gross_income": suggestion})["questions"] == []
