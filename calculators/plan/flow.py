"""Which question comes next, and what the answers lead to. The data is flow.toml and cards.toml.

A case is a set of answers that hold together; `when` is a list of cases, of which one must hold.
A question without an answer counts for no case, and so for no protection.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

type Answers = Mapping[str, str]
# Each question of a case with the choices that fit.
type Case = tuple[tuple[str, tuple[str, ...]], ...]
type Cases = tuple[Case, ...]

SKIP = "skip"
# How many cards of a part a plan shows; of the others, all.
MOST = {"today": 1, "week": 3, "month": 3}
PARTS = ("today", "hold", "week", "month", "rule", "guide")


@dataclass(frozen=True)
class Choice:
    """One answer: its id, its words on the button, and how the plan says it back."""

    id: str
    says: str
    said: str
    when: Cases = ()
    sets: tuple[tuple[str, str], ...] = ()
    means: tuple[tuple[str, str], ...] = ()
    ends: bool = False
    urgent: bool = False
    list: str = ""


@dataclass(frozen=True)
class Question:
    """One question; one with `states` has the states' names as its choices."""

    id: str
    asks: str
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    states: bool = False


@dataclass(frozen=True)
class Ask:
    """A question's place in the order, and when it is asked."""

    question: str
    when: Cases = ()


@dataclass(frozen=True)
class Link:
    """A page of the site, as its file under docs/, and the words of the link."""

    to: str
    says: str


@dataclass(frozen=True)
class Card:
    """Something to do or to know, with its reason; cards.toml says what each key is."""

    id: str
    part: str
    title: str
    when: Cases
    why: str
    unless: Cases = ()
    says: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    letter: str = ""
    facts: tuple[str, ...] = ()
    urgent: bool = False
    warns: bool = False
    promises: str = ""


@dataclass(frozen=True)
class Flow:
    """All of it; `calls` are the words on the button of each number and site, and `law_read` the
    states whose law we read, at least in part."""

    questions: Mapping[str, Question]
    asks: tuple[Ask, ...]
    cards: tuple[Card, ...]
    states: tuple[str, ...]
    calls: Mapping[str, str]
    law_read: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where some answers stand: what was asked and answered in order, what is known by that, and
    what is asked next (None: nothing more)."""

    asked: tuple[str, ...] = ()
    known: Answers = field(default_factory=dict)
    question: str | None = None
    ended: bool = False


def holds(cases: Cases, known: Answers) -> bool:
    """Whether one of the cases holds with all its answers."""
    return any(all(known.get(name) in fit for name, fit in case) for case in cases)


def next_question(flow: Flow, known: Answers) -> str | None:
    """The first question of the order that holds and is not answered yet."""
    for ask in flow.asks:
        if ask.question not in known and (not ask.when or holds(ask.when, known)):
            return ask.question
    return None


def choices_of(question: Question, known: Answers) -> list[Choice]:
    """The choices that are offered here."""
    return [each for each in question.choices if not each.when or holds(each.when, known)]


def take(flow: Flow, place: Place, answer: str) -> Place:
    """The place after an answer to its question. Raises KeyError for one that is not offered."""
    if place.question is None:
        raise KeyError(answer)
    question = flow.questions[place.question]
    asked = (*place.asked, question.id)
    if question.states:
        if answer != SKIP and answer not in flow.states:
            raise KeyError(answer)
        known, ended = {**place.known, question.id: answer}, False
    else:
        choice = {each.id: each for each in choices_of(question, place.known)}[answer]
        known, ended = {**place.known, question.id: answer, **dict(choice.sets)}, choice.ends
    following = None if ended else next_question(flow, known)
    return Place(asked, known, following, ended)


def walk(flow: Flow, answers: Answers) -> Place:
    """Follow the answers as far as they go; what is not asked counts for nothing."""
    place = Place(question=next_question(flow, {}))
    while place.question is not None and place.question in answers:
        try:
            place = take(flow, place, answers[place.question])
        except KeyError:
            break
    return place


def stands(card: Card, known: Answers) -> bool:
    """Whether the answers lead to a card."""
    return holds(card.when, known) and not holds(card.unless, known)


def cards_for(flow: Flow, known: Answers) -> dict[str, list[Card]]:
    """What the answers lead to, by part, the most urgent first.

    Where letters wait until a lawyer has looked, nothing asks for one.
    """
    held = is_held(flow, known)
    found: dict[str, list[Card]] = {part: [] for part in PARTS}
    for card in flow.cards:
        is_full = len(found[card.part]) == MOST.get(card.part)
        if not is_full and not (held and card.letter) and stands(card, known):
            found[card.part].append(card)
    return found


def is_held(flow: Flow, known: Answers) -> bool:
    """Whether letters wait until a lawyer has looked."""
    return any(card.part == "hold" and stands(card, known) for card in flow.cards)


def letters_for(flow: Flow, known: Answers) -> list[str]:
    """The letters that fit, also those that wait."""
    return [card.letter for card in flow.cards if card.letter and stands(card, known)]


def means_of(flow: Flow, place: Place) -> dict[str, str]:
    """What the answers say in boxes of the calculators, by the box's name."""
    return {
        name: text
        for asked in place.asked
        for choice in flow.questions[asked].choices
        if choice.id == place.known[asked]
        for name, text in choice.means
    }


def every_place(flow: Flow) -> Iterator[Place]:
    """Each place that any answers lead to. All states lead to the same, so one stands for all."""
    to_visit = [Place(question=next_question(flow, {}))]
    while to_visit:
        place = to_visit.pop()
        yield place
        to_visit += [take(flow, place, answer) for answer in answers_at(flow, place)]


def answers_at(flow: Flow, place: Place) -> list[str]:
    """What can be answered at a place; for the states, that it is skipped."""
    if place.question is None:
        return []
    question = flow.questions[place.question]
    return [SKIP] if question.states else [each.id for each in choices_of(question, place.known)]
