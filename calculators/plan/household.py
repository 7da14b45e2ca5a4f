"""What a household has typed, asked of the calculators: of each, only when it has all it needs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from calculators.catch_up import CALCULATOR as CATCH_UP
from calculators.compare import CALCULATOR as COMPARE
from calculators.core.answers import Calculator, Reply, reply_to
from calculators.core.forms import Box, Refused, as_text, boxes, read
from calculators.heloc import CALCULATOR as HELOC
from calculators.modification import CALCULATOR as MODIFICATION
from calculators.timeline import CALCULATOR as TIMELINE

# Under which names the most that can be paid each month may stand.
CAN_PAY = (
    "affordable_payment",
    "target_payment",
    "affordable_second_payment",
    "can_pay_monthly",
)
BOXES: dict[str, Box] = {
    box.name: box
    for calculator in (MODIFICATION, HELOC, CATCH_UP, COMPARE, TIMELINE)
    for box in boxes(calculator.inputs)
}

type Figures = Mapping[str, str]


def typed(figures: Figures, name: str, form: str = "") -> str:
    """The text of a figure, one that a form keeps for itself before one that all share."""
    return as_text(figures.get(f"{form}:{name}") or figures.get(name) or "")


def value_of(figures: Figures, name: str) -> object:
    """A figure as its box reads it; None for an empty or a wrong one."""
    text = typed(figures, name)
    try:
        return BOXES[name].read(text) if text else None
    except ValueError:
        return None


def dollars_of(figures: Figures, name: str) -> Decimal | None:
    value = value_of(figures, name)
    return value if isinstance(value, Decimal) else None


def day_of(figures: Figures, name: str) -> date | None:
    value = value_of(figures, name)
    return value if isinstance(value, date) else None


def can_pay(figures: Figures) -> Decimal | None:
    """The most that can be paid each month on the second, in dollars."""
    amounts = (dollars_of(figures, name) for name in CAN_PAY if name in BOXES)
    return next((amount for amount in amounts if amount is not None), None)


def ask(calculator: Calculator, figures: Figures, **known: str) -> Reply | None:
    """A calculator's reply from what was typed, and `known` besides; None where it is refused.

    A wrong figure counts as none: its own box says what is wrong with it.
    """
    answers = {
        box.name: text
        for box in boxes(calculator.inputs)
        if (text := known.get(box.name) or typed(figures, box.name, calculator.slug))
        and _is_read(box, text)
    }
    try:
        inputs: object = read(calculator.inputs, answers)
        return reply_to(calculator, inputs, calculator.calculate(inputs))
    except Refused:
        return None


def _is_read(box: Box, text: str) -> bool:
    try:
        box.read(text)
    except ValueError:
        return False
    return True


def rows_of(reply: Reply, table: str) -> list[dict[str, object]]:
    """A table's rows by column."""
    columns = reply["tables"][table]["columns"]
    return [dict(zip(columns, row, strict=True)) for row in reply["tables"][table]["rows"]]
