"""The sentences of the timeline."""

from collections.abc import Mapping
from datetime import date

from calculators.core.answers import Action, Lead
from calculators.core.forms import DATE, DAY
from calculators.core.rules import FILING, Situation, business_day_by, days_in_words

THE_SALE = "The foreclosure sale"
YOUR_DATE = "Your date"
SALE_SOURCE = "Your notice of sale"
NO_DAY = "No date"
REVIEW = "apply_by_for_full_review"
LEGAL_AID = Action("Find free legal aid", page="steps/6-counseling.md#when-you-need-a-lawyer")
ASK_FOR_HELP = Action("Open the letter that asks for help", page="letters/help.md")
STOP_THE_SALE = Action("Open the letter to send with it", page="letters/stop-sale.md")


def lead(loan: Situation, days: Mapping[str, date | None], at_risk: str) -> Lead:
    """What the dates mean, and what to do. `at_risk`, what to do today, always stands beside it."""
    sale = loan.sale_date
    if sale is None:
        return _no_sale(loan, days[FILING], at_risk)
    if loan.sale_is_gone:
        said = "The day of the sale has gone by. It may have been held, or put off."
        return Lead(said, "", LEGAL_AID, at_risk)
    if not loan.is_reached:
        return Lead(f"A sale is set. {_no_rule(loan)}", "", LEGAL_AID, at_risk)
    review = days[REVIEW]
    if review is None:
        return Lead(_cannot_pause(loan), "", LEGAL_AID, at_risk)
    if loan.today is None:
        said = "A sale is set. How far off it is decides what can still pause it."
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.is_gone(review):
        said = "A new application is likely too late to pause this sale. Other ways may still work."
        return Lead(said, "", LEGAL_AID, at_risk)
    said = "A complete application that arrives in time can pause this sale."
    if loan.already_reviewed == "not_sure":
        said = (
            "A complete application that arrives in time can pause this sale, unless the servicer "
            "has already reviewed one."
        )
    by = business_day_by(review)
    day = review if loan.is_gone(by) else by
    days_left = days_in_words((day - loan.today).days)
    number = f"{days_left} for it to arrive" if day > loan.today else "It must arrive today"
    return Lead(said, number, STOP_THE_SALE, at_risk)


def _no_sale(loan: Situation, filing: date | None, at_risk: str) -> Lead:
    """You told us of no sale."""
    if not loan.is_reached:
        return Lead(f"You told us of no sale. {_no_rule(loan)}", "", LEGAL_AID, at_risk)
    if filing is None:
        # Where another lienholder is foreclosing, no rule names a day.
        said = "Somebody else is foreclosing. If this servicer joins in, it need not wait."
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.counts_as_small:
        said = (
            "You told us of no sale. A small servicer need not review an application, but ask what "
            "help it has."
        )
    elif loan.already_reviewed == "yes":
        said = (
            "You told us of no sale. This servicer need not review another application, but ask: "
            "it may."
        )
    else:
        said = (
            "You told us of no sale. A complete application counts most before a foreclosure "
            "starts."
        )
    if loan.is_gone(filing):
        number = f"The wait ended {DAY.pretty(filing)}"
        return Lead(f"{said} The federal wait is over.", number, ASK_FOR_HELP, at_risk)
    wait = "In general the servicer must not file before this day."
    if loan.may_be_joined:
        wait = "It must not file before this day, unless it joins somebody else’s foreclosure."
    return Lead(f"{said} {wait}", DAY.pretty(filing), ASK_FOR_HELP, at_risk)


def _no_rule(loan: Situation) -> str:
    """Why no federal date protects the loan."""
    if loan.loan_kind == "heloc":
        return "A HELOC has no federal dates to count on."
    if loan.loan_kind != "closed_end":
        return "Until you know what kind of loan this is, count on no federal date."
    if loan.main_home == "not_sure":
        return "Until you know whether the loan is on your main home, count on no federal date."
    return "Do not count on the federal dates: the loan is not on your main home."


def _cannot_pause(loan: Situation) -> str:
    """A sale that is ahead, and that no application to this servicer surely pauses."""
    if loan.sale_by == "first":
        return (
            "A sale is set. It is the first mortgage’s: an application to this servicer does not "
            "pause it."
        )
    if loan.sale_by == "other":
        return (
            "A sale is set. It is somebody else’s: an application to this servicer does not pause "
            "it."
        )
    if loan.sale_by == "not_sure":
        return "A sale is set, and you are not sure whose it is. That decides what can pause it."
    if loan.counts_as_small:
        return (
            "A sale is set. There may be no federal rule that makes this servicer pause it for an "
            "application."
        )
    return "A sale is set. This servicer need not review another application before it."


def sale_row(sale: date, today: date | None) -> tuple[date, str, str, str, str, str]:
    """The sale's own row among the dates."""
    why = sale_why(today is not None and sale < today)
    return sale, when(sale, today), THE_SALE, YOUR_DATE, why, SALE_SOURCE


def sale_why(is_gone: bool) -> str:
    """Why the sale's day stands in the list, and what to ask."""
    if is_gone:
        return "The day you gave. Ask whether the sale was held, or moved to another day."
    return "The day you gave. Ask often whether it has moved."


def when(day: date | None, today: date | None) -> str:
    """A day's weekday; with today, whether it is gone or how many days are left."""
    if day is None:
        return NO_DAY
    if today is None:
        return f"{day:%A}"
    if day == today:
        return f"{day:%A}. Today"
    if day < today:
        return f"{day:%A}. Gone: {days_in_words((today - day).days)} ago"
    return f"{day:%A}. {days_in_words((day - today).days)} left"


def whose_date(why: str, is_the_readers: bool, *, is_gone: bool) -> str:
    """Why a date stands in a calendar, and who has to meet it: nobody, once it is gone."""
    if is_gone:
        return why
    if is_the_readers:
        return (
            f"{why} This date is yours to meet. It holds only with the servicer whose sale it is."
        )
    return f"{why} This date is the servicer’s to keep, not yours."


def nothing_to_count(why: str) -> str:
    """The only step where no rule reaches the loan."""
    return f"{why} So there is nothing to count."


def what_was_counted_on(counts_as_small: bool) -> str:
    """The answers that decided, where the rules reach the loan."""
    if counts_as_small:
        return "A fixed loan on your main home, with a servicer that is counted as small."
    return "A fixed loan on your main home, with a servicer that is not small."


def counted(start: date, day: date, is_more_than: str) -> str:
    """One count of calendar days; `is_more_than` is the period that it must exceed, or empty."""
    days = abs((day - start).days)
    sign = "less" if day < start else "plus"
    count = f"{DATE.pretty(start)} {sign} {days} days is {DATE.pretty(day)}."
    if is_more_than:
        return f"More than {is_more_than} is {days} days. {count}"
    return count
