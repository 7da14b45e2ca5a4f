"""What a household's numbers add to its plan, for the page."""

from collections.abc import Mapping
from typing import Any

from calculators.core.forms import readable
from calculators.core.pages import figures_html
from calculators.plan import MATTERS, TOTAL_MEANS, make


def add(question: Mapping[str, Any]) -> dict[str, object]:
    asked = readable(question)
    base = asked.pop("base")
    reply = make(**asked)
    html = figures_html(reply, MATTERS, TOTAL_MEANS, base) if reply["ok"] else ""
    return {"reply": reply, "html": html}
