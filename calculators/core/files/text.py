"""An answer as plain text to copy, and what leads it."""

from collections.abc import Mapping

from calculators.core.answers import Calculator, Column, Figure, Reply, Table
from calculators.core.forms import TextKind, boxes, load
from calculators.identity import IDENTITY


def title_of(is_example: bool) -> str:
    """What an answer is headed."""
    return "Our worked example" if is_example else "Your estimate"


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


def in_tables(calculator: Calculator, reply: Reply) -> set[str]:
    """The figures that stand in a table, and so not by themselves."""
    explaining = {table.explained_by for table in calculator.tables} - {""}
    return {
        f"{row}__{column}" for key in explaining for row, column, _ in reply["tables"][key]["rows"]
    }


def _open_tables(calculator: Calculator, reply: Reply) -> list[Table]:
    """The tables that stand open on the page and have something to show."""
    explaining = {table.explained_by for table in calculator.tables}
    return [
        table
        for table in calculator.all_tables
        if table.key not in explaining and not table.folded and reply["tables"][table.key]["rows"]
    ]


def shown_columns(table: Table, reply: Reply) -> list[tuple[int, Column]]:
    """The columns that stand side by side, each with its place in a row.

    A column in which no row has anything to say is left out. Where the figures are explained, a
    column of sentences stands with the explanation.
    """
    rows = reply["tables"][table.key]["rows"]
    return [
        (at, column)
        for at, column in enumerate(table.columns)
        if (column.if_none or any(row[at] is not None for row in rows))
        and not (table.explained_by and isinstance(column.kind, TextKind))
    ]


def _table_lines(table: Table, reply: Reply) -> list[str]:
    """A table as a browser copies one: a row a line, a tab between two cells."""
    shown = shown_columns(table, reply)
    rows = reply["tables"][table.key]["rows"]
    return [
        "",
        table.caption,
        "\t".join(column.label for _, column in shown),
        *("\t".join(column.text(row[at]) for at, column in shown) for row in rows),
    ]


def notes_beside(reply: Reply) -> list[Mapping[str, str]]:
    """The notes, but for what the answer has said first."""
    said = (reply["verdict"], reply["at_risk"])
    return [note for note in reply["notes"] if note["text"] not in said]


def what_to_do(action: Mapping[str, str | None]) -> str:
    """An action as a line of text: a number stands in it, a page is only on the site."""
    return f"Next: {action['text']}{': ' + action['phone'] if action['phone'] else '.'}"


def as_text(
    calculator: Calculator, reply: Reply, is_example: bool = False, with_tables: bool = True
) -> str:
    """The figures that went in, the answer, the notes and the steps.

    The tables that stand open on the page come along, a tab between two cells, unless whoever asks
    shows them in another way.
    """
    lines = [f"{calculator.title}: {title_of(is_example)}", ""]
    for box in boxes(calculator.inputs):
        value = reply["inputs"][box.name]
        if value is not None:
            lines.append(f"{box.words.label}: {box.kind.pretty(box.kind.load(value))}")
    first = (reply["verdict"], reply["at_risk"], reply["number"], what_to_do(reply["action"]))
    lines += ["", *(each for each in first if each), ""]
    elsewhere = in_tables(calculator, reply) if with_tables else ()
    lines += [
        f"{figure.label}: {text}"
        for figure, text in shown_figures(calculator, reply)
        if figure.key not in elsewhere
    ]
    for table in _open_tables(calculator, reply) if with_tables else ():
        lines += _table_lines(table, reply)
    asked = [each["message"] for each in reply["questions"]]
    lines += ["", *(f"Please check: {message}" for message in asked)]
    lines += [note["text"] for note in notes_beside(reply)]
    lines += ["", "How it was worked out"]
    lines += [f"{number}. {step}" for number, step in enumerate(reply["steps"], 1)]
    lines += ["", f"An estimate from {IDENTITY.name}, not legal or financial advice."]
    return "\n".join(lines)
