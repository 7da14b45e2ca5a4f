"""What is asked about an answer that can be worked with, and what must never be asked."""

from typing import Any

import pytest

from calculators import CALCULATORS, run
from calculators.core.forms import boxes

BALLOON = {"balance": "49,000", "annual_rate": "7.5", "months_left": "5"}
# $61,751.54 a month.
LARGE = {"balance": "6,000,000", "months_left": "180"}
# A new loan of $209,000 in 15 months, if it pays off the first mortgage too.
BOTH = {
    "balance": "9,000", "first_balance": "200,000", "first_annual_rate": "4",
    "first_months_left": "288", "new_months": "15",
}  # fmt: skip
HOUSE = {"first_payoff": "210,000", "payoff": "52,000"}


def examples(slug: str) -> dict[str, str]:
    return {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)}


def asked(slug: str, **answers: str) -> dict[str, str | None]:
    """The fields that are asked about, each with its suggestion."""
    reply: dict[str, Any] = run(slug, {**examples(slug), **answers})
    assert reply["ok"], reply
    return {each["field"]: each["suggestion"] for each in reply["questions"]}


@pytest.mark.parametrize(
    ("slug", "answers", "field", "suggestion"),
    [
        ("payment", {"annual_rate": "0.0925"}, "annual_rate", "9.25"),
        ("refinance", {"new_annual_rate": "0.075"}, "new_annual_rate", "7.5"),
        ("sale", {"commission_percent": "0.055"}, "commission_percent", "5.5"),
        ("room_rental", {"vacancy_percent": ".05"}, "vacancy_percent", "5"),
        # Half a percent of a rate, or fifty of them: nobody can tell which.
        ("payment", {"annual_rate": "0.5"}, "annual_rate", None),
        ("payment", {"annual_rate": "0.005"}, "annual_rate", None),
        ("payment", {"months_left": "15"}, "months_left", "180"),
        ("payment", {"months_left": "5", "balance": "10,000"}, "months_left", "60"),
        ("compare", {"months_left": "15", "monthly_payment": "535.18"}, "months_left", "180"),
        ("modification", {"new_months": "10"}, "new_months", "120"),
        ("heloc", {"repayment_months": "10"}, "repayment_months", "120"),
        ("budget", {"gross_income": "65,000"}, "gross_income", "65000 yearly"),
        ("budget", {"take_home_income": "20,000"}, "take_home_income", "20000 yearly"),
        # Boxes for a month that take no words such as "yearly".
        ("payment", {"extra_monthly": "20,000"}, "extra_monthly", "1666.67"),
        ("heloc", {"affordable_payment": "24,000"}, "affordable_payment", "2000"),
        ("modification", {"target_payment": "24,000"}, "target_payment", "2000"),
        ("room_rental", {"monthly_rent": "24,000"}, "monthly_rent", "2000"),
        ("room_rental", {"monthly_costs": "300,000"}, "monthly_costs", None),
        ("refinance", {**BOTH, "include_first": "yes"}, "new_months", "180"),
        ("equity", {"home_value": "300", **HOUSE}, "home_value", "300000"),
        ("equity", {"first_payoff": "210"}, "first_payoff", "210000"),
        # 150,000,000 is more than a box takes.
        ("equity", {"home_value": "100,000,000", "first_payoff": "150,000"}, "first_payoff", None),
        ("equity", {"junior_liens": "52"}, "junior_liens", "52000"),
        ("sale", {"sale_price": "300", **HOUSE}, "sale_price", "300000"),
        ("heloc", {"annual_rate": "8.75", "rate_rise": "10.75"}, "rate_rise", "2"),
        # The payment on the statement: insurance inside, interest only, a balloon, or left empty.
        ("payment", {"monthly_payment": "900"}, "monthly_payment", "535.18"),
        ("refinance", {"monthly_payment": "900"}, "monthly_payment", "535.18"),
        ("modification", {"monthly_payment": "900"}, "monthly_payment", "535.18"),
        ("compare", {"monthly_payment": "900"}, "monthly_payment", "535.18"),
        ("payment", {"monthly_payment": "395.34"}, "monthly_payment", None),
        ("payment", {"monthly_payment": "450"}, "monthly_payment", None),
        ("payment", {**BALLOON, "monthly_payment": "342.62"}, "monthly_payment", None),
        ("payment", {**BALLOON, "monthly_payment": ""}, "monthly_payment", None),
        ("modification", {**BALLOON, "monthly_payment": ""}, "monthly_payment", None),
        (
            "payment",
            {"monthly_payment": "900", "repayment_kind": "equal_principal"},
            "monthly_payment",
            "689.72",
        ),
        # A year's payment, and one that no suggestion can mend.
        ("payment", {"monthly_payment": "24,000"}, "monthly_payment", "535.18"),
        ("payment", {**LARGE, "monthly_payment": "90,000"}, "monthly_payment", None),
        ("payment", {**LARGE, "monthly_payment": "61,771.40"}, "monthly_payment", None),
        ("heloc", {"annual_rate": "8.75", "rate_rise": "8.75"}, "rate_rise", None),
    ],
)
def test_it_is_asked(
    slug: str, answers: dict[str, str], field: str, suggestion: str | None
) -> None:
    said = asked(slug, **answers)
    assert said.get(field, "nothing") == suggestion
    if suggestion:
        # Whoever takes it is not asked again.
        assert field not in asked(slug, **{**answers, field: suggestion})


@pytest.mark.parametrize(
    ("slug", "answers"),
    [
        ("payment", {"annual_rate": "0"}),
        ("payment", {"annual_rate": "2"}),
        ("payment", {"annual_rate": "25"}),
        ("payment", {"months_left": "60"}),
        ("payment", {"months_left": "15", "balance": "9,999.99"}),
        ("payment", {"months_left": "4"}),
        ("heloc", {"rate_rise": "0.5"}),
        ("refinance", {"points_percent": "0.5"}),
        ("sale", {"commission_percent": "0"}),
        ("budget", {"gross_income": "19,999.99"}),
        ("payment", {"extra_monthly": "19,999.99"}),
        ("refinance", {**BOTH, "include_first": "no"}),
        # Nothing is owed on the second: there is no payment to ask about.
        ("compare", {"balance": "0", "monthly_payment": "", "missed_payments": "0"}),
        # A small tax lien is nothing odd, nor is a first mortgage that is paid off.
        ("equity", {"senior_liens": "4000"}),
        ("equity", {"first_payoff": "0"}),
        # The payment on the statement fits: the loan, years for months, a fraction, falling ones.
        ("payment", {"monthly_payment": "535.18"}),
        ("payment", {"monthly_payment": "540"}),
        ("payment", {"monthly_payment": "689.72", "repayment_kind": "not_sure"}),
        ("payment", {"monthly_payment": "535.18", "repayment_kind": "not_sure"}),
        ("payment", {"monthly_payment": "400.83", "interest_only_months": "24"}),
        ("payment", {"monthly_payment": "", "months_left": "16"}),
        ("payment", {"monthly_payment": "900", "balance": "0"}),
        # The payment on the statement fits 15 months.
        ("compare", {"months_left": "15", "monthly_payment": "3,684.27", "missed_payments": "0"}),
    ],
)
def test_it_is_not_asked(slug: str, answers: dict[str, str]) -> None:
    assert not set(asked(slug, **answers)) & set(answers)


@pytest.mark.parametrize("slug", CALCULATORS)
def test_our_own_example_is_not_doubted(slug: str) -> None:
    assert asked(slug) == {}


@pytest.mark.parametrize("slug", ["payment", "refinance", "modification"])
def test_what_another_question_explains_is_asked_once(slug: str) -> None:
    """Years for months, or a fraction for a percentage: the payment itself is right."""
    assert asked(slug, months_left="15", monthly_payment="535.18") == {"months_left": "180"}
    assert asked(slug, annual_rate="0.0925", monthly_payment="535.18") == {"annual_rate": "9.25"}


def test_the_answer_stands_meanwhile() -> None:
    doubted = run("payment", {**examples("payment"), "annual_rate": "0.0925"})
    assert doubted["ok"] and doubted["figures"]["monthly_payment"]
    assert doubted["questions"][0]["message"] == "You wrote 0.0925%. Is it 9.25%?"
