"""One of a few answers, yes or no among them."""

import re
from dataclasses import dataclass
from typing import Annotated

from calculators.core.forms.kinds.kind import Kind


@dataclass(frozen=True)
class ChoiceKind(Kind):
    """One of a few answers."""

    choices: tuple[tuple[str, str], ...]

    def parse(self, text: str) -> str:
        answer = re.sub(r"[\s-]+", "_", text.casefold())
        if answer not in dict(self.choices):
            raise ValueError(f"Answer one of: {', '.join(dict(self.choices))}.")
        return answer

    def plain(self, value: str) -> str:
        return value

    def pretty(self, value: str) -> str:
        return dict(self.choices)[value]


@dataclass(frozen=True)
class YesNoKind(Kind):
    """Yes or no."""

    choices = (("yes", "Yes"), ("no", "No"))

    def parse(self, text: str) -> bool:
        answer = text.casefold()
        if answer in ("yes", "y", "true"):
            return True
        if answer in ("no", "n", "false"):
            return False
        raise ValueError("Answer yes or no.")

    def plain(self, value: bool) -> bool:
        return value

    def pretty(self, value: bool) -> str:
        return "Yes" if value else "No"


@dataclass(frozen=True)
class VerdictKind(YesNoKind):
    """Yes or no in a sentence, where a bare word would say too much: a figure only."""

    is_words = True
    yes: str
    no: str

    def pretty(self, value: bool) -> str:
        return self.yes if value else self.no


YES_NO = YesNoKind()

YesNo = Annotated[bool, YES_NO]
YesNoUnsure = Annotated[
    str, ChoiceKind((("yes", "Yes"), ("no", "No"), ("not_sure", "I am not sure")))
]
