"""The reply of the contract: what programs get, and what a page is made from."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from calculators.core.answers.calculator import Calculator
from calculators.core.answers.parts import Answer, Table
from calculators.core.answers.what_if import WHAT_IF, what_if_rows
from calculators.core.forms import Doubt, FieldError, Kind, doubts_about, written

type Reply = dict[str, Any]


def reply_to(calculator: Calculator, inputs: object, answer: Answer) -> Reply:
    """The reply of the contract: JSON-ready, formatted for programs, not for people."""
    tables = {
        WHAT_IF: what_if_rows(calculator.calculate, inputs, answer.figures, calculator.what_if),
        **answer.tables,
    }
    return {
        "ok": True,
        "calculator": calculator.slug,
        "inputs": written(inputs),
        "verdict": answer.lead.verdict,
        "at_risk": answer.lead.at_risk,
        "number": answer.lead.number,
        "action": answer.lead.action.plain,
        "figures": {
            figure.key: _plain(figure.kind, answer.figures[figure.key])
            for figure in calculator.figures
        },
        "tables": {
            table.key: {
                "columns": [column.key for column in table.columns],
                "rows": _plain_rows(table, tables[table.key]),
            }
            for table in calculator.all_tables
        },
        "steps": list(answer.steps),
        "notes": [{"kind": note.kind, "text": note.text} for note in answer.notes],
        "questions": questions_of(inputs, answer.doubts),
        "facts": list(answer.facts),
    }


def refusal(slug: str, errors: Sequence[FieldError]) -> Reply:
    """The reply when something typed needs another look."""
    return {
        "ok": False,
        "calculator": slug,
        "errors": [{"field": error.field, "message": error.message} for error in errors],
    }


def questions_of(inputs: object, doubts: Sequence[Doubt] = ()) -> list[dict[str, str | None]]:
    """What to ask about answers that can be worked with; one a field, `doubts` before the rest."""
    asked = {doubt.field: doubt for doubt in (*doubts_about(inputs), *doubts)}
    return [
        {"field": each.field, "message": each.message, "suggestion": each.suggestion}
        for each in asked.values()
    ]


def _plain_rows(table: Table, rows: Iterable[Sequence[Any]]) -> list[list[str | int | bool | None]]:
    # Column by column: a schedule has hundreds of rows.
    columns = list(zip(*rows, strict=True))
    if not columns:
        return []
    said = [
        _plain_column(column.kind.plain, cells)
        for column, cells in zip(table.columns, columns, strict=True)
    ]
    return [list(row) for row in zip(*said, strict=True)]


def _plain_column(
    say: Callable[[Any], str | int | bool], cells: Sequence[Any]
) -> list[str | int | bool | None]:
    return [None if cell is None else say(cell) for cell in cells]


def _plain(kind: Kind, value: Any) -> str | int | bool | None:
    return None if value is None else kind.plain(value)
