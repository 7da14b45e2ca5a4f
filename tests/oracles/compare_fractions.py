"""Figures of tests/cases/compare.toml: the seven choices, simulated month by month in exact fractions.

Standard library only, none of the calculators' code. Money is whole cents; the roundings are those of simulation.py.

    python tests/oracles/compare_fractions.py             compare every row of the table
    python tests/oracles/compare_fractions.py "a name"    print the seven choices of the rows whose name holds these words
compare_sheet.py (LibreOffice) and compare_numpy.py (numpy-financial) are the other ways to the same figures.
"""

import sys
import tomllib
from math import ceil
from pathlib import Path

from simulation import cents, dollars, half_up, level_payment, number

TABLE = Path(__file__).parent.parent / "cases" / "compare.toml"
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
    "payment_after",
    "total_paid",
    "owed_at_horizon",
    "equity_at_horizon",
    "keeps_home",
]
DEFAULTS = {"arrears": "0", "missed_payments": "0", "first_balance": "0", "closing_costs": "0",
            "sale_cost_percent": "8", "plan_months": "6", "horizon_months": "60"}  # fmt: skip


class Refused(Exception):
    """The field that gets the error."""


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
                raise Refused(field)
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


def compare(given):
    """{figure: text}, or raises Refused with the field's name."""
    g, money, rate, whole = answers(given)
    if "home_value" not in g:
        raise Refused("home_value")
    if whole("plan_months") == 0:
        raise Refused("plan_months")
    horizon, home, missed = whole("horizon_months"), money("home_value"), whole("missed_payments")

    # The second mortgage: its schedule begins with the missed payments.
    balance, months = money("balance"), whole("months_left")
    if missed > months:
        raise Refused("missed_payments")
    terms = (balance, rate("annual_rate"), months)
    regular = money("monthly_payment") if "monthly_payment" in g else level_payment(*terms)
    second = Loan(*terms, regular, "monthly_payment")
    missed_interest = sum(second.interests[:missed])
    past_due = money("arrears") or missed_interest
    fees = max(0, past_due - missed_interest)
    set_aside = sum(second.payments[:missed])
    catch_up = set_aside + fees
    still_to_come = second.payments[missed:]

    # The first mortgage: up to date. Whatever its payment has above the loan's own is taxes and insurance.
    first, rest = Loan(0, 0, 0, 0), 0
    if money("first_balance") > 0:
        for name in ("first_annual_rate", "first_months_left"):
            if name not in g:
                raise Refused(name)
        terms = (money("first_balance"), rate("first_annual_rate"), whole("first_months_left"))
        own = level_payment(*terms)
        typed = money("first_monthly_payment") if "first_monthly_payment" in g else own
        rest = max(0, typed - own)
        first = Loan(*terms, min(typed, own), "first_monthly_payment")
    elif "first_monthly_payment" in g:
        raise Refused("first_balance")

    figures = dict.fromkeys((f"{o}__{c}" for o in OPTIONS for c in COLUMNS), "null")

    def put(option, cash, payments, owed, left=None, keeps=True):
        """`payments` and `owed` hold, for each month from the first on, what both loans take and what they leave."""
        figures.update(zip(
            (f"{option}__{c}" for c in COLUMNS),
            [dollars(cash), dollars(max(payments[:12])), dollars(payments[12]), dollars(cash + sum(payments[:horizon])),
             dollars(owed[horizon - 1]), dollars(home - owed[horizon - 1] if left is None else left), keeps],
            strict=True,
        ))  # fmt: skip

    calendar = range(1, max(13, horizon) + 1)

    def with_first(second_payments, second_owed):
        """The second's months, and beside them the first mortgage and its taxes and insurance."""
        payments = [p + paid_in(first.payments, m) + rest for m, p in zip(calendar, second_payments, strict=True)]  # fmt: skip
        owed = [o + owed_after(first, m) for m, o in zip(calendar, second_owed, strict=True)]
        return payments, owed

    # Until it is caught up, the second runs on as if it were up to date, with the catch-up amount beside it.
    plain = [paid_in(still_to_come, m) for m in calendar]
    runs_on = [owed_after(second, missed + m) for m in calendar]
    put("as_is", 0, *with_first(plain, [owed + catch_up for owed in runs_on]))

    if catch_up > 0:
        parts = plan_parts(catch_up, whole("plan_months"))
        put("repayment_plan", 0, *with_first(
            [p + paid_in(parts, m) for m, p in zip(calendar, plain, strict=True)],
            [o + catch_up - sum(parts[:m]) for m, o in zip(calendar, runs_on, strict=True)],
        ))  # fmt: skip

    # A loan whose last payment is among the missed ones has no end left to move them to.
    if missed > 0 and still_to_come:
        end = len(still_to_come)
        put("deferral", fees, *with_first(
            [p + (set_aside if m == end else 0) for m, p in zip(calendar, plain, strict=True)],
            [o + (set_aside if m < end else 0) for m, o in zip(calendar, runs_on, strict=True)],
        ))  # fmt: skip

    if "new_annual_rate" in g and "new_months" in g:
        offer = rate("new_annual_rate"), whole("new_months")
        costs = money("closing_costs")
        new = level(balance + past_due, *offer)
        new_months = [paid_in(new.payments, m) for m in calendar]
        new_owed = [owed_after(new, m) for m in calendar]
        put("modification", 0, *with_first(new_months, new_owed))
        put("refinance_second", costs, *with_first(new_months, new_owed))
        if first.start > 0:
            one = level(balance + past_due + first.start, *offer)
            put("refinance_both", costs, [paid_in(one.payments, m) + rest for m in calendar],
                [owed_after(one, m) for m in calendar])  # fmt: skip

    selling = half_up(home * rate("sale_cost_percent") / 100)
    net = home - selling - first.start - balance - past_due
    nothing = [0 for _ in calendar]
    put("sell", max(0, -net), nothing, nothing, left=max(0, net), keeps=False)
    return figures


def rows():
    return tomllib.loads(TABLE.read_text("utf-8"))["case"]


def check(answer, skip=lambda key: False):
    """Hold every row against `answer(given)`; returns how many figures differ."""
    differ = figures = 0
    for row in rows():
        try:
            mine = answer(row["given"])
        except Refused as field:
            mine = {"refused": str(field)}
        expected = row.get("expect", {}) | {k: row[k] for k in ("refused",) if k in row}
        rounded = row.get("expect_rounded", {})
        if "refused" not in row and "refused" in mine:
            expected = {"refused": None}
        for key, value in [*expected.items(), *rounded.items()]:
            if key in mine and not skip(key):
                figures += 1
                found = mine[key]
                if key in rounded:
                    found = str(half_up(number(found)))
                if found != value:
                    differ += 1
                    print("DIFFERS", row["name"], key, "table", value, "here", found)
    print("figures compared:", figures, "differ:", differ)
    return differ


def show(figures):
    print(f"{'':17}" + "".join(f"{c:>18}" for c in COLUMNS))
    for option in OPTIONS:
        print(f"{option:17}" + "".join(f"{figures[f'{option}__{c}']!s:>18}" for c in COLUMNS))


if __name__ == "__main__":
    if words := " ".join(sys.argv[1:]):
        for row in rows():
            if words in row["name"] and "refused" not in row:
                print(row["name"])
                show(compare(row["given"]))
    else:
        sys.exit(check(compare) > 0)
