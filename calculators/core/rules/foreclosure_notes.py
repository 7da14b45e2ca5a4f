"""Which notes stand beside the dates of the federal servicing rule, and the facts behind each."""

from dataclasses import dataclass
from datetime import date

import calculators.core.rules.foreclosure_notes_words as words
from calculators.core.answers import Note
from calculators.core.rules.foreclosure import FILING, RULES, Situation

_SALE_RULES = tuple(rule for rule in RULES if rule.is_before_sale)
_COUNSELOR = ("hud_counselor_phone", "foreclosure_counseling_cost")


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
    if not loan.is_reached:
        return _warn(words.no_rule_reaches(loan.loan_kind, loan.sale_date), *_COUNSELOR)
    if loan.sale_date is None:
        if loan.another_lender_foreclosing:
            return _warn(words.call_about_another_foreclosure(), *_COUNSELOR)
        return _warn(words.ask_the_servicer(loan.counts_as_small), *_COUNSELOR)
    if loan.sale_by == "second" and not loan.counts_as_small:
        text = words.call_about_own_sale(loan.sale_date)
        return _warn(text, *_COUNSELOR, "full_review_days_before_sale")
    return _warn(words.call_about_sale(loan.sale_date), *_COUNSELOR)


def _unsure(loan: Situation) -> list[Said]:
    """Where we counted on the fewest protections because the reader was not sure."""
    if loan.loan_kind == "not_sure":
        return [_warn(words.UNSURE_KIND)]
    if loan.small_servicer == "not_sure" and loan.is_reached:
        return [_warn(words.UNSURE_SIZE, "small_servicer_loans")]
    return []


def _whose_sale(loan: Situation) -> list[Said]:
    """Whose sale an application can pause."""
    if loan.sale_date is None:
        return [_info(words.IF_A_SALE_IS_SET)]
    if loan.sale_by == "first":
        by = {rule.key: rule.day(loan.sale_date) for rule in _SALE_RULES}
        text = words.first_sale(by) if loan.main_home else words.FIRST_SALE_ELSEWHERE
        return [_warn(text, *(rule.fact_id for rule in _SALE_RULES))]
    if loan.sale_by == "other":
        return [_warn(words.OTHER_SALE)]
    if loan.sale_by == "not_sure":
        return [_warn(words.UNSURE_WHOSE_SALE)]
    if not loan.is_reached or loan.counts_as_small:
        return [_info(words.OWN_SALE_NO_RULE)]
    return [_info(words.OWN_SALE)]


def _odd_dates(loan: Situation, filing: date | None) -> list[Said]:
    """Dates that do not fit together: a slip of the pen, or a sale that comes too soon."""
    sale = loan.sale_date
    if sale is None:
        return []
    if sale < loan.oldest_unpaid_due_date:
        return [_warn(words.SALE_BEFORE_DUE)]
    if loan.sale_by == "second" and filing is not None and sale <= filing:
        return [_warn(words.sale_too_soon(filing), "first_filing_days")]
    return []


def _other_foreclosure(loan: Situation, filing: date | None) -> list[Said]:
    """What another lender's foreclosure changes: only the wait, and only for one who joins it."""
    if not loan.is_reached:
        return []
    if loan.another_lender_foreclosing:
        (wait,) = (rule for rule in RULES if rule.key == FILING)
        until = wait.day(loan.oldest_unpaid_due_date)
        text = words.joining_small(until) if loan.counts_as_small else words.joining(until)
        return [
            _warn(
                text,
                "joining_foreclosure_exception",
                "first_filing_days",
                "application_blocks_filing",
            )
        ]
    if loan.sale_date is not None and filing is not None and loan.sale_by in ("first", "other"):
        return [_warn(words.somebody_forecloses(filing), "joining_foreclosure_exception")]
    return []


def _what_holds(loan: Situation) -> list[Said]:
    """What the dates rest on, and what they do not do."""
    if loan.loan_kind != "closed_end":
        return [_info(words.HELOC_CALLED_DUE, "heloc_early_repayment_rule")]
    if not loan.main_home:
        return [_info(words.WHAT_IS_A_MAIN_HOME, "regx_principal_residence")]
    if loan.counts_as_small:
        review = _info(words.SMALL_KEEPS_AGREEMENTS, "small_servicer_exempt")
        ends = words.DATES_HOLD_FOR_SMALL
    else:
        review = _info(words.ONE_FULL_REVIEW, "one_full_review")
        ends = words.DATES_HOLD
    return [
        _info(words.OLDEST_UNPAID, "delinquency_start"),
        _info(words.EXCEPTIONS_TO_THE_WAIT, "first_filing_days"),
        review,
        _info(words.EVERY_DAY_COUNTS),
        _info(
            ends,
            "regx_excludes_open_end",
            "regx_principal_residence",
            "small_servicer_exempt",
            "no_specific_option",
            "servicing_rewrite_pending",
        ),
    ]
