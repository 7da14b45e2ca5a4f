"""What to say on each line of the federal servicing rule's dates: what happens, and why."""

from calculators.core.rules.foreclosure import FILING, Line, Reason
from calculators.facts import fact

WHOSE_SALE = "An application can pause only the sale of the servicer whose sale it is."

WHAT = {
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

REACHES: dict[Reason, str] = {
    "reached": "Yes",
    "no_sale": "Yes",
    "sale_of_another": "Not this sale",
    "unsure_whose_sale": "Counted as no",
    "unsure_kind": "Counted as no",
    "heloc": "No",
    "not_main_home": "Perhaps not",
    "small": "No",
    "unsure_size": "Counted as no",
    "joining": "Perhaps not",
}

# Why a rule gives a loan no date, whichever rule it is.
NO_DATE: dict[Reason, str] = {
    "sale_of_another": f"This servicer does not hold the sale. {WHOSE_SALE}",
    "unsure_whose_sale": f"You are not sure whose sale it is. {WHOSE_SALE}",
    "unsure_kind": "You are not sure what kind of loan this is, so we count it as a line of credit "
    "(HELOC). The federal rule leaves those out.",
    "heloc": "The federal rule leaves out lines of credit (HELOCs).",
    "not_main_home": "The federal rule protects a main home. A loan on another home may not be "
    "protected.",
    "small": "A small servicer need not follow this rule.",
    "unsure_size": "You are not sure of its size, so we count the servicer as small. A small "
    "servicer need not follow this rule.",
    "joining": "Another lender is already foreclosing. If this servicer joins that foreclosure, it "
    "need not wait.",
}


def _days(fact_id: str) -> str:
    return fact(fact_id).text


DATED = {
    "apply_by_for_appeal": f"{_days('appeal_days_before_sale')} or more before the sale. If a loan "
    f"modification is then refused, you have {_days('appeal_days')} to appeal. A complete "
    "application that arrives before the servicer’s first foreclosure filing keeps this right too.",
    "apply_by_for_acknowledgment": f"{_days('acknowledgment_days_before_sale')} or more before the "
    f"sale. The servicer must write to you within {_days('acknowledgment_business_days')} and say "
    "what is missing.",
    "apply_by_for_full_review": f"More than {_days('full_review_days_before_sale')} before the "
    "sale. The servicer must look at all the help it has, usually within "
    f"{_days('decision_days')}, and may not hold its sale during that review.",
    FILING: f"The loan is then more than {_days('first_filing_days')} behind. If your complete "
    "application arrives before the servicer’s first filing, it may not file while its review or "
    "an appeal is open, or while you keep to what was agreed.",
    "live_contact_by": f"{_days('live_contact_days')} after the oldest unpaid due date. You need "
    "not wait for it: call first.",
    "written_notice_by": f"{_days('written_notice_days')} after the oldest unpaid due date, unless "
    "it sent one not long before.",
}
SMALL_FILING = (
    f"The loan is then more than {_days('first_filing_days')} behind. A small servicer must wait "
    "too, and may not foreclose while you keep to an agreement with it."
)


def why_in_words(line: Line, counts_as_small: bool) -> str:
    """Why a line has this date, or none."""
    if line.reason == "reached":
        return SMALL_FILING if counts_as_small else DATED[line.rule.key]
    if line.reason == "no_sale":
        return _no_sale_set(line.rule.needs_complete)
    return NO_DATE[line.reason]


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
