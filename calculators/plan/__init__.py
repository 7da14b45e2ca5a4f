"""What to ask first, and a plan for today.

flow.toml, cards.toml, states.toml   the questions, what they lead to, and the states
flow     which question comes next, and which cards the answers lead to
graph    the flow as a small graph that a page steps through without Python
"""

from calculators.plan.flow import (
    Card,
    Flow,
    Place,
    Question,
    cards_for,
    every_place,
    is_held,
    letters_for,
    means_of,
    walk,
)
from calculators.plan.graph import Node, as_data, graph_of
from calculators.plan.table import FLOW

__all__ = [
    "FLOW",
    "Card",
    "Flow",
    "Node",
    "Place",
    "Question",
    "as_data",
    "cards_for",
    "every_place",
    "graph_of",
    "is_held",
    "letters_for",
    "means_of",
    "walk",
]
