"""The parts of the loan arithmetic that no calculator's table reaches."""

from decimal import ROUND_UP, Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest

from calculators.core.loans import (
    Installment,
    Loan,
    PaymentTooSmall,
    annual_percentage_rate,
    balloon,
    cents_up,
    days_interest,
    level_payment,
    month_interest,
    paused_months,
    schedule,
)
from calculators.core.loans.liens import pay_in_order
from calculators.core.loans.money import thousandths_down


def test_a_payment_below_the_interest_is_refused_by_name() -> None:
    # 60,000 x 9% x 28 / 365 = 414.25; a twelfth of a year is 450.00.
    with pytest.raises(PaymentTooSmall, match="does not cover month 1"):
        schedule(Decimal(60000), Decimal(9), 180, payment=Decimal("414.24"))
    for bill in ("414.25", "449.99", "450.00"):
        rows = schedule(Decimal(60000), Decimal(9), 180, payment=Decimal(bill))
        assert {row.balance for row in rows[:-1]} == {60000}
        assert rows[0].interest == rows[0].payment == Decimal(bill)
        assert rows[-1].payment == Decimal("60450.00")


def test_a_months_interest_by_the_day() -> None:
    """Worked by hand for 52,000 at 9.25 percent: 4,810 a year of 365 days."""
    bills = [days_interest(Decimal(52000), Decimal("9.25"), days) for days in (28, 29, 30, 31)]
    assert [str(bill) for bill in bills] == ["368.99", "382.16", "395.34", "408.52"]


def test_a_paused_bill_of_a_short_month_holds_no_principal() -> None:
    rows = paused_months(Decimal("414.25"), 3, Decimal(60000), Decimal(9))
    assert [row.owed for row in rows] == [Decimal("414.25") * n for n in (1, 2, 3)]
    assert {row.principal for row in rows} == {0}
    with pytest.raises(PaymentTooSmall):
        paused_months(Decimal("414.24"), 3, Decimal(60000), Decimal(9))


def test_a_balloon_is_more_than_twice_the_payment() -> None:
    """12 CFR 1026.37(b)(5): more than two times a regular periodic payment."""
    for due, is_one in (("200.00", False), ("200.01", True)):
        rows = [Installment(1, Decimal(due), Decimal(0), Decimal(due), Decimal(0))]
        assert (balloon(rows, Decimal(100)) is not None) == is_one
    assert balloon([], Decimal(100)) is None
    assert Loan(Decimal(1000), Decimal(0), 4).balloon is None
    assert Loan(Decimal(1000), Decimal(0), 4, Decimal(100)).balloon == 700


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


@pytest.mark.parametrize("rate", ["0", "0.125", "9.25", "8.0625", "21.999"])
def test_a_schedule_in_whole_cents_has_each_months_own_interest(rate: str) -> None:
    """The sum in whole numbers and the one in decimals round the same way, half a cent up."""
    for principal in ("1200.60", "4800.00", "52000.00", "198000.01"):
        owed = Decimal(principal)
        for row in schedule(owed, Decimal(rate), 360):
            assert row.interest == month_interest(owed, Decimal(rate))
            assert row.balance == owed + row.interest - row.payment
            owed = row.balance
        assert owed == 0
