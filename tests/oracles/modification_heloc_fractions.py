"""Figures of tests/cases/modification.toml and heloc.toml in exact fractions of a cent; standard library only.

python3 modification_heloc_fractions.py          compare every row of both tables
python3 modification_heloc_fractions.py --print  also print what this makes of each row
modification_heloc_numpy.py is the second method.
"""

import sys
from fractions import Fraction as F
from math import floor

from table import check

LONGEST, HIGHEST = 600, 40_000  # months; thousandths of a percent a year


def plain(given):  # as people write it: $52,000 and 9.25 %
    return {k: v.translate(str.maketrans("", "", "$,% ")) for k, v in given.items()}


def cents(text):
    return F(text) * 100


def half_up(x):  # to a whole number, halves away from zero
    return floor(x + F(1, 2)) if x >= 0 else -floor(-x + F(1, 2))


def decimals(x, places=2):  # a fraction as text, half up
    n = half_up(abs(x) * 10**places)
    return f"{'-' if x < 0 and n else ''}{n // 10**places}.{n % 10**places:0{places}}"


def money(c):
    return "null" if c is None else decimals(F(c) / 100)


def level_payment(balance, percent, months):
    rate = F(percent) / 1200
    exact = balance / months if rate == 0 else balance * rate / (1 - (1 + rate) ** -months)
    return half_up(exact)


def total_paid(balance, percent, months, typed=None):
    """`typed`: the statement's payment. Below 1/12 of a year's interest it pays that and no more."""
    payment, total = level_payment(balance, percent, months) if typed is None else typed, 0
    for _ in range(months - 1):
        interest = half_up(balance * F(percent) / 1200)
        paid = min(payment, balance + interest)
        balance += min(interest, paid) - paid
        total += paid
    return total + balance + half_up(balance * F(percent) / 1200)


def parts(balance, percent, months):
    """First and last payment where 1/n of the balance comes off each month, with interest on top."""
    part = half_up(balance / months)
    first, last = part + half_up(balance * F(percent) / 1200), balance - (months - 1) * part
    return first, last + half_up(last * F(percent) / 1200)


def rate_for_parts(balance, months, target):
    """What the first payment leaves for interest, as a yearly rate: thousandths, rounded down."""
    left = target - half_up(balance / months)
    return (
        "null" if left < 0 else decimals(F(min(HIGHEST, floor(left * 1200_000 / balance)), 1000), 3)
    )


def months_for(balance, percent, target):
    return next(
        (n for n in range(1, LONGEST + 1) if level_payment(balance, percent, n) <= target), "null"
    )


def rate_for(balance, months, target):
    """The highest rate in thousandths at which the rounded payment is no more than the target."""
    if level_payment(balance, 0, months) > target:
        return "null"
    low, high = 0, HIGHEST + 1  # low fits; high is the first that is not looked at
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (
            (middle, high)
            if level_payment(balance, F(middle, 1000), months) <= target
            else (low, middle)
        )
    return decimals(F(low, 1000), 3)


def modification(g):
    balance, arrears, later = (
        cents(g.get(k, "0")) for k in ("balance", "arrears", "deferred_principal")
    )
    new, months, new_months = balance + arrears - later, int(g["months_left"]), int(g["new_months"])
    typed = cents(g["monthly_payment"]) if g.get("monthly_payment") else None
    now, then = (
        level_payment(balance, g["annual_rate"], months) if typed is None else typed,
        level_payment(new, g["new_annual_rate"], new_months),
    )
    target = cents(g["target_payment"]) if g.get("target_payment") else None
    return {
        "current_payment": money(now),
        "new_balance": money(new),
        "new_payment": money(then),
        "payment_change": money(then - now),
        "payment_change_percent": decimals(F(then - now) * 100 / now),
        "due_at_end": money(later),
        "total_paid_before": money(total_paid(balance, g["annual_rate"], months, typed) + arrears),
        "total_paid_after": money(total_paid(new, g["new_annual_rate"], new_months) + later),
        "months_for_target": "null"
        if target is None
        else months_for(new, g["new_annual_rate"], target),
        "rate_for_target": "null" if target is None else rate_for(new, new_months, target),
    }


def heloc(g):
    balance, draw, repay = (
        cents(g["balance"]),
        int(g["draw_months_left"]),
        int(g["repayment_months"]),
    )
    kind, rate = (
        g.get("repayment_kind", "not_sure"),
        F(g["annual_rate"]) + F(g.get("rate_rise", "0")),
    )
    level = level_payment(balance, rate, repay) if repay else None
    first, last = parts(balance, rate, repay) if repay else (None, None)
    highest = rate_for if kind == "level" else rate_for_parts
    only = half_up(balance * F(g["annual_rate"]) / 1200) if draw else None
    full = level if kind == "level" else first
    more = None if only is None or full is None else full - only
    return {
        "interest_only_payment": money(only),
        "repayment_payment": money(full),
        "last_repayment_payment": "null" if kind == "level" else money(last),
        "level_repayment_payment": money(level) if kind == "not_sure" else "null",
        "payment_increase": money(more),
        "payment_increase_percent": decimals(F(more) * 100 / only)
        if more is not None and only
        else "null",
        "balloon_payment": "null" if repay else money(balance),
        "highest_affordable_rate": highest(balance, repay, cents(g["affordable_payment"]))
        if repay and g.get("affordable_payment")
        else "null",
    }


if __name__ == "__main__":
    show = "--print" in sys.argv
    wrong = check("modification", lambda given: modification(plain(given)), show=show)
    sys.exit(wrong + check("heloc", lambda given: heloc(plain(given)), show=show) > 0)
