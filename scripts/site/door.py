"""The fragments of the front door: the same on the home page and on the plan's own."""

from dataclasses import asdict

from calculators.core.pages import door_html
from calculators.plan import FLOW, as_data, graph_of

# The page that includes it, and the way from there to the home page.
PLACES = {"home": "", "plan": "../"}


def door_fragments() -> dict[str, str]:
    """The front door by the name of its fragment."""
    graph = as_data(FLOW, graph_of(FLOW))
    questions = [asdict(FLOW.questions[ask.question]) for ask in FLOW.asks]
    unique = list({each["id"]: each for each in questions}.values())
    cards = [asdict(card) for card in FLOW.cards]
    return {
        f"door/{name}.html": door_html(unique, cards, FLOW.calls, graph, FLOW.states, base)
        for name, base in PLACES.items()
    }
