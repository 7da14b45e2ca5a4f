"""Figures of tests/cases/catch_up.toml in exact fractions of a cent; standard library only, none of the calculators' code.

python3 catch_up_fractions.py          compare every row of the table
python3 catch_up_fractions.py --print  also print what this makes of each row
catch_up.fods (LibreOffice) is the second method, for the rows that say so.
"""

import sys
from fractions import Fraction as F
from math import ceil, floor

from table import check


def cents(text):
    return F(text.replace("$", "").replace(",", "")) * 100


def half_up(x):
    return floor(x + F(1, 2))


def money(c):
    return f"{c // 100}.{c % 100:02}"


def forbearance(payment, months, balance, rate):
    """The paused payments, plus interest on the principal that they would have paid.

    Each paused month's payment is due on its own day; payments start again one month after the last of them.
    In every month that follows a paused payment, the principal left unpaid so far bears one month's interest.
    """
    total, unpaid = payment * months, F(0)
    for _ in range(months):
        interest = half_up(balance * rate)
        assert payment >= interest
        unpaid += payment - interest  # principal that this payment would have paid
        balance -= (
            payment - interest
        )  # the scheduled balance, whose interest is inside the payments
        total += half_up(unpaid * rate)  # interest on it until the next due date
    return total


TIMES = {"weekly": 52, "every two weeks": 26, "twice a month": 24, "quarterly": 4}


def one_and_monthly(text):
    """What one payment comes to, and what that is by the month: cents."""
    amount, _, often = text.partition(" ")
    one = cents(amount)
    return one, one if not often else F(half_up(one * TIMES[often] / 12))


def catch_up(g):
    each, payment = one_and_monthly(g["monthly_payment"])
    each = cents(g["payment_each"]) if "payment_each" in g else each
    missed = int(g["missed_payments"])
    fees, held = cents(g.get("fees_owed", "0")), cents(g.get("unapplied_funds", "0"))
    behind = missed * each
    if g.get("balance"):
        # Nothing paid for so many months: the principal, and a month's interest for each.
        a_month = half_up(cents(g["balance"]) * F(g.get("annual_rate") or "0") / 1200)
        months = ceil(behind / payment) if payment else missed
        behind = min(behind, cents(g["balance"]) + months * a_month)
    owed = max(F(0), behind + fees - held)
    extra = ceil(owed / int(g.get("plan_months", "6")))
    pause, rate, balance = (
        int(g.get("forbearance_months", "3")),
        g.get("annual_rate"),
        g.get("balance"),
    )
    if g.get("interest_accrues", "yes") == "no" or not rate or not balance:
        paused = payment * pause
    else:
        paused = forbearance(payment, pause, cents(balance), F(rate) / 1200)
    first = g.get("first_monthly_payment"), g.get("first_missed_payments")
    first_owed = one_and_monthly(first[0])[0] * int(first[1]) if all(first) else None
    return {
        "reinstatement_amount": money(int(owed)),
        "plan_extra": money(extra),
        "plan_payment": money(int(payment) + extra),
        "deferred_amount": money(int(max(F(0), behind - held))),
        "forbearance_amount": money(int(paused)),
        "first_reinstatement_amount": "null" if first_owed is None else money(int(first_owed)),
        "both_reinstatement_amount": "null"
        if first_owed is None
        else money(int(owed + first_owed)),
    }


if __name__ == "__main__":
    sys.exit(check("catch_up", catch_up, show="--print" in sys.argv) > 0)
