"""What the timeline says first: the verdict, the number and one thing to do."""

from collections.abc import Mapping
from datetime import date

from calculators.core.answers import Action, Lead
from calculators.core.forms import DAY
from calculators.core.rules import (
    FILING,
    REVIEW,
    Situation,
    business_day_by,
    days_before_sale,
    days_in_words,
    wait_ends,
)

LEGAL_AID = Action("Find free legal aid", page="steps/6-counseling.md#when-you-need-a-lawyer")
ASK_FOR_HELP = Action("Open the letter that asks for help", page="letters/help.md")
STOP_THE_SALE = Action(
    "Open the letter that goes with the application", page="letters/stop-sale.md"
)
TOO_LATE = "A new application is likely too late to pause this sale. Other ways may still work."

TOO_LATE_THERE = (
    "A sale is set by the first mortgage’s servicer. Call that servicer today: a new application "
    "is likely too late, but other ways may still work."
)


def lead(loan: Situation, days: Mapping[str, date | None], at_risk: str) -> Lead:
    """What the dates mean, and what to do. `at_risk`, what to do today, always stands beside it."""
    sale, filing = loan.sale_date, days[FILING]
    if sale is None:
        return _no_sale(loan, filing, at_risk)
    if loan.sale_is_gone:
        said = "The day of the sale has gone by. It may have been held, or put off."
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.sale_by != "second":
        return _anothers_sale(loan, sale, at_risk)
    if not loan.is_reached:
        return Lead(f"A sale is set. {_no_rule(loan)}", "", LEGAL_AID, at_risk)
    if filing is not None and sale <= filing:
        said = (
            "This sale is set too soon. In general the servicer must not even start a foreclosure "
            "before this day. Check both dates, and tell legal aid today."
        )
        return Lead(said, DAY.pretty(filing), LEGAL_AID, at_risk)
    if loan.already_reviewed == "yes":
        said = "A sale is set. This servicer need not review another application before it."
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.small_servicer == "yes":
        said = (
            "A sale is set. There may be no federal rule that makes this servicer pause it for an "
            "application."
        )
        return Lead(said, "", LEGAL_AID, at_risk)
    return _own_sale(loan, sale, at_risk)


def _own_sale(loan: Situation, sale: date, at_risk: str) -> Lead:
    """This servicer's sale, which an application may pause."""
    review = days_before_sale(sale)[REVIEW]
    if loan.today is None:
        said = "A sale is set. How far off it is decides what can still pause it."
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.is_gone(review):
        said = TOO_LATE
        return Lead(said, "", LEGAL_AID, at_risk)
    days_left = _days_left(review, loan.today)
    number = f"{days_in_words(days_left)} for it to arrive" if days_left else "It must arrive today"
    if loan.small_servicer == "not_sure":
        number = f"{number}, if that is so"
    return Lead(_may_pause(loan), number, STOP_THE_SALE, at_risk)


def _may_pause(loan: Situation) -> str:
    """On what it depends whether an application that is in time pauses the sale."""
    unsure = loan.already_reviewed == "not_sure"
    if loan.small_servicer == "not_sure" and unsure:
        return (
            "A sale is set. If this servicer is not small and has not reviewed one yet, a complete "
            "application that arrives in time may pause it."
        )
    if loan.small_servicer == "not_sure":
        return (
            "A sale is set. If this servicer is not small, a complete application that arrives in "
            "time may pause it: send one now."
        )
    if unsure:
        return (
            "A complete application that arrives in time can pause this sale, unless the servicer "
            "has already reviewed one."
        )
    return "A complete application that arrives in time can pause this sale."


def _days_left(review: date, today: date) -> int:
    """Days until papers must be there: on a business day, if one is left."""
    by = business_day_by(review)
    return ((review if by < today else by) - today).days


def _anothers_sale(loan: Situation, sale: date, at_risk: str) -> Lead:
    """A sale of another than this servicer: no rule of this loan decides what pauses it."""
    review = days_before_sale(sale)[REVIEW]
    if loan.sale_by == "not_sure":
        said = "A sale is set, and you are not sure whose it is. That decides what can pause it."
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.sale_by == "other":
        said = (
            "A sale is set by somebody else. Call the office on the notice today and ask what "
            "stops it."
        )
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.is_gone(review):
        return Lead(TOO_LATE_THERE, "", LEGAL_AID, at_risk)
    said = (
        "A sale is set by the first mortgage’s servicer. Call that servicer today: an application "
        "may pause this sale only if it goes there."
    )
    if loan.today is None or loan.main_home == "no":
        return Lead(said, "", LEGAL_AID, at_risk)
    days_left = _days_left(review, loan.today)
    number = "In general, it must arrive there today"
    if days_left:
        number = f"In general, {days_in_words(days_left)} for it to arrive there"
    return Lead(said, number, LEGAL_AID, at_risk)


def _no_sale(loan: Situation, filing: date | None, at_risk: str) -> Lead:
    """You told us of no sale."""
    if not loan.is_reached:
        return Lead(f"You told us of no sale. {_no_rule(loan)}", "", LEGAL_AID, at_risk)
    if filing is None:
        # Where another lienholder is foreclosing, no rule names a day.
        said = "Somebody else is foreclosing. If this servicer joins in, it need not wait."
        if loan.is_gone(wait_ends(loan.oldest_unpaid_due_date)):
            said = "Somebody else is foreclosing, and this servicer need not wait any longer."
        return Lead(said, "", LEGAL_AID, at_risk)
    if loan.is_gone(filing):
        said = (
            "You told us of no sale. But this servicer need not wait any longer to start a "
            "foreclosure."
        )
        number = f"The wait ended {DAY.pretty(filing)}"
        return Lead(f"{said} {_holds_back(loan)}", number, ASK_FOR_HELP, at_risk)
    wait = "In general the servicer must not start a foreclosure before this day."
    if loan.may_be_joined:
        wait = (
            "In general the servicer must not start a foreclosure before this day, unless it joins "
            "somebody else’s."
        )
    said = f"You told us of no sale. {_what_applying_does(loan)}"
    return Lead(f"{said} {wait}", DAY.pretty(filing), ASK_FOR_HELP, at_risk)


def _holds_back(loan: Situation) -> str:
    """The wait is over: what an application can still hold back."""
    if loan.small_servicer == "yes":
        return _SMALL
    if loan.already_reviewed == "yes":
        return _REVIEWED
    unsure = loan.already_reviewed == "not_sure"
    if loan.small_servicer == "not_sure" and unsure:
        return (
            "If it is not small and has not reviewed one before, a complete application that "
            "reaches it first holds that back."
        )
    if loan.small_servicer == "not_sure":
        return "If it is not small, a complete application that reaches it first holds that back."
    if unsure:
        return (
            "If it has not reviewed one before, a complete application that reaches it first holds "
            "that back."
        )
    return "A complete application that reaches it first holds that back."


_SMALL = "A small servicer need not review an application, but ask what help it has."
_REVIEWED = "This servicer need not review another application, but it may if you ask."


def _what_applying_does(loan: Situation) -> str:
    """While the servicer must still wait."""
    if loan.small_servicer == "yes":
        return _SMALL
    if loan.already_reviewed == "yes":
        return _REVIEWED
    if loan.small_servicer == "not_sure" and loan.already_reviewed == "not_sure":
        return (
            "Send a complete application now, since a servicer that is not small must review it, "
            "unless it already did one."
        )
    if loan.small_servicer == "not_sure":
        return "Send a complete application now, since a servicer that is not small must review it."
    return "A complete application counts most before a foreclosure starts."


def _no_rule(loan: Situation) -> str:
    """Why no federal date protects the loan."""
    if loan.loan_kind == "heloc":
        return (
            "The federal wait before foreclosure, and its dates for applications, do not cover a "
            "HELOC."
        )
    if loan.loan_kind != "closed_end":
        return "Until you know what kind of loan this is, count on no federal date."
    if loan.main_home == "not_sure":
        return "Until you know whether the loan is on your main home, count on no federal date."
    return "Do not count on the federal dates: the loan is not on your main home."
