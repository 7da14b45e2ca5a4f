"""A calculator's answer, its files and its paper, for the page."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from calculators import CALCULATORS, run
from calculators.core.answers import Reply
from calculators.core.files import file_of
from calculators.core.forms import readable
from calculators.core.pages import Head, answer, answer_paper


def respond(slug: str, answers: Mapping[str, object]) -> tuple[Reply, str]:
    reply = run(slug, answers)
    return reply, answer(CALCULATORS[slug], reply) if reply["ok"] else ""


def inputs_of(slug: str) -> type:
    return CALCULATORS[slug].inputs


def save(slug: str, inputs: Mapping[str, object], key: str, today: str) -> dict[str, str]:
    return asdict(file_of(CALCULATORS[slug], run(slug, inputs), key, today))


def paper(question: Mapping[str, Any]) -> dict[str, str]:
    asked = readable(question)
    head = Head(date.fromisoformat(asked["today"]), asked["name"], asked["loan"])
    calculator = CALCULATORS[asked["slug"]]
    reply = run(calculator.slug, asked["inputs"])
    return {"html": answer_paper(calculator, reply, head, asked["opened"], asked["example"])}
