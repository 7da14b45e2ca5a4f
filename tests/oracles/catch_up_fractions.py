"""Figures of tests/cases/catch_up.toml in exact fractions of a cent; standard library only, none of the calculators' code.

python3 catch_up_fractions.py          compare every row of the table
python3 catch_up_fractions.py --print  also print what this makes of each row
catch_up.fods (LibreOffice) is the second method, for the rows that say so.
"""

import sys
import tomllib
from fractions import Fraction as F
from math import ceil, floor
from pathlib import Path


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


def catch_up(g):
    payment, missed = cents(g["monthly_payment"]), int(g["missed_payments"])
    fees, held = cents(g.get("fees_owed", "0")), cents(g.get("unapplied_funds", "0"))
    owed = max(F(0), missed * payment + fees - held)
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
    return {
        "reinstatement_amount": money(int(owed)),
        "plan_extra": money(extra),
        "plan_payment": money(int(payment) + extra),
        "deferred_amount": money(int(max(F(0), missed * payment - held))),
        "forbearance_amount": money(int(paused)),
        "first_reinstatement_amount": "null"
        if not all(first)
        else money(int(cents(first[0]) * int(first[1]))),
    }


if __name__ == "__main__":
    wrong = 0
    table = Path(__file__).parent.parent / "cases" / "catch_up.toml"
    for case in tomllib.loads(table.read_text("utf-8"))["case"]:
        if "expect" not in case:
            continue
        mine = catch_up(case["given"])
        if "--print" in sys.argv:
            print(case["name"], mine)
        for key, value in case["expect"].items():
            if mine[key] != value:
                wrong += 1
                print("DIFFERS", case["name"], key, "table", value, "here", mine[key])
    print("rows that differ:", wrong)
