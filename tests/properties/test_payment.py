"""What must hold for every loan in the payment calculator, whatever is typed."""

from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise
from math import floor

from hypothesis import assume, given
from hypothesis import strategies as st

from calculators import run
from tests.draws import draws
from tests.replies import answered, column, figure

CENT = Decimal("0.01")
quickly = draws(60)
ask = partial(answered, "payment")
INTEREST_ONLY = "interest_only_payment"

balances = st.decimals("100", "500000", places=2)
rates = st.decimals("0", "36", places=3)
months = st.integers(1, 360)
extras = st.decimals("0", "2000", places=2)


@st.composite
def loans(draw: st.DrawFn) -> dict[str, str]:
    """Answers that fit together: extra money, interest-only months and a balloon or none."""
    months_left = draw(months)
    return {
        "balance": str(draw(balances)),
        "annual_rate": str(draw(rates)),
        "months_left": str(months_left),
        "extra_monthly": str(draw(st.just(Decimal(0)) | extras)),
        "interest_only_months": str(draw(st.just(0) | st.integers(0, months_left - 1))),
        "balloon_month": str(draw(st.just(0) | st.integers(0, months_left))),
        "repayment_kind": draw(st.sampled_from(["level", "equal_principal", "not_sure"])),
    }


@st.composite
def statements(draw: st.DrawFn) -> dict[str, str]:
    """A loan of more than a few months, and a payment that its statement may well show."""
    answers = draw(loans()) | {"interest_only_months": "0", "balloon_month": "0"}
    answers |= {"months_left": str(draw(st.integers(6, 360))), "repayment_kind": "level"}
    return answers | {"monthly_payment": str(bill(answers, 28) + draw(extras))}


def bill(answers: dict[str, str], days: int) -> Decimal:
    """A month's interest by the day, to the cent and half up: worked in fractions."""
    exact = Fraction(answers["balance"]) * Fraction(answers["annual_rate"]) * days / 365
    return Decimal(floor(exact + Fraction(1, 2))) / 100


@quickly
@given(loans())
def test_last_balance_is_zero(answers: dict[str, str]) -> None:
    assert column(ask(answers), "balance")[-1] == 0


@quickly
@given(loans())
def test_principal_parts_sum_to_the_loan(answers: dict[str, str]) -> None:
    assert sum(column(ask(answers), "principal")) == Decimal(answers["balance"])


@quickly
@given(loans())
def test_paid_is_principal_and_interest(answers: dict[str, str]) -> None:
    reply = ask(answers)
    payments, interest = column(reply, "payment"), column(reply, "interest")
    assert figure(reply, "total_paid") == sum(payments)
    assert figure(reply, "total_interest") == sum(interest)
    assert sum(payments) == Decimal(answers["balance"]) + sum(interest)


@quickly
@given(loans())
def test_balance_never_rises(answers: dict[str, str]) -> None:
    balances = [Decimal(answers["balance"]), *column(ask(answers), "balance")]
    assert balances == sorted(balances, reverse=True)


@quickly
@given(loans())
def test_each_balance_follows_from_the_one_before(answers: dict[str, str]) -> None:
    reply = ask(answers)
    owed = [Decimal(answers["balance"]), *column(reply, "balance")]
    rows = zip(owed, column(reply, "interest"), column(reply, "payment"), owed[1:], strict=False)
    assert all(before + interest - paid == after for before, interest, paid, after in rows)


@quickly
@given(loans())
def test_the_payments_are_worth_the_loan(answers: dict[str, str]) -> None:
    """Discounted at the loan's own rate, up to half a cent of rounding a month."""
    reply = ask(answers)
    growth = 1 + Decimal(answers["annual_rate"]) / 1200
    payments = column(reply, "payment")
    worth = sum(paid / growth**month for month, paid in enumerate(payments, 1))
    allowed = CENT / 2 * len(payments) + Decimal("1e-9")
    assert abs(worth - Decimal(answers["balance"])) <= allowed


@quickly
@given(loans(), extras, extras)
def test_extra_never_costs_more_interest(
    answers: dict[str, str], less: Decimal, more: Decimal
) -> None:
    less, more = sorted([less, more])
    with_less = ask(answers | {"extra_monthly": str(less)})
    with_more = ask(answers | {"extra_monthly": str(more)})
    for key in ("total_interest", "number_of_payments"):
        assert figure(with_more, key) <= figure(with_less, key)
    assert figure(with_more, "monthly_payment") == figure(with_less, "monthly_payment")


@quickly
@given(loans(), st.decimals("0.01", "2000", places=2))
def test_what_the_extra_saves(answers: dict[str, str], extra: Decimal) -> None:
    without = ask(answers | {"extra_monthly": "0"})
    reply = ask(answers | {"extra_monthly": str(extra)})
    assert without["figures"]["interest_saved"] is without["figures"]["months_saved"] is None
    saved = figure(without, "total_interest") - figure(reply, "total_interest")
    fewer = figure(without, "number_of_payments") - figure(reply, "number_of_payments")
    assert (figure(reply, "interest_saved"), figure(reply, "months_saved")) == (saved, fewer)


@quickly
@given(loans())
def test_the_figures_are_those_of_the_schedule(answers: dict[str, str]) -> None:
    reply = ask(answers)
    payments = column(reply, "payment")
    assert column(reply, "month") == list(range(1, len(payments) + 1))
    assert figure(reply, "number_of_payments") == len(payments)
    assert figure(reply, "final_payment") == payments[-1]
    assert len(payments) <= (int(answers["balloon_month"]) or int(answers["months_left"]))
    if len(payments) == int(answers["balloon_month"]):
        assert figure(reply, "balloon_payment") == payments[-1]


@quickly
@given(loans())
def test_interest_only_months_lower_nothing(answers: dict[str, str]) -> None:
    answers |= {"extra_monthly": "0", "balloon_month": "0"}
    first = column(ask(answers), "balance")[: int(answers["interest_only_months"])]
    assert set(first) <= {Decimal(answers["balance"])}


@quickly
@given(balances, rates, months)
def test_twice_the_loan_is_twice_the_payment(
    balance: Decimal, rate: Decimal, months_left: int
) -> None:
    answers = {"annual_rate": str(rate), "months_left": str(months_left)}
    once = figure(ask({"balance": str(balance), **answers}), "monthly_payment")
    twice = figure(ask({"balance": str(balance * 2), **answers}), "monthly_payment")
    assert abs(twice - 2 * once) <= CENT


@quickly
@given(balances, rates, rates, months, months)
def test_a_longer_or_cheaper_loan_has_no_higher_payment(
    balance: Decimal, rate: Decimal, other_rate: Decimal, term: int, other_term: int
) -> None:
    low, high = sorted([rate, other_rate])
    short, long = sorted([term, other_term])

    def payment(rate: Decimal, months_left: int) -> Decimal:
        answers = {"annual_rate": str(rate), "months_left": str(months_left)}
        return figure(ask({"balance": str(balance), **answers}), "monthly_payment")

    assert payment(low, short) <= payment(high, short)
    assert payment(low, long) <= payment(low, short)


@draws(25)
@given(loans())
def test_the_what_if_table_is_what_the_form_would_say(answers: dict[str, str]) -> None:
    """A row of "what if you paid more" is the answer to that question asked outright."""
    plain = {**answers, "extra_monthly": "0"}
    for more, months_saved, interest_saved in ask(plain)["tables"]["more"]["rows"]:
        asked = ask({**plain, "extra_monthly": more})["figures"]
        assert (asked["months_saved"], asked["interest_saved"]) == (months_saved, interest_saved)


@quickly
@given(statements())
def test_the_schedule_follows_the_statement(answers: dict[str, str]) -> None:
    """Every payment but the last is the one that was typed, with the extra money."""
    reply = ask(answers)
    typed = Decimal(answers["monthly_payment"])
    assert figure(reply, "current_payment") == typed
    payments = column(reply, "payment")
    assert set(payments[:-1]) <= {typed + Decimal(answers["extra_monthly"])}
    assert sum(column(reply, "principal")) == Decimal(answers["balance"])
    assert column(reply, "balance")[-1] == 0
    terms = ask(answers, monthly_payment="")
    assert figure(reply, "monthly_payment") == figure(terms, "monthly_payment")
    assert terms["figures"]["current_payment"] is None


@quickly
@given(statements())
def test_what_the_statement_leaves_is_named_with_its_month(answers: dict[str, str]) -> None:
    reply = ask(answers)
    payments = column(reply, "payment")
    before = payments[-2] if len(payments) > 1 else Decimal(answers["monthly_payment"])
    if payments[-1] > 2 * before:
        assert figure(reply, "balloon_payment") == payments[-1]
        named = f"${payments[-1]:,} all at once in month {len(payments)} from today"
        assert named in " ".join(note["text"] for note in reply["notes"])
    else:
        assert reply["figures"]["balloon_payment"] is None


@quickly
@given(statements(), st.integers(28, 30))
def test_the_bill_of_a_short_month_lowers_nothing(answers: dict[str, str], days: int) -> None:
    answers |= {"extra_monthly": "0", "monthly_payment": str(bill(answers, days))}
    reply = ask(answers)
    assume(bill(answers, 28) < figure(ask(answers, interest_only_months="1"), INTEREST_ONLY))
    assert set(column(reply, "balance")[:-1]) == {Decimal(answers["balance"])}
    assert figure(reply, "final_payment") > Decimal(answers["balance"])


@quickly
@given(statements())
def test_less_than_the_shortest_months_interest_is_refused(answers: dict[str, str]) -> None:
    least = bill(answers, 28)
    assume(least > 0)
    reply = run("payment", answers | {"monthly_payment": str(least - CENT)})
    assert [error["field"] for error in reply["errors"]] == ["monthly_payment"]
    assert f"${least:,}" in reply["errors"][0]["message"]
    assert run("payment", answers | {"monthly_payment": str(least)})["ok"]


@quickly
@given(loans())
def test_equal_parts_fall_from_the_first_to_the_last(answers: dict[str, str]) -> None:
    answers |= {"extra_monthly": "0", "balloon_month": "0", "repayment_kind": "equal_principal"}
    reply = ask(answers)
    start = int(answers["interest_only_months"])
    principal, payments = column(reply, "principal")[start:], column(reply, "payment")[start:]
    paying = int(answers["months_left"]) - start
    part = Fraction(answers["balance"]) / paying
    assert all(abs(Fraction(each) - part) <= Fraction(1, 200) for each in principal[:-1])
    assert all(a >= b for a, b in pairwise(payments[:-1]))
    if len(payments) > 1:
        assert figure(reply, "monthly_payment") == payments[0]
    assert figure(reply, "last_repayment_payment") == payments[-1]


@quickly
@given(loans())
def test_not_sure_counts_the_higher_payment_and_names_the_other(answers: dict[str, str]) -> None:
    """Every figure, table and step is that of equal parts; one figure is the level payment."""
    unsure = ask(answers, repayment_kind="not_sure")
    parts = ask(answers, repayment_kind="equal_principal")
    level = ask(answers, repayment_kind="level")["figures"]["monthly_payment"]
    assert unsure["figures"] == parts["figures"] | {"level_repayment_payment": level}
    assert parts["figures"]["level_repayment_payment"] is None
    assert (unsure["tables"], unsure["steps"]) == (parts["tables"], parts["steps"])


@quickly
@given(balances, rates, months, st.integers(28, 31))
def test_a_statement_that_fits_falling_payments_changes_nothing(
    balance: Decimal, rate: Decimal, term: int, days: int
) -> None:
    answers = {
        "balance": str(balance),
        "annual_rate": str(rate),
        "months_left": str(term),
        "repayment_kind": "equal_principal",
    }
    plain = ask(answers)
    part = floor(Fraction(balance) * 100 / term + Fraction(1, 2))
    typed = Decimal(part) / 100 + bill(answers, days)
    reply = ask(answers, monthly_payment=str(typed))
    assert reply["tables"]["schedule"] == plain["tables"]["schedule"]
    assert reply["figures"]["balloon_payment"] is None
