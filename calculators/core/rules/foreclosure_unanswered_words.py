"""What a missing answer would change, and how to find it out."""

from calculators.core.forms import DAY
from calculators.core.rules.foreclosure import FILING, Situation
from calculators.core.rules.foreclosure_unanswered import Missing

_WOULD_BRING = {
    "apply_by_for_appeal": "A complete application must arrive by {day} to keep the right to "
    "appeal by this count.",
    "apply_by_for_acknowledgment": "Any application must arrive by {day} to be acknowledged.",
    "apply_by_for_full_review": "A complete application must arrive by {day} to be reviewed before "
    "the sale.",
    FILING: "The servicer may not begin foreclosure before {day}.",
    "live_contact_by": "It must try to talk with you by {day}.",
    "written_notice_by": "It must send you a notice about help by {day}.",
}
_WOULD_HAVE_BROUGHT = {
    "apply_by_for_appeal": "The day to keep the right to appeal by this count, {day}, is gone.",
    "apply_by_for_acknowledgment": "The day to be acknowledged, {day}, is gone.",
    "apply_by_for_full_review": "The day to be reviewed before the sale, {day}, is gone.",
    FILING: "The servicer had to wait until {day}, and that is gone.",
    "live_contact_by": "It had to try to talk with you by {day}.",
    "written_notice_by": "It had to send you a notice about help by {day}.",
}
_IF = {
    "loan_kind": "A line of credit (HELOC) has none of these dates. If it is a fixed loan, this "
    "holds.",
    "main_home": "If it is your main home, this holds.",
    "small_servicer": "If the servicer is not small, this holds too.",
    "sale_by": "If it is this servicer’s sale, this holds too.",
    "already_reviewed": "If it already reviewed one, it need not review another until you have "
    "caught up, and no day to apply by is left. If not, those days hold.",
    "another_lender_foreclosing": "If another lienholder is, this servicer may join it without any "
    "wait. If nobody is, the wait holds.",
}
_NOTHING_YET = {
    "loan_kind": "A line of credit (HELOC) has none of these dates. A fixed loan on your main home "
    "has some or all of them.",
    "main_home": "If it is your main home, the federal rule can protect the loan.",
    "small_servicer": "If the servicer is not small, it must in general review one complete "
    "application that comes in time.",
    "sale_by": "If it is this servicer’s sale, no day to apply by is left for it either.",
}
HOW_TO_FIND_OUT = {
    "loan_kind": "Look in the contract, or ask the servicer.",
    "main_home": "It depends on the facts and on state law. Ask legal aid if you live elsewhere "
    "for now.",
    "small_servicer": "Ask it how many home loans it services, and whether all are its own.",
    "sale_by": "Look at the notice of sale, or call the servicers of both mortgages today.",
    "already_reviewed": "Look for a letter that decided on a complete application, or ask the "
    "servicer.",
    "another_lender_foreclosing": "Look at every notice you got, and call the other servicer. Ask "
    "your association and the tax office if you owe them.",
}


def would_change(missing: Missing, loan: Situation) -> str:
    """What one answer would bring, with its days."""
    if not missing.would_bring:
        return _NOTHING_YET.get(missing.field, _IF[missing.field])
    days = [
        (_WOULD_HAVE_BROUGHT if loan.is_gone(day) else _WOULD_BRING)[key].format(
            day=DAY.pretty(day)
        )
        for key, day in missing.would_bring.items()
    ]
    return " ".join([_IF[missing.field], *days])
