"""Exact month-by-month simulation in Fractions: no float, no Decimal, nothing from the project.

Every amount of money is a whole number of cents. The only roundings are the published ones:
the payment and each month's interest to the nearest cent, an exact half going up.

    python tests/oracles/simulation.py payment balance=52000 annual_rate=9.25 months_left=180
    python tests/oracles/simulation.py refinance balance=... (field=value, as in the case tables)
"""

import sys
from fractions import Fraction

REFINANCE_DEFAULTS = {
    "include_first": "no", "first_balance": "", "first_annual_rate": "0", "first_months_left": "0",
    "arrears": "0", "monthly_payment": "", "closing_costs": "0", "points_percent": "0", "finance_costs": "no", "home_value": "", "months_in_home": "60",
}  # fmt: skip
PAYMENT_DEFAULTS = {
    "extra_monthly": "0", "interest_only_months": "0", "balloon_month": "0", "monthly_payment": "",
    "repayment_kind": "level",
}  # fmt: skip


def number(text):
    return Fraction(text.strip(" $%").replace(",", ""))


def half_up(exact):
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def cents(exact_dollars):
    return half_up(exact_dollars * 100)


def dollars(amount, places=2):
    sign, amount = ("-" if amount < 0 else ""), abs(amount)
    return f"{sign}{amount // 10**places}.{amount % 10**places:0{places}d}"


def level_payment(balance, rate, months):
    i = rate / 1200
    return half_up(Fraction(balance, months) if i == 0 else balance * i / (1 - (1 + i) ** -months))


def first_in_parts(balance, rate, months):
    """Where 1/n of the balance comes off each month: that, and a month's interest on all of it."""
    return half_up(Fraction(balance, months)) + half_up(balance * rate / 1200)


def days(balance, rate, number):
    """Interest by the day, for so many days of a year of 365."""
    return half_up(balance * rate * number / 36500)


def schedule(
    balance, rate, months, *, extra=0, interest_only=0, balloon=0, typed=None, parts=False
):
    """[(interest, payment, balance owed after it)], in cents, one for each month that has a payment.

    typed: what the statement says is paid, in the interest-only months if there are any, else always.
    A typed payment from 28/365 to 1/12 of a year's interest pays the interest and nothing else.
    parts: 1/n of the balance comes off each month.
    """
    level, rows = level_payment(balance, rate, months - interest_only), []
    part = half_up(Fraction(balance, months - interest_only))
    for month in range(1, months + 1):
        if balance == 0:
            break
        interest = half_up(balance * rate / 1200)
        everything = balance + interest
        if month <= interest_only:
            wanted = interest if typed is None else typed
        elif typed is not None and not interest_only:
            wanted = typed
        else:
            wanted = part + interest if parts else level
        paid = everything if month in (months, balloon) else min(wanted + extra, everything)
        if days(balance, rate, 28) <= paid < interest:
            interest = paid
        balance = balance + interest - paid
        rows.append((interest, paid, balance))
        if month == balloon:
            break
    return rows


def left_at_the_end(rows, statement):
    """More than twice the payment before it, where a statement's payment leaves that."""
    if statement is None or not rows:
        return "null"
    before = rows[-2][1] if len(rows) > 1 else statement
    return dollars(rows[-1][1]) if rows[-1][1] > 2 * before else "null"


def payment(given):
    given = PAYMENT_DEFAULTS | given
    kind = given["repayment_kind"]
    g = {k: number(v) for k, v in given.items() if v and k != "repayment_kind"}
    balance, rate, months = cents(g["balance"]), g["annual_rate"], int(g["months_left"])
    shape = {"interest_only": int(g["interest_only_months"]), "balloon": int(g["balloon_month"])}
    extra = cents(g["extra_monthly"])
    typed = statement = cents(g["monthly_payment"]) if "monthly_payment" in g else None
    paying = months - shape["interest_only"]
    regular = (level_payment if kind == "level" else first_in_parts)(balance, rate, paying)
    if kind != "level" and typed is not None and not shape["interest_only"]:
        part = half_up(Fraction(balance, months))
        if part + days(balance, rate, 28) <= typed <= part + days(balance, rate, 31):
            typed = None
    shape |= {"typed": typed, "parts": kind != "level"}
    terms = schedule(balance, rate, paying, parts=True)
    rows = schedule(balance, rate, months, extra=extra, **shape)
    plain = schedule(balance, rate, months, **shape)
    interest = sum(r[0] for r in rows)
    paid_by_month = [r[1] for r in rows] + [0] * months
    return {
        "monthly_payment": dollars(regular),
        "current_payment": "null" if statement is None else dollars(statement),
        "last_repayment_payment": "null"
        if kind == "level"
        else dollars(terms[-1][1] if terms else 0),
        "level_repayment_payment": dollars(level_payment(balance, rate, paying))
        if kind == "not_sure"
        else "null",
        "final_payment": dollars(rows[-1][1] if rows else 0),
        "number_of_payments": len(rows),
        "total_paid": dollars(sum(r[1] for r in rows)),
        "total_interest": dollars(interest),
        "interest_only_payment": dollars(half_up(balance * rate / 1200))
        if shape["interest_only"]
        else "null",
        "balloon_payment": dollars(paid_by_month[shape["balloon"] - 1])
        if shape["balloon"]
        else left_at_the_end(rows, typed),
        "interest_saved": dollars(sum(r[0] for r in plain) - interest) if extra else "null",
        "months_saved": len(plain) - len(rows) if extra else "null",
    }


def present_value(groups, i, periods_to_first, odd_fraction):
    """Appendix J's general equation; groups = [(count, amount)], amounts follow one unit-period apart."""
    v, start, total = 1 / (1 + i), periods_to_first, Fraction(0)
    for count, amount in groups:
        total += amount * v**start * (count if i == 0 else (1 - v**count) / (1 - v))
        start += count
    return total / (1 + odd_fraction * i)


def apr(financed, groups, periods_per_year=12, periods_to_first=1, odd_fraction=Fraction(0)):
    """Thousandths of a percent, half up: the largest k whose rate k - 1/2 still leaves enough present value."""

    def reaches(k):
        i = Fraction(2 * k - 1, 200_000 * periods_per_year)
        return present_value(groups, i, periods_to_first, odd_fraction) >= financed

    low, high = 0, 1_000_000
    if sum(c * a for c, a in groups) < financed:
        raise ValueError("the payments never return the amount financed")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if reaches(middle) else (low, middle)
    return dollars(low, 3)


def groups_of(payments):
    groups = []
    for amount in payments:
        if groups and groups[-1][1] == amount:
            groups[-1][0] += 1
        else:
            groups.append([1, amount])
    return groups


def refinance(given):
    given = REFINANCE_DEFAULTS | given
    g = {k: number(v) for k, v in given.items() if v != "" and v not in ("yes", "no")}
    both, finance = given["include_first"] == "yes", given["finance_costs"] == "yes"
    loans = [(cents(g["balance"]), g["annual_rate"], int(g["months_left"]))]
    if both:
        loans.append(
            (cents(g["first_balance"]), g["first_annual_rate"], int(g["first_months_left"]))
        )
    typed = cents(g["monthly_payment"]) if "monthly_payment" in g else None
    arrears = cents(g["arrears"])
    payoff, costs = sum(loan[0] for loan in loans) + arrears, cents(g["closing_costs"])
    amount = half_up((payoff + costs) / (1 - g["points_percent"] / 100)) if finance else payoff
    points = half_up(amount * g["points_percent"] / 100)
    cash = 0 if finance else costs + points
    new = (amount, g["new_annual_rate"], int(g["new_months"]))
    current_rows = [schedule(*loans[0], typed=typed), *(schedule(*loan) for loan in loans[1:])]
    new_rows = schedule(*new)

    def paid(rows, month):
        return sum(r[1] for r in rows[:month])

    def owed(rows, month):
        return rows[month - 1][2] if month <= len(rows) else 0

    def saved(month):
        return sum(paid(rows, month) for rows in current_rows) - paid(new_rows, month)

    current_payment = sum(level_payment(*loan) for loan in loans)
    end = None  # the month of a balloon, which counts as no payment saved
    if typed is not None:
        current_payment += typed - level_payment(*loans[0])
        end = len(current_rows[0]) if current_rows[0][-1][1] > 2 * typed else None
    new_payment = level_payment(*new)
    last = max(len(rows) for rows in [*current_rows, new_rows])
    last = end - 1 if end else last
    if cash == 0 and current_payment > new_payment:
        break_even = 0
    else:
        break_even = next(
            (m for m in range(1, last + 1) if saved(m) >= cash and saved(m) > 0), "null"
        )
    home = int(g["months_in_home"])
    benefit = (
        saved(home) + sum(owed(rows, home) for rows in current_rows) - owed(new_rows, home) - cash
    ) + arrears
    liens = amount if both else amount + cents(g["first_balance"]) if "first_balance" in g else None
    ltv = (
        "null"
        if liens is None or "home_value" not in g
        else dollars(half_up(liens * 100 / g["home_value"]))
    )
    return {
        "current_payment": dollars(current_payment),
        "new_loan_amount": dollars(amount),
        "new_payment": dollars(new_payment),
        "monthly_savings": dollars(current_payment - new_payment),
        "cash_needed": dollars(cash),
        "break_even_month": break_even,
        "net_benefit": dollars(benefit),
        "total_interest_current": dollars(sum(r[0] for rows in current_rows for r in rows)),
        "total_interest_new": dollars(sum(r[0] for r in new_rows)),
        "apr": apr(amount - costs - points, groups_of([r[1] for r in new_rows])),
        "combined_ltv_percent": ltv,
    }


if __name__ == "__main__":
    figures = {"payment": payment, "refinance": refinance}[sys.argv[1]]
    for key, value in figures(dict(a.split("=", 1) for a in sys.argv[2:])).items():
        print(f"{key:24}{value:>14}")
