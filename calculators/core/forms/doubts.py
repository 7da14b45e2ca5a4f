"""What is doubted about an answer that can be worked with: a third way between refused and silent.

Each kind of box has its doubts here and nowhere else, by the names that mean the same everywhere.
A doubt never stops an answer. Its suggestion is text for the same box, and raises no doubt itself.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from calculators.core.forms.form import Box, as_text, boxes
from calculators.core.forms.kinds.counts import MONTHS
from calculators.core.forms.kinds.money import MONEY, MoneyAMonthKind
from calculators.core.forms.kinds.rates import PercentKind, RateKind
from calculators.core.forms.statement import BIG_LOAN, LIKELY_YEARS, MUCH_A_MONTH, Doubt, statement
from calculators.core.loans import cents, level_payment

# A small share or rise is nothing odd: half a point, a quarter of a percent.
REAL_WHEN_SMALL = ("points_percent", "rate_rise")
# A loan's length, and the boxes with its balance, its rate and its payment.
LENGTHS = {
    "months_left": ("balance", "annual_rate", "monthly_payment"),
    "first_months_left": ("first_balance", "first_annual_rate", "first_monthly_payment"),
    "new_months": ("balance", "new_annual_rate", "target_payment"),
    "repayment_months": ("balance", "annual_rate", ""),
}
# A rate of a home loan is rarely higher, in percent.
HIGH_RATE = 25
# What is asked for by the month, in a box that does not read how often it comes.
A_MONTH = (
    "extra_monthly", "affordable_payment", "target_payment", "monthly_rent", "monthly_costs",
    "monthly_income", "monthly_spending", "can_pay_monthly",
)  # fmt: skip
HOMES = ("home_value", "sale_price")
# A mortgage is rarely a small part of a home's worth; a tax lien may well be.
MORTGAGES = ("first_payoff", "payoff", "first_balance", "balance")
LIENS = (*MORTGAGES, "senior_liens", "junior_liens")
TIMES_A_LIEN = 20


def doubts_about(inputs: object) -> list[Doubt]:
    """What to ask about answers that were read, in the order of the form; one a field."""
    form = boxes(type(inputs))
    typed = {box.name: getattr(inputs, box.name) for box in form}
    raised = {box.name: next(_doubts(box, typed), None) for box in form}
    return [doubt for doubt in raised.values() if doubt is not None]


def _doubts(box: Box, typed: Mapping[str, object]) -> Iterator[Doubt]:
    value = typed[box.name]
    if box.name == "monthly_payment":
        yield from statement(box, value, typed)
    if not value:
        return
    if box.name in LENGTHS and isinstance(value, int):
        yield from _length(box, value, typed)
    if not isinstance(value, Decimal):
        return
    if isinstance(box.kind, RateKind) and box.name not in REAL_WHEN_SMALL:
        yield from _rate(box, value)
    if box.name == "rate_rise":
        yield from _rise(box, value, typed.get("annual_rate"))
    if isinstance(box.kind, MoneyAMonthKind) and value >= MUCH_A_MONTH:
        # A payment that fits its loan is no year's amount.
        yield _much_a_month(box, value, is_known="months_left" in typed)
    if box.name in A_MONTH and value >= MUCH_A_MONTH:
        yield _a_month_not_a_year(box, value)
    if box.name in HOMES or box.name in LIENS:
        yield from _worth(box, value, typed)


def _rate(box: Box, value: Decimal) -> Iterator[Doubt]:
    """A fraction for a percentage: 0.0925 for 9.25."""
    wrote = box.kind.pretty(value)
    if value < 1:
        meant = value * 100
        is_likely = meant >= 1 and (meant <= HIGH_RATE or isinstance(box.kind, PercentKind))
        if not is_likely or not _fits(box, as_text(meant)):
            yield Doubt(box.name, f"You wrote {wrote}. Is that the whole percentage?")
        else:
            yield _instead(box, wrote, as_text(meant))
    elif value > HIGH_RATE and not isinstance(box.kind, PercentKind):
        yield Doubt(box.name, f"You wrote {wrote}. That is high for a home loan. Is it right?")


def _rise(box: Box, value: Decimal, rate: object) -> Iterator[Doubt]:
    """The new rate for the rise to it."""
    if not isinstance(rate, Decimal) or value < rate:
        return
    wrote, now, rise = box.kind.pretty(value), box.kind.pretty(rate), value - rate
    if 0 < rise < rate:
        yield Doubt(
            box.name,
            f"You wrote a rise of {wrote}, on top of today’s {now}. If {wrote} is the new rate, "
            f"the rise is {box.kind.pretty(rise)}.",
            as_text(rise),
        )
    else:
        yield Doubt(
            box.name, f"You wrote a rise of {wrote}, on top of today’s {now}. Is that the rise?"
        )


def _length(box: Box, months: int, typed: Mapping[str, object]) -> Iterator[Doubt]:
    """Years in a box for months: 15 for 180."""
    balance, rate, payment = (typed.get(name) for name in LENGTHS[box.name])
    if not isinstance(balance, Decimal):
        return
    if box.name == "new_months" and typed.get("include_first"):
        first = typed["first_balance"]
        balance += first if isinstance(first, Decimal) else 0
    if months not in LIKELY_YEARS or balance < BIG_LOAN:
        return
    if isinstance(rate, Decimal) and isinstance(payment, Decimal):
        # A tenth more or less: taxes in the payment, or a balance of last month.
        level = level_payment(balance, rate, months)
        if level * 9 <= payment * 10 <= level * 11:
            return
    years = months * 12
    wrote = MONTHS.pretty(months)
    text = f"You wrote {wrote}. Is it {months} years? That is {years} months."
    yield Doubt(box.name, text, str(years))


def _much_a_month(box: Box, value: Decimal, *, is_known: bool) -> Doubt:
    """A year's amount in a box for a month's, unless it is known to be a month's."""
    meant = f"{as_text(value)} yearly"
    wrote = box.kind.pretty(value)
    if is_known or box.read(meant) >= MUCH_A_MONTH:
        return Doubt(box.name, f"You wrote {wrote}. Is that for one month?")
    text = f"You wrote {wrote}. Is it for a year? That is {box.kind.pretty(box.read(meant))}."
    return Doubt(box.name, text, meant)


def _a_month_not_a_year(box: Box, value: Decimal) -> Doubt:
    """The same, where the box takes no words: the month's part of it is what can be written."""
    wrote, a_month = box.kind.pretty(value), cents(value / 12)
    if a_month >= MUCH_A_MONTH:
        return Doubt(box.name, f"You wrote {wrote}. Is that for one month?")
    text = f"You wrote {wrote}. Is it for a year? That is {box.kind.pretty(a_month)} a month."
    return Doubt(box.name, text, as_text(a_month))


def _worth(box: Box, value: Decimal, typed: Mapping[str, object]) -> Iterator[Doubt]:
    """Thousands of dollars: 300 for 300,000. One of a home and a lien on it dwarfs the other."""
    is_home = box.name in HOMES
    others = [typed.get(name) for name in (LIENS if is_home else HOMES)]
    known = [other for other in others if isinstance(other, Decimal) and other]
    if not any(value * TIMES_A_LIEN < other for other in known):
        return
    wrote, meant, other = MONEY.pretty(value), value * 1000, max(known)
    home, lien = (meant, other) if is_home else (other, meant)
    # A lien of twice the home's worth is no likely reading either.
    if lien <= home * 2 and home <= lien * TIMES_A_LIEN and _fits(box, as_text(meant)):
        yield _instead(box, wrote, as_text(meant))
    elif is_home:
        yield Doubt(box.name, f"You wrote {wrote}. That is very little beside what is owed on it.")
    elif box.name in MORTGAGES:
        yield Doubt(
            box.name, f"You wrote {wrote}. That is very little beside what the home is worth."
        )


def _instead(box: Box, wrote: str, meant: str) -> Doubt:
    text = f"You wrote {wrote}. Is it {box.kind.pretty(box.read(meant))}?"
    return Doubt(box.name, text, meant)


def _fits(box: Box, text: str) -> bool:
    try:
        box.read(text)
    except ValueError:
        return False
    return True
