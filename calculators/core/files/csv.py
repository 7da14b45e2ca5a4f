"""A table of an answer as CSV (RFC 4180), safe for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from calculators.core.answers import Calculator, Column, Reply
from calculators.core.forms import CountKind, DateKind, Kind, MoneyKind, RateKind, boxes
from calculators.identity import IDENTITY

# Cells of these kinds stand in a file as a spreadsheet reads them; all others as on the page.
FOR_SPREADSHEETS = (MoneyKind, RateKind, CountKind, DateKind)
# A spreadsheet takes a text that starts so for a formula; some also in the wide signs of East Asia.
LIKE_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def as_csv(calculator: Calculator, reply: Reply, table_key: str, saved_on: str = "") -> str:
    """One table of an answer: people's column labels, then plain figures. Lines end with CRLF.

    On top stand what was asked, on which day (ISO; left out if empty) and with which figures, down
    to an empty line. Each line has as many cells as the table, and at least two.
    """
    table = next(table for table in calculator.tables if table.key == table_key)
    lines = [*_asked(calculator, reply, table.caption, saved_on), []]
    lines.append([_safe(_heading(column.label, column.kind)) for column in table.columns])
    for row in reply["tables"][table_key]["rows"]:
        lines.append([_cell(column, cell) for column, cell in zip(table.columns, row, strict=True)])
    return _joined(lines)


def words_as_csv(lines: Iterable[Sequence[str]]) -> str:
    """Lines of words, each cell safe for a spreadsheet; the same shape as a table's file."""
    return _joined([[_safe(cell) for cell in cells] for cells in lines])


def _joined(lines: Sequence[Sequence[str]]) -> str:
    width = max(2, *map(len, lines))
    padded = ([*cells, *[""] * (width - len(cells))] for cells in lines)
    return "".join(f"{','.join(_quoted(cells))}\r\n" for cells in padded)


def _asked(
    calculator: Calculator, reply: Reply, caption: str, saved_on: str
) -> Iterator[list[str]]:
    """What the table answers, a label and a figure a line."""
    yield [_safe(f"{IDENTITY.name}: {calculator.title}"), _safe(caption)]
    yield ["Question", _safe(calculator.question)]
    if saved_on:
        yield ["Saved on", saved_on]
    for box in boxes(calculator.inputs):
        plain = reply["inputs"][box.name]
        if plain is not None:
            column = Column(box.name, box.words.label, box.kind)
            yield [_safe(_heading(box.words.label, box.kind)), _cell(column, plain)]


def _heading(label: str, kind: Kind) -> str:
    """The label, and the unit that a bare figure leaves out."""
    return f"{label} ({kind.suffix})" if kind.suffix else label


def _cell(column: Column, plain: Any) -> str:
    if plain is not None and isinstance(column.kind, FOR_SPREADSHEETS):
        return str(plain)
    return _safe(column.text(plain))


def _safe(words: str) -> str:
    return f"'{words}" if words.lstrip(" ").startswith(LIKE_A_FORMULA) else words


def _quoted(cells: Iterable[str]) -> Iterable[str]:
    for cell in cells:
        needs_quotes = any(mark in cell for mark in ',"\r\n')
        yield f'"{cell.replace('"', '""')}"' if needs_quotes else cell
