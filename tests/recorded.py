"""A plugin of pytest that writes down what tests ask of `calculators.run`, each question once.

    python -m pytest -p tests.recorded --record-to build/recorded.jsonl tests/properties

A line is `{"drawn_by": test, "slug": …, "answers": …, "sha256": of CPython's reply}`. The browsers
are then asked the same (tests/browser/test_engines.py).
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

import calculators
from calculators.core.answers import Reply

run = calculators.run
lines: dict[str, str] = {}


def run_and_record(slug: str, answers: Mapping[str, object]) -> Reply:
    reply = run(slug, answers)
    # Only what JSON can carry could ever be asked in a browser.
    with suppress(TypeError):
        question = json.dumps({"slug": slug, "answers": answers})
        if question not in lines:
            drawn_by = os.environ["PYTEST_CURRENT_TEST"].split("::")[-1].split("[")[0].split(" ")[0]
            sha256 = hashlib.sha256(json.dumps(reply).encode()).hexdigest()
            known = {"drawn_by": drawn_by, "slug": slug, "answers": answers, "sha256": sha256}
            lines[question] = json.dumps(known)
    return reply


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-to", type=Path, required=True)


def pytest_configure() -> None:
    """Before any test is imported: most do so by `from calculators import run`."""
    calculators.run = run_and_record


def pytest_sessionfinish(session: pytest.Session) -> None:
    path = session.config.getoption("record_to")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines.values()), encoding="utf-8")
