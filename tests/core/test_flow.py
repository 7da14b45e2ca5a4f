"""The front door's rules: every path ends, nobody lands wrong, and no card promises too much."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

import pytest

from calculators import CALCULATORS
from calculators.core.forms import boxes
from calculators.facts import fact
from calculators.plan import FLOW, as_data, graph_of
from calculators.plan.flow import Card, Place, cards_for, every_place, is_held, means_of, walk
from calculators.plan.loader import FlowError, read_flow
from tests.conftest import ROOT
from tests.headings import headings

MOST_QUESTIONS = 8
PLACES = list(every_place(FLOW))
ENDS = [place for place in PLACES if place.question is None]
FOLDER = ROOT / "calculators/plan"
DOCS = ROOT / "docs"

# The eight households of the audit and seven more: what they tap, one after another; the tap that
# first shows whom to call or what to do; the tap that shows their place, and the card that it is.
HOUSEHOLDS: dict[str, tuple[list[str], int, int, str]] = {
    "a: HELOC, its draw ends": (["hard", "bank", "line", "soon", "yes", "Ohio"], 1, 4, "draw_ends"),
    "b: two behind, where the pay goes": (
        ["missed", "own_bank", "one_sum", "few", "yes", "yes", "Ohio"],
        1,
        2,
        "own_bank",
    ),
    "c: the first's sale": (["sale", "Texas", "close", "first"], 1, 4, "first_sells"),
    "d: a debt buyer, 2007": (["old", "Florida", "no"], 1, 1, "old"),
    "e: owes more, five behind": (
        ["missed", "company", "one_sum", "many", "yes", "yes", "Nevada"],
        1,
        4,
        "guide_owe_more",
    ),
    "f: compares": (["look"], 1, 1, "look"),
    "g: an heir, HELOC": (["other", "died", "line", "Iowa"], 2, 2, "heir"),
    "h: a partial claim": (["other", "letter"], 2, 2, "not_a_bill"),
    "two urgent things at once": (["old", "Maine", "sale", "close", "second"], 1, 1, "old_warning"),
    "not sure of anything": (
        ["missed", "not_sure", "not_sure", "not_sure", "not_sure", "skip"],
        1,
        1,
        "behind",
    ),
    "an heir with a sale date": (
        ["sale", "Utah", "close", "second", "paid", "came_to_me"],
        1,
        6,
        "heir_warning",
    ),
    "a business loan": (["missed", "company", "business"], 1, 3, "business"),
    "a frozen HELOC": (["other", "frozen", "none", "Ohio"], 2, 2, "frozen"),
    "paid nothing for years": (
        ["missed", "company", "one_sum", "years", "yes", "yes", "Ohio"],
        1,
        4,
        "old_warning",
    ),
    "all over": (["other", "over", "Ohio"], 2, 2, "over"),
}


def shown(place: Place) -> list[Card]:
    return [card for part in cards_for(FLOW, place.known).values() for card in part]


def names(place: Place) -> list[str]:
    return [card.id for card in shown(place)]


def tapped(taps: list[str]) -> list[Place]:
    """The place after each tap."""
    places, answers = [walk(FLOW, {})], {}
    for tap in taps:
        question = places[-1].question
        assert question, f"nothing is asked any more before {tap}"
        answers[question] = tap
        places.append(walk(FLOW, answers))
        assert places[-1] != places[-2], f"{question} has no choice {tap}"
    return places


def told(place: Place) -> str:
    return str(dict(place.known))


def test_every_path_ends_and_none_is_long() -> None:
    assert len(ENDS) > 1000
    for place in PLACES:
        assert len(place.asked) <= MOST_QUESTIONS, told(place)
        assert len(set(place.asked)) == len(place.asked), told(place)
    longest = max(len(place.asked) for place in ENDS)
    assert longest == MOST_QUESTIONS


def test_every_question_choice_and_card_is_met() -> None:
    met = {(name, answer) for place in PLACES for name, answer in place.known.items()}
    for question in FLOW.questions.values():
        for choice in question.choices:
            assert (question.id, choice.id) in met, f"{question.id}: {choice.id}"
    cards = {card.id for place in PLACES for card in shown(place)}
    assert cards == {card.id for card in FLOW.cards}


def test_there_is_one_thing_for_today_after_each_answer() -> None:
    for place in PLACES:
        cards = cards_for(FLOW, place.known)
        needs = place.asked and place.asked != ("happening",)
        assert len(cards["today"]) == 1 or not needs, told(place)
        assert len(cards["week"]) <= 3 and len(cards["month"]) <= 3
    for choice in FLOW.questions["happening"].choices:
        first = cards_for(FLOW, {"happening": choice.id})["today"]
        assert first or choice.id == "other", choice.id


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_a_household_lands_right(name: str) -> None:
    taps, action, place, card = HOUSEHOLDS[name]
    places = tapped(taps)
    assert places[-1].question is None, f"{name} is still asked {places[-1].question}"
    acts = [bool(cards_for(FLOW, each.known)["today"]) for each in places]
    assert acts.index(True) == action
    assert [card in names(each) for each in places].index(True) == place
    assert card in names(places[-1])


def test_the_urgent_are_first_and_call_legal_aid_first() -> None:
    choices = FLOW.questions["happening"].choices
    assert [each.id for each in choices if each.urgent] == ["sale", "papers", "old"]
    assert [each.urgent for each in choices] == sorted(
        (each.urgent for each in choices), reverse=True
    )
    for card in FLOW.cards:
        if card.urgent:
            assert card.calls[0] == "legal_aid_site", card.id
            assert len(card.says) == 1, "two lines"
    for place in PLACES:
        if place.known.get("happening") in ("sale", "papers", "old"):
            assert cards_for(FLOW, place.known)["today"][0].urgent, told(place)
            assert place.asked[1:2] in ((), ("state",)), told(place)


def is_old(place: Place) -> bool:
    """Whether the loan may be too old: what was not answered surely counts."""
    known = place.known
    return known["happening"] == "old" or known.get("silent") in ("years", "not_sure")


def test_an_old_loan_has_no_number_of_a_lender_no_letter_and_its_warning_everywhere() -> None:
    safe = {"legal_aid_site", "hud_counselor_phone"}
    for place in PLACES[1:]:
        if not place.known or not is_old(place):
            continue
        cards = shown(place)
        assert is_held(FLOW, place.known), told(place)
        assert any(card.warns and "Do not pay, promise, or write" in card.title for card in cards)
        for card in cards:
            assert not card.letter, f"{card.id}: {told(place)}"
            assert set(card.calls) <= safe, card.id
            words = " ".join((card.title, *card.says))
            assert not re.search(r"[Cc]all the (lender|first|servicer)|Ask whoever", words), card.id


def test_what_is_promised_was_answered() -> None:
    """Each right again in this test's own words, not in those of the data."""
    promised = 0
    for place in PLACES:
        known = place.known
        for card in shown(place):
            promised += bool(card.promises)
            if card.promises:
                assert "one_sum" in (known.get("kind"), known.get("first_kind")), told(place)
                assert known.get("home") == "yes", told(place)
                assert known.get("lender") != "person", told(place)
                assert not is_old(place), told(place)
            if card.promises == "wait":
                assert known["happening"] not in ("sale", "papers", "old"), told(place)
                assert known["missed"] in ("one", "few"), told(place)
            if card.promises == "review":
                assert known["sale_when"] == "later", told(place)
                assert known["whose"] in ("first", "second"), told(place)
    assert promised > 40


def test_a_right_is_named_only_where_it_is_promised() -> None:
    """A card that speaks of a wait or a review either promises it, or says that there is none."""
    for card in FLOW.cards:
        words = " ".join((card.title, card.why, *card.says))
        named = set(card.facts) & {"first_filing_days", "full_review_days_before_sale"}
        assert not named or card.promises, card.id
        if "waiting period" in words:
            assert re.search(r"\b[Nn]o(t)? .*waiting period", words), card.id


def test_not_sure_gets_the_fewest_protections() -> None:
    for place in PLACES:
        decides = (place.known.get(name) for name in ("kind", "first_kind", "home"))
        if "not_sure" in decides:
            assert not any(card.promises for card in shown(place)), told(place)


def test_letters_wait_for_a_lawyer_where_they_can_hurt() -> None:
    for place in ENDS:
        known = place.known
        is_heir = known.get("other") == "died" or known.get("signed") == "came_to_me"
        if is_heir and known.get("kind") != "one_sum":
            assert is_held(FLOW, known), told(place)
        if known.get("signed") == "share" or known.get("kind") == "public":
            assert is_held(FLOW, known), told(place)
        if is_held(FLOW, known):
            assert not any(card.letter for card in shown(place)), told(place)


def test_a_card_gives_no_more_than_the_answers_do() -> None:
    """What a second reader found: each of these once stood where it could do harm."""
    for place in ENDS:
        known, found = place.known, names(place)
        today = cards_for(FLOW, known)["today"][0].id
        if known["happening"] == "hard":
            # Nothing is overdue; and news of hardship can freeze a line that is still open.
            assert today != "own_bank" and (
                known.get("kind") == "one_sum" or "call_lender" not in found
            )
        if known.get("signed") in ("came_to_me", "share", "not_sure"):
            assert not {"file_in_time", "papers_apply", "call_lender"} & set(found), told(place)
        if known.get("missed") == "many" and known.get("kind") in ("one_sum", "line"):
            assert any("legal_aid_site" in card.calls for card in shown(place)), told(place)
        if known.get("missed") == "years":
            assert today == "old" and not {"call_lender", "budget_month", "wait"} & set(found)


def test_what_is_answered_elsewhere_is_not_asked() -> None:
    assert "kind" not in tapped(["other", "frozen", "none", "Ohio"])[-1].asked
    for place in PLACES:
        kinds = (place.known.get("kind"), place.known.get("first_kind"))
        assert "home" not in place.asked or "one_sum" in kinds


def test_answers_to_questions_that_are_not_asked_count_for_nothing() -> None:
    place = walk(FLOW, {"happening": "hard", "whose": "first", "home": "yes", "sale_when": "later"})
    assert place.known == {"happening": "hard"}
    assert walk(FLOW, {"happening": "no such answer"}).known == {}


def test_changing_an_answer_keeps_the_others_that_are_still_asked() -> None:
    answers = {"happening": "missed", "lender": "bank", "kind": "line", "missed": "few"}
    before, after = walk(FLOW, answers), walk(FLOW, answers | {"kind": "one_sum"})
    assert before.question == "draw" and after.question == "home"
    assert after.known["missed"] == "few"


@dataclass
class Step:
    question: str | None
    cards: list[int]
    arrows: dict[str, "Step"]


def read(data: dict[str, Any]) -> Step:
    """The graph as docs/assets/js/flow.js reads it."""
    lists: list[list[int]] = []
    steps: list[Step] = []

    def step(kind: int, cards: Any, *ways: Any) -> Step:
        if isinstance(cards, list):
            lists.append(cards)
        else:
            cards = lists[-cards]
        question, answers = data["kinds"][kind]
        following = [step(*way) if isinstance(way, list) else steps[-way] for way in ways]
        made = Step(question, cards, dict(zip(answers, following, strict=True)))
        steps.append(made)
        return made

    return step(*data["start"])


def test_the_graph_leads_where_the_answers_lead() -> None:
    nodes = graph_of(FLOW)
    start = read(as_data(FLOW, nodes))
    assert len(nodes) < 1500 < len(PLACES)
    ids = [card.id for card in FLOW.cards]
    for place in ENDS[::7]:
        at = start
        for name in place.asked:
            assert at.question == name
            at = at.arrows[place.known[name]]
        assert at.question is None and not at.arrows
        assert [ids[each] for each in at.cards] == names(place)


def test_an_answer_means_the_same_in_the_calculators() -> None:
    """Each box and its choice exist there, and none is filled by what is not sure."""
    known = {box.name: box for each in CALCULATORS.values() for box in boxes(each.inputs)}
    meant = [
        (choice, name, text)
        for question in FLOW.questions.values()
        for choice in question.choices
        for name, text in choice.means
    ]
    assert {name for _, name, _ in meant} == {
        "loan_kind",
        "main_home",
        "small_servicer",
        "sale_by",
        "another_lender_foreclosing",
    }
    for choice, name, text in meant:
        assert known[name].read(text) is not None
        assert choice.id != "not_sure"
    answers = {"happening": "sale", "state": "Ohio", "sale_when": "later"}
    first = answers | {"whose": "first", "first_kind": "one_sum", "home": "yes"}
    # What the first mortgage is says nothing of the second.
    assert means_of(FLOW, walk(FLOW, first)) == {
        "main_home": "yes",
        "sale_by": "first",
        "another_lender_foreclosing": "yes",
    }


def test_a_link_leads_to_a_page_and_a_heading() -> None:
    for card in FLOW.cards:
        for link in card.links:
            page, _, anchor = link.to.partition("#")
            assert (DOCS / page).is_file(), f"{card.id}: {link.to}"
            assert not anchor or anchor in headings(DOCS / page), f"{card.id}: {link.to}"


def test_what_can_be_pressed_is_a_telephone_or_a_site() -> None:
    for card in FLOW.cards:
        for name in card.calls:
            known = fact(name)
            assert known.unit == "phone" or re.fullmatch(r"[A-Za-z.]+\.\w+", str(known.value)), name


def test_the_words_hold_no_number_of_law() -> None:
    for name in ("flow", "cards"):
        text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        words = re.sub(
            r"^#.*$|\{fact:\w+\}|(to|when|unless|facts|letter|id|urgent) = \S.*$",
            "",
            text,
            flags=re.MULTILINE,
        )
        found = re.search(r".{0,20}\d.{0,20}", words)
        assert not found, found
        # "About 9 in 10", a countdown, blame and fear have no place either.
        assert not re.search(r"percent|hurry up|too late|act now|your fault", words, re.IGNORECASE)


def tables() -> tuple[dict[str, Any], dict[str, Any]]:
    flow, cards = (
        tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")) for name in ("flow", "cards")
    )
    return flow, cards


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda f, c: c["card"][0].update(colour="red"), "unknown key 'colour'"),
        (lambda f, c: c["card"][0].pop("why"), "'why' is missing"),
        (lambda f, c: c["card"][0].update(when=[]), "must say when"),
        (lambda f, c: c["card"][0].update(part="later"), "no part 'later'"),
        (lambda f, c: c["card"][0].update(calls=["a_number"]), "no fact 'a_number'"),
        (lambda f, c: c["card"][0].update(title="{fact:none_such}"), "no fact 'none_such'"),
        (lambda f, c: c["card"][0].update(letter="love"), "no letter 'love'"),
        (lambda f, c: c["card"][0].update(when=[{"mood": ["low"]}]), "no question 'mood'"),
        (lambda f, c: c["card"][0].update(when=[{"kind": ["lost"]}]), "kind has no choice 'lost'"),
        (lambda f, c: c["card"][0].update(when=[{}]), "a case names questions"),
        (lambda f, c: c["card"][1].update(id=c["card"][0]["id"]), "two such cards"),
        (lambda f, c: c["card"][0].update(urgent="yes"), "'urgent' must be a bool"),
        (lambda f, c: c["calls"].pop("fha_phone"), "no words for its button"),
        (lambda f, c: f["ask"][0].update(question="name"), "no question 'name'"),
        (lambda f, c: f["questions"]["kind"]["choices"][0].update(sets={"home": "x"}),
         "home has no choice"),
        (lambda f, c: f["questions"]["state"].update(choices=[]), "has choices, or the states"),
        (lambda f, c: f["questions"]["kind"]["choices"][1].update({"is": "one_sum"}),
         "two such kind"),
    ],
)  # fmt: skip
def test_a_spoiled_flow_stops_the_build(spoil: Any, message: str) -> None:
    flow, cards = tables()
    spoil(flow, cards)
    with pytest.raises(FlowError, match=re.escape(message)):
        read_flow(flow, cards, ("Ohio",))
