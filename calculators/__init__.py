"""Calculators for US homeowners with a second mortgage. Standard library only, no clock, no I/O.

`CALCULATORS` lists them in the order in which a reader meets them; `run` answers one question.
What other programs can rely on, the contract, is in docs/about/decisions/contract.md.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from calculators.core.answers import Calculator, Reply, refusal, reply_to
from calculators.core.forms import FieldError, Refused, read

__all__ = ["CALCULATORS", "run"]


class Shelf(Mapping[str, Calculator]):
    """Calculators by name, each loaded when it is first taken: a browser waits for all of them."""

    def __init__(self, *slugs: str) -> None:
        self._slugs = slugs

    def __getitem__(self, slug: str) -> Calculator:
        if slug not in self._slugs:
            raise KeyError(slug)
        calculator: Calculator = import_module(f"{__name__}.{slug}").CALCULATOR
        return calculator

    def __iter__(self) -> Iterator[str]:
        return iter(self._slugs)

    def __len__(self) -> int:
        return len(self._slugs)


CALCULATORS = Shelf(
    "payment",
    "heloc",
    "catch_up",
    "modification",
    "refinance",
    "equity",
    "sale",
    "room_rental",
    "budget",
    "settlement",
    "timeline",
    "compare",
)


def run(slug: str, answers: Mapping[str, object]) -> Reply:
    """Answer one calculator's question from answers as a person would type them.

    Returns the reply of the contract: figures, or errors at their fields. Never raises for any
    text in `answers`.
    """
    calculator = CALCULATORS.get(slug)
    if calculator is None:
        known = ", ".join(CALCULATORS)
        return refusal(
            slug, [FieldError(None, f"There is no such calculator. There are: {known}.")]
        )
    try:
        inputs: object = read(calculator.inputs, answers)
        return reply_to(calculator, inputs, calculator.calculate(inputs))
    except Refused as refused:
        return refusal(slug, refused.errors)
