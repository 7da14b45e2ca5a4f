"""What to ask first, and a plan for today.

flow.toml, cards.toml, states.toml   the questions, what they lead to, and the states
plan         the plan of a household
plan_words   what a plan says of a household's own numbers
household    what was typed, asked of the calculators
dates        the dates of a plan
choices      the choices side by side, by what matters
missing      which numbers would say more
flow         which question comes next, and which cards the answers lead to
graph        the flow as a small graph that a page steps through without Python
loader       reads the TOML files, strictly
table        the flow that was read
"""

from calculators.plan.flow import is_held, walk
from calculators.plan.graph import as_data, graph_of
from calculators.plan.plan import make
from calculators.plan.plan_words import MATTERS, TOTAL_MEANS
from calculators.plan.table import FLOW

__all__ = [
    "FLOW",
    "MATTERS",
    "TOTAL_MEANS",
    "as_data",
    "graph_of",
    "is_held",
    "make",
    "walk",
]
