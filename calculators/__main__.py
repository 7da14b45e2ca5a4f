"""The command line: `python -m calculators payment --balance 52000 --annual-rate 9.25 ...`.

Exit code 0 when every reply is ok, 2 otherwise; never a traceback.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from calculators import CALCULATORS, run
from calculators.core.answers import Calculator, Reply, refusal
from calculators.core.files import as_csv, as_ics, as_text
from calculators.core.forms import FieldError, YesNoKind, boxes

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
    as_json = not {"--json", "--json-lines"}.isdisjoint(options)
    calculator = CALCULATORS.get(slug)
    if calculator is None:
        return show(run(slug, {}), as_json)
    try:
        chosen = parser_for(calculator).parse_args(with_minus_signs(calculator, options))
    except WrongArguments as error:
        return show(refusal(slug, [FieldError(None, f"{error}.")]), as_json)
    if chosen.json_lines:
        # A shell can start us with no standard input at all: then there are no lines.
        return answer_lines(slug, sys.stdin.buffer if sys.stdin else ())
    answers = {
        box.name: text
        for box in boxes(calculator.inputs)
        if (text := getattr(chosen, box.name)) is not None
    }
    reply = run(slug, answers)
    if reply["ok"] and (chosen.csv or chosen.ics):
        print(
            as_csv(calculator, reply, chosen.csv) if chosen.csv else as_ics(calculator, reply),
            end="",
        )
        return OK
    return show(reply, chosen.json)


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
            option_of(box.name),
            metavar="|".join(dict(box.kind.choices)) or box.example or box.kind.suffix or "TEXT",
            help=words.replace("%", "%%"),
            **bare_flag,  # type: ignore[arg-type]
        )
    parser.add_argument("--json", action="store_true", help="print the reply as one JSON object")
    parser.set_defaults(csv=None)
    if tables := [table.key for table in calculator.tables]:
        parser.add_argument("--csv", choices=tables, help="print one table of the answer as CSV")
    parser.add_argument("--ics", action="store_true", help="print its dates as a calendar file")
    parser.add_argument(
        "--json-lines",
        action="store_true",
        help="read one JSON object of answers a line from standard input; write a reply a line",
    )
    return parser


def with_minus_signs(calculator: Calculator, options: Sequence[str]) -> list[str]:
    """The options, with `--balance -$5` as `--balance=-$5`: its own field must refuse it."""
    named = {option_of(box.name) for box in boxes(calculator.inputs)}
    joined: list[str] = []
    for text in options:
        is_value = text.startswith("-") and not text.startswith("--") and text != "-h"
        if is_value and joined and joined[-1] in named:
            joined[-1] += f"={text}"
        else:
            joined.append(text)
    return joined


def option_of(name: str) -> str:
    """A field's option."""
    return f"--{name.replace('_', '-')}"


def show(reply: Reply, as_json: bool) -> int:
    """Print one reply for a program or for a person; returns the exit code."""
    if as_json:
        print(json.dumps(reply))
    elif reply["ok"]:
        calculator = CALCULATORS[reply["calculator"]]
        print(as_text(calculator, reply, with_tables=False))
        for table in calculator.all_tables:
            print()
            print(table_text(calculator, reply, table.key))
    else:
        for error in reply["errors"]:
            option = f"{option_of(error['field'])}: " if error["field"] else ""
            print(f"{option}{error['message']}", file=sys.stderr)
    return OK if reply["ok"] else REFUSED


def table_text(calculator: Calculator, reply: Reply, key: str) -> str:
    """One of a reply's tables: in columns, or a block a row where its cells are sentences."""
    table = next(table for table in calculator.all_tables if table.key == key)
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


def answer_lines(slug: str, lines: Iterable[bytes]) -> int:
    """A reply a line, in order, in constant memory. Blank lines are skipped."""
    code = OK
    for line in lines:
        if line.strip():
            reply = answer_line(slug, line)
            # At once: whoever writes the lines may wait for each reply.
            print(json.dumps(reply), flush=True)
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


def from_a_shell(arguments: Sequence[str]) -> int:
    """`main`, whatever becomes of our streams: closed, full, or the person stops us."""
    try:
        try:
            if sys.stdout:
                sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
            return main(arguments)
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except KeyboardInterrupt:
        return REFUSED
    except OSError as error:
        # A reader who has gone wants no word about it; nor must Python say one at exit.
        if not isinstance(error, BrokenPipeError):
            with suppress(OSError):
                print(f"The reply could not be written: {error.strerror}.", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED


def from_here() -> int:
    """Where the package is installed, its own command starts here."""
    return from_a_shell(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(from_here())
