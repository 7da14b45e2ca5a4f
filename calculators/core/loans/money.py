"""Dollars and cents, exactly: Decimal throughout, rounded half up to the cent."""

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Context, Decimal, getcontext, localcontext
from functools import lru_cache, wraps
from typing import Any

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
THOUSANDTH = Decimal("0.001")

# Wide enough that no product or power of ours is cut short before it is rounded on purpose.
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)


def exactly[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Make a function compute in EXACT, whatever decimal settings its caller has."""

    @wraps(function)
    def in_exact_arithmetic(*args: P.args, **kwargs: P.kwargs) -> R:
        here = getcontext()
        if here.prec == EXACT.prec and here.rounding == EXACT.rounding:
            return function(*args, **kwargs)
        with localcontext(EXACT):
            return function(*args, **kwargs)

    return in_exact_arithmetic


def remembered[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Keep a function's last few answers: what never changes is safe to hand out again."""
    # Its own type would let any arguments through.
    kept: Any = lru_cache(maxsize=16)(function)
    answer: Callable[P, R] = kept
    return answer


@exactly
def cents(amount: Decimal) -> Decimal:
    """Round dollars to the nearest cent, half up (half a cent goes away from zero)."""
    return amount.quantize(CENT, ROUND_HALF_UP)


@exactly
def cents_up(amount: Decimal) -> Decimal:
    """Round dollars up to the next whole cent, so that a plan never falls short."""
    return amount.quantize(CENT, ROUND_UP)


@exactly
def thousandths(percent: Decimal) -> Decimal:
    """Round a rate in percent to 0.001, half up."""
    return percent.quantize(THOUSANDTH, ROUND_HALF_UP)


@exactly
def thousandths_down(percent: Decimal) -> Decimal:
    """Round a rate in percent down to 0.001, for a rate that must not be exceeded."""
    return percent.quantize(THOUSANDTH, ROUND_DOWN)


@exactly
def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """What percentage `part` is of `whole`, to 0.01, half up. `whole` must not be zero."""
    # A tiny negative share rounds to minus zero: adding zero drops that sign.
    return (part * 100 / whole).quantize(CENT, ROUND_HALF_UP) + ZERO


@exactly
def share(percent: Decimal, whole: Decimal) -> Decimal:
    """`percent` percent of a number of dollars, to the nearest cent, half up."""
    return cents(percent * whole / 100)
