"""Which dates does the federal servicing rule give this loan, and what can you do by them?

Rules: the contract's *timeline*, from Regulation X (12 CFR 1024.30, .31, .39 and .41). Calendar
days; no date rolls. There is no clock here: dates that have gone by are given like any other.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Any

import calculators.timeline_words as words
from calculators.core.answers import Answer, Calculator, Column, Dates, Event, Figure, Table
from calculators.core.forms import DATE, TEXT, ChoiceKind, Field, YesNo
from calculators.core.forms.household import (
    LoanKind,
    MainHome,
    OldestUnpaidDueDate,
    SaleDate,
    SmallServicer,
)
from calculators.core.rules import (
    FILING,
    REACHES,
    WHAT,
    Line,
    Situation,
    lines_for,
    notes_about,
    why_in_words,
)
from calculators.facts import fact


@dataclass(frozen=True, kw_only=True)
class Inputs:
    loan_kind: LoanKind
    main_home: MainHome = True
    small_servicer: SmallServicer = "no"
    oldest_unpaid_due_date: OldestUnpaidDueDate
    another_lender_foreclosing: Annotated[
        YesNo,
        Field(
            "Is another lender already foreclosing on the home?",
            "Such as the lender of your first mortgage.",
            group="If foreclosure has begun",
        ),
    ] = False
    sale_date: SaleDate | None = None
    sale_by: Annotated[
        str,
        ChoiceKind(
            (
                ("second", "The second mortgage’s servicer"),
                ("first", "The first mortgage’s servicer"),
                ("other", "Another, such as a tax office"),
                ("not_sure", "I am not sure"),
            )
        ),
        Field("Who holds that sale?", "The notice of sale names who is foreclosing."),
    ] = "second"

    @property
    def situation(self) -> Situation:
        """The same answers, for the rules."""
        return Situation(
            self.loan_kind,
            self.main_home,
            self.small_servicer,
            self.another_lender_foreclosing,
            self.oldest_unpaid_due_date,
            self.sale_date,
            self.sale_by,
        )


def calculate(inputs: Inputs) -> Answer:
    """Dates; None where the rule gives this loan no such date."""
    loan = inputs.situation
    lines = lines_for(loan)
    days = {line.rule.key: line.day for line in lines}
    said = notes_about(loan, days[FILING])
    ids = chain.from_iterable([*(line.facts for line in lines), *(each.facts for each in said)])
    return Answer(
        figures=days,
        tables={"dates": _rows(loan, lines)},
        steps=_steps(loan, lines),
        notes=[each.note for each in said],
        facts=tuple(dict.fromkeys(ids)),
    )


def absent(inputs: Inputs) -> dict[str, str]:
    """Why a figure has no date, by key."""
    loan = inputs.situation
    return {
        line.rule.key: why_in_words(line, loan.counts_as_small)
        for line in lines_for(loan)
        if line.day is None
    }


def events(inputs: Inputs) -> dict[str, Event]:
    """The dates for a calendar, by key. Only the days to apply by are the reader's to meet."""
    loan = inputs.situation
    return {
        line.rule.key: Event(
            WHAT[line.rule.key],
            words.whose_date(why_in_words(line, loan.counts_as_small), line.rule.is_before_sale),
            remind=line.rule.is_before_sale,
        )
        for line in lines_for(loan)
        if line.day is not None
    }


def _rows(loan: Situation, lines: list[Line]) -> list[tuple[Any, ...]]:
    """The dated list, with the sale itself after the days that are counted back from it."""
    rows: list[tuple[Any, ...]] = [
        (
            line.day,
            WHAT[line.rule.key],
            REACHES[line.reason],
            why_in_words(line, loan.counts_as_small),
            fact(line.facts[0]).source,
        )
        for line in lines
    ]
    if loan.sale_date is not None:
        sale = (
            loan.sale_date,
            words.THE_SALE,
            words.YOUR_DATE,
            words.SALE_WHY,
            words.SALE_SOURCE,
        )
        rows.insert(sum(line.rule.is_before_sale for line in lines), sale)
    return rows


def _steps(loan: Situation, lines: list[Line]) -> list[str]:
    """Which questions decided, then each count, in calendar days."""
    if not loan.is_reached:
        return [words.nothing_to_count(why_in_words(lines[0], loan.counts_as_small))]
    steps = [words.what_was_counted_on(loan.counts_as_small)]
    for line in lines:
        start = loan.sale_date if line.rule.is_before_sale else loan.oldest_unpaid_due_date
        if line.day is not None and start is not None:
            limit = fact(line.rule.fact_id)
            exceeds = abs((line.day - start).days) > limit.number
            steps.append(words.counted(start, line.day, limit.text if exceeds else ""))
    return steps


CALCULATOR = Calculator(
    slug="timeline",
    title="Timeline",
    question="Which dates protect you, and what should you do first?",
    inputs=Inputs,
    calculate=calculate,
    absent=absent,
    events=events,
    figures=(
        Figure(
            "apply_by_for_appeal",
            "One way to keep the right to appeal: complete application received by",
            DATE,
        ),
        Figure(
            "apply_by_for_acknowledgment",
            "To be told what is missing: any application received by",
            DATE,
        ),
        Figure(
            "apply_by_for_full_review",
            "For a full review before the sale: complete application received by",
            DATE,
        ),
        Figure(FILING, "First day this servicer may begin foreclosure", DATE),
        Figure("live_contact_by", "Servicer must try to talk with you by", DATE),
        Figure("written_notice_by", "Servicer must send a notice about help by", DATE),
    ),
    tables=(
        Table(
            "dates",
            "Your dates",
            (
                Column("date", "Date", DATE, if_none="No date"),
                Column("what", "What", TEXT),
                Column("reaches_this_loan", "Does the rule reach this loan?", TEXT),
                Column("why", "Why", TEXT),
                Column("source", "Source", TEXT),
            ),
            folded=False,
        ),
    ),
    charts=(Dates("Your dates in order", "dates", "date", "what"),),
)
