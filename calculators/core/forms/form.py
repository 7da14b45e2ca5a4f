"""A form is a frozen dataclass: the field's type parses and prints, its Field says the words."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from calculators.core.forms.kinds.kind import LONGEST_ANSWER, Kind, cleaned


@dataclass(frozen=True)
class Field:
    """The words beside a box, and the worked example's answer (as a person would type it).

    Its box starts empty; without an `example` the worked example counts the default.
    `group` is the heading over this field and those after it; `rare` groups start folded.
    `minimum` and `maximum` narrow what the kind allows; `below` is a sentence for whoever is
    under the minimum: what to do instead. A `hidden` field has no box that a reader sees: the page
    itself fills it in.

    What a reader typed fills every box of the same name, on every form. Each form keeps a value of
    its `own` for the terms of one offer, and for what one letter is about: the others only suggest
    it. `like` names fields, and figures of answers, whose value may be meant here too.
    """

    label: str
    hint: str = ""
    example: str = ""
    group: str = ""
    rare: bool = False
    minimum: int = 0
    maximum: int | None = None
    below: str = ""
    hidden: bool = False
    own: bool = False
    like: tuple[str, ...] = ()


@dataclass(frozen=True)
class Placed:
    """Where a shared field stands on one form: `Annotated[Balance, Placed("A pause", rare=True)]`.

    Its heading is this one instead (none: it stays under the one before). Its example is the
    field's own, or another, or "" for a box that starts empty. Label, hint and bounds stay.
    """

    group: str = ""
    rare: bool = False
    example: str | None = None


@dataclass(frozen=True)
class FieldError:
    """A refused answer: the field's name (None: the whole form) and a sentence for the reader."""

    field: str | None
    message: str


class Refused(Exception):
    """Raised by `read`, and by a calculator whose answers do not fit together."""

    def __init__(self, *errors: FieldError) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors


def refuse(field: str | None, message: str) -> Refused:
    """One refused field, ready to raise."""
    return Refused(FieldError(field, message))


@dataclass(frozen=True)
class Box:
    """One field of a form, as the renderers and the command line see it."""

    name: str
    kind: Kind
    words: Field
    required: bool
    default: Any

    @property
    def default_text(self) -> str:
        """What an empty box counts as."""
        return as_text(self.default)

    @property
    def example(self) -> str:
        """The worked example's answer."""
        return self.words.example or self.default_text

    def kept_as(self, form: str) -> str:
        """The name under which the page holds what a reader typed here."""
        return f"{form}:{self.name}" if self.words.own else self.name

    def read(self, text: str) -> Any:
        """Parse one answer. Raises ValueError with a sentence for the reader."""
        if len(text) > self.kind.longest:
            raise ValueError(f"This is too long: write at most {self.kind.longest:,} characters.")
        value = self.kind.parse(text)
        low, high = self.words.minimum, self.words.maximum
        if low and value < low:
            message = f"Write {self.kind.pretty(type(value)(low))} or more."
            raise ValueError(f"{message} {self.words.below}" if self.words.below else message)
        if high is not None and value > high:
            raise ValueError(f"Write {self.kind.pretty(type(value)(high))} or less.")
        return value


def boxes(inputs: type) -> tuple[Box, ...]:
    """The fields of a calculator's Inputs, in order."""
    hashable: Any = inputs
    return _boxes(hashable)


@cache
def _boxes(inputs: Any) -> tuple[Box, ...]:
    hints = get_type_hints(inputs, include_extras=True)
    return tuple(_box(field.name, hints[field.name], field.default) for field in fields(inputs))


def _box(name: str, hint: Any, default: Any) -> Box:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    described = get_args(hint)[1:]
    kind = next(part for part in described if isinstance(part, Kind))
    words = next(part for part in reversed(described) if isinstance(part, Field))
    for place in described:
        if isinstance(place, Placed):
            example = words.example if place.example is None else place.example
            words = replace(words, group=place.group, rare=place.rare, example=example)
    required = default is MISSING
    return Box(name, kind, words, required, None if required else default)


def as_text(answer: object) -> str:
    """An answer as a person would have typed it: JSON numbers and booleans become their text."""
    if isinstance(answer, Decimal):
        return f"{answer.normalize():f}"
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    try:
        return cleaned(str(answer))
    except (ValueError, RecursionError):
        # A number, or lists in lists, that Python will not write out: too long for any box.
        return "9" * (LONGEST_ANSWER + 1)


def read[I](inputs: type[I], answers: Mapping[str, object]) -> I:
    """Turn typed answers into Inputs. Raises Refused with every field that needs another look."""
    values: dict[str, Any] = {}
    errors: list[FieldError] = []
    known = boxes(inputs)
    for box in known:
        text = as_text(answers.get(box.name))
        if not text:
            if box.required:
                example = f"Fill this in, for example {box.example}."
                message = "Choose one of the answers." if box.kind.choices else example
                errors.append(FieldError(box.name, message))
            continue
        try:
            values[box.name] = box.read(text)
        except ValueError as error:
            errors.append(FieldError(box.name, str(error)))
    for name in sorted(map(str, set(answers) - {box.name for box in known})):
        errors.append(FieldError(name[:LONGEST_ANSWER], "This form has no such field."))
    if errors:
        raise Refused(*errors)
    return inputs(**values)


def load[I](inputs: type[I], reply: Mapping[str, Any]) -> I:
    """The way back from `written`: the Inputs that a reply holds."""
    return inputs(
        **{
            box.name: None if reply[box.name] is None else box.kind.load(reply[box.name])
            for box in boxes(inputs)
        }
    )


def written(inputs: object) -> dict[str, str | int | bool | None]:
    """Inputs as a reply holds them: every field, defaults included, None where left out."""
    reply: dict[str, str | int | bool | None] = {}
    for box in boxes(type(inputs)):
        value = getattr(inputs, box.name)
        reply[box.name] = None if value is None else box.kind.plain(value)
    return reply
