"""What must hold for every home equity line at the end of its draw period."""

from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise
from math import floor
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tests.draws import draws
from tests.replies import answered, figure

ZERO, CENT, HALF = Decimal(0), Decimal("0.01"), Fraction(1, 2)
AMOUNT = st.integers(1, 30_000_000).map(lambda cents: f"{cents / 100:.2f}")
RATE = st.integers(0, 20_000).map(lambda thousandths: f"{thousandths / 1000:.3f}")
RISE = st.integers(0, 10_000).map(lambda thousandths: f"{thousandths / 1000:.3f}")
LINES = st.fixed_dictionaries(
    {
        "balance": AMOUNT,
        "annual_rate": RATE,
        "draw_months_left": st.integers(1, 120).map(str),
        "repayment_months": st.integers(1, 360).map(str),
        "rate_rise": RISE,
        "repayment_kind": st.sampled_from(["level", "equal_principal", "not_sure"]),
    }
)
# $535.18 a month once the draw is over: a little more than some budgets.
LINE = {
    "balance": "52000",
    "annual_rate": "9.25",
    "draw_months_left": "18",
    "repayment_months": "180",
    "rate_rise": "0",
    "repayment_kind": "level",
}
ORDINARY = {
    "balance": "50000.00",
    "annual_rate": "8.000",
    "draw_months_left": "24",
    "repayment_months": "120",
    "rate_rise": "2.000",
    "repayment_kind": "level",
}
BUDGETS = st.integers(1, 500_000).map(lambda cents: f"{cents / 100:.2f}")
quickly = draws(60)
ask = partial(answered, "heloc")


def months(reply: dict[str, Any]) -> list[list[Decimal]]:
    return [[Decimal(cell) for cell in row] for row in reply["tables"]["schedule"]["rows"]]


@quickly
@given(LINES)
def test_the_payment_never_falls_when_the_draw_ends(line: dict[str, str]) -> None:
    """A full payment covers the interest, so the step is up, by the difference of the two."""
    reply = ask(line)
    now, full = figure(reply, "interest_only_payment"), figure(reply, "repayment_payment")
    assert figure(reply, "payment_increase") == full - now >= 0
    assert reply["figures"]["balloon_payment"] is None


@quickly
@given(LINES)
def test_the_months_pay_back_the_line(line: dict[str, str]) -> None:
    """Payments are interest and principal, the principal adds up to the line, none is left."""
    rows = months(ask(line))
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert all(row[1] == row[2] + row[3] for row in rows)
    assert sum((row[3] for row in rows), ZERO) == Decimal(line["balance"])
    assert rows[-1][4] == 0
    draw = rows[: int(line["draw_months_left"])]
    assert all(row[4] == Decimal(line["balance"]) for row in draw)


@quickly
@given(LINES, BUDGETS)
def test_all_is_due_at_once_without_a_repayment_period(line: dict[str, str], budget: str) -> None:
    """The last month takes the whole line with its interest, and there is no rate to look for."""
    reply = ask(line, repayment_months="0", affordable_payment=budget)
    rows = months(reply)
    assert len(rows) == int(line["draw_months_left"])
    assert figure(reply, "balloon_payment") == Decimal(line["balance"]) == rows[-1][3]
    assert rows[-1][1] == rows[-1][3] + figure(reply, "interest_only_payment")
    for absent in ("repayment_payment", "payment_increase", "highest_affordable_rate"):
        assert reply["figures"][absent] is None


@quickly
@given(LINES)
def test_a_higher_rate_is_never_cheaper(line: dict[str, str]) -> None:
    """The table runs from today's rate up, and holds the reader's own rise."""
    reply = ask(line)
    rows = [[Decimal(cell) for cell in row] for row in reply["tables"]["rates"]["rows"]]
    assert {row[0] for row in rows} == {0, 1, 2, 3, Decimal(line["rate_rise"])}
    assert all(row[1] - row[0] == Decimal(line["annual_rate"]) for row in rows)
    assert all(a[1] < b[1] and a[2] <= b[2] and a[3] <= b[3] for a, b in pairwise(rows))
    (own,) = (row for row in rows if row[0] == Decimal(line["rate_rise"]))
    assert own[3] == figure(reply, "repayment_payment")
    assert rows[0][2] == figure(reply, "interest_only_payment")


@quickly
@given(LINES)
def test_only_the_sum_of_rate_and_rise_matters_later(line: dict[str, str]) -> None:
    whole = str(Decimal(line["annual_rate"]) + Decimal(line["rate_rise"]))
    at_once = ask(line, annual_rate=whole, rate_rise="0")
    assert figure(at_once, "repayment_payment") == figure(ask(line), "repayment_payment")


@quickly
@example(ORDINARY, "700.00")
@given(LINES, BUDGETS)
def test_the_affordable_rate_is_the_highest(line: dict[str, str], budget: str) -> None:
    rate = ask(line, affordable_payment=budget)["figures"]["highest_affordable_rate"]
    at_rate = ask(line, annual_rate=rate or "0", rate_rise="0")
    within = figure(at_rate, "repayment_payment") <= Decimal(budget)
    assert within == (rate is not None)
    if rate is None or Decimal(rate) == 40:
        return
    if line["repayment_kind"] == "level":
        higher = ask(line, annual_rate=rate, rate_rise="0.001")
        assert figure(higher, "repayment_payment") > Decimal(budget)
    else:
        # The principal is one of whole cents; a thousandth more, and the interest does not fit.
        part = floor(Fraction(line["balance"]) * 100 / int(line["repayment_months"]) + HALF)
        dearer = Fraction(rate) + Fraction(1, 1000)
        assert Fraction(part, 100) + Fraction(line["balance"]) * dearer / 1200 > Fraction(budget)


@quickly
@given(LINES)
def test_the_line_is_paid_back_as_its_loan_would_be(line: dict[str, str]) -> None:
    """The months after the draw are those of the payment calculator, at the later rate."""
    reply = ask(line)
    later = str(Decimal(line["annual_rate"]) + Decimal(line["rate_rise"]))
    loan = answered(
        "payment",
        {
            "balance": line["balance"],
            "annual_rate": later,
            "months_left": line["repayment_months"],
            "repayment_kind": line["repayment_kind"],
        },
    )
    assert reply["figures"]["repayment_payment"] == loan["figures"]["monthly_payment"]
    for key in ("last_repayment_payment", "level_repayment_payment"):
        assert reply["figures"][key] == loan["figures"][key]
    draw = int(line["draw_months_left"])
    rows = [row[1:] for row in reply["tables"]["schedule"]["rows"][draw:]]
    assert rows == [row[1:] for row in loan["tables"]["schedule"]["rows"]]


@quickly
@given(LINES)
def test_not_sure_counts_the_higher_payment_and_names_the_other(line: dict[str, str]) -> None:
    unsure = ask(line, repayment_kind="not_sure")
    parts = ask(line, repayment_kind="equal_principal")
    level = ask(line, repayment_kind="level")["figures"]["repayment_payment"]
    assert unsure["figures"] == parts["figures"] | {"level_repayment_payment": level}
    assert (unsure["tables"], unsure["steps"]) == (parts["tables"], parts["steps"])
    assert figure(unsure, "repayment_payment") >= figure(unsure, "level_repayment_payment") - CENT


@quickly
@example(ORDINARY, "500.00")
@given(LINES, BUDGETS)
@example(line=LINE, budget="500")
def test_a_payment_over_the_budget_is_called_out(line: dict[str, str], budget: str) -> None:
    reply = ask(line, affordable_payment=budget)
    warned = any("more than the" in note["text"] for note in reply["notes"])
    assert warned == (figure(reply, "repayment_payment") > Decimal(budget))


@quickly
@given(LINES, BUDGETS)
def test_a_line_with_nothing_on_it_costs_nothing(line: dict[str, str], budget: str) -> None:
    reply = ask(line, balance="0", affordable_payment=budget)
    for key in ("interest_only_payment", "repayment_payment", "payment_increase"):
        assert reply["figures"][key] == "0.00"
    assert reply["figures"]["highest_affordable_rate"] == "40.000"
    assert months(reply) == []
    assert any("nothing is owed" in note["text"] for note in reply["notes"])
