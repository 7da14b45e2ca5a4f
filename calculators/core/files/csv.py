"""A table of an answer as CSV (RFC 4180), safe for a spreadsheet."""

from collections.abc import Iterable
from typing import Any

from calculators.core.answers import Calculator, Column, Reply
from calculators.core.forms import CountKind, DateKind, MoneyKind, RateKind

# Cells of these kinds stand in a file as a spreadsheet reads them; all others as on the page.
FOR_SPREADSHEETS = (MoneyKind, RateKind, CountKind, DateKind)
# A spreadsheet takes a text that starts so for a formula.
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(calculator: Calculator, reply: Reply, table_key: str) -> str:
    """One table of an answer: people's column labels, then plain figures. Lines end with CRLF."""
    columns = next(table.columns for table in calculator.tables if table.key == table_key)
    lines = [[_safe(_heading(column)) for column in columns]]
    for row in reply["tables"][table_key]["rows"]:
        lines.append([_cell(column, cell) for column, cell in zip(columns, row, strict=True)])
    return "".join(f"{','.join(_quoted(cells))}\r\n" for cells in lines)


def _heading(column: Column) -> str:
    """The label, and the unit that a bare figure leaves out."""
    return f"{column.label} ({column.kind.suffix})" if column.kind.suffix else column.label


def _cell(column: Column, plain: Any) -> str:
    if plain is not None and isinstance(column.kind, FOR_SPREADSHEETS):
        return str(plain)
    return _safe(column.text(plain))


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(LIKE_A_FORMULA) else words


def _quoted(cells: Iterable[str]) -> Iterable[str]:
    for cell in cells:
        needs_quotes = any(mark in cell for mark in ',"\r\n')
        yield f'"{cell.replace('"', '""')}"' if needs_quotes else cell
