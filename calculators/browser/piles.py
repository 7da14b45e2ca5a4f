"""The papers of a pile, for the page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.core.forms import readable
from calculators.papers import FOR_YOU, TO_SEND, Household, cover, make_pile


def gather(question: Mapping[str, Any]) -> dict[str, object]:
    asked = readable(question)
    household = Household(
        asked["figures"],
        asked["answers"],
        date.fromisoformat(asked["today"]),
        asked["name"],
        asked["loan"],
    )
    papers = FOR_YOU if asked["pile"] == "you" else TO_SEND
    made = make_pile(papers, asked["keys"], household)
    return {**made, "cover": cover(asked["titles"], household)}
