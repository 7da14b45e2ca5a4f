"""The dates of the federal servicing rule (Regulation X), and which loans each one reaches.

Where an answer is "not_sure", the fewest protections count: an unknown loan is a line of credit,
an unknown servicer is small.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from calculators.core.rules.dates import (
    first_day_more_than,
    last_day_at_least,
    last_day_more_than,
    last_day_within,
)
from calculators.facts import fact


@dataclass(frozen=True)
class Situation:
    """The answers that decide which rules reach a loan, as the form holds them."""

    loan_kind: str
    main_home: bool
    small_servicer: str
    another_lender_foreclosing: bool
    oldest_unpaid_due_date: date
    sale_date: date | None
    sale_by: str

    @property
    def is_reached(self) -> bool:
        """Whether any of the dated rules can reach the loan."""
        return self.loan_kind == "closed_end" and self.main_home

    @property
    def counts_as_small(self) -> bool:
        """Whether only the rules for small servicers are counted on."""
        return self.small_servicer != "no"


@dataclass(frozen=True)
class Rule:
    """One dated rule: so many days before the sale, or after the oldest unpaid due date.

    `why` is the reason as a reader sees it; `small_why` is set where the rule binds a small
    servicer too. `waived_by_joining` is the wait that a servicer need not keep when it joins
    another lender's foreclosure. `needs_complete` says that only a complete application counts.
    `also` names the other facts that the reasons use.
    """

    key: str
    fact_id: str
    count: Callable[[int, date], date]
    what: str
    why: str
    small_why: str = ""
    is_before_sale: bool = False
    needs_complete: bool = True
    waived_by_joining: bool = False
    also: tuple[str, ...] = ()

    def day(self, start: date) -> date:
        """The rule's date, from the sale or from the oldest unpaid due date."""
        return self.count(fact(self.fact_id).number, start)


@dataclass(frozen=True)
class Line:
    """A rule for one loan. Without a `day`, `why` says why there is none; `facts` back it."""

    rule: Rule
    day: date | None
    reaches: str
    why: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Exclusion:
    """Why a rule gives a loan no date: whether it reaches the loan, the reason, and its fact."""

    reaches: str
    why: str
    fact_id: str


WHOSE_SALE = "An application can pause only the sale of the servicer whose sale it is."


def _days(fact_id: str) -> str:
    return fact(fact_id).text


FILING = "first_filing_not_before"

# In the order in which a reader needs them: what you can do first, what others owe you last.
RULES = (
    Rule(
        "apply_by_for_appeal",
        "appeal_days_before_sale",
        last_day_at_least,
        "Last day for a complete application to arrive and, by this count, keep your right to "
        "appeal",
        f"{_days('appeal_days_before_sale')} or more before the sale. If a loan modification is "
        f"then refused, you have {_days('appeal_days')} to appeal. A complete application that "
        "arrives before the servicer’s first foreclosure filing keeps this right too.",
        is_before_sale=True,
        also=("appeal_days",),
    ),
    Rule(
        "apply_by_for_acknowledgment",
        "acknowledgment_days_before_sale",
        last_day_at_least,
        "Last day for any application, complete or not, to arrive so that it must be acknowledged",
        f"{_days('acknowledgment_days_before_sale')} or more before the sale. The servicer must "
        f"write to you within {_days('acknowledgment_business_days')} and say what is missing.",
        is_before_sale=True,
        needs_complete=False,
        also=("acknowledgment_business_days",),
    ),
    Rule(
        "apply_by_for_full_review",
        "full_review_days_before_sale",
        last_day_more_than,
        "Last day for a complete application to arrive so that it must be reviewed before the sale",
        f"More than {_days('full_review_days_before_sale')} before the sale. The servicer must "
        f"look at all the help it has, usually within {_days('decision_days')}, and may not hold "
        "its sale during that review.",
        is_before_sale=True,
        also=("decision_days",),
    ),
    Rule(
        FILING,
        "first_filing_days",
        first_day_more_than,
        "First day on which the federal rule lets this servicer begin foreclosure",
        f"The loan is then more than {_days('first_filing_days')} behind. If your complete "
        "application arrives before the servicer’s first filing, it may not file while its review "
        "or an appeal is open, or while you keep to what was agreed.",
        small_why=f"The loan is then more than {_days('first_filing_days')} behind. A small "
        "servicer must wait too, and may not foreclose while you keep to an agreement with it.",
        waived_by_joining=True,
        also=("application_blocks_filing", "small_servicer_exempt"),
    ),
    Rule(
        "live_contact_by",
        "live_contact_days",
        last_day_within,
        "The servicer’s duty: to try to talk with you by this day",
        f"{_days('live_contact_days')} after the oldest unpaid due date. You need not wait for it: "
        "call first.",
    ),
    Rule(
        "written_notice_by",
        "written_notice_days",
        last_day_within,
        "The servicer’s duty: to send you a written notice about help by this day",
        f"{_days('written_notice_days')} after the oldest unpaid due date, unless it sent one not "
        "long before.",
    ),
)


def lines_for(loan: Situation) -> list[Line]:
    """Every rule's line, in the order of RULES."""
    return [_line(rule, loan) for rule in RULES]


def _line(rule: Rule, loan: Situation) -> Line:
    """A rule's date for this loan, or the reason that there is none."""
    off = _exclusion(rule, loan)
    if off is not None:
        return Line(rule, None, off.reaches, off.why, (off.fact_id,))
    start = loan.sale_date if rule.is_before_sale else loan.oldest_unpaid_due_date
    if start is None:
        return Line(rule, None, "Yes", _no_sale_set(rule), (rule.fact_id,))
    if rule.is_before_sale and loan.sale_by != "second":
        reaches, why = _not_its_sale(loan)
        return Line(rule, None, reaches, why, (rule.fact_id,))
    why = rule.small_why if loan.counts_as_small else rule.why
    return Line(rule, rule.day(start), "Yes", why, (rule.fact_id, *rule.also))


def _no_sale_set(rule: Rule) -> str:
    """Comments 41(b)(2)(i)-1 and 41(b)(3)-1."""
    if rule.needs_complete:
        days = _days("appeal_days_before_sale")
        counts = f"a complete application counts as more than {days} before one"
    else:
        counts = "any application counts as early enough"
    return f"You gave no sale date. With no sale scheduled, {counts}, so send it in now."


def _not_its_sale(loan: Situation) -> tuple[str, str]:
    """For a sale that is not this servicer's: whether the rule reaches it, and the reason."""
    if loan.sale_by == "not_sure":
        return "Counted as no", f"You are not sure whose sale it is. {WHOSE_SALE}"
    return "Not this sale", f"This servicer does not hold the sale. {WHOSE_SALE}"


def _exclusion(rule: Rule, loan: Situation) -> Exclusion | None:
    """What switches a rule off for a loan; None where the rule reaches it."""
    if loan.loan_kind == "not_sure":
        return Exclusion(
            "Counted as no",
            "You are not sure what kind of loan this is, so we count it as a line of credit "
            "(HELOC). The federal rule leaves those out.",
            "regx_excludes_open_end",
        )
    if loan.loan_kind == "heloc":
        return Exclusion(
            "No",
            "The federal rule leaves out lines of credit (HELOCs).",
            "regx_excludes_open_end",
        )
    if not loan.main_home:
        return Exclusion(
            "Perhaps not",
            "The federal rule protects a main home. A loan on another home may not be protected.",
            "regx_principal_residence",
        )
    if loan.counts_as_small and not rule.small_why:
        unsure = loan.small_servicer == "not_sure"
        return Exclusion(
            "Counted as no" if unsure else "No",
            ("You are not sure of its size, so we count the servicer as small. " if unsure else "")
            + "A small servicer need not follow this rule.",
            "small_servicer_exempt",
        )
    if loan.another_lender_foreclosing and rule.waived_by_joining:
        return Exclusion(
            "Perhaps not",
            "Another lender is already foreclosing. If this servicer joins that foreclosure, it "
            "need not wait.",
            "joining_foreclosure_exception",
        )
    return None
