"""Which notes stand beside the dates of the federal servicing rule, and the facts behind each."""

from dataclasses import dataclass
from datetime import date

import calculators.core.rules.foreclosure_notes_words as words
import calculators.core.rules.foreclosure_today_words as lead
from calculators.core.answers import Note
from calculators.core.rules.foreclosure import (
    REVIEW,
    RULES,
    Situation,
    days_before_sale,
    wait_ends,
)
from calculators.core.rules.foreclosure_unanswered import unanswered

_SALE_FACTS = {rule.key: rule.fact_id for rule in RULES if rule.is_before_sale}
_COUNSELOR = ("hud_counselor_phone", "foreclosure_counseling_cost")
_JOINING = ("joining_foreclosure_exception", "first_filing_days", "application_blocks_filing")


@dataclass(frozen=True)
class Said:
    """A note, and the facts that it rests on."""

    note: Note
    facts: tuple[str, ...]


def notes_about(loan: Situation, filing: date | None) -> list[Said]:
    """What to do today first, then what could cost the home, then what is good to know."""
    said = [_today(loan), *_unsure(loan), *_whose_sale(loan)]
    said += [*_odd_dates(loan, filing), *_other_foreclosure(loan, filing), *_what_holds(loan)]
    return sorted(said, key=lambda each: each.note.kind != "warning")


def _warn(text: str, *facts: str) -> Said:
    return Said(Note("warning", text), facts)


def _info(text: str, *facts: str) -> Said:
    return Said(Note("info", text), facts)


def _today(loan: Situation) -> Said:
    """The one thing to do today: it leads the answer."""
    sale = loan.sale_date
    # What stops a sale of somebody else does not depend on this loan.
    is_anothers = sale is not None and loan.sale_by in ("first", "other")
    if not loan.is_reached and not is_anothers:
        return _warn(lead.no_rule_reaches(loan), *_COUNSELOR)
    if sale is None:
        if loan.another_lender_foreclosing == "yes":
            return _warn(lead.CALL_ABOUT_ANOTHER_FORECLOSURE, *_COUNSELOR)
        return _warn(lead.ask_the_servicer(loan.small_servicer == "yes"), *_COUNSELOR)
    if loan.is_gone(sale):
        return _warn(lead.sale_gone(sale), *_COUNSELOR)
    return _about_the_sale(loan, sale)


def _about_the_sale(loan: Situation, sale: date) -> Said:
    """A sale that is ahead, and by when an application could pause it."""
    review_by = days_before_sale(sale)[REVIEW]
    if loan.sale_by == "first" and loan.main_home != "no":
        text = lead.call_about_first_sale(sale, review_by, loan)
        return _warn(text, *_COUNSELOR, _SALE_FACTS[REVIEW], "one_full_review")
    if loan.sale_by != "second" or loan.small_servicer == "yes":
        return _warn(lead.call_about_sale(sale, loan.today), *_COUNSELOR)
    if loan.already_reviewed == "yes":
        return _warn(lead.own_sale_reviewed(sale, loan.today), *_COUNSELOR, "one_full_review")
    text = lead.call_about_own_sale(sale, review_by, loan)
    late = ("late_application_owner_rules",) if loan.is_gone(review_by) else ()
    return _warn(text, *_COUNSELOR, _SALE_FACTS[REVIEW], *late)


def _unsure(loan: Situation) -> list[Said]:
    """Where we counted on the fewest protections because the reader was not sure."""
    text = words.UNSURE if loan.sale_is_gone else words.UNSURE_IN_TIME
    return [_warn(text, "small_servicer_loans")] if unanswered(loan) else []


def _whose_sale(loan: Situation) -> list[Said]:
    """Whose sale an application can pause."""
    if loan.sale_date is None:
        return [_info(words.IF_A_SALE_IS_SET)]
    if loan.is_gone(loan.sale_date):
        return []
    if loan.sale_by == "first":
        days = days_before_sale(loan.sale_date)
        left = {key: day for key, day in days.items() if not loan.is_gone(day)}
        text = words.FIRST_SALE_ELSEWHERE if loan.main_home == "no" else words.first_sale(left)
        return [_warn(text, *_SALE_FACTS.values(), "one_full_review")]
    if loan.sale_by == "other":
        return [_warn(words.OTHER_SALE)]
    if loan.sale_by == "not_sure":
        return [_warn(words.UNSURE_WHOSE_SALE)]
    if not loan.is_reached or loan.counts_as_small:
        return [_info(words.OWN_SALE_NO_RULE)]
    return [_info(words.OWN_SALE)]


def _odd_dates(loan: Situation, filing: date | None) -> list[Said]:
    """Dates that do not fit together: a slip of the pen, or a sale that comes too soon."""
    sale, due = loan.sale_date, loan.oldest_unpaid_due_date
    odd = []
    if loan.today is not None and due > loan.today:
        odd.append(_warn(words.due_ahead(due)))
    if sale is not None and sale < due:
        odd.append(_warn(words.SALE_BEFORE_DUE))
    elif sale is not None and loan.sale_by == "second" and filing is not None and sale <= filing:
        odd.append(_warn(words.sale_too_soon(filing), "first_filing_days"))
    return odd


def _other_foreclosure(loan: Situation, filing: date | None) -> list[Said]:
    """What another lienholder's foreclosure changes: only the wait, and only for one who joins."""
    if not loan.is_reached:
        return []
    if loan.another_lender_foreclosing == "yes":
        until = wait_ends(loan.oldest_unpaid_due_date)
        blocks = not loan.counts_as_small and loan.already_reviewed != "yes"
        return [_warn(words.joining(until, loan.is_gone(until), blocks), *_JOINING)]
    if filing is None or not loan.may_be_joined:
        return []
    still = None if loan.is_gone(filing) else filing
    contradicts = loan.another_lender_foreclosing == "no" and loan.sale_by in ("first", "other")
    return [_warn(words.may_join(still, contradicts), "joining_foreclosure_exception")]


def _what_holds(loan: Situation) -> list[Said]:
    """What the dates rest on, and what they do not do."""
    if loan.loan_kind != "closed_end":
        return [_info(words.HELOC_CALLED_DUE, "heloc_early_repayment_rule")]
    if loan.main_home != "yes":
        return [_info(words.WHAT_IS_A_MAIN_HOME, "regx_principal_residence")]
    return [
        _info(words.OLDEST_UNPAID, "delinquency_start"),
        _info(words.EXCEPTIONS_TO_THE_WAIT, "first_filing_days", "first_filing_paper"),
        *_about_applications(loan),
        _info(words.every_day_counts(loan.today)),
        _info(
            words.DATES_HOLD_FOR_SMALL if loan.counts_as_small else words.DATES_HOLD,
            "regx_excludes_open_end",
            "regx_principal_residence",
            "small_servicer_exempt",
            "no_specific_option",
            "servicing_rewrite_pending",
        ),
    ]


def _about_applications(loan: Situation) -> list[Said]:
    """What an application is worth, and what ends that."""
    if loan.counts_as_small:
        return [_info(words.SMALL_KEEPS_AGREEMENTS, "small_servicer_exempt")]
    if loan.already_reviewed == "yes":
        return [_info(words.REVIEWED, "one_full_review")]
    return [
        _info(
            words.ONE_FULL_REVIEW if loan.sale_is_gone else words.SEND_IT_EARLY, "one_full_review"
        ),
        _info(words.LISTED_PAPERS, "listed_papers_hold"),
        _info(words.SILENCE_IS_NO, "silence_is_no"),
    ]
