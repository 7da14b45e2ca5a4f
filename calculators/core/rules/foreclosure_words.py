"""What to say on each line of the federal servicing rule's dates: what happens, and why."""

from datetime import date

from calculators.core.forms import DAY
from calculators.core.rules.dates import business_day_by, is_public_holiday
from calculators.core.rules.foreclosure import FILING, Line, Reason, Situation
from calculators.facts import fact

WHOSE_SALE = "An application can pause only the sale of the servicer whose sale it is."

_WHAT = {
    "apply_by_for_appeal": "Last day for a complete application to arrive and, by this count, keep "
    "your right to appeal",
    "apply_by_for_acknowledgment": "Last day for any application, complete or not, to arrive so "
    "that it must be acknowledged",
    "apply_by_for_full_review": "Last day for a complete application to arrive so that it must be "
    "reviewed before the sale",
    FILING: "First day on which the federal rule lets this servicer begin foreclosure",
    "live_contact_by": "The servicer’s duty: to try to talk with you by this day",
    "written_notice_by": "The servicer’s duty: to send you a written notice about help by this day",
}
_FULL_REVIEW_OR_NOT = (
    "Last day for a complete application to arrive so that it must be reviewed before the sale, "
    "unless the servicer already reviewed one since you were last up to date"
)

REACHES: dict[Reason, str] = {
    "reached": "Yes",
    "unless_reviewed": "Yes, unless it already reviewed one",
    "may_join": "Perhaps not",
    "no_sale": "Yes",
    "sale_of_another": "Not this sale",
    "unsure_whose_sale": "Counted as no",
    "unsure_kind": "Counted as no",
    "heloc": "No",
    "unsure_home": "Counted as no",
    "not_main_home": "Perhaps not",
    "unsure_size": "Counted as no",
    "small": "No",
    "joining": "Perhaps not",
    "reviewed": "No",
}

# Why a rule gives a loan no date, whichever rule it is.
_NO_DATE: dict[Reason, str] = {
    "sale_of_another": f"This servicer does not hold the sale. {WHOSE_SALE}",
    "unsure_whose_sale": f"You are not sure whose sale it is. {WHOSE_SALE}",
    "unsure_kind": "You are not sure what kind of loan this is, so we count it as a line of credit "
    "(HELOC). The federal rule leaves those out.",
    "heloc": "The federal rule leaves out lines of credit (HELOCs).",
    "unsure_home": "You are not sure whether this is your main home, so we count it as another "
    "home. The federal rule protects a main home.",
    "not_main_home": "The federal rule protects a main home. A loan on another home may not be "
    "protected.",
    "unsure_size": "You are not sure of its size, so we count the servicer as small. A small "
    "servicer need not follow this rule.",
    "small": "A small servicer need not follow this rule.",
    "joining": "Another lienholder is already foreclosing. If this servicer joins that "
    "foreclosure, it need not wait.",
    "reviewed": "This servicer already reviewed a complete application since you were last up to "
    "date. It need not review another until you have caught up.",
}


def _days(fact_id: str) -> str:
    return fact(fact_id).text


_FILING = f"The loan is then more than {_days('first_filing_days')} behind."
_DATED = {
    "apply_by_for_appeal": f"{_days('appeal_days_before_sale')} or more before the sale. If a loan "
    f"modification is then refused, you have {_days('appeal_days')} to appeal. A complete "
    "application that arrives before the servicer’s first foreclosure filing keeps this right too.",
    "apply_by_for_acknowledgment": f"{_days('acknowledgment_days_before_sale')} or more before the "
    f"sale. The servicer must write to you within {_days('acknowledgment_business_days')} and say "
    "what is missing.",
    "apply_by_for_full_review": f"More than {_days('full_review_days_before_sale')} before the "
    "sale. The servicer must look at all the help it has, usually within "
    f"{_days('decision_days')}, and may not hold its sale during that review.",
    FILING: f"{_FILING} If your complete application arrives before the servicer’s first filing, "
    "it may not file while its review or an appeal is open, or while you keep to what was agreed.",
    "live_contact_by": f"{_days('live_contact_days')} after the oldest unpaid due date, and again "
    "after each later one while you stay behind. You need not wait for it: call first.",
    "written_notice_by": f"{_days('written_notice_days')} after the oldest unpaid due date, unless "
    "it sent one not long before.",
}
_SMALL_FILING = (
    f"{_FILING} A small servicer must wait too, and may not foreclose while you keep to an "
    "agreement with it."
)
_MAY_JOIN = "If this servicer joins the foreclosure of another lienholder, it need not wait."
_ONE_REVIEW = (
    "One review only: the servicer need not review this application if it already reviewed a "
    "complete one since you were last up to date."
)
_GONE = {
    "apply_by_for_appeal": "By the count of days before the sale, this day has gone by.",
    "apply_by_for_acknowledgment": "This day has gone by, so the servicer need not acknowledge "
    "a new application. Ask it all the same what is missing.",
    "apply_by_for_full_review": "This day has gone by, so the federal rule asks for no such review "
    "of a new application, unless the loan has just moved and the new servicer’s letter names a "
    "later date for the missing papers. Ask legal aid today what else can stop the sale.",
    FILING: "This day has gone by, so this wait no longer holds the servicer back.",
    "live_contact_by": "This day has gone by: note whether anybody tried to reach you.",
    "written_notice_by": "This day has gone by: keep the notice, or note that none came.",
}


def days_in_words(days: int) -> str:
    """A number of days, such as "1 day"."""
    return "1 day" if days == 1 else f"{days} days"


def what_in_words(line: Line) -> str:
    """What happens on a line's day."""
    if line.rule.key == "apply_by_for_full_review" and line.reason == "unless_reviewed":
        return _FULL_REVIEW_OR_NOT
    return _WHAT[line.rule.key]


def why_in_words(line: Line, loan: Situation) -> str:
    """Why a line has this date, or none; with today, what that means for the reader now."""
    if line.day is None:
        if line.reason == "no_sale":
            return _no_sale_set(line.rule.needs_complete)
        return _NO_DATE[line.reason]
    sentences = [_dated(line.rule.key, loan)]
    gone = loan.is_gone(line.day)
    if line.reason == "may_join" and not gone:
        sentences.append(_MAY_JOIN)
    on_applications = line.rule.is_before_sale or line.rule.key == FILING
    if on_applications and not loan.counts_as_small and loan.already_reviewed == "not_sure":
        sentences.append(_ONE_REVIEW)
    if gone:
        sentences.append(_GONE[line.rule.key])
    elif line.rule.is_before_sale:
        sentences += _arrive_by(line.day, loan)
    return " ".join(sentences)


def _dated(key: str, loan: Situation) -> str:
    if key == FILING and loan.counts_as_small:
        return _SMALL_FILING
    if key == FILING and loan.already_reviewed == "yes":
        return _FILING
    return _DATED[key]


def _arrive_by(day: date, loan: Situation) -> list[str]:
    """The day does not move for a weekend or a holiday, so the papers must come sooner."""
    before = business_day_by(day)
    if before == day:
        return []
    closed = "a public holiday" if is_public_holiday(day) else f"a {day:%A}"
    if loan.is_gone(before):
        return [
            f"This is {closed}, and the date does not move. Ask the servicer today how papers can "
            "still reach it by then."
        ]
    return [f"This is {closed}, and the date does not move: have it there by {DAY.pretty(before)}."]


def _no_sale_set(needs_complete: bool) -> str:
    """Comments 41(b)(2)(i)-1 and 41(b)(3)-1."""
    if needs_complete:
        return (
            "You gave no sale date. With no sale scheduled, a complete application counts as more "
            f"than {_days('appeal_days_before_sale')} before one, so send it in now."
        )
    return (
        "You gave no sale date. With no sale scheduled, any application counts as early enough, "
        "so send it in now."
    )
