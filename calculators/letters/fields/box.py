"""What the boxes of letters share."""

from typing import Annotated, Any

# The answer of a letter that is still blank: the line then has boxes to mark with a pen.
BY_HAND = ("not_sure", "I will mark it on paper")


def optional(kind: Any, *words: Any) -> tuple[Any, Any]:
    """A box that may stay empty: the letter then has a line to write on."""
    return Annotated[kind, *words] | None, None
