"""Second method for tests/cases/modification.toml and heloc.toml: numpy-financial and whole cents.

Payments by npf.pmt, months by npf.nper, rates by bisection on npf.pmt; totals by a schedule in whole cents.
A payment rounds to the target or less when it is less than the target plus half a cent; hence the .005.
python modification_heloc_numpy.py     compare every row (needs numpy-financial)
"""

import math
import sys

import numpy_financial as npf
from table import check

HALF = 0.005 - 1e-9


def pmt(balance, percent, months):
    return -float(npf.pmt(percent / 1200, months, balance))


def cent(x):
    return math.floor(x * 100 + 0.5 + 1e-7) / 100


def total(balance, percent, months, payment):
    """In whole cents; a payment below a month's interest pays that interest and no more."""
    owed, payment, paid = round(balance * 100), round(payment * 100), 0
    scale = 1_200_000  # percent in thousandths, a twelfth of a hundredth
    for k in range(months):
        interest = (2 * owed * round(percent * 1000) + scale) // (2 * scale)
        part = owed + interest if k == months - 1 else min(payment, owed + interest)
        owed, paid = owed + min(interest, part) - part, paid + part
    return paid / 100


def months_for(balance, percent, target):
    if target + HALF <= balance * percent / 1200:
        return "null"
    n = math.ceil(
        float(npf.nper(percent / 1200, -(target + HALF), balance))
        if percent
        else balance / (target + HALF)
    )
    return n if n <= 600 else "null"


def rate_for(balance, months, target):
    if pmt(balance, 0, months) >= target + HALF:
        return "null"
    low, high = 0.0, 40.0
    if pmt(balance, high, months) < target + HALF:
        return high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (
            (middle, high) if pmt(balance, middle, months) < target + HALF else (low, middle)
        )
    return math.floor(low * 1000 + 1e-6) / 1000


def parts(balance, percent, months):
    """First and last payment where 1/n of the balance comes off each month, with interest on top."""
    part = cent(balance / months)
    rest = balance - (months - 1) * part
    return part + cent(balance * percent / 1200), rest + cent(rest * percent / 1200)


def rate_for_parts(balance, months, target):
    left = target - cent(balance / months)
    if left < -1e-9:
        return "null"
    return min(40.0, math.floor(left * 1_200_000 / balance + 1e-6) / 1000)


def modification(g):
    balance, arrears, later = (
        float(g.get(k, "0")) for k in ("balance", "arrears", "deferred_principal")
    )
    rate, new_rate, months, new_months = (
        float(g["annual_rate"]),
        float(g["new_annual_rate"]),
        int(g["months_left"]),
        int(g["new_months"]),
    )
    new, target = (
        balance + arrears - later,
        float(g["target_payment"]) if g.get("target_payment") else None,
    )
    now, then = cent(pmt(balance, rate, months)), cent(pmt(new, new_rate, new_months))
    now = float(g.get("monthly_payment") or now)
    return {
        "current_payment": now,
        "new_balance": new,
        "new_payment": then,
        "payment_change": then - now,
        "payment_change_percent": (then - now) / now * 100,
        "due_at_end": later,
        "total_paid_before": total(balance, rate, months, now) + arrears,
        "total_paid_after": total(new, new_rate, new_months, then) + later,
        "months_for_target": "null" if target is None else months_for(new, new_rate, target),
        "rate_for_target": "null" if target is None else rate_for(new, new_months, target),
    }


def heloc(g):
    balance, rate, rise = (
        float(g["balance"]),
        float(g["annual_rate"]),
        float(g.get("rate_rise", "0")),
    )
    draw, repay, afford = (
        int(g["draw_months_left"]),
        int(g["repayment_months"]),
        float(g.get("affordable_payment") or 0),
    )
    only = cent(balance * rate / 1200) if draw else "null"
    kind = g.get("repayment_kind", "not_sure")
    level = cent(pmt(balance, rate + rise, repay)) if repay else "null"
    first, last = parts(balance, rate + rise, repay) if repay else ("null", "null")
    full = level if kind == "level" else first
    highest = rate_for if kind == "level" else rate_for_parts
    both = "null" not in (only, full)
    return {
        "interest_only_payment": only,
        "repayment_payment": full,
        "last_repayment_payment": "null" if kind == "level" else last,
        "level_repayment_payment": level if kind == "not_sure" else "null",
        "payment_increase": full - only if both else "null",
        "payment_increase_percent": (full / only - 1) * 100 if both and only else "null",
        "balloon_payment": "null" if repay else balance,
        "highest_affordable_rate": highest(balance, repay, afford) if repay and afford else "null",
    }


def plain(given):
    return {k: v.translate(str.maketrans("", "", "$,% ")) for k, v in given.items()}


def is_near(figure, wanted, key, is_rounded):
    """Floats: within the last place that the table keeps."""
    if "null" in (figure, wanted):
        return figure == wanted
    slack = 0.0051 if key.endswith("_percent") else 0.5 if is_rounded else 0.0001
    return abs(figure - float(wanted)) <= slack + 1e-9


if __name__ == "__main__":
    wrong = check("modification", lambda given: modification(plain(given)), is_near)
    sys.exit(wrong + check("heloc", lambda given: heloc(plain(given)), is_near) > 0)
