"""What a pile may hold, and how Python makes each paper from what a household has said.

A paper is one entry of FOR_YOU or of TO_SEND, with the function that makes it. Guides and sheets
that stand on pages of their own are no entries: the page fetches those.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

import calculators.papers.words as words
from calculators import CALCULATORS, run
from calculators.core.answers import Reply
from calculators.core.forms import MONEY, boxes
from calculators.core.forms.offers import CAN_PAY
from calculators.core.pages import (
    NAME,
    Head,
    answer_paper,
    blank_plan,
    cover_paper,
    letter_sheet,
    most_paper,
    plan_paper,
    weekday,
)
from calculators.letters import LETTERS, write
from calculators.log import PREFIX
from calculators.plan import FLOW, MATTERS, TOTAL_MEANS, is_held, make, walk
from calculators.sheets import OFFERS, SHEETS, Taken


@dataclass(frozen=True)
class Household:
    """What the page holds of a reader: texts by the name of their box, the front door's answers by
    question, the reader's own day, and a name and a loan for the head of a paper, as typed."""

    figures: Mapping[str, str]
    answers: Mapping[str, str]
    day: date
    name: str = ""
    loan: str = ""

    @property
    def head(self) -> Head:
        return Head(self.day, self.name, self.loan)

    @property
    def is_held(self) -> bool:
        """Whether letters wait until a lawyer has looked."""
        return is_held(FLOW, walk(FLOW, self.answers).known)

    def typed(self, form: str, inputs: type) -> dict[str, str]:
        """What stands in the boxes of a form; where the page fills one in, it is today."""
        return {
            box.name: self.day.isoformat() if box.words.hidden else text
            for box in boxes(inputs)
            if (text := self.figures.get(box.kept_as(form), "")) or box.words.hidden
        }


@dataclass(frozen=True)
class Made:
    """A paper's HTML, and what the reader should see about it before it goes out."""

    html: str
    notes: tuple[str, ...] = ()


class NotYet(Exception):
    """A paper that cannot be made of what was typed; the message says why."""


@dataclass(frozen=True)
class Paper:
    """Something that a pile may hold. `make` raises NotYet. `begun` are the names of what a
    household holds once it has begun it, and beginnings of names, which end in a colon."""

    key: str
    title: str
    make: Callable[[Household], Made]
    begun: tuple[str, ...] = ()


def make_pile(papers: Iterable[Paper], keys: Iterable[str], household: Household) -> Reply:
    """Those of `papers` that `keys` name, in the list's order; other keys are the page's own.

    Returns `{"parts": {key: html}, "notes": [[title, text]], "troubles": [[title, text]]}`: a paper
    that is not ready has no part but a trouble.
    """
    wanted = set(keys)
    parts, notes, troubles = {}, [], []
    for paper in papers:
        if paper.key not in wanted:
            continue
        try:
            made = paper.make(household)
        except NotYet as why:
            troubles.append([paper.title, str(why)])
            continue
        parts[paper.key] = made.html
        notes += [[paper.title, note] for note in made.notes]
    return {"parts": parts, "notes": notes, "troubles": troubles}


def cover(titles: Iterable[str], household: Household) -> str:
    """The first sheet of a reader's own pile."""
    return cover_paper(titles, household.head)


def _plan(household: Household) -> Made:
    """The plan; where no question is answered, one to fill in by hand."""
    if not any(household.answers.values()):
        return Made(blank_plan(household.name, household.loan, weekday(household.day)))
    matters = household.figures.get("plan:matters", "")
    reply = make(
        household.answers,
        household.figures,
        household.day.isoformat(),
        matters if matters in MATTERS else "keep",
    )
    return Made(plan_paper(reply, household.head, FLOW.calls, MATTERS, TOTAL_MEANS))


def _most(household: Household) -> Made:
    return Made(most_paper(words.MOST, household.head, _can_pay(household.figures)))


def _can_pay(figures: Mapping[str, str]) -> Decimal | None:
    """The most that can be paid each month on the second mortgage, in dollars."""
    for name in CAN_PAY:
        try:
            return MONEY.parse(figures[name])
        except (KeyError, ValueError):
            continue
    return None


def _answer(slug: str, for_reader: bool, household: Household) -> Made:
    if household.is_held and not for_reader:
        raise NotYet(words.HELD_ANSWER)
    calculator = CALCULATORS[slug]
    reply = run(slug, household.typed(slug, calculator.inputs))
    if not reply["ok"]:
        raise NotYet(_first_error(reply, calculator.inputs))
    return Made(answer_paper(calculator, reply, household.head, for_reader=for_reader))


def _letter(slug: str, household: Household) -> Made:
    inputs = LETTERS[slug].inputs
    if household.is_held:
        return Made(letter_sheet(write(slug, {})), (words.HELD,))
    reply = write(slug, household.typed(f"{NAME}{slug}", inputs))
    if not reply["ok"]:
        raise NotYet(_first_error(reply, inputs))
    asked = [each["message"] for each in reply["questions"]]
    warned = [each["text"] for each in reply["notes"] if each["kind"] == "warning"]
    return Made(letter_sheet(reply), (*asked, *warned))


def _sheet(name: str, household: Household) -> Made:
    """One of the sheets, filled; blank where nothing fills it, and none where a box is wrong."""
    sheet = SHEETS[name]
    day, name, loan = household.day.isoformat(), household.name, household.loan
    reply, html = sheet.make(Taken(household.figures, day, "", name, loan))
    if wrong := reply.get("wrong"):
        raise NotYet(" ".join(wrong))
    return Made(html or sheet.blank(name, loan))


def _first_error(reply: Reply, inputs: type) -> str:
    error = reply["errors"][0]
    labels = {box.name: box.words.label for box in boxes(inputs)}
    return words.look_again(labels.get(error["field"], ""), error["message"])


def _answers(for_reader: bool) -> list[Paper]:
    return [
        Paper(f"answer:{slug}", each.title, partial(_answer, slug, for_reader))
        for slug, each in CALCULATORS.items()
    ]


# A sheet that has boxes of its own is begun with them.
BEGUN = {"log": (PREFIX,), "offers": tuple(f"{slug}:" for slug in OFFERS)}
# What the reader keeps.
FOR_YOU = (
    Paper("plan", words.PLAN, _plan, ("door:",)),
    Paper("most", words.MOST, _most, CAN_PAY),
    *(
        Paper(name, title, partial(_sheet, name), BEGUN.get(name, ()))
        for name, title in words.SHEETS.items()
    ),
    *_answers(for_reader=True),
)
# What goes to a lender: nothing on it but itself.
TO_SEND = (
    *(
        Paper(f"letter:{slug}", each.title, partial(_letter, slug), (f"{NAME}{slug}:",))
        for slug, each in LETTERS.items()
    ),
    *_answers(for_reader=False),
)
