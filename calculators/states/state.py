"""One state, the District of Columbia or Puerto Rico."""

import re
from dataclasses import dataclass

from calculators.facts import Fact


@dataclass(frozen=True)
class Office:
    """Someone to ask: `label` says what for. `name` or `url` may be empty, never both. `fact` says
    where the list comes from that names it, and when it must be looked at again."""

    label: str
    name: str
    url: str
    fact: Fact


@dataclass(frozen=True)
class State:
    """`law` are the facts of this place alone, in the order of their files."""

    code: str
    name: str
    offices: tuple[Office, ...]
    law: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """Its anchor and its page: "new-york"."""
        return re.sub(r"\W+", "-", self.name.lower())
