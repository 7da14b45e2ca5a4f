"""Which dates does the federal servicing rule give this loan, and what can you do by them?

Rules: the contract's *timeline*, from Regulation X (12 CFR 1024.30, .31, .39 and .41). Calendar
days; no date rolls. There is no clock here: today is an answer like any other, and may be missing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Annotated, Any

import calculators.timeline.words as words
from calculators.core.answers import Answer, Calculator, Column, Dates, Event, Figure, Table
from calculators.core.forms import DATE, DAY, TEXT, ChoiceKind, Date, Field, YesNoUnsure, boxes
from calculators.core.forms.household import (
    LoanKind,
    MainHome,
    OldestUnpaidDueDate,
    SaleDate,
    SmallServicer,
)
from calculators.core.rules import (
    FILING,
    HOW_TO_FIND_OUT,
    REACHES,
    Line,
    Situation,
    lines_for,
    notes_about,
    unanswered,
    what_in_words,
    why_in_words,
    would_change,
)
from calculators.facts import fact
from calculators.timeline.lead_words import lead


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What is not answered is not sure, and counts as the fewest protections."""

    loan_kind: LoanKind
    main_home: MainHome = "not_sure"
    small_servicer: SmallServicer = "not_sure"
    already_reviewed: Annotated[
        YesNoUnsure,
        Field(
            "Has this servicer already reviewed a complete application from you?",
            "Count only one since you were last up to date: it must review one, not two.",
            example="no",
        ),
    ] = "not_sure"
    oldest_unpaid_due_date: OldestUnpaidDueDate
    another_lender_foreclosing: Annotated[
        YesNoUnsure,
        Field(
            "Is somebody else already foreclosing on the home?",
            "Such as the lender of your first mortgage, an association, or a holder of a tax lien.",
            example="no",
            group="If foreclosure has begun",
        ),
    ] = "not_sure"
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
        Field(
            "Who holds that sale?",
            "The notice of sale names who is foreclosing.",
            example="second",
        ),
    ] = "not_sure"
    today: (
        Annotated[
            Date,
            Field(
                "Today",
                "What is gone and what is left is counted from this day.",
                example="11/2/2026",
                hidden=True,
            ),
        ]
        | None
    ) = None

    @property
    def situation(self) -> Situation:
        """The same answers, for the rules."""
        return Situation(**{box.name: getattr(self, box.name) for box in boxes(type(self))})


def calculate(inputs: Inputs) -> Answer:
    """Dates; None where the rule gives this loan no such date."""
    loan = inputs.situation
    lines = lines_for(loan)
    days = {line.rule.key: line.day for line in lines}
    said = notes_about(loan, days[FILING])
    ids = chain.from_iterable([*(line.facts for line in lines), *(each.facts for each in said)])
    return Answer(
        figures=days,
        tables={"dates": _rows(loan, lines), "missing": _missing(loan)},
        steps=_steps(loan, lines),
        notes=[each.note for each in said],
        facts=tuple(dict.fromkeys(ids)),
        lead=lead(loan, days, at_risk=said[0].note.text),
    )


def absent(inputs: Inputs) -> dict[str, str]:
    """Why a figure has no date, by key."""
    loan = inputs.situation
    return {line.rule.key: why_in_words(line, loan) for line in lines_for(loan) if line.day is None}


def events(inputs: Inputs) -> dict[str, Event]:
    """The dates for a calendar, by key, and the sale itself.

    Only the days to apply by are the reader's to meet, as long as they are not gone.
    """
    loan = inputs.situation
    dated = {
        line.rule.key: Event(
            what_in_words(line),
            words.whose_date(
                why_in_words(line, loan), line.rule.is_before_sale, is_gone=loan.is_gone(line.day)
            ),
            remind=line.rule.is_before_sale and not loan.is_gone(line.day),
        )
        for line in lines_for(loan)
        if line.day is not None
    }
    if (sale := loan.sale_date) is not None:
        why = words.sale_why(loan.is_gone(sale))
        dated["sale_date"] = Event(words.THE_SALE, why, day=sale)
    return dated


def _rows(loan: Situation, lines: Iterable[Line]) -> list[tuple[Any, ...]]:
    """The list in date order, the sale among them; what has no date comes last."""
    rows: list[tuple[Any, ...]] = [
        (
            line.day,
            words.when(line.day, loan.today),
            what_in_words(line),
            REACHES[line.reason],
            why_in_words(line, loan),
            fact(line.facts[0]).source,
        )
        for line in lines
    ]
    if loan.sale_date is not None:
        rows.append(words.sale_row(loan.sale_date, loan.today))
    return sorted(rows, key=lambda row: row[0] or date.max)


def _missing(loan: Situation) -> list[tuple[str, ...]]:
    """What each answer that is not known would change."""
    labels = {box.name: box.words.label for box in boxes(Inputs)}
    return [
        (labels[each.field], would_change(each, loan), HOW_TO_FIND_OUT[each.field])
        for each in unanswered(loan)
    ]


def _steps(loan: Situation, lines: Sequence[Line]) -> list[str]:
    """Which questions decided, then each count, in calendar days."""
    if not loan.is_reached:
        return [words.nothing_to_count(why_in_words(lines[0], loan))]
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
            DAY,
        ),
        Figure(
            "apply_by_for_acknowledgment",
            "To be told what is missing: any application received by",
            DAY,
        ),
        Figure(
            "apply_by_for_full_review",
            "For a full review before the sale: complete application received by",
            DAY,
            meaning="Unless the servicer already reviewed one since you were last up to date.",
        ),
        Figure(FILING, "First day this servicer may begin foreclosure", DAY),
        Figure("live_contact_by", "Servicer must try to talk with you by", DAY),
        Figure("written_notice_by", "Servicer must send a notice about help by", DAY),
    ),
    tables=(
        Table(
            "dates",
            "Your dates, with the rule and the source of each",
            (
                Column("date", "Date", DATE, if_none=words.NO_DAY),
                Column("when", "When", TEXT),
                Column("what", "What", TEXT),
                Column("reaches_this_loan", "Does the rule reach this loan?", TEXT),
                Column("why", "Why", TEXT),
                Column("source", "Source", TEXT),
            ),
            folded=False,
            aside=True,
        ),
        Table(
            "missing",
            "What your missing answers would change",
            (
                Column("question", "What you are not sure of", TEXT),
                Column("would_change", "What an answer would change", TEXT),
                Column("find_out", "How to find out", TEXT),
            ),
            folded=False,
        ),
    ),
    charts=(Dates("Your dates in order", "dates", "date", "what", "when", "today"),),
)
