"""What must hold for every way to catch up."""

from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.draws import draws
from tests.replies import answered, figure

ZERO, CENT = Decimal(0), Decimal("0.01")
AMOUNT = st.integers(0, 300_000).map(lambda cents: f"{cents / 100:.2f}")
ARREARS = st.fixed_dictionaries(
    {
        "monthly_payment": AMOUNT,
        "missed_payments": st.integers(0, 24).map(str),
        "fees_owed": AMOUNT,
        "unapplied_funds": AMOUNT,
        "plan_months": st.integers(1, 36).map(str),
        "forbearance_months": st.integers(0, 24).map(str),
    }
)
BALANCE = st.integers(5_000_000, 30_000_000).map(lambda cents: f"{cents / 100:.2f}")
RATE = st.integers(0, 20_000).map(lambda thousandths: f"{thousandths / 1000:.3f}")
ARREARS_OF_3 = {"monthly_payment": "535.18", "missed_payments": "3"}
PLAN_OF_6 = {"plan_months": "6"}
PAUSE_OF_6, PAUSE_OF_7 = {"forbearance_months": "6"}, {"forbearance_months": "7"}
quickly = draws(80)
ask = partial(answered, "catch_up")


def table(reply: dict[str, Any], key: str) -> list[list[Decimal]]:
    return [[Decimal(cell) for cell in row] for row in reply["tables"][key]["rows"]]


def options(reply: dict[str, Any]) -> dict[str, list[Any]]:
    return {name: rest for name, *rest in reply["tables"]["options"]["rows"]}


@quickly
@given(ARREARS)
def test_the_plan_pays_all_that_is_past_due(arrears: dict[str, str]) -> None:
    """It never falls short, asks for less than a cent too much a month, and ends at zero."""
    reply = ask(arrears)
    owed, extra = figure(reply, "reinstatement_amount"), figure(reply, "plan_extra")
    rows = table(reply, "plan")
    assert sum((row[2] for row in rows), ZERO) == owed
    assert rows == [] or rows[-1][4] == 0
    assert ZERO <= extra * int(arrears["plan_months"]) - owed < CENT * int(arrears["plan_months"])
    assert figure(reply, "plan_payment") == Decimal(arrears["monthly_payment"]) + extra


@quickly
@given(ARREARS)
def test_nothing_is_lost_between_the_choices(arrears: dict[str, str]) -> None:
    """A deferral moves the payments and leaves the fees; a pause leaves all that was owed."""
    reply = ask(arrears)
    owed = figure(reply, "reinstatement_amount")
    rows = options(reply)
    assert Decimal(rows["reinstate"][0]) == owed
    now, later = Decimal(rows["deferral"][0]), Decimal(rows["deferral"][3])
    assert now + later == owed and later == figure(reply, "deferred_amount")
    assert ZERO <= now <= Decimal(arrears["fees_owed"])
    assert later == figure(ask(arrears, fees_owed="0"), "deferred_amount")
    assert Decimal(rows["forbearance"][3]) == owed + figure(reply, "forbearance_amount")


@quickly
@example(
    {"monthly_payment": "400.00", "missed_payments": "1", "unapplied_funds": "900.00"}, "100.00"
)
@given(ARREARS, AMOUNT)
def test_money_held_counts_in_full_but_never_below_zero(arrears: dict[str, str], more: str) -> None:
    held = Decimal(arrears["unapplied_funds"]) + Decimal(more)
    before, after = ask(arrears), ask(arrears, unapplied_funds=str(held))
    for key in ("reinstatement_amount", "deferred_amount"):
        assert figure(after, key) == max(figure(before, key) - Decimal(more), ZERO)
        assert figure(after, key) >= 0
    leftover = any("more than what is due" in note["text"] for note in after["notes"])
    missed = int(arrears["missed_payments"]) * Decimal(arrears["monthly_payment"])
    assert leftover == (held > missed + Decimal(arrears.get("fees_owed", "0")))


@quickly
@given(ARREARS, BALANCE, RATE)
def test_without_interest_a_pause_is_its_payments(
    arrears: dict[str, str], balance: str, rate: str
) -> None:
    paused = int(arrears["forbearance_months"]) * Decimal(arrears["monthly_payment"])
    for known in ({}, {"balance": balance}, {"annual_rate": rate}):
        assert figure(ask(arrears, **known), "forbearance_amount") == paused
    known = {"balance": balance, "annual_rate": rate, "interest_accrues": "no"}
    assert figure(ask(arrears, **known), "forbearance_amount") == paused


@quickly
@given(st.integers(1, 24), BALANCE, RATE, st.integers(0, 200_000))
def test_a_pause_bears_interest_on_no_interest(
    months: int, balance: str, rate: str, principal_cents: int
) -> None:
    """Payments with their interest, and the scheduled balance, are the debt with plain interest.

    Unpaid interest bears none: after n months that is balance + n months' interest on it, and the
    last month's interest on the principal that the pause left unpaid. Each rounding costs half a
    cent at most, and there are two a month.
    """
    debt, monthly = Decimal(balance), Decimal(rate) / 1200
    payment = (debt * monthly).quantize(CENT) + CENT + Decimal(principal_cents) / 100
    reply = ask(
        {"monthly_payment": str(payment), "missed_payments": "0", "balance": balance},
        annual_rate=rate,
        forbearance_months=str(months),
    )
    left = debt
    for _ in range(months):
        left += (left * monthly).quantize(CENT) - payment
    assume(left > 0)
    plain = debt + debt * monthly * months + (debt - left) * monthly
    assert abs(figure(reply, "forbearance_amount") + left - plain) <= CENT * (months + 1)
    assert table(reply, "pause")[-1][3] == figure(reply, "forbearance_amount")


@quickly
@example("1000", "9", "535.18", 3)
@given(AMOUNT, RATE, AMOUNT, st.integers(1, 24))
def test_interest_in_a_pause_is_on_no_more_than_the_loan(
    balance: str, rate: str, above_interest: str, months: int
) -> None:
    """Payments that would outrun the loan bear interest on the loan alone, and a note says so."""
    interest = (Decimal(balance) * Decimal(rate) / 1200).quantize(CENT, ROUND_HALF_UP)
    payment = interest + Decimal(above_interest)
    reply = ask(
        {"monthly_payment": str(payment), "missed_payments": "0", "balance": balance},
        annual_rate=rate,
        forbearance_months=str(months),
    )
    extra = figure(reply, "forbearance_amount") - payment * months
    assert 0 <= extra <= interest * months
    outrun = any("as much as you owe" in note["text"] for note in reply["notes"])
    assert outrun or Decimal(above_interest) * months < Decimal(balance)


@quickly
@given(ARREARS, AMOUNT, st.integers(0, 24).map(str))
def test_the_first_mortgage_counts_only_when_both_boxes_are_full(
    arrears: dict[str, str], payment: str, missed: str
) -> None:
    for half in ({"first_monthly_payment": payment}, {"first_missed_payments": missed}):
        reply = ask(arrears, **half)
        assert reply["figures"]["first_reinstatement_amount"] is None
        assert any("both boxes" in note["text"] for note in reply["notes"])
    both = ask(arrears, first_monthly_payment=payment, first_missed_payments=missed)
    assert figure(both, "first_reinstatement_amount") == int(missed) * Decimal(payment)
    assert options(both) == options(ask(arrears))


@quickly
@example({"monthly_payment": "400", "missed_payments": "4"} | PLAN_OF_6 | PAUSE_OF_6)
@example({"monthly_payment": "400", "missed_payments": "3"} | PLAN_OF_6 | PAUSE_OF_7)
@given(ARREARS)
def test_a_plan_past_the_short_limits_names_the_application(arrears: dict[str, str]) -> None:
    """12 CFR 1024.41(c)(2)(iii), comments -1 and -4: 3 months over 6 months; 6 months paused."""
    reply = ask(arrears)
    large = int(arrears["missed_payments"]) > 3 or int(arrears["plan_months"]) > 6
    plan = large and figure(reply, "reinstatement_amount") > 0
    pause = int(arrears["forbearance_months"]) > 6
    noted = [note for note in reply["notes"] if "complete application" in note["text"]]
    assert len(noted) == plan + pause
    assert ("repayment_plan_length_months" in reply["facts"]) == plan
    assert ("forbearance_short_term_months" in reply["facts"]) == pause


@quickly
@example(ARREARS_OF_3, "26759", "every two weeks")
@given(ARREARS, st.integers(1, 300_000).map(str), st.sampled_from(["weekly", "every two weeks"]))
def test_what_was_missed_is_the_payment_as_it_comes(
    arrears: dict[str, str], cents: str, often: str
) -> None:
    """Three payments every two weeks are no three months; the plan stays one by the month."""
    each = Decimal(cents) / 100
    reply = ask(arrears, monthly_payment=f"{each} {often}", fees_owed="0", unapplied_funds="0")
    assert figure(reply, "reinstatement_amount") == int(arrears["missed_payments"]) * each
    monthly = (each * (52 if often == "weekly" else 26) / 12).quantize(CENT, ROUND_HALF_UP)
    assert figure(reply, "plan_payment") - figure(reply, "plan_extra") == monthly
    assert reply["inputs"]["monthly_payment"] == str(monthly)
    assert reply["inputs"]["payment_each"] == f"{each:.2f}"


@quickly
@example(ARREARS_OF_3, "1000.00", "9.250")
@given(ARREARS, AMOUNT, RATE)
def test_no_more_was_missed_than_the_whole_debt(
    arrears: dict[str, str], balance: str, rate: str
) -> None:
    """With its interest for each missed month; fees come on top."""
    typed = arrears | {"fees_owed": "0", "unapplied_funds": "0", "interest_accrues": "no"}
    without = ask(typed)
    reply = ask(typed, balance=balance, annual_rate=rate)
    missed = int(arrears["missed_payments"])
    interest = (Decimal(balance) * Decimal(rate) / 1200).quantize(CENT, ROUND_HALF_UP)
    most = Decimal(balance) + missed * interest
    before, after = figure(without, "reinstatement_amount"), figure(reply, "reinstatement_amount")
    assert after == min(before, most)
    capped = any("more than the whole debt" in note["text"] for note in reply["notes"])
    assert capped == (after < before)


@quickly
@example(ARREARS_OF_3 | {"fees_owed": "75.00"}, "1480.00", "2")
@given(ARREARS, AMOUNT, st.integers(0, 24).map(str))
def test_both_loans_arrears_are_added_up(
    arrears: dict[str, str], payment: str, missed: str
) -> None:
    reply = ask(arrears, first_monthly_payment=payment, first_missed_payments=missed)
    both = figure(reply, "both_reinstatement_amount")
    second, first = (
        figure(reply, key) for key in ("reinstatement_amount", "first_reinstatement_amount")
    )
    assert both == second + first
    assert ask(arrears)["figures"]["both_reinstatement_amount"] is None


def test_four_payments_every_two_weeks_are_no_four_months() -> None:
    """The short plans reach up to three months of missed payments: four of these are not two."""
    typed = {"monthly_payment": "267.59 every two weeks", "missed_payments": "4"}
    assert "repayment_plan_arrears_months" not in ask(typed, plan_months="6")["facts"]
    assert "repayment_plan_arrears_months" in ask(typed | {"missed_payments": "7"})["facts"]
