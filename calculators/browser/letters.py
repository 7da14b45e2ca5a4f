"""A letter and its files, for the page."""

from collections.abc import Mapping
from dataclasses import asdict

from calculators.core.answers import Reply
from calculators.core.files import letter_file
from calculators.core.pages import NAME, letter_html, running
from calculators.letters import LETTERS, write


def respond(slug: str, answers: Mapping[str, object]) -> tuple[Reply, str]:
    reply = write(slug.removeprefix(NAME), answers)
    return reply, letter_html(reply) if reply["ok"] else ""


def inputs_of(slug: str) -> type:
    return LETTERS[slug.removeprefix(NAME)].inputs


def save(slug: str, inputs: Mapping[str, object], key: str, today: str) -> dict[str, str]:
    name = slug.removeprefix(NAME)
    reply = write(name, inputs)
    return asdict(letter_file(name, reply["text"], running(reply["inputs"]), key))
