"""A sheet for the reader's own pile, for the page."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from calculators.core.forms import readable
from calculators.sheets import SHEETS, Taken, file_of


def fill_in(question: Mapping[str, Any]) -> dict[str, object]:
    asked = readable(question)
    taken = Taken(asked["figures"], asked["today"], asked["base"])
    if asked["file"]:
        return asdict(file_of(taken, asked["file"]))
    reply, html = SHEETS[asked["sheet"]].make(taken)
    return {"reply": reply, "html": html}
