"""The same answers from other people's code: numpy-financial (payments, IRR) and scipy (the APR's root).

Floats throughout, so: payments and APRs are compared after rounding; sums over a schedule only within the few
cents by which monthly rounding moves them.

    python tests/oracles/libraries.py pmt 52000 9.25 180
    python tests/oracles/libraries.py apr 5000 24x230          (more streams: 23x230 1x280; options w= t= f=)
"""

import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy_financial as npf
from scipy.optimize import brentq


def rounded(value, places=2):
    """Half up on the shortest decimal text of a float that was first cleared of its last, noisy digits."""
    return str(Decimal(f"{value:.9f}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def pmt(balance, rate, months):
    return float(npf.pmt(rate / 1200, months, -balance))


def owed_after(balance, rate, months_paid, payment):
    """Closed form, without monthly rounding."""
    return float(-npf.fv(rate / 1200, months_paid, -payment, balance))


def apr_by_root(financed, streams, w=12, t=1, f=0):
    def gap(i):
        value, k = 0.0, t
        for count, amount in streams:
            value += sum(amount / (1 + i) ** (k + j) for j in range(count))
            k += count
        return value / (1 + float(f) * i) - financed

    return 100 * w * brentq(gap, 0, 1, xtol=1e-14, rtol=1e-14)


def apr_by_irr(financed, streams, w=12):
    """Only for a regular first period."""
    flows = [-financed] + [amount for count, amount in streams for _ in range(count)]
    return 100 * w * float(npf.irr(flows))


def loan_streams(amount, rate, months):
    """Level payments, then a last one for whatever is left, in closed form."""
    level = float(rounded(pmt(amount, rate, months)))
    last = owed_after(amount, rate, months - 1, level) * (1 + rate / 1200)
    return [(months - 1, level), (1, last)]


if __name__ == "__main__":
    command, first, *rest = sys.argv[1:]
    if command == "pmt":
        print(rounded(pmt(float(first), float(rest[0]), int(rest[1]))))
    else:
        streams = [(int(n), float(a)) for n, a in (r.split("x") for r in rest if "x" in r)]
        options = dict(r.split("=") for r in rest if "=" in r)
        how = {
            "w": float(options.get("w", 12)),
            "t": int(options.get("t", 1)),
            "f": Fraction(options.get("f", "0")),
        }
        print(rounded(apr_by_root(float(first), streams, **how), 3))
