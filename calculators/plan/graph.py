"""The flow as a graph, made when the site is built, so that a page can step through it without
Python. Places with the same future are one node."""

from dataclasses import dataclass
from typing import Any

from calculators.plan.flow import Flow, Place, answers_at, cards_for, next_question, take


@dataclass(frozen=True)
class Node:
    """A place's question (None: the plan), the cards there, and where each answer leads."""

    question: str | None
    cards: tuple[str, ...]
    next: tuple[tuple[str, int], ...]


def graph_of(flow: Flow) -> tuple[Node, ...]:
    """All nodes; the last one is where everybody starts, and arrows lead to earlier ones."""
    nodes: dict[Node, int] = {}

    def number(place: Place) -> int:
        arrows = tuple(
            (answer, number(take(flow, place, answer))) for answer in answers_at(flow, place)
        )
        cards = tuple(card.id for part in cards_for(flow, place.known).values() for card in part)
        return nodes.setdefault(Node(place.question, cards, arrows), len(nodes))

    number(Place(question=next_question(flow, {})))
    return tuple(nodes)


def as_data(flow: Flow, nodes: tuple[Node, ...]) -> dict[str, Any]:
    """The graph for a script, in numbers: cards by their place in the flow, and each kind of node
    (a question and its answers) written once.

    A node is its kind, its cards and, by answer, the next node. That one stands in the first that
    leads to it, and a list of cards in the first that has it. After that a number says how many
    back it was: such numbers are small and alike, and take few bytes."""
    number = {card.id: place for place, card in enumerate(flow.cards)}
    kinds: dict[tuple[str | None, tuple[str, ...]], int] = {}
    lists: dict[tuple[str, ...], int] = {}
    written: dict[int, int] = {}

    def write(here: int) -> Any:
        if here in written:
            return len(written) - written[here]
        node = nodes[here]
        kind = kinds.setdefault((node.question, tuple(dict(node.next))), len(kinds))
        cards: Any = [number[card] for card in node.cards]
        if node.cards in lists:
            cards = len(lists) - lists[node.cards]
        lists.setdefault(node.cards, len(lists))
        ways = [write(to) for _, to in node.next]
        written[here] = len(written)
        return [kind, cards, *ways]

    start = write(len(nodes) - 1)
    return {"kinds": list(kinds), "start": start}
