"""Where the parts of a chart stand: round ticks, thinned lines, wrapped words.

Coordinates are Decimals in a drawing's own units, about a pixel each on the narrowest phone, so
that every engine writes the same digits.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from calculators.core.forms import MONEY, MONTHS
from calculators.core.loans import CENT

TENTH = Decimal("0.1")
NOTHING = Decimal(0)
# About what a digit, and a letter in a sentence, takes at the size of a chart's words
# (calculator.css).
DIGIT, LETTER = Decimal("7.3"), Decimal("6.6")
MOST_POINTS = 60
# A tick stands at a whole number of years, or of months on a short loan.
MONTHS_BETWEEN_TICKS = (1, 2, 3, 6, 12, 24, 60, 120)
MOST_MONTH_TICKS = 6
SHORT_LOAN = 36

type Point = tuple[Decimal, Decimal]


def spot(place: Decimal | int) -> str:
    """A coordinate as it is written: at most one decimal place, and never a minus zero."""
    rounded = Decimal(place).quantize(TENTH, ROUND_HALF_UP)
    return f"{int(rounded) if rounded == int(rounded) else rounded}"


def width_of(number: str) -> Decimal:
    """About how wide a number will be."""
    return len(number) * DIGIT


def dollar_ticks(highest: Decimal) -> list[Decimal]:
    """Zero and a few round amounts, none above `highest`, which must be more than zero."""
    unit = max(Decimal(1).scaleb(highest.adjusted() - 1), CENT)
    step = next(unit * many for many in (1, 2, 5, 10, 20, 50) if highest / unit / many < 5)
    return [step * number for number in range(int(highest / step) + 1)]


def in_dollars(tick: Decimal) -> str:
    """A round amount beside an axis: $50,000, and cents only where there are any."""
    return MONEY.pretty(tick).removesuffix(".00")


def month_ticks(last: int) -> tuple[list[int], int, str]:
    """Where the ticks of a time axis stand, in months; how many months they count by; its name."""
    step = next(each for each in MONTHS_BETWEEN_TICKS if last <= each * MOST_MONTH_TICKS)
    unit, name = (1, "Months from today") if last < SHORT_LOAN else (12, "Years from today")
    return list(range(0, last + 1, max(step, unit))), unit, name


def thinned[P](points: Sequence[P]) -> list[P]:
    """At most MOST_POINTS of a line: evenly spread, with its first and its last two.

    All that is still owed may fall due with the last payment: that drop must stay where it is.
    """
    if len(points) <= MOST_POINTS:
        return list(points)
    body, spread = points[:-2], MOST_POINTS - 2
    return [*(body[at * (len(body) - 1) // (spread - 1)] for at in range(spread)), *points[-2:]]


def wrapped(text: str, width: Decimal) -> list[str]:
    """A text in lines that fit a width; a word is never cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(f"{lines[-1]} {word}") * LETTER <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def fall_in_words(points: Sequence[Point]) -> str:
    """From how much, to what, in how long; and what falls due all at once, if anything does."""
    start, (before, rest) = points[0][1], points[-2]
    earlier = points[-3][1] if len(points) > 2 else rest
    if rest > 2 * (earlier - rest) and len(points) > 2:
        return (
            f"from {MONEY.pretty(start)} to {MONEY.pretty(rest)} in {MONTHS.pretty(int(before))}, "
            "and the rest is due a month later"
        )
    return f"from {MONEY.pretty(start)} to nothing in {MONTHS.pretty(int(points[-1][0]))}"
