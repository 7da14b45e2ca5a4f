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
    """The graph for a script, in numbers: cards by their place in the flow, and each list of cards
    written once. A node is its question, its list and, by answer, how many nodes back the next one
    is: such numbers are small and alike, and take fewer bytes than the nodes' own."""
    number = {card.id: place for place, card in enumerate(flow.cards)}
    lists = list(dict.fromkeys(node.cards for node in nodes))
    at = {cards: place for place, cards in enumerate(lists)}
    return {
        "start": len(nodes) - 1,
        "lists": [[number[card] for card in cards] for cards in lists],
        "nodes": [
            [node.question, at[node.cards], {answer: here - to for answer, to in node.next}]
            for here, node in enumerate(nodes)
        ],
    }
