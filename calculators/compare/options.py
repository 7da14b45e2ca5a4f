"""The seven ways to go on that a household can compare: each one's figures, and why.

The rules: docs/about/decisions/choices.md. Every figure is for both mortgages together, dollars.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calculators.compare.courses import NEXT_MONTHS, Course, Running
from calculators.core.forms import MONEY, MONTHS, PERCENT, RATE, ChoiceKind
from calculators.core.loans import ZERO, Loan, cents_up, percent_of, share

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
        ("payment_after", "Payment after that"),
        ("total_paid", "Paid by then"),
        ("owed_at_horizon", "Owed by then"),
        ("equity_at_horizon", "Left by then"),
        ("keeps_home", "Keep the home?"),
    )
)
cash = MONEY.pretty


@dataclass(frozen=True)
class Offer:
    """New terms: percent a year, months, and dollars of closing costs for a new loan."""

    annual_rate: Decimal
    months: int
    closing_costs: Decimal

    def loan(self, principal: Decimal) -> Loan:
        """A loan of that many dollars on these terms."""
        return Loan(principal, self.annual_rate, self.months)


@dataclass(frozen=True)
class Household:
    """Two loans as they stand, a home, and the guesses: dollars, percent, months.

    `beside` is what the first mortgage's payment holds besides principal and interest. `arrears`
    is the second's past-due interest and fees as typed, `missed_interest` the interest of the
    missed payments.
    """

    second: Loan
    first: Loan | None
    beside: Decimal
    missed_payments: int
    missed_interest: Decimal
    arrears: Decimal
    home_value: Decimal
    offer: Offer | None
    sale_cost_percent: Decimal
    plan_months: int
    horizon: int

    @property
    def missed_amount(self) -> Decimal:
        """The missed payments."""
        return self.second.paid_through(self.missed_payments)

    @property
    def past_due(self) -> Decimal:
        """Past-due interest and fees: missed payments always hold some, typed or not."""
        return self.arrears or self.missed_interest

    @property
    def fees(self) -> Decimal:
        """What is past due besides the missed payments."""
        return max(self.past_due - self.missed_interest, ZERO)

    @property
    def to_catch_up(self) -> Decimal:
        """What it takes to be up to date: the missed payments and the fees."""
        return self.missed_amount + self.fees

    @property
    def second_owed(self) -> Decimal:
        """The second's balance with what is past due on it."""
        return self.second.principal + self.past_due

    @property
    def first_owed(self) -> Decimal:
        """The first's balance; zero without one."""
        return self.first.principal if self.first else ZERO

    @property
    def running_second(self) -> Running:
        """The second as if it were up to date."""
        return Running("second mortgage", self.second, self.missed_payments)

    def with_first(self, second: Running) -> tuple[Running, ...]:
        """A loan in the second's place, and the first mortgage where there is one."""
        if self.first is None:
            return (second,)
        return second, Running("first mortgage", self.first)


@dataclass(frozen=True)
class Option:
    """One option: its figures by column with a sentence each, none where it does not apply.

    `depends` says what it depends on, or why it does not apply. `cost` is what is paid and still
    owed by the horizon, where the home is kept.
    """

    key: str
    depends: str
    values: Mapping[str, Any] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    cost: Decimal = ZERO

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


def _as_is(home: Household) -> Option:
    behind = home.to_catch_up
    course = Course(home.with_first(home.running_second), beside=home.beside, past_due=behind)
    if behind:
        depends = (
            f"The {cash(behind)} past due stays unpaid, so the lender can act on it, up to taking "
            "the home. Making the regular payments alone does not settle it."
        )
    else:
        depends = "You can go on making these payments."
    return _kept("as_is", home, course, "You pay nothing extra now.", depends)


def _repayment_plan(home: Household) -> Option:
    if not home.to_catch_up:
        return Option("repayment_plan", "By these figures nothing is past due.")
    extra = cents_up(home.to_catch_up / home.plan_months)
    course = Course(
        home.with_first(home.running_second),
        beside=home.beside,
        past_due=home.to_catch_up,
        catch_up=extra,
    )
    depends = (
        f"The lender agrees, and you can pay {cash(extra)} more for "
        f"{MONTHS.pretty(home.plan_months)}."
    )
    why = f"Nothing now: the {cash(home.to_catch_up)} past due is paid bit by bit."
    return _kept("repayment_plan", home, course, why, depends)


def _deferral(home: Household) -> Option:
    running = home.running_second
    if not home.missed_payments:
        return Option("deferral", "By these figures no payment is missed.")
    if not running.months:
        return Option("deferral", "No payment is left to come, so there is no end to move it to.")
    course = Course(
        home.with_first(running),
        cash=home.fees,
        beside=home.beside,
        past_due=home.missed_amount,
        past_due_month=running.months,
    )
    depends = (
        f"The lender agrees. The {cash(home.missed_amount)} moved falls due with the last "
        "payment, or sooner if you sell or refinance."
    )
    why = f"The {cash(home.fees)} of fees stays due now. Only the missed payments move."
    return _kept("deferral", home, course, why, depends)


def _modification(home: Household) -> Option:
    if home.offer is None or not home.second_owed:
        return Option("modification", _no_new_terms(home))
    changed = Running("changed second mortgage", home.offer.loan(home.second_owed))
    depends = (
        f"The lender agrees to {RATE.pretty(home.offer.annual_rate)} over "
        f"{MONTHS.pretty(home.offer.months)}. Ask what it would charge for the change."
    )
    why = "Nothing now: what is past due joins the balance." if home.past_due else "Nothing now."
    course = Course(home.with_first(changed), beside=home.beside)
    return _kept("modification", home, course, why, depends)


def _refinance_second(home: Household) -> Option:
    if home.offer is None or not home.second_owed:
        return Option("refinance_second", _no_new_terms(home))
    new = Running("new second mortgage", home.offer.loan(home.second_owed))
    course = Course(home.with_first(new), cash=home.offer.closing_costs, beside=home.beside)
    return _kept("refinance_second", home, course, _closing(home.offer), _approval(home))


def _refinance_both(home: Household) -> Option:
    if home.first is None:
        return Option("refinance_both", "By these figures there is no first mortgage.")
    if home.offer is None:
        return Option("refinance_both", _no_new_terms(home))
    new = Running("one new loan", home.offer.loan(home.second_owed + home.first_owed))
    course = Course((new,), cash=home.offer.closing_costs, beside=home.beside)
    depends = f"{_approval(home)} You give up your first mortgage’s rate."
    return _kept("refinance_both", home, course, _closing(home.offer), depends)


def _no_new_terms(home: Household) -> str:
    """Why new terms do not apply."""
    if home.offer is None:
        return "Fill in a new rate and new months to see it."
    return "By these figures nothing is owed on the second mortgage."


def _closing(offer: Offer) -> str:
    return f"The closing costs, paid in cash: {cash(offer.closing_costs)}."


def _approval(home: Household) -> str:
    owed = home.second_owed + home.first_owed
    if not home.home_value:
        return "A lender approves the new loan."
    ltv = percent_of(owed, home.home_value)
    return (
        f"A lender approves the new loan. All mortgages would come to {PERCENT.pretty(ltv)} of the "
        "home’s value."
    )


def _sell(home: Household) -> Option:
    costs = share(home.sale_cost_percent, home.home_value)
    owed = home.second_owed + home.first_owed
    net = home.home_value - costs - owed
    sum_up = (
        f"{cash(home.home_value)} − {cash(costs)} of selling costs − {cash(owed)} owed on the "
        f"loans = {cash(net)}."
    )
    short = max(-net, ZERO)
    if short:
        depends = (
            f"You find {cash(short)}, or every lender that is not paid in full agrees to take less."
        )
        why_cash, why_left = sum_up, "Nothing is left: the sale does not pay for both loans."
    else:
        depends = "A buyer at this price, in time. What is left must also pay for a new home."
        why_cash, why_left = "Nothing: the sale pays its own costs and both loans.", sum_up
    no_loan = "No mortgage is left to pay. Rent or a new home is not counted."
    return Option(
        "sell",
        depends,
        values={
            "cash_needed": short,
            "payment_next_12": ZERO,
            "payment_after": ZERO,
            "total_paid": short,
            "owed_at_horizon": ZERO,
            "equity_at_horizon": max(net, ZERO),
            "keeps_home": False,
        },
        why={
            "cash_needed": why_cash,
            "payment_next_12": no_loan,
            "payment_after": no_loan,
            "total_paid": "The cash needed now, and nothing after that.",
            "owed_at_horizon": "The sale, and that cash, pay off both loans.",
            "equity_at_horizon": why_left,
            "keeps_home": "You sell it.",
        },
    )


def _kept(key: str, home: Household, course: Course, why_cash: str, depends: str) -> Option:
    """An option in which the home is kept."""
    month = home.horizon
    dearest = course.dearest_month
    paid, owed = course.paid_through(month), course.owed_after(month)
    after = NEXT_MONTHS + 1
    return Option(
        key,
        depends,
        values={
            "cash_needed": course.cash,
            "payment_next_12": course.payment_in(dearest),
            "payment_after": course.payment_in(after),
            "total_paid": paid,
            "owed_at_horizon": owed,
            "equity_at_horizon": home.home_value - owed,
            "keeps_home": True,
        },
        why={
            "cash_needed": why_cash,
            "payment_next_12": _month_in_words(course, dearest),
            "payment_after": _month_in_words(course, after),
            "total_paid": f"{cash(course.cash)} now + {cash(paid - course.cash)}, which is every "
            f"payment of {MONTHS.pretty(month)}.",
            "owed_at_horizon": _owed_in_words(course, month),
            "equity_at_horizon": f"{cash(home.home_value)}, today’s value − {cash(owed)} owed = "
            f"{cash(home.home_value - owed)}. A sale then would still cost something.",
            "keeps_home": "As long as every payment is made and nothing stays past due."
            if key != "as_is" or not home.to_catch_up
            else "Only while the lender does not act on what is past due.",
        },
        cost=paid + owed,
    )


def _month_in_words(course: Course, month: int) -> str:
    """What one month's payment is made of."""
    parts = [f"{each.name} {cash(each.payment_in(month))}" for each in course.loans]
    caught_up = course.caught_up_in(month)
    if caught_up:
        parts.append(f"past due {cash(caught_up)}")
    if course.beside:
        parts.append(f"taxes and insurance {cash(course.beside)}")
    return f"Month {month}: {' + '.join(parts)} = {cash(course.payment_in(month))}."


def _owed_in_words(course: Course, month: int) -> str:
    parts = [f"{each.name} {cash(each.owed_after(month))}" for each in course.loans]
    if course.past_due_after(month):
        parts.append(f"past due {cash(course.past_due_after(month))}")
    return f"After month {month}: {' + '.join(parts)} = {cash(course.owed_after(month))}."
