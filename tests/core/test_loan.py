"""The parts of the loan arithmetic that no calculator's table reaches."""

from decimal import ROUND_UP, Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest

from calculators.core.loans import (
    Loan,
    PaymentTooSmall,
    annual_percentage_rate,
    cents_up,
    level_payment,
    pay_in_order,
    schedule,
    thousandths_down,
)


def test_a_payment_below_the_interest_is_refused_by_name() -> None:
    with pytest.raises(PaymentTooSmall, match="does not cover month 1"):
        schedule(Decimal(60000), Decimal(9), 180, payment=Decimal("449.99"))
    rows = schedule(Decimal(60000), Decimal(9), 180, payment=Decimal(450))
    assert rows[-1].payment == Decimal("60450.00")


def test_months_below_one_are_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        level_payment(Decimal(1000), Decimal(5), 0)


def test_a_callers_decimal_settings_change_nothing() -> None:
    with localcontext(Context(prec=5, rounding=ROUND_UP)):
        assert level_payment(Decimal(162000), Decimal("3.875"), 360) == Decimal("761.78")
        last = schedule(Decimal(162000), Decimal("3.875"), 360)[-1]
    assert last.balance == 0


def test_a_loan_before_its_first_and_after_its_last_payment() -> None:
    loan = Loan(Decimal(1000), Decimal(0), 4)
    assert [loan.owed_after(month) for month in (0, 3, 4, 9)] == [1000, 250, 0, 0]
    assert loan.payment_in(4) == 250
    assert loan.payment_in(5) == 0


def test_rounding_for_plans_and_limits() -> None:
    assert cents_up(Decimal("1.001")) == Decimal("1.01")
    assert thousandths_down(Decimal("9.2509")) == Decimal("9.250")


def test_liens_are_paid_in_order() -> None:
    claims = [Decimal(10), Decimal(20), Decimal(30)]
    assert pay_in_order(Decimal(25), claims) == [10, 15, 0]
    assert pay_in_order(Decimal(-5), claims) == [0, 0, 0]


@pytest.mark.parametrize(
    ("amount", "payments", "options"),
    [
        ("100", [(1, "99")], {}),
        ("0", [(1, "99")], {}),
        ("-1", [(1, "99")], {}),
        ("NaN", [(1, "99")], {}),
        ("100", [], {}),
        ("100", [(0, "99")], {}),
        ("100", [(1, "-1"), (2, "99")], {}),
        ("100", [(1, "nan")], {}),
        ("nan", [(1, "200")], {}),
        ("100", [(1, "200")], {"whole_periods_to_first": 0}),
        ("100", [(1, "200")], {"whole_periods_to_first": -1}),
        ("100", [(1, "200")], {"periods_per_year": 0}),
        ("100", [(1, "200")], {"odd_fraction": Fraction(1)}),
    ],
)
def test_no_apr(amount: str, payments: list[tuple[int, str]], options: dict[str, Any]) -> None:
    stream = [(count, Decimal(dollars)) for count, dollars in payments]
    with pytest.raises(ValueError, match=r"no APR|must be"):
        annual_percentage_rate(Decimal(amount), stream, **options)


def test_whole_dollars_need_no_decimal() -> None:
    assert annual_percentage_rate(5000, [(24, 230)]) == Decimal("9.686")


def test_a_fraction_and_a_decimal_odd_period_agree() -> None:
    stream = [(36, Decimal(200))]
    given = [annual_percentage_rate(Decimal(6000), stream, odd_fraction=f) for f in
             (Fraction(1, 2), Decimal("0.5"))]  # fmt: skip
    assert given[0] == given[1]


def test_a_rate_that_stands_at_a_bracket_of_the_search() -> None:
    assert annual_percentage_rate(100, [(1, 200)]) == 1200
    assert annual_percentage_rate(100, [(1, 100)]) == 0
    assert annual_percentage_rate(100, [(1, 400)]) == 3600
