"""The dates of the federal servicing rule (Regulation X), and which loans each one reaches.

Where an answer is "not_sure", the fewest protections count: an unknown loan is a line of credit,
an unknown home is not the main home, an unknown servicer is small, an unknown sale is another's.
What to say about each line is in foreclosure_words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from calculators.core.rules.dates import (
    first_day_more_than,
    last_day_at_least,
    last_day_more_than,
    last_day_within,
)
from calculators.facts import fact

# Why a line has its date, or none. The first three have one.
type Reason = Literal[
    "reached",
    "unless_reviewed",
    "may_join",
    "no_sale",
    "sale_of_another",
    "unsure_whose_sale",
    "unsure_kind",
    "heloc",
    "unsure_home",
    "not_main_home",
    "unsure_size",
    "small",
    "joining",
    "reviewed",
]
# The fact behind each reason that switches a rule off.
SWITCHED_OFF_BY: dict[Reason, str] = {
    "unsure_kind": "regx_excludes_open_end",
    "heloc": "regx_excludes_open_end",
    "unsure_home": "regx_principal_residence",
    "not_main_home": "regx_principal_residence",
    "unsure_size": "small_servicer_exempt",
    "small": "small_servicer_exempt",
    "joining": "joining_foreclosure_exception",
    "reviewed": "one_full_review",
}
# The fact that leaves a date in doubt.
DOUBTED_BY: dict[Reason, tuple[str, ...]] = {
    "reached": (),
    "may_join": ("joining_foreclosure_exception",),
    "unless_reviewed": ("one_full_review",),
}


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The answers that decide which rules reach a loan, as the form holds them.

    `another_lender_foreclosing` is about any lienholder, ahead of this loan or behind it.
    """

    loan_kind: str
    main_home: str
    small_servicer: str
    already_reviewed: str
    oldest_unpaid_due_date: date
    another_lender_foreclosing: str
    sale_date: date | None
    sale_by: str
    today: date | None

    @property
    def is_reached(self) -> bool:
        """Whether any of the dated rules can reach the loan."""
        return self.loan_kind == "closed_end" and self.main_home == "yes"

    @property
    def counts_as_small(self) -> bool:
        """Whether only the rules for small servicers are counted on."""
        return self.small_servicer != "no"

    @property
    def may_be_joined(self) -> bool:
        """Whether a lienholder may be foreclosing, so that this servicer could join it."""
        somebody_elses_sale = self.sale_date is not None and self.sale_by != "second"
        return self.another_lender_foreclosing == "not_sure" or somebody_elses_sale

    @property
    def sale_is_gone(self) -> bool:
        """Whether the day of the sale has gone by. It may have been held, or put off."""
        return self.sale_date is not None and self.is_gone(self.sale_date)

    def is_gone(self, day: date) -> bool:
        """Whether a day has gone by. Today has not; without today nothing has."""
        return self.today is not None and day < self.today


@dataclass(frozen=True)
class Rule:
    """One dated rule: so many days before the sale, or after the oldest unpaid due date.

    `needs_complete` says that only a complete application counts; `binds_small` that the rule
    holds for a small servicer too. `waived_by_joining` is the wait that a servicer need not keep
    when it joins another lienholder's foreclosure. `also` names the other facts of its reasons.
    """

    key: str
    fact_id: str
    count: Callable[[int, date], date]
    is_before_sale: bool = False
    needs_complete: bool = True
    binds_small: bool = False
    waived_by_joining: bool = False
    also: tuple[str, ...] = ()

    def day(self, start: date) -> date:
        """The rule's date, from the sale or from the oldest unpaid due date."""
        return self.count(fact(self.fact_id).number, start)


@dataclass(frozen=True)
class Line:
    """A rule for one loan: its day, or None, the reason, and the facts behind it."""

    rule: Rule
    day: date | None
    reason: Reason
    facts: tuple[str, ...]


FILING = "first_filing_not_before"
REVIEW = "apply_by_for_full_review"

# In the order in which a reader needs them: what you can do first, what others owe you last.
RULES = (
    Rule(
        "apply_by_for_appeal",
        "appeal_days_before_sale",
        last_day_at_least,
        is_before_sale=True,
        also=("appeal_days",),
    ),
    Rule(
        "apply_by_for_acknowledgment",
        "acknowledgment_days_before_sale",
        last_day_at_least,
        is_before_sale=True,
        needs_complete=False,
        also=("acknowledgment_business_days",),
    ),
    Rule(
        REVIEW,
        "full_review_days_before_sale",
        last_day_more_than,
        is_before_sale=True,
        also=("decision_days",),
    ),
    Rule(
        FILING,
        "first_filing_days",
        first_day_more_than,
        binds_small=True,
        waived_by_joining=True,
        also=("application_blocks_filing", "small_servicer_exempt", "one_full_review"),
    ),
    Rule("live_contact_by", "live_contact_days", last_day_within),
    Rule("written_notice_by", "written_notice_days", last_day_within),
)


def days_before_sale(sale: date) -> dict[str, date]:
    """The days to apply by, by key, with a servicer that these rules bind and whose sale it is."""
    return {rule.key: rule.day(sale) for rule in RULES if rule.is_before_sale}


def wait_ends(due: date) -> date:
    """The first day of a filing of a servicer's own."""
    (wait,) = (rule for rule in RULES if rule.key == FILING)
    return wait.day(due)


def lines_for(loan: Situation) -> list[Line]:
    """Every rule's line, in the order of RULES."""
    return [_line(rule, loan) for rule in RULES]


def _line(rule: Rule, loan: Situation) -> Line:
    """A rule's date for this loan, or the reason that there is none."""
    off = _switched_off(rule, loan)
    if off is not None:
        return Line(rule, None, off, (SWITCHED_OFF_BY[off],))
    start = loan.sale_date if rule.is_before_sale else loan.oldest_unpaid_due_date
    if start is None:
        return Line(rule, None, "no_sale", (rule.fact_id,))
    if rule.is_before_sale and loan.sale_by != "second":
        whose: Reason = "unsure_whose_sale" if loan.sale_by == "not_sure" else "sale_of_another"
        return Line(rule, None, whose, (rule.fact_id,))
    reason = _reason_for_date(rule, loan)
    return Line(rule, rule.day(start), reason, (rule.fact_id, *rule.also, *DOUBTED_BY[reason]))


def _reason_for_date(rule: Rule, loan: Situation) -> Reason:
    """How surely a rule reaches a loan that has its date."""
    if rule.waived_by_joining and loan.may_be_joined:
        return "may_join"
    if rule.is_before_sale and loan.already_reviewed == "not_sure":
        return "unless_reviewed"
    return "reached"


def _switched_off(rule: Rule, loan: Situation) -> Reason | None:
    """What switches a rule off for a loan; None where the rule reaches it."""
    if loan.loan_kind != "closed_end":
        return "unsure_kind" if loan.loan_kind == "not_sure" else "heloc"
    if loan.main_home != "yes":
        return "unsure_home" if loan.main_home == "not_sure" else "not_main_home"
    if loan.counts_as_small and not rule.binds_small:
        return "unsure_size" if loan.small_servicer == "not_sure" else "small"
    if rule.waived_by_joining and loan.another_lender_foreclosing == "yes":
        return "joining"
    if rule.is_before_sale and loan.already_reviewed == "yes":
        return "reviewed"
    return None
