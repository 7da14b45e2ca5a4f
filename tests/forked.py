"""Runs tests again and again, each time in a new process that has pytest loaded already.

It is started in a copy of the project. A line that it reads is a JSON list of pytest's arguments;
the line that it answers says with which code pytest ended, and what it said.
"""

import json
import os
import sys
import tempfile

import hypothesis.strategies  # noqa: F401 - the other slow one to load
import pytest


def main() -> None:
    # Bytecode written a moment ago may have the same time stamp as a changed source.
    sys.dont_write_bytecode = True
    for line in sys.stdin:
        with tempfile.TemporaryFile() as output:
            if not (child := os.fork()):
                run(json.loads(line), output.fileno())
            _, status = os.waitpid(child, 0)
            output.seek(0)
            code = os.waitstatus_to_exitcode(status)
            print(json.dumps([code, output.read().decode()]), flush=True)


def run(arguments: list[str], output: int) -> None:
    """In the new process, which ends here."""
    os.dup2(output, 1)
    os.dup2(output, 2)
    code = pytest.main(arguments)
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
