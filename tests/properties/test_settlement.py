"""What must hold for every settlement, whatever is owed and owned."""

from decimal import Decimal
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators import run
from tests.draws import draws
from tests.replies import answered, figure

quickly = draws(80)
ask = partial(answered, "settlement")

sums = st.decimals("0", "600000", places=2)
small = st.decimals("0", "90000", places=2)
percents = st.decimals("0", "100", places=2)


@st.composite
def settlements(draw: st.DrawFn) -> dict[str, str]:
    """A payoff, an offer of at most that, and totals that are often close to each other."""
    offer, payoff = sorted([draw(small), draw(small)])
    owned = draw(sums)
    answers = {
        "payoff": payoff,
        "offer": offer,
        "total_assets": owned,
        "total_debts": max(owned + draw(small) - draw(small), Decimal(0)),
    }
    return {key: str(amount) for key, amount in answers.items()}


def plus(answers: dict[str, str], key: str, more: Decimal) -> dict[str, str]:
    return answers | {key: str(Decimal(answers[key]) + more)}


@quickly
@given(settlements())
def test_what_is_not_paid_is_canceled(answers: dict[str, str]) -> None:
    assert figure(ask(answers), "cancelled_debt") + Decimal(answers["offer"]) == Decimal(
        answers["payoff"]
    )


@quickly
@given(settlements(), percents, st.sampled_from(["total_assets", "total_debts"]))
def test_one_total_alone_says_nothing(answers: dict[str, str], rate: Decimal, gone: str) -> None:
    figures = ask(answers | {gone: "", "tax_rate": str(rate)})["figures"]
    assert figures.pop("cancelled_debt") is not None
    assert set(figures.values()) == {None}


@quickly
@given(settlements(), sums)
def test_only_the_difference_of_the_totals_counts(answers: dict[str, str], more: Decimal) -> None:
    """As much more owned as owed leaves everyone as solvent as before."""
    richer = plus(plus(answers, "total_assets", more), "total_debts", more)
    assert ask(answers)["figures"] == ask(richer)["figures"]


@quickly
@given(settlements(), small)
def test_more_debts_never_mean_more_income(answers: dict[str, str], more: Decimal) -> None:
    taxable = figure(ask(answers), "possibly_taxable")
    assert figure(ask(plus(answers, "total_debts", more)), "possibly_taxable") <= taxable
    assert figure(ask(plus(answers, "total_assets", more)), "possibly_taxable") >= taxable


@quickly
@given(settlements())
def test_solvent_all_and_deeply_insolvent_nothing(answers: dict[str, str]) -> None:
    even = ask(answers | {"total_debts": answers["total_assets"]})
    assert figure(even, "insolvency_amount") == 0
    assert figure(even, "possibly_taxable") == figure(even, "cancelled_debt")
    debts = Decimal(answers["total_assets"]) + figure(even, "cancelled_debt")
    deep = ask(answers | {"total_debts": str(debts)})
    assert figure(deep, "possibly_taxable") == 0


@quickly
@example({"payoff": "50000", "offer": "20000", "total_assets": "80000", "total_debts": "90000"})
@given(settlements())
def test_taxable_is_part_of_what_is_canceled(answers: dict[str, str]) -> None:
    reply = ask(answers)
    taxable, cancelled = figure(reply, "possibly_taxable"), figure(reply, "cancelled_debt")
    insolvency = figure(reply, "insolvency_amount")
    assert 0 <= taxable <= cancelled and insolvency >= 0
    assert taxable + insolvency >= cancelled, "no more is left out than the insolvency"
    assert taxable == 0 or taxable + insolvency == cancelled


@quickly
@given(settlements(), percents, percents)
def test_tax_rises_with_the_rate_up_to_all_of_it(
    answers: dict[str, str], rate: Decimal, other: Decimal
) -> None:
    low, high = sorted([rate, other])

    def tax(percent: object) -> Decimal:
        return figure(ask(answers | {"tax_rate": str(percent)}), "possible_tax")

    taxable = figure(ask(answers), "possibly_taxable")
    assert tax(0) == 0 <= tax(low) <= tax(high) <= tax(100) == taxable
    assert abs(tax(low) - taxable * low / 100) <= Decimal("0.005")
    assert ask(answers)["figures"]["possible_tax"] is None


@quickly
@given(settlements(), st.decimals("0.01", "1000", places=2))
def test_an_offer_above_the_payoff_is_refused(answers: dict[str, str], more: Decimal) -> None:
    reply = run("settlement", plus(answers | {"offer": answers["payoff"]}, "offer", more))
    assert not reply["ok"] and [error["field"] for error in reply["errors"]] == ["offer"]


CANCELED = {"payoff": "50000", "offer": "20000", "total_assets": "1", "total_debts": "90000"}


@pytest.mark.parametrize(
    ("change", "said", "not_said"),
    [
        ({}, "signed by the lender", "are less than this one"),
        ({}, "release the lien", "Nothing is canceled"),
        ({}, "not your tax bill", "tax advice"),
        ({}, "$600 or more", "$599"),
        ({"offer": "49400.01"}, "just before the debt is canceled", "1099-C"),
        ({"offer": "50000"}, "Nothing is canceled", "IRS"),
        ({"total_debts": "49999.99"}, "are less than this one", "Nothing is canceled"),
    ],
)
def test_a_note_stands_where_it_matters(change: dict[str, str], said: str, not_said: str) -> None:
    notes = " ".join(note["text"] for note in ask(CANCELED | change)["notes"])
    assert said in notes and not_said not in notes


@pytest.mark.parametrize("offer", ["0", "20000", "49999.99", "50000"])
def test_an_old_debt_is_a_lawyers_first_whatever_is_offered(offer: str) -> None:
    """And that stands open."""
    reply = ask(CANCELED | {"offer": offer})
    assert "see a lawyer before you pay" in reply["at_risk"]
    letter = (
        "Pay only after a signed letter." if offer != "0" else "Get it in a signed letter first."
    )
    assert (letter in reply["verdict"]) is (offer != "50000")


def test_the_facts_are_those_of_the_notes() -> None:
    assert "cancellation_report_dollars" in ask(CANCELED)["facts"]
    assert "cancellation_report_dollars" not in ask(CANCELED | {"offer": "49400.01"})["facts"]
    assert ask(CANCELED | {"offer": "50000"})["facts"] == []
