"""An entry of the log, for the page."""

from collections.abc import Mapping

from calculators.core.answers import Reply
from calculators.log import Inputs, entry_reply


def respond(slug: str, answers: Mapping[str, object]) -> tuple[Reply, str]:
    return entry_reply(answers), ""


def inputs_of(slug: str) -> type:
    return Inputs
