"""The third way to the figures of tests/cases/compare.toml: numpy-financial's closed forms, no schedule.

A payment is npf.pmt, the interest of a missed payment npf.ipmt, what is owed later -npf.fv. No month's interest is
rounded in a closed form, so what is owed can be some cents off: the rows that come from here give it in whole dollars.
It holds as long as every loan runs beyond the month of comparing and beyond month 13, and its payment is the level one
or more: on the second all of it goes to the loan, on the first the rest is taxes and insurance. The first mortgage is
up to date. What comes after the month of comparing is left to the other ways.

    python tests/oracles/compare_numpy.py        hold it against the rows that it can work (needs numpy-financial)
"""

import math

import numpy_financial as npf
from compare_fractions import DEFAULTS
from table import rows

AFTERWARDS = ("__paid_to_end", "__unpaid_at_end")


def cent(x):
    return math.floor(x * 100 + 0.5 + 1e-6) / 100


def up_to_the_cent(x):
    return math.ceil(x * 100 - 1e-6) / 100


def payment(balance, rate, months):
    return cent(-npf.pmt(rate / 1200, months, balance))


def owed(balance, rate, months_paid, pays):
    return -npf.fv(rate / 1200, months_paid, -pays, balance)


def compare(given):
    """{figure: number or "null"}; empty for a household that is out of its reach."""
    g = {k: float(v.replace(",", "")) for k, v in (DEFAULTS | given).items()}
    h, m = int(g["horizon_months"]), int(g["missed_payments"])
    second = g["balance"], g["annual_rate"], g["months_left"]
    has_first, has_offer = g["first_balance"] > 0, "new_months" in g
    first = (
        (g["first_balance"], g["first_annual_rate"], g["first_months_left"]) if has_first else ()
    )
    offer = (g["new_annual_rate"], g["new_months"]) if has_offer else ()
    rates = [second[1], *first[1:2], *offer[:1]]
    if min(rates) == 0 or g["first_missed_payments"] or g["first_arrears"]:
        return {}
    level = payment(*second)
    pays = g.get("monthly_payment", level)
    rate = second[1] / 1200
    if pays < level:
        return {}
    runs = second[2] if pays == level else math.floor(npf.nper(rate, -pays, second[0]))
    if min([runs - m, *first[2:], *offer[1:]]) <= max(h, 13):
        return {}
    missed_interest = sum(cent(rate * owed(*second[:2], k, pays)) for k in range(m))
    past_due = g["arrears"] or missed_interest
    fees = max(0, past_due - missed_interest)
    set_aside = m * pays
    catch_up, payoff = set_aside + fees, second[0] + past_due
    first_pays, rest, first_owed = 0, 0, 0
    if has_first:
        first_pays = payment(*first)
        typed = g.get("first_monthly_payment", first_pays)
        if typed < first_pays:
            return {}
        rest, first_owed = typed - first_pays, owed(first[0], first[1], h, first_pays)
    runs_on = owed(second[0], second[1], m + h, pays) + first_owed
    both = pays + first_pays + rest
    months = g["plan_months"]
    part = up_to_the_cent(catch_up / months)
    parts = [max(0, min(part, catch_up - part * k)) for k in range(int(months))]
    figures = {}

    def put(option, cash, year, after, paid, left, on_second):
        figures.update({
            f"{option}__cash_needed": cash, f"{option}__payment_next_12": year, f"{option}__payment_after": after,
            f"{option}__second_payment": on_second,
            f"{option}__total_paid": cash + paid, f"{option}__owed_at_horizon": left,
            f"{option}__equity_at_horizon": g["home_value"] - left, f"{option}__keeps_home": True,
        })  # fmt: skip

    put("as_is", 0, both, both, h * both, runs_on + catch_up, pays)
    if catch_up:
        then = parts[12] if len(parts) > 12 else 0
        put(
            "repayment_plan",
            0,
            both + part,
            both + then,
            h * both + sum(parts[:h]),
            runs_on + sum(parts[h:]),
            pays + part,
        )
    if m:
        put("deferral", fees, both, both, h * both, runs_on + set_aside, pays)
    if has_offer:
        new = payment(payoff, *offer)
        month = new + first_pays + rest
        later = owed(payoff, offer[0], h, new) + first_owed
        put("modification", 0, month, month, h * month, later, new)
        put("refinance_second", g["closing_costs"], month, month, h * month, later, new)
        if has_first:
            everything = payoff + first[0]
            one = payment(everything, *offer)
            put("refinance_both", g["closing_costs"], one + rest, one + rest, h * (one + rest),
                owed(everything, offer[0], h, one), "null")  # fmt: skip
    selling = cent(g["home_value"] * g["sale_cost_percent"] / 100)
    net = g["home_value"] - selling - g["first_balance"] - payoff
    short = max(0, -net)
    put("sell", short, 0, 0, 0, 0, 0)
    return figures | {"sell__equity_at_horizon": max(0, net), "sell__keeps_home": False}


def main():
    compared = differ = 0
    widest = 0.0
    for row in rows("compare"):
        found = {} if "refused" in row else compare(row["given"])
        mine = row["origin"] == "numpy-financial"
        assert found or not mine, row["name"]
        for kind, slack in (("expect", 0.004 if mine else 0.30), ("expect_rounded", 0.5)):
            for key, value in row.get(kind, {}).items() if found else ():
                if key.endswith(AFTERWARDS):
                    continue
                f = found.get(key, "null")
                compared += 1
                if isinstance(value, bool) or "null" in (value, f):
                    right = f == value
                else:
                    gap = abs(f - float(value))
                    widest = max(widest, 0 if kind == "expect_rounded" else gap)
                    right = gap <= slack
                if not right:
                    differ += 1
                    print("DIFFERS", row["name"], key, "table", value, "here", f)
    print("figures compared:", compared, "differ:", differ, f"widest gap, in dollars: {widest:.2f}")
    return differ


if __name__ == "__main__":
    raise SystemExit(main() > 0)
