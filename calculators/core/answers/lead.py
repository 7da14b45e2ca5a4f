"""What an answer says first: what it means, the one number, and one thing to do."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from calculators.facts import fact


@dataclass(frozen=True)
class Action:
    """The next thing to do, and where: a page, a letter or a calculator by its file under docs/,
    with an anchor if need be, or the fact that is a number to call."""

    text: str
    page: str = ""
    call: str = ""

    @property
    def plain(self) -> dict[str, str | None]:
        """As the reply has it: the page's file or the number itself, and null for the other."""
        phone = fact(self.call).text if self.call else None
        return {"text": self.text, "page": self.page or None, "phone": phone}


@dataclass(frozen=True)
class Lead:
    """The verdict is a sentence, or two short ones, in whole dollars, and does not say the number.

    `number` is large under it: "$535 a month". It is empty where no number tells more. `at_risk`
    is a right or a home at risk that the verdict does not say: the one warning that stands open.
    """

    verdict: str
    number: str
    action: Action
    at_risk: str = ""


def dollars(amount: Decimal) -> str:
    """An amount in whole dollars, for a sentence: cents stand in the tables."""
    if 0 < abs(amount) < 1:
        return "less than $1"
    return f"${abs(amount).quantize(Decimal(1), ROUND_HALF_UP):,}"


def how_long(months: int) -> str:
    """A time in years where it is more than two: "15 years", "3 years and 2 months"."""
    years, rest = divmod(months, 12)
    more = f"{rest} month{'s' * (rest != 1)}"
    if years < 2:
        return f"{months} month{'s' * (months != 1)}"
    return f"{years} years and {more}" if rest else f"{years} years"


def less_or_more(change: Decimal) -> str:
    """A change in whole dollars and a word, never a sign: "$41 less"."""
    return f"{dollars(change)} {'less' if change < 0 else 'more'}"


def fits(payment: Decimal, budget: Decimal) -> bool:
    """Can a payment be paid? A budget is typed in whole dollars, so a few cents do not count."""
    return payment - budget < 1


CALL_COUNSELOR = Action("Call a housing counselor, free", call="hud_counselor_phone")
