"""Figures of tests/cases/compare.toml: the seven choices, simulated month by month in exact fractions.

Standard library only, none of the calculators' code. Money is whole cents; the roundings are those of simulation.py.

    python tests/oracles/compare_fractions.py             compare every row of the table
    python tests/oracles/compare_fractions.py "a name"    print the seven choices of the rows whose name holds these words
compare_sheet.py (LibreOffice) and compare_numpy.py (numpy-financial) are the other ways to the same figures.
"""

import sys
from math import ceil

from simulation import cents, dollars, half_up, level_payment, number
from table import Refused, check, rows

OPTIONS = [
    "as_is",
    "repayment_plan",
    "deferral",
    "modification",
    "refinance_second",
    "refinance_both",
    "sell",
]
COLUMNS = [
    "cash_needed",
    "payment_next_12",
    "second_payment",
    "payment_after",
    "total_paid",
    "owed_at_horizon",
    "equity_at_horizon",
    "paid_to_end",
    "unpaid_at_end",
    "keeps_home",
]
DEFAULTS = {"arrears": "0", "missed_payments": "0", "first_balance": "0", "first_arrears": "0",
            "first_missed_payments": "0", "closing_costs": "0", "sale_cost_percent": "8", "plan_months": "6", "horizon_months": "60"}  # fmt: skip


class Loan:
    """Lists of what each month takes: interest, then the payment, then what is owed. Month 1 is at place 0."""

    def __init__(self, balance, rate, months, payment, field=""):
        self.start, self.payment = balance, payment
        self.interests, self.payments, self.owed = [], [], []
        for month in range(1, months + 1):
            if balance == 0:
                break
            interest = half_up(balance * rate / 1200)
            last = month == months
            if payment < interest and not last:
                # The bill of a month of 28 days: interest alone, by the day.
                if payment < half_up(balance * rate * 28 / 36500):
                    raise Refused(field)
                interest = payment
            paid = balance + interest if last else min(payment, balance + interest)
            balance += interest - paid
            self.interests.append(interest)
            self.payments.append(paid)
            self.owed.append(balance)


def level(balance, rate, months):
    return Loan(balance, rate, months, level_payment(balance, rate, months))


def paid_in(payments, month):
    return payments[month - 1] if month <= len(payments) else 0


def owed_after(loan, month):
    """What is owed after the payment of that month; after month 0, what is owed at the start."""
    if month == 0:
        return loan.start
    return loan.owed[month - 1] if month <= len(loan.owed) else 0


def plan_parts(amount, months):
    """The equal parts of a plan, each rounded up to the cent, until nothing is left."""
    parts, part = [], ceil(amount / months)
    while sum(parts) < amount:
        parts.append(min(part, amount - sum(parts)))
    return parts


def answers(given):
    g = DEFAULTS | {k: v for k, v in given.items() if v.strip()}

    def money(name):
        return cents(number(g[name])) if name in g else None

    def rate(name):
        return number(g[name]) if name in g else None

    def whole(name):
        return int(number(g[name])) if name in g else None

    return g, money, rate, whole


class Standing:
    """A loan whose schedule begins with the missed payments. What the first's payment has above the loan's own is taxes
    and insurance (`rest`), the second's all goes to the loan; what is past due is the missed payments and the fees (`catch_up`)."""

    def __init__(self, balance, rate, months, typed, missed, arrears, payment_field, missed_field):
        own = level_payment(balance, rate, months) if balance else 0
        typed = own if typed is None or not balance else typed
        self.rest = max(0, typed - own) if payment_field.startswith("first") else 0
        self.loan = Loan(balance, rate, months, typed - self.rest, payment_field)
        self.missed = missed
        if missed > len(self.loan.payments):
            raise Refused(missed_field)
        missed_interest = sum(self.loan.interests[:missed])
        self.past_due = arrears or missed_interest
        self.fees = max(0, self.past_due - missed_interest)
        self.set_aside = sum(self.loan.payments[:missed]) + missed * self.rest
        self.catch_up = self.set_aside + self.fees
        self.to_come = self.loan.payments[missed:]
        self.payoff = balance + self.past_due + missed * self.rest

    def lane(self, calendar, parts=(), left=lambda month: 0):
        """What each month from today takes, with `parts` on top, and what is owed then, with `left` of what is past due."""
        takes = [paid_in(self.to_come, m) + paid_in(parts, m) + self.rest for m in calendar]
        return takes, [owed_after(self.loan, self.missed + m) + left(m) for m in calendar]


def compare(given):
    """{figure: text}, or raises Refused with the field's name."""
    g, money, rate, whole = answers(given)
    if "home_value" not in g:
        raise Refused("home_value")
    if whole("plan_months") == 0:
        raise Refused("plan_months")
    horizon, home = whole("horizon_months"), money("home_value")
    # No loan, with a plan on top of it, goes on for longer.
    calendar = range(1, 1201)

    def standing(prefix):
        return Standing(
            money(f"{prefix}balance"), rate(f"{prefix}annual_rate"), whole(f"{prefix}months_left"),
            money(f"{prefix}monthly_payment"), whole(f"{prefix}missed_payments"), money(f"{prefix}arrears"),
            f"{prefix}monthly_payment", f"{prefix}missed_payments",
        )  # fmt: skip

    loans = [standing("")]
    if money("first_balance") > 0:
        for name in ("first_annual_rate", "first_months_left"):
            if name not in g:
                raise Refused(name)
        loans.append(standing("first_"))
    elif money("first_monthly_payment") or money("first_arrears") or whole("first_missed_payments"):
        raise Refused("first_balance")
    second, others = loans[0], loans[1:]

    figures = dict.fromkeys((f"{o}__{c}" for o in OPTIONS for c in COLUMNS), "null")

    beside = sum(each.rest for each in loans)

    def put(option, cash, lanes, on_second=True):
        """`lanes` hold, for each month from the first on, what a loan takes and what it leaves, the second's first."""
        payments = [sum(month) for month in zip(*(takes for takes, _ in lanes), strict=True)]
        owed = [sum(month) for month in zip(*(leaves for _, leaves in lanes), strict=True)]
        highest = max(payments[:12])
        dearest = payments.index(highest)
        figures.update(zip(
            (f"{option}__{c}" for c in COLUMNS),
            [dollars(cash), dollars(highest), dollars(lanes[0][0][dearest]) if on_second else "null",
             dollars(payments[12]), dollars(cash + sum(payments[:horizon])),
             dollars(owed[horizon - 1]), dollars(home - owed[horizon - 1]),
             dollars(cash + sum(payments) - beside * len(payments)), dollars(owed[-1]), True],
            strict=True,
        ))  # fmt: skip

    def stays_behind(each):
        return each.lane(calendar, left=lambda m: each.catch_up)

    def plan(each):
        parts = plan_parts(each.catch_up, whole("plan_months"))
        return each.lane(calendar, parts, lambda m: each.catch_up - sum(parts[:m]))

    def moved(each):
        end = len(each.to_come)
        parts = [0] * (end - 1) + [each.set_aside]
        return each.lane(calendar, parts, lambda m: each.set_aside if m < end else 0)

    # Until it is caught up, a loan runs on as if it were up to date, with the catch-up amount beside it.
    put("as_is", 0, [stays_behind(each) for each in loans])
    if sum(each.catch_up for each in loans) > 0:
        put("repayment_plan", 0, [plan(each) for each in loans])
    # A loan whose last payment is among the missed ones has no end left to move them to.
    behind = [each for each in loans if each.missed]
    if behind and all(each.to_come for each in behind):
        put("deferral", sum(each.fees for each in loans), [moved(each) for each in loans])

    everything = sum(each.payoff for each in loans)
    if "new_annual_rate" in g and "new_months" in g:
        offer = rate("new_annual_rate"), whole("new_months")
        costs = money("closing_costs")

        def new(principal, rest):
            loan = level(principal, *offer)
            takes = [paid_in(loan.payments, m) + rest for m in calendar]
            return takes, [owed_after(loan, m) for m in calendar]

        if second.payoff > 0:
            lanes = [new(second.payoff, second.rest), *map(stays_behind, others)]
            put("modification", 0, lanes)
            put("refinance_second", costs, lanes)
        if others:
            rest = sum(each.rest for each in loans)
            put("refinance_both", costs, [new(everything, rest)], on_second=False)

    selling = half_up(home * rate("sale_cost_percent") / 100)
    net = home - selling - everything
    nothing = [0 for _ in calendar]
    put("sell", max(0, -net), [(nothing, nothing)])
    return figures | {
        "sell__equity_at_horizon": dollars(max(0, net)),
        "sell__paid_to_end": dollars(max(0, -net)),
        "sell__keeps_home": False,
    }


def show(figures):
    print(f"{'':17}" + "".join(f"{c:>18}" for c in COLUMNS))
    for option in OPTIONS:
        print(f"{option:17}" + "".join(f"{figures[f'{option}__{c}']!s:>18}" for c in COLUMNS))


if __name__ == "__main__":
    if words := " ".join(sys.argv[1:]):
        for row in rows("compare"):
            if words in row["name"] and "refused" not in row:
                print(row["name"])
                show(compare(row["given"]))
    else:
        sys.exit(check("compare", compare, partly=True, refuses=True) > 0)
