"""Reads plan/flow.toml, cards.toml and states.toml, strictly: a gap, an unknown key, question,
choice, fact, letter or page stops the build by name."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from calculators.facts import FACTS
from calculators.letters import LETTERS
from calculators.plan.flow import PARTS, SKIP, Ask, Card, Cases, Choice, Flow, Link, Question

FACT = re.compile(r"\{fact:(\w+)\}")
QUESTION = {"asks": str, "choices": list, "hint": str, "states": bool}
CHOICE = {
    "is": str,
    "says": str,
    "said": str,
    "when": list,
    "sets": dict,
    "means": dict,
    "ends": bool,
    "urgent": bool,
    "list": str,
}
ASK = {"question": str, "when": list}
CARD = {
    "id": str,
    "part": str,
    "title": str,
    "when": list,
    "why": str,
    "unless": list,
    "says": list,
    "calls": list,
    "links": list,
    "letter": str,
    "facts": list,
    "urgent": bool,
    "warns": bool,
    "promises": str,
}


class FlowError(ValueError):
    """A flow that must not be published; the message says where and why."""


def load_folder(folder: Path) -> Flow:
    """The flow. Raises FlowError naming the table and what is wrong with it."""
    flow, cards, states = (
        tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("flow", "cards", "states")
    )
    return read_flow(flow, cards, tuple(states["states"]), tuple(states["law_read"]))


def read_flow(
    flow: dict[str, Any],
    cards: dict[str, Any],
    states: tuple[str, ...],
    law_read: tuple[str, ...] = (),
) -> Flow:
    """The flow from its tables. Raises FlowError."""
    if unknown := sorted(set(law_read) - set(states)):
        raise FlowError(f"law_read: there is no state {unknown[0]!r}")
    questions = {name: _question(name, each) for name, each in flow["questions"].items()}
    known = {
        each.id: {SKIP, *states} if each.states else {choice.id for choice in each.choices}
        for each in questions.values()
    }
    asks = []
    for row in flow["ask"]:
        _check(f"ask {row.get('question')}", row, ASK, {"question"})
        asks.append(Ask(row["question"], _cases("ask", row.get("when", []))))
    found = [_card(each) for each in cards["card"]]
    for question in questions.values():
        for choice in question.choices:
            _check_cases(f"{question.id}: {choice.id}", choice.when, known)
            _check_cases(
                f"{question.id}: {choice.id}", (tuple((k, (v,)) for k, v in choice.sets),), known
            )
    for ask in asks:
        _check_cases(f"ask {ask.question}", (((ask.question, ()),), *ask.when), known)
    for card in found:
        _check_cases(card.id, (*card.when, *card.unless), known)
    if unlabelled := sorted({name for card in found for name in card.calls} - set(cards["calls"])):
        raise FlowError(f"calls: {unlabelled[0]!r} has no words for its button")
    _check_once("question", [ask.question for ask in asks if not ask.when])
    _check_once("card", [card.id for card in found])
    return Flow(questions, tuple(asks), tuple(found), states, cards["calls"], law_read)


def _check(where: str, table: dict[str, Any], keys: Mapping[str, type], needed: set[str]) -> None:
    if unknown := sorted(set(table) - set(keys)):
        raise FlowError(f"{where}: unknown key {unknown[0]!r}")
    if missing := sorted(needed - set(table)):
        raise FlowError(f"{where}: {missing[0]!r} is missing")
    for key, value in table.items():
        if not isinstance(value, keys[key]):
            raise FlowError(f"{where}: {key!r} must be a {keys[key].__name__}")


def _check_once(what: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise FlowError(f"{name}: there are two such {what}s")


def _check_cases(where: str, cases: Cases, known: dict[str, set[str]]) -> None:
    for case in cases:
        for name, fit in case:
            if name not in known:
                raise FlowError(f"{where}: there is no question {name!r}")
            if unknown := sorted(set(fit) - known[name]):
                raise FlowError(f"{where}: {name} has no choice {unknown[0]!r}")


def _cases(where: str, rows: list[Any]) -> Cases:
    for row in rows:
        if not row or not all(isinstance(fit, list) and fit for fit in row.values()):
            raise FlowError(f"{where}: a case names questions, each with a list of choices")
    return tuple(tuple((name, tuple(fit)) for name, fit in row.items()) for row in rows)


def _filled(where: str, text: str) -> str:
    """The words with the values of the facts that they name."""
    for name in FACT.findall(text):
        if name not in FACTS:
            raise FlowError(f"{where}: there is no fact {name!r}")
    return FACT.sub(lambda found: FACTS[found[1]].text, text)


def _question(name: str, table: dict[str, Any]) -> Question:
    _check(name, table, QUESTION, {"asks"})
    if ("choices" in table) == table.get("states", False):
        raise FlowError(f"{name}: a question has choices, or the states")
    choices = tuple(_choice(name, each) for each in table.get("choices", []))
    _check_once(f"{name} choice", [each.id for each in choices])
    return Question(name, table["asks"], choices, table.get("hint", ""), table.get("states", False))


def _choice(question: str, table: dict[str, Any]) -> Choice:
    where = f"{question}: {table.get('is')}"
    _check(where, table, CHOICE, {"is", "says", "said"})
    return Choice(
        id=table["is"],
        says=_filled(where, table["says"]),
        said=_filled(where, table["said"]),
        when=_cases(where, table.get("when", [])),
        sets=tuple(table.get("sets", {}).items()),
        means=tuple(table.get("means", {}).items()),
        ends=table.get("ends", False),
        urgent=table.get("urgent", False),
        list=table.get("list", ""),
    )


def _card(table: dict[str, Any]) -> Card:
    where = f"card {table.get('id')}"
    _check(where, table, CARD, {"id", "part", "title", "when", "why"})
    if table["part"] not in PARTS:
        raise FlowError(f"{where}: there is no part {table['part']!r}")
    if not table["when"]:
        raise FlowError(f"{where}: it must say when")
    named = [*table.get("calls", []), *table.get("facts", [])]
    if unknown := sorted(set(named) - set(FACTS)):
        raise FlowError(f"{where}: there is no fact {unknown[0]!r}")
    if (letter := table.get("letter", "")) and letter not in LETTERS:
        raise FlowError(f"{where}: there is no letter {letter!r}")
    for link in table.get("links", []):
        _check(where, link, {"to": str, "says": str}, {"to", "says"})
    words = [table["title"], table["why"], *table.get("says", [])]
    used = [name for text in words for name in FACT.findall(text)]
    return Card(
        id=table["id"],
        part=table["part"],
        title=_filled(where, table["title"]),
        when=_cases(where, table["when"]),
        why=_filled(where, table["why"]),
        unless=_cases(where, table.get("unless", [])),
        says=tuple(_filled(where, each) for each in table.get("says", [])),
        calls=tuple(table.get("calls", [])),
        links=tuple(Link(**link) for link in table.get("links", [])),
        letter=letter,
        facts=tuple(dict.fromkeys([*used, *table.get("facts", [])])),
        urgent=table.get("urgent", False),
        warns=table.get("warns", False),
        promises=table.get("promises", ""),
    )
