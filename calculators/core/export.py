"""An answer to take along: plain text to copy, tables as CSV (RFC 4180), dates for a calendar."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from calculators.core.answer import Calculator, Column, Figure, Reply
from calculators.core.form import boxes, load
from calculators.core.ics import as_ics, dates_of
from calculators.core.kinds import CountKind, DateKind, MoneyKind, RateKind

__all__ = ["as_csv", "as_ics", "as_text", "file_of", "files_of"]

# Cells of these kinds stand in a file as a spreadsheet reads them; all others as on the page.
FOR_SPREADSHEETS = (MoneyKind, RateKind, CountKind, DateKind)
# A spreadsheet takes a text that starts so for a formula.
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Where a text has more than plain letters, a spreadsheet needs this to read it as UTF-8.
BYTE_ORDER_MARK = "\ufeff"
DATES = "dates.ics"


@dataclass(frozen=True)
class File:
    """What the page saves when the reader asks for it."""

    name: str
    media_type: str
    text: str


def title_of(calculator: Calculator, untouched: Collection[str]) -> str:
    """What the answer is headed: ours while no box was touched, the reader's after that."""
    every = {box.name for box in boxes(calculator.inputs)}
    return "Our worked example" if every <= set(untouched) else "Your estimate"


def our_labels(calculator: Calculator, untouched: Collection[str]) -> list[str]:
    """The labels of the boxes that still hold our example."""
    return [
        box.words.label
        for box in boxes(calculator.inputs)
        if box.words.example and box.name in untouched
    ]


def shown_figures(calculator: Calculator, reply: Reply) -> list[tuple[Figure, str]]:
    """The figures that stand on the page, each with its value or the sentence in its place."""
    absent = calculator.absent(load(calculator.inputs, reply["inputs"]))
    shown = []
    for figure in calculator.figures:
        value = reply["figures"][figure.key]
        if value is None:
            text = absent.get(figure.key, figure.if_none)
        else:
            text = figure.kind.pretty(figure.kind.load(value))
        if text:
            shown.append((figure, text))
    return shown


def headline(calculator: Calculator, reply: Reply) -> str:
    """What leads the answer; a screen reader announces it."""
    main = [
        f"{figure.label}: {figure.kind.pretty(figure.kind.load(value))}"
        for figure in calculator.figures
        if figure.main and (value := reply["figures"][figure.key]) is not None
    ]
    if main:
        return ". ".join(main) + "."
    return "".join(note["text"] for note in reply["notes"][:1])


def mixture(calculator: Calculator, untouched: Collection[str]) -> str:
    """A warning where the reader's numbers and our example went into one answer, or nothing."""
    every = {box.name for box in boxes(calculator.inputs)}
    ours = our_labels(calculator, untouched)
    if not ours or every <= set(untouched):
        return ""
    return f"This uses our example for: {'; '.join(ours)}."


def as_text(calculator: Calculator, reply: Reply, untouched: Collection[str]) -> str:
    """The figures that went in, the answer, the steps and the notes; a leading note stays first."""
    lead = headline(calculator, reply)
    notes = [note["text"] for note in reply["notes"] if note["text"] != lead]
    ours = our_labels(calculator, untouched)
    lines = [f"{calculator.title}: {title_of(calculator, untouched)}", ""]
    for box in boxes(calculator.inputs):
        value = reply["inputs"][box.name]
        if value is not None:
            example = " (our example)" if box.words.label in ours else ""
            lines.append(f"{box.words.label}: {box.kind.pretty(box.kind.load(value))}{example}")
    lines += ["", lead, ""] if len(notes) < len(reply["notes"]) else [""]
    lines += [f"{figure.label}: {text}" for figure, text in shown_figures(calculator, reply)]
    lines += ["", *notes]
    lines += ["", "How it was worked out"]
    lines += [f"{number}. {step}" for number, step in enumerate(reply["steps"], 1)]
    lines += ["", "An estimate from Second Mortgage Help, not legal or financial advice."]
    return "\n".join(lines)


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


def files_of(calculator: Calculator, reply: Reply) -> dict[str, str]:
    """What an answer can be saved as, by key, with what its button says."""
    why = {table.explained_by for table in calculator.tables}
    filled = [
        table
        for table in calculator.tables
        if reply["tables"][table.key]["rows"] and table.key not in why
    ]
    files = {f"{table.key}.csv": "Save the table (CSV)" for table in filled}
    if len(filled) > 1:
        files = {f"{table.key}.csv": f"Save the table (CSV): {table.caption}" for table in filled}
    if dates_of(calculator, reply):
        files[DATES] = "Add the dates to your calendar (.ics)"
    return files


def file_of(calculator: Calculator, reply: Reply, key: str) -> File:
    """One of `files_of`, made."""
    name = f"second-mortgage-{calculator.slug}-{key}".replace("_", "-")
    if key == DATES:
        return File(name, "text/calendar;charset=utf-8", as_ics(calculator, reply))
    text = as_csv(calculator, reply, key.removesuffix(".csv"))
    return File(name, "text/csv;charset=utf-8", text if text.isascii() else BYTE_ORDER_MARK + text)
