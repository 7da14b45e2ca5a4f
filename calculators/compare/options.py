"""The seven ways to go on that a household can compare: the figures of each one.

The rules: docs/about/decisions/choices.md. Every figure is in dollars, for both mortgages together
but for `second_payment`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import calculators.compare.options_words as words
from calculators.compare.courses import NEXT_MONTHS, Course, Running
from calculators.compare.household import Household, Offer
from calculators.core.forms import ChoiceKind
from calculators.core.loans import ZERO, cents_up, percent_of, share

OPTION = ChoiceKind(
    (
        ("as_is", "As it is"),
        ("repayment_plan", "Repayment plan"),
        ("deferral", "Move missed payments to the end"),
        ("modification", "Loan modification"),
        ("refinance_second", "Refinance the second"),
        ("refinance_both", "Refinance both"),
        ("sell", "Sell the home"),
    )
)
COLUMN = ChoiceKind(
    (
        ("cash_needed", "Cash needed now"),
        ("payment_next_12", f"Highest payment, next {NEXT_MONTHS} months"),
        ("second_payment", "Of it, on the second"),
        ("payment_after", "Payment after that"),
        ("total_paid", "Paid by then"),
        ("owed_at_horizon", "Owed by then"),
        ("equity_at_horizon", "Left by then"),
        ("paid_to_end", "All paid, to each loan’s end"),
        ("unpaid_at_end", "Past due, and not paid"),
        ("keeps_home", "Keep the home?"),
    )
)


@dataclass(frozen=True)
class Option:
    """One option: its figures by column with a sentence each, none where it does not apply.

    `depends` says what it depends on, or why it does not apply. `cost` is what is paid and still
    owed by the horizon, where the home is kept. `stays_behind`: something stays past due.
    """

    key: str
    depends: str
    values: Mapping[str, Any] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    cost: Decimal = ZERO
    stays_behind: bool = False

    @property
    def label(self) -> str:
        """The option as a person reads it."""
        return OPTION.pretty(self.key)

    @property
    def keeps_home(self) -> bool:
        """Does it apply, and does the household stay?"""
        return bool(self.values) and self.values["keeps_home"] is True


def options_of(home: Household) -> list[Option]:
    """All seven, in the order of the table."""
    return [
        _as_is(home),
        _repayment_plan(home),
        _deferral(home),
        _modification(home),
        _refinance_second(home),
        _refinance_both(home),
        _sell(home),
    ]


def first_shown(reply: Mapping[str, Any]) -> tuple[str, ...]:
    """What to look at first: as it is, the lowest payment that leaves nothing unpaid, and a sale.

    Of several with the same payment, the one that needs the least cash.
    """
    figures = reply["figures"]
    kept = [
        (Decimal(figures[f"{key}__payment_next_12"]), Decimal(figures[f"{key}__cash_needed"]), key)
        for key, _ in OPTION.choices[1:-1]
        if figures[f"{key}__keeps_home"] and not Decimal(figures[f"{key}__unpaid_at_end"])
    ]
    lowest = [min(kept)[-1]] if kept else []
    return ("as_is", *lowest, "sell")


def _as_is(home: Household) -> Option:
    """The regular payments go on; what is past due stays so."""
    loans = [
        replace(each, past_due=home.mortgages[who].to_catch_up)
        for who, each in home.running.items()
    ]
    depends = words.stays_behind(home.to_catch_up) if home.behind else words.UP_TO_DATE
    return _kept("as_is", home, Course(loans), words.NOTHING_EXTRA, depends)


def _repayment_plan(home: Household) -> Option:
    """The same part of what is past due every month, rounded up to the cent, until it is gone."""
    if not home.behind:
        return Option("repayment_plan", words.NOTHING_PAST_DUE)
    loans = []
    for who, each in home.running.items():
        past_due = home.mortgages[who].to_catch_up
        part = cents_up(past_due / home.plan_months)
        loans.append(replace(each, past_due=past_due, catch_up=part))
    course = Course(loans)
    extra = course.sum(lambda each: each.catch_up)
    depends = words.plan_agreed(len(home.behind), extra, home.plan_months)
    why = words.paid_bit_by_bit(home.to_catch_up)
    return _kept("repayment_plan", home, course, why, depends)


def _deferral(home: Household) -> Option:
    """The missed payments fall due with the loan's last one; the fees are paid now."""
    moved = home.sum(lambda each: each.missed_amount)
    running = home.running
    behind = [who for who, each in home.mortgages.items() if each.missed]
    if not behind:
        return Option("deferral", words.NOTHING_MISSED)
    if not all(running[who].months for who in behind):
        return Option("deferral", words.NO_END)
    loans = [
        replace(each, past_due=home.mortgages[who].missed_amount, past_due_month=each.months)
        for who, each in running.items()
    ]
    fees = home.sum(lambda each: each.fees)
    course = Course(loans, fees)
    depends = words.deferral_agreed(len(behind), moved)
    return _kept("deferral", home, course, words.fees_stay_due(fees), depends)


def _modification(home: Household) -> Option:
    """New terms for the second; what is past due on it joins the balance."""
    if home.offer is None or not home.second.owed:
        return Option("modification", _no_new_terms(home) or _terms_to_ask_for(home))
    course = _with_new_second(home, "changed", home.offer)
    why = words.JOINS_THE_BALANCE if home.second.past_due else words.NOTHING_NOW
    depends = words.terms_agreed(home.offer.annual_rate, home.offer.months, _first_behind(home))
    return _kept("modification", home, course, why, depends)


def _refinance_second(home: Household) -> Option:
    """A new loan pays off the second and what is past due on it."""
    if home.offer is None or not home.second.owed:
        return Option("refinance_second", _no_new_terms(home) or words.NO_NEW_TERMS)
    costs = home.offer.closing_costs
    course = replace(_with_new_second(home, "new", home.offer), cash=costs)
    depends = words.approval(_combined_ltv(home), _first_behind(home))
    return _kept("refinance_second", home, course, words.closing(costs), depends)


def _with_new_second(home: Household, who: str, offer: Offer) -> Course:
    """A loan in the second's place; what is past due on the first mortgage stays so."""
    loans = [Running(who, offer.loan(home.second.owed))]
    if home.first is not None:
        loans.append(replace(home.running["first"], past_due=home.first.to_catch_up))
    return Course(loans)


def _first_behind(home: Household) -> Decimal:
    """What it takes to be up to date on the first mortgage."""
    return home.first.to_catch_up if home.first else ZERO


def _refinance_both(home: Household) -> Option:
    """One new loan pays off both, and what is past due."""
    if home.first is None:
        return Option("refinance_both", words.NO_FIRST)
    if home.offer is None:
        return Option("refinance_both", words.NO_NEW_TERMS)
    costs = home.offer.closing_costs
    new = Running("one", home.offer.loan(home.owed), beside=home.beside)
    depends = words.approval_for_both(_combined_ltv(home))
    return _kept("refinance_both", home, Course([new], costs), words.closing(costs), depends)


def _no_new_terms(home: Household) -> str:
    """Why new terms for the second would change nothing; empty where only an offer is missing."""
    return "" if home.second.owed else words.NOTHING_OWED


def _terms_to_ask_for(home: Household) -> str:
    """Which length, at today's rate, brings the second to what can be paid: no offer of ours."""
    if home.can_pay is None:
        return words.ASK_FOR_TERMS
    payment = home.second.loan.payment
    if payment <= home.can_pay:
        return words.within_what_can_be_paid(payment)
    return words.ask_for_terms(home.months_to_fit, home.can_pay)


def _combined_ltv(home: Household) -> Decimal | None:
    """All mortgages in percent of the home's value; None when it is worth nothing."""
    return percent_of(home.owed, home.home_value) if home.home_value else None


def _sell(home: Household) -> Option:
    """The price less selling costs and both loans; what is missing is needed in cash."""
    costs = share(home.sale_cost_percent, home.home_value)
    net = home.home_value - costs - home.owed
    short = max(-net, ZERO)
    depends, why = words.sold(home.home_value, costs, home.owed)
    values = {
        "cash_needed": short,
        "payment_next_12": ZERO,
        "second_payment": ZERO,
        "payment_after": ZERO,
        "total_paid": short,
        "owed_at_horizon": ZERO,
        "equity_at_horizon": max(net, ZERO),
        "paid_to_end": short,
        "unpaid_at_end": ZERO,
        "keeps_home": False,
    }
    return Option("sell", depends, values, why)


def _kept(key: str, home: Household, course: Course, why_cash: str, depends: str) -> Option:
    """An option in which the home is kept."""
    paid, owed = course.paid_through(home.horizon), course.owed_after(home.horizon)
    dearest, second = course.dearest_month, course.second
    values = {
        "cash_needed": course.cash,
        "payment_next_12": course.payment_in(dearest),
        "second_payment": second.payment_in(dearest) if second else None,
        "payment_after": course.payment_in(NEXT_MONTHS + 1),
        "total_paid": paid,
        "owed_at_horizon": owed,
        "equity_at_horizon": home.home_value - owed,
        "paid_to_end": course.cash + course.sum(lambda each: each.paid_to_end),
        "unpaid_at_end": course.sum(lambda each: each.never_paid),
        "keeps_home": True,
    }
    why = words.kept(course, home.horizon, home.home_value, values, why_cash)
    return Option(key, depends, values, why, paid + owed, course.stays_behind)
