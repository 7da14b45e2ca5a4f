"""The command line: `python -m calculators payment --balance 52000 --annual-rate 9.25 ...`.

Exit code 0 when every reply is ok, 2 otherwise; never a traceback.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, NoReturn

from calculators import CALCULATORS, run
from calculators.core.answer import Calculator, Reply, refusal
from calculators.core.export import as_text
from calculators.core.form import FieldError, boxes
from calculators.core.kinds import YesNoKind

OK, REFUSED = 0, 2


class WrongArguments(Exception):
    """The command line could not be read; the message says why."""


class Parser(argparse.ArgumentParser):
    """argparse that raises instead of exiting, so that --json can answer in JSON."""

    def error(self, message: str) -> NoReturn:
        raise WrongArguments(message)


def main(arguments: Sequence[str]) -> int:
    """Run the command line; returns the exit code."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(listing())
        return OK
    slug, *options = arguments
    calculator = CALCULATORS.get(slug)
    if calculator is None:
        return show(run(slug, {}), "--json" in options)
    try:
        chosen = parser_for(calculator).parse_args(options)
    except WrongArguments as error:
        return show(refusal(slug, [FieldError(None, f"{error}.")]), "--json" in options)
    if chosen.json_lines:
        return answer_lines(slug, sys.stdin.buffer)
    answers = {
        box.name: text
        for box in boxes(calculator.inputs)
        if (text := getattr(chosen, box.name)) is not None
    }
    return show(run(slug, answers), chosen.json)


def listing() -> str:
    """What there is, one line a calculator."""
    lines = ["Usage: python -m calculators CALCULATOR [options]", ""]
    lines += [f"  {slug:<14}{each.question}" for slug, each in CALCULATORS.items()]
    lines += ["", "python -m calculators CALCULATOR --help lists its options."]
    return "\n".join(lines)


def parser_for(calculator: Calculator) -> Parser:
    """One calculator's options, from the same descriptions as its form."""
    parser = Parser(
        prog=f"python -m calculators {calculator.slug}",
        description=calculator.question,
        allow_abbrev=False,
    )
    for box in boxes(calculator.inputs):
        words = " ".join(part for part in (f"{box.words.label}.", box.words.hint) if part)
        if not box.required:
            words += f" [{box.default_text or 'may be left out'}]"
        bare_flag = {"nargs": "?", "const": "yes"} if isinstance(box.kind, YesNoKind) else {}
        parser.add_argument(
            f"--{box.name.replace('_', '-')}",
            metavar="|".join(dict(box.kind.choices)) or box.shown or box.kind.suffix or "TEXT",
            help=words.replace("%", "%%"),
            **bare_flag,  # type: ignore[arg-type]
        )
    parser.add_argument("--json", action="store_true", help="print the reply as one JSON object")
    parser.add_argument(
        "--json-lines",
        action="store_true",
        help="read one JSON object of answers a line from standard input; write a reply a line",
    )
    return parser


def show(reply: Reply, as_json: bool) -> int:
    """Print one reply for a program or for a person; returns the exit code."""
    if as_json:
        print(json.dumps(reply))
    elif reply["ok"]:
        calculator = CALCULATORS[reply["calculator"]]
        print(as_text(calculator, reply, ()))
        for table in calculator.tables:
            print()
            print(table_text(calculator, reply, table.key))
    else:
        for error in reply["errors"]:
            option = f"--{error['field'].replace('_', '-')}: " if error["field"] else ""
            print(f"{option}{error['message']}", file=sys.stderr)
    return OK if reply["ok"] else REFUSED


def table_text(calculator: Calculator, reply: Reply, key: str) -> str:
    """One of a reply's tables: in columns, or a block a row where its cells are sentences."""
    table = next(table for table in calculator.tables if table.key == key)
    labels = [column.label for column in table.columns]
    rows = [
        [column.text(cell) for column, cell in zip(table.columns, row, strict=True)]
        for row in reply["tables"][key]["rows"]
    ]
    if any(column.kind.is_words for column in table.columns):
        return "\n\n".join(
            "\n".join(f"{label}: {text}" for label, text in zip(labels, row, strict=True))
            for row in rows
        )
    lines = [labels, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(text.rjust(width) for text, width in zip(line, widths, strict=True))
        for line in lines
    )


def answer_lines(slug: str, lines: BinaryIO) -> int:
    """A reply a line, in order, in constant memory. Blank lines are skipped."""
    code = OK
    for line in lines:
        if line.strip():
            reply = answer_line(slug, line)
            print(json.dumps(reply))
            code = code if reply["ok"] else REFUSED
    return code


def answer_line(slug: str, line: bytes) -> Reply:
    """The reply to one line; a line that is not a JSON object is refused as a whole."""
    try:
        # Numbers stay as they were written: 9.10 is what the person typed, not a float.
        answers: Any = json.loads(line, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        answers = None
    if not isinstance(answers, Mapping):
        message = 'Write one JSON object a line, like {"balance": "52000"}.'
        return refusal(slug, [FieldError(None, message)])
    return run(slug, answers)


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone: say nothing more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = REFUSED
    sys.exit(code)
