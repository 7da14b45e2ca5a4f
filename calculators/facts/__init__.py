"""Every number of law or program, once, with its source, its scope and the date it was checked.

The numbers stand in the TOML files beside this one. The wheel carries them as one Python module
instead (scripts/runtime/make.py writes it), so that the browser parses no TOML.

fact     one fact, and how it prints in a sentence
loader   reads the TOML files, strictly
table    all of them
"""

from calculators.facts.fact import Fact, FactNotInForce, UnknownFact
from calculators.facts.table import FACTS

__all__ = ["FACTS", "Fact", "FactNotInForce", "UnknownFact", "fact"]


def fact(fact_id: str) -> Fact:
    """One fact by its id. Raises UnknownFact."""
    try:
        return FACTS[fact_id]
    except KeyError:
        raise UnknownFact(f"there is no fact called {fact_id!r}") from None
