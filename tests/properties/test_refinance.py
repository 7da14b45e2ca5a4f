"""What must hold for every refinance, whatever the loans and the costs are."""

from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import accumulate
from math import ceil
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from calculators import run
from tests.draws import draws
from tests.replies import answered, column, figure

CENT = Decimal("0.01")
quickly = draws(60)
ask = partial(answered, "refinance")

balances = st.decimals("5000", "400000", places=2)
rates = st.decimals("0", "18", places=3)
months = st.integers(12, 300)
costs = st.just(Decimal(0)) | st.decimals("0", "9000", places=2)
stays = st.integers(1, 360)


def terms(balance: Decimal, rate: Decimal, term: int, prefix: str = "") -> dict[str, str]:
    return {
        f"{prefix}balance": str(balance),
        f"{prefix}annual_rate": str(rate),
        f"{prefix}months_left": str(term),
    }


@st.composite
def offers(draw: st.DrawFn) -> dict[str, str]:
    """A second mortgage, perhaps with the first, and a new loan in its place."""
    answers = {
        **terms(draw(balances), draw(rates), draw(months)),
        "new_annual_rate": str(draw(rates)),
        "new_months": str(draw(months)),
        "closing_costs": str(draw(costs)),
        "points_percent": str(draw(st.sampled_from(["0", "1", "2.125"]))),
        "finance_costs": draw(st.sampled_from(["yes", "no"])),
        "months_in_home": str(draw(stays)),
    }
    if draw(st.booleans()):
        answers |= terms(draw(balances), draw(rates), draw(months), "first_")
        answers["include_first"] = "yes"
    return answers


@quickly
@given(balances, rates, months, stays)
def test_the_same_loan_changes_nothing(
    balance: Decimal, rate: Decimal, term: int, stay: int
) -> None:
    new = {"new_annual_rate": str(rate), "new_months": str(term), "months_in_home": str(stay)}
    reply = ask({**terms(balance, rate, term), **new})
    assert figure(reply, "monthly_savings") == figure(reply, "net_benefit") == 0
    assert figure(reply, "cash_needed") == 0 and reply["figures"]["break_even_month"] is None
    assert figure(reply, "total_interest_current") == figure(reply, "total_interest_new")
    assert set(column(reply, "saved")) == {Decimal(0)}


@quickly
@given(offers())
def test_break_even_is_the_first_month_that_covers_the_cash(answers: dict[str, str]) -> None:
    reply = ask(answers)
    month, cash = reply["figures"]["break_even_month"], figure(reply, "cash_needed")
    now, new = column(reply, "current_payment"), column(reply, "new_payment")
    saved = list(accumulate(a - b for a, b in zip(now, new, strict=True)))
    if month is None:
        assert all(so_far < cash or so_far <= 0 for so_far in saved)
    elif month == 0:
        assert cash == 0 and figure(reply, "monthly_savings") > 0
    else:
        assert saved[month - 1] >= cash
        assert all(so_far < cash or so_far <= 0 for so_far in saved[: month - 1])


@quickly
@given(offers(), st.integers(1, 100_000))
def test_a_dollar_of_cash_cost_is_a_dollar_less(answers: dict[str, str], more: int) -> None:
    answers["finance_costs"] = "no"
    reply = ask(answers)
    dearer = ask(answers | {"closing_costs": str(Decimal(answers["closing_costs"]) + more)})
    assert figure(reply, "net_benefit") - figure(dearer, "net_benefit") == more
    assert figure(dearer, "cash_needed") - figure(reply, "cash_needed") == more
    for key in ("new_payment", "new_loan_amount", "total_interest_new", "monthly_savings"):
        assert figure(reply, key) == figure(dearer, key)


@quickly
@given(
    st.decimals("20000", "400000", places=2), st.decimals("1", "15", places=3), st.integers(60, 360)
)
def test_the_apr_of_a_loan_without_costs_is_its_rate(
    balance: Decimal, rate: Decimal, term: int
) -> None:
    new = {"new_annual_rate": str(rate), "new_months": str(term)}
    reply = ask({**terms(balance, Decimal(9), 120), **new})
    assert abs(figure(reply, "apr") - rate) <= Decimal("0.02")


@quickly
@given(offers(), st.integers(1000, 5000))
def test_costs_raise_the_apr(answers: dict[str, str], more: int) -> None:
    reply = ask(answers)
    dearer = ask(answers | {"closing_costs": str(Decimal(answers["closing_costs"]) + more)})
    assume(reply["figures"]["apr"] is not None and dearer["figures"]["apr"] is not None)
    assert figure(dearer, "apr") > figure(reply, "apr")


@quickly
@given(offers())
def test_in_the_end_only_interest_and_costs_differ(answers: dict[str, str]) -> None:
    """Once every loan is paid off, what is left of the difference is interest, loan and cash."""
    reply = ask(answers | {"months_in_home": "360"})
    owed = Decimal(answers["balance"]) + Decimal(answers.get("first_balance", 0))
    keeping = owed + figure(reply, "total_interest_current")
    refinancing = figure(reply, "new_loan_amount") + figure(reply, "total_interest_new")
    assert figure(reply, "net_benefit") == keeping - refinancing - figure(reply, "cash_needed")


@quickly
@given(offers())
def test_every_cost_is_paid_once(answers: dict[str, str]) -> None:
    """In cash, or by a loan that carries its own points, to the cent."""
    reply = ask(answers)
    owed = Decimal(answers["balance"]) + Decimal(answers.get("first_balance", 0))
    loan, cash = figure(reply, "new_loan_amount"), figure(reply, "cash_needed")
    points = loan * Decimal(answers["points_percent"]) / 100
    assert abs(loan + cash - owed - points - Decimal(answers["closing_costs"])) <= CENT
    assert (cash == 0) if answers["finance_costs"] == "yes" else (loan == owed)


@quickly
@given(offers())
def test_the_loans_are_those_of_the_payment_calculator(answers: dict[str, str]) -> None:
    reply = ask(answers)

    def alone(balance: str, rate: str, term: str) -> dict[str, Any]:
        return run("payment", {"balance": balance, "annual_rate": rate, "months_left": term})

    second = alone(answers["balance"], answers["annual_rate"], answers["months_left"])
    new = alone(
        reply["figures"]["new_loan_amount"], answers["new_annual_rate"], answers["new_months"]
    )
    current = [second]
    if "include_first" in answers:
        first = (answers[f"first_{name}"] for name in ("balance", "annual_rate", "months_left"))
        current.append(alone(*first))
    assert figure(reply, "current_payment") == sum(
        figure(loan, "monthly_payment") for loan in current
    )
    assert figure(reply, "new_payment") == figure(new, "monthly_payment")
    interest = sum(figure(loan, "total_interest") for loan in current)
    assert figure(reply, "total_interest_current") == interest
    assert figure(reply, "total_interest_new") == figure(new, "total_interest")


@quickly
@given(balances, rates, rates, months, months, stays)
def test_what_one_way_gains_the_other_way_loses(
    balance: Decimal, rate: Decimal, new_rate: Decimal, term: int, new_term: int, stay: int
) -> None:
    def swap(rate: Decimal, term: int, new_rate: Decimal, new_term: int) -> dict[str, Any]:
        new = {"new_annual_rate": str(new_rate), "new_months": str(new_term)}
        return ask({**terms(balance, rate, term), **new, "months_in_home": str(stay)})

    there, back = swap(rate, term, new_rate, new_term), swap(new_rate, new_term, rate, term)
    for key in ("net_benefit", "monthly_savings"):
        assert figure(there, key) == -figure(back, key)


@quickly
@given(offers(), st.decimals("50000", "900000", places=2))
def test_the_combined_ltv_counts_the_first_mortgage_once(
    answers: dict[str, str], value: Decimal
) -> None:
    answers = {"first_balance": "100000", **answers, "home_value": str(value)}
    reply = ask(answers)
    kept = Decimal(0) if "include_first" in answers else Decimal(answers["first_balance"])
    owed = figure(reply, "combined_ltv_percent") * value / 100
    assert abs(owed - figure(reply, "new_loan_amount") - kept) <= value / 20000


ARREARS = st.decimals("0", "9000", places=2)


@quickly
@given(offers(), ARREARS)
def test_it_starts_from_the_debt_that_compare_starts_from(
    answers: dict[str, str], past_due: Decimal
) -> None:
    """The same loan, the same costs by the same month, on both pages."""
    answers = {
        name: text for name, text in answers.items() if not name.startswith(("first", "include"))
    }
    answers |= {"points_percent": "0", "finance_costs": "no", "arrears": str(past_due)}
    answers["new_months"] = str(max(int(answers["new_months"]), 24))
    reply = ask(answers)
    shared = ("balance", "annual_rate", "months_left", "arrears", "new_annual_rate", "new_months")
    asked = {name: answers[name] for name in (*shared, "closing_costs")}
    horizon = {"home_value": "400000", "horizon_months": answers["months_in_home"]}
    figures = answered("compare", {**asked, **horizon})["figures"]

    def cost(choice: str) -> Decimal:
        paid, owed = (figures[f"{choice}__{key}"] for key in ("total_paid", "owed_at_horizon"))
        return Decimal(paid) + Decimal(owed)

    assert figures["refinance_second__payment_next_12"] == reply["figures"]["new_payment"]
    assert figure(reply, "new_loan_amount") == Decimal(answers["balance"]) + past_due
    assert cost("as_is") - cost("refinance_second") == figure(reply, "net_benefit")
    owed = f"${figure(reply, 'new_loan_amount'):,}"
    assert any("new loan starts from" in step and owed in step for step in reply["steps"])


@quickly
@given(offers(), ARREARS)
def test_what_is_past_due_stays_owed_without_a_new_loan(
    answers: dict[str, str], past_due: Decimal
) -> None:
    plain, behind = ask(answers), ask(answers | {"arrears": str(past_due)})
    more = [
        b - a
        for a, b in zip(
            column(plain, "current_balance"), column(behind, "current_balance"), strict=False
        )
    ]
    assert set(more) == {past_due}
    assert figure(plain, "current_payment") == figure(behind, "current_payment")
    if answers["finance_costs"] == "no":
        added = figure(behind, "new_loan_amount") - figure(plain, "new_loan_amount")
        assert added == past_due


@quickly
@given(offers(), st.integers(28, 400))
def test_the_statements_loan_is_that_of_the_payment_calculator(
    answers: dict[str, str], days: int
) -> None:
    """From the bill of a short month to more than a year's interest each month."""
    exact = Fraction(answers["balance"]) * Fraction(answers["annual_rate"]) * days / 36500
    typed = f"{ceil(exact * 100) / 100:.2f}"
    assume(float(typed) > 0)
    reply = ask(answers | {"monthly_payment": typed})
    loan = {name: answers[name] for name in ("balance", "annual_rate", "months_left")}
    second = answered("payment", {**loan, "monthly_payment": typed})
    plain = ask(answers)
    own = answered("payment", loan)
    more = figure(reply, "current_payment") - figure(plain, "current_payment")
    assert more == Decimal(typed) - figure(own, "monthly_payment")
    interest = figure(reply, "total_interest_current") - figure(plain, "total_interest_current")
    assert interest == figure(second, "total_interest") - figure(own, "total_interest")
    assert reply["figures"]["new_payment"] == plain["figures"]["new_payment"]
    balloon = second["figures"]["balloon_payment"]
    warned = [note["text"] for note in reply["notes"] if "all at once in month" in note["text"]]
    if balloon is None:
        assert not warned
    elif figure(second, "number_of_payments") > 1:
        month = second["figures"]["number_of_payments"]
        assert f"${Decimal(balloon):,} all at once in month {month} from today" in warned[0]
