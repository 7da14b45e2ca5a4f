"""Equity, sale, room rental, budget and settlement in whole cents: no float, no Decimal, nothing from the project.

Each question is answered the long way round, not with the formula a calculator would use: a sale fills one purse and
every creditor is paid from it in turn, a year's pay is added up pay day by pay day, a room's set-up cost is paid back
month by month. An exact half is rounded up.

    python tests/oracles/household.py              every row of the five tables; says which figure differs, if one does
    python tests/oracles/household.py equity       the same for one table, printing all figures of each row
"""

import sys
from fractions import Fraction
from functools import partial

from table import check

DEFAULTS = {
    "equity": {"senior_liens": "0", "junior_liens": "0", "selling_cost_percent": "8"},
    "sale": {"commission_percent": "5.5", "other_costs": "0", "senior_liens": "0", "payoff": "0", "junior_liens": "0"},
    "room_rental": {"vacancy_percent": "5", "monthly_costs": "0", "setup_cost": "0"},
    "budget": {"gross_income": "", "other_income": "0", "first_monthly_payment": "0", "taxes_insurance": "0", "food": "0",
               "utilities": "0", "transport": "0", "health": "0", "children": "0", "other_debts": "0",
               "other_spending": "0", "savings": "", "new_monthly_payment": ""},
    "settlement": {"total_assets": "", "total_debts": "", "tax_rate": ""},
}  # fmt: skip
PAY_DAYS = {"weekly": 52, "every two weeks": 26, "monthly": 12, "yearly": 1}


def number(text):
    return Fraction(text.strip(" $%").replace(",", ""))


def half_up(exact):
    exact = Fraction(exact)
    whole, rest = divmod(abs(exact.numerator), exact.denominator)
    return (whole + (2 * rest >= exact.denominator)) * (-1 if exact < 0 else 1)


def cents(text):
    return half_up(number(text) * 100)


def two_places(hundredths):
    sign, hundredths = ("-" if hundredths < 0 else ""), abs(hundredths)
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"


def percent(part, whole):
    return two_places(half_up(Fraction(part * 10000, whole)))


def pay_in_turn(purse, creditors):
    """What each creditor gets when the purse goes down the line; the last entry is what is left for the owner."""
    received = []
    for owed in creditors:
        paid = min(max(purse, 0), owed)
        purse -= paid
        received.append(paid)
    return received, purse


def equity(x):
    value, senior, first, second, junior = (
        cents(x[f]) for f in ("home_value", "senior_liens", "first_payoff", "payoff", "junior_liens"))  # fmt: skip
    owed = [senior, first, second, junior]
    cost = half_up(value * number(x["selling_cost_percent"]) / 100)
    unsold, left = pay_in_turn(value, owed)  # no selling cost: what the home covers today
    sold, kept = pay_in_turn(value - cost, owed)
    line = value - senior - first
    return {
        "equity": two_places(left - (sum(owed) - sum(unsold))),
        "first_ltv_percent": percent(first, value),
        "combined_ltv_percent": percent(sum(owed), value),
        "net_after_sale": two_places(kept - (sum(owed) - sum(sold))),
        "second_lender_receives": two_places(sold[2]),
        "wholly_unsecured": second > 0 and unsold[2] == 0,
        "dollars_from_line": two_places(line),
        "close_call": 10 * abs(line) <= value,
    }


def sale(x):
    price, other = cents(x["sale_price"]), cents(x["other_costs"])
    owed = [cents(x[f]) for f in ("senior_liens", "first_payoff", "payoff", "junior_liens")]
    share = number(x["commission_percent"]) / 100
    costs = half_up(price * share) + other
    received, left = pay_in_turn(price - costs, owed)
    unpaid = sum(owed) - sum(received) - min(left, 0)
    even = "null" if share == 1 else half_up((sum(owed) + other) / (1 - share))
    if even != "null":  # sold at that price the owner ends within a cent of nothing
        assert abs(even - half_up(even * share) - other - sum(owed)) <= 1
    return {
        "selling_costs": two_places(costs),
        "total_payoff": two_places(sum(owed)),
        "net_proceeds": two_places(max(left, 0) - unpaid),
        "shortfall": two_places(unpaid),
        "break_even_price": even if even == "null" else two_places(even),
    }


def room_rental(x):
    rent, costs, setup, payment = (
        cents(x[f]) for f in ("monthly_rent", "monthly_costs", "setup_cost", "monthly_payment")
    )
    net = rent - half_up(rent * number(x["vacancy_percent"]) / 100) - costs
    still_out, months = setup, 0
    while still_out > 0 and net > 0:
        still_out, months = still_out - net, months + 1
    return {
        "net_monthly_income": two_places(net),
        "share_of_payment_percent": percent(net, payment),
        "months_to_recover_setup": months if still_out <= 0 else "null",
    }


def a_month_of(text):
    for words, times in PAY_DAYS.items():
        if text.strip().endswith(words):
            year = 0
            for _ in range(times):  # every pay day of the year
                year += cents(text.strip().removesuffix(words))
            return half_up(Fraction(year, 12))
    return cents(text)


def budget(x):
    m = {field: a_month_of(text) for field, text in x.items() if text}
    income = m["take_home_income"] + m["other_income"]
    bills = {
        f: a
        for f, a in m.items()
        if f
        not in (
            "take_home_income",
            "other_income",
            "gross_income",
            "savings",
            "new_monthly_payment",
        )
    }
    before_second = income - sum(a for f, a in bills.items() if f != "monthly_payment")
    housing = m["first_monthly_payment"] + m["monthly_payment"] + m["taxes_insurance"]
    gross = m.get("gross_income")
    months, left = 0, m.get("savings", 0)
    while sum(bills.values()) and left >= sum(bills.values()):
        months, left = months + 1, left - sum(bills.values())
    then = m.get("new_monthly_payment")
    new_housing = housing - m["monthly_payment"] + (then or 0)
    both = then is not None and gross
    return {
        "months_of_reserves": months if "savings" in m and bills else "null",
        "new_left_over": "null" if then is None else two_places(before_second - then),
        "new_housing_ratio_percent": percent(new_housing, gross) if both else "null",
        "new_debt_to_income_percent": percent(new_housing + m["other_debts"], gross)
        if both
        else "null",
        "total_income": two_places(income),
        "total_spending": two_places(sum(bills.values())),
        "left_over": two_places(before_second - m["monthly_payment"]),
        "affordable_second_payment": two_places(max(before_second, 0)),
        "housing_ratio_percent": percent(housing, gross) if gross else "null",
        "debt_to_income_percent": percent(housing + m["other_debts"], gross) if gross else "null",
    }


def settlement(x):
    cancelled = cents(x["payoff"]) - cents(x["offer"])
    known = x["total_assets"] and x["total_debts"]
    # The worksheet of IRS Publication 4681: liabilities and assets immediately before the cancellation.
    insolvent = max(cents(x["total_debts"]) - cents(x["total_assets"]), 0) if known else None
    excluded = (
        min(cancelled, insolvent) if known else None
    )  # Form 982, line 2: the smaller of the two
    taxed = cancelled - excluded if known else None
    return {
        "cancelled_debt": two_places(cancelled),
        "insolvency_amount": two_places(insolvent) if known else "null",
        "possibly_taxable": two_places(taxed) if known else "null",
        "possible_tax": two_places(half_up(taxed * number(x["tax_rate"]) / 100))
        if known and x["tax_rate"]
        else "null",
    }


ANSWERS = {f.__name__: f for f in (equity, sale, room_rental, budget, settlement)}


def answer(slug, given):
    return ANSWERS[slug](DEFAULTS[slug] | given)


if __name__ == "__main__":
    chosen = sys.argv[1:] or list(ANSWERS)
    show = bool(sys.argv[1:])
    sys.exit(sum(check(slug, partial(answer, slug), show=show) for slug in chosen) > 0)
