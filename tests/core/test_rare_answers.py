"""What few answers lead to, by name: a drawn number may or may not reach it."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from calculators import CALCULATORS, run
from calculators.compare.inputs import Inputs, household
from calculators.compare.lead_words import lead
from calculators.compare.options import Option, options_of
from calculators.core.forms import boxes, read
from calculators.core.pages import answer
from calculators.plan.household import value_of
from calculators.plan.loader import FlowError, read_flow

SALE_SET = {
    "loan_kind": "closed_end", "main_home": "yes", "small_servicer": "no",
    "already_reviewed": "not_sure", "oldest_unpaid_due_date": "9/1/2026",
    "sale_date": "3/15/2027", "sale_by": "second", "today": "2026-11-26",
}  # fmt: skip


NO_OFFER = {"new_annual_rate": "", "new_months": ""}


def reply_to(slug: str, **changes: str) -> dict[str, Any]:
    """The reply to our example with these changes."""
    example = {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)}
    return run(slug, example | changes)


@pytest.mark.parametrize(
    ("slug", "changes", "said"),
    [
        ("catch_up", {"forbearance_months": "7"}, "This pause is longer than the short ones"),
        ("equity", {"payoff": "0"}, "nothing is owed on the second mortgage"),
        ("equity", {"payoff": "0", "first_payoff": "0"}, "Nothing is owed on the home"),
        ("compare", {**NO_OFFER, "affordable_payment": "5000"}, "is within what you can pay"),
        ("timeline", SALE_SET, "need not review one if it already did"),
        ("equity", {"first_payoff": "100,000,000", "home_value": "150"}, "That is very little"),
        ("heloc", {"annual_rate": "4", "rate_rise": "9"}, "Is that the rise?"),
    ],
)
def test_it_is_said(slug: str, changes: dict[str, str], said: str) -> None:
    reply = reply_to(slug, **changes)
    assert reply["ok"], reply
    assert said in json.dumps(reply, ensure_ascii=False)
    # A question without a suggestion has no button to take one.
    html = answer(CALCULATORS[slug], reply, False)
    taken = [each for each in reply["questions"] if each["suggestion"] is not None]
    assert html.count('data-action="take"') == len(taken)


LOW_PRICE = {"sale_price": "5,000", "other_costs": "9,000"}


@pytest.mark.parametrize(
    ("slug", "changes", "without", "unsaid"),
    [
        ("room_rental", {}, {"monthly_payment": "0"}, "Against the payment"),
        ("sale", LOW_PRICE, {"first_payoff": "0", "payoff": "0"}, "This would be a short sale"),
    ],
)
def test_it_is_said_only_where_it_is_so(
    slug: str, changes: dict[str, str], without: dict[str, str], unsaid: str
) -> None:
    assert unsaid in json.dumps(reply_to(slug, **changes))
    reply = reply_to(slug, **changes, **without)
    assert reply["ok"], reply
    assert unsaid not in json.dumps(reply)


def test_years_for_months_are_not_looked_for_where_no_balance_is_given() -> None:
    reply = reply_to("refinance", first_balance="", first_months_left="15")
    assert reply["ok"] and reply["questions"] == []


def test_a_cost_of_selling_of_ones_own_rests_on_no_fact() -> None:
    assert "selling_cost_percent" in reply_to("equity")["facts"]
    assert "selling_cost_percent" not in reply_to("equity", selling_cost_percent="7")["facts"]


@pytest.mark.parametrize("missing", ["new_annual_rate", "new_months"])
def test_half_an_offer_is_asked_for_the_other_half(missing: str) -> None:
    reply = reply_to("compare", **{"new_annual_rate": "7", "new_months": "240", missing: ""})
    assert [each["field"] for each in reply["errors"]] == [missing]


def test_a_figure_that_cannot_be_read_is_none_to_the_plan() -> None:
    assert value_of({"balance": "a lot"}, "balance") is None


def test_a_sale_of_a_home_on_which_nothing_is_owed_is_drawn() -> None:
    free = {"payoff": "0", "first_payoff": "0", "commission_percent": "0", "other_costs": "0"}
    reply = reply_to("sale", **free)
    assert "A sale at $300,000 is all for you." in answer(CALCULATORS["sale"], reply, False)


EXAMPLE = {box.name: box.example for box in boxes(Inputs)}
HOUSEHOLD = household(read(Inputs, EXAMPLE))
OPTIONS = options_of(HOUSEHOLD)


def compared(*options: Option) -> str:
    """What a comparison of these says first, to a household that typed no payment it can pay."""
    home = replace(HOUSEHOLD, can_pay=None)
    return lead(home, options, "").verdict


def test_choices_that_leave_something_unpaid_are_none_to_keep_the_home_by() -> None:
    behind = [replace(each, stays_behind=True) for each in OPTIONS]
    assert compared(*behind) == "No choice here keeps the home and leaves nothing unpaid."


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("0", "100", "The repayment plan needs no cash now."),
        ("50", "100", "The repayment plan needs less cash now."),
        ("100", "100", "have the same lowest payment."),
    ],
)
def test_a_tie_says_which_needs_the_least_cash(first: str, second: str, said: str) -> None:
    kept = next(each for each in OPTIONS if each.keeps_home and not each.stays_behind)
    tied = [
        replace(kept, values={**kept.values, "cash_needed": Decimal(cash)})
        for cash in (second, first)
    ]
    assert compared(*tied).endswith(said)


def test_of_three_choices_with_one_payment_each_takes_more() -> None:
    kept = next(each for each in OPTIONS if each.keeps_home and not each.stays_behind)
    dear = {**kept.values, "paid_to_end": kept.values["paid_to_end"] + 100}
    tied = [replace(kept, key=key, values=dear) for key in ("modification", "refinance_second")]
    high = {**kept.values, "payment_next_12": kept.values["payment_next_12"] + 100}
    said = compared(
        *tied, replace(kept, key="refinance_both", values=dear), replace(kept, values=high)
    )
    assert said.startswith(
        "A loan modification, a new loan for the second and one new loan for both"
    )
    assert said.endswith("Each of them takes $100 more in all than a repayment plan.")


def test_a_state_whose_law_was_read_is_a_state() -> None:
    with pytest.raises(FlowError, match="there is no state 'Ohaio'"):
        read_flow({}, {}, ("Ohio",), ("Ohio", "Ohaio"))
