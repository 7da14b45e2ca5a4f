"""The property tests draw the same numbers everywhere, whatever runs beside them."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.draws import MEASURED, measured_at_first

DRAWN = """
from hypothesis import given, strategies as st
from tests import draws
{before}

@draws.draws(400)
@given(st.integers(), st.text())
def drawn(number, text):
    print(number, ascii(text))

drawn()
"""
ALONE = "draws.from_the_test_alone()"
BESIDE_ANOTHER = "import another\n"
ANOTHER = f"NUMBERS = {[number * 7919 for number in range(2, 99)]}"


def drawn(folder: Path, before: str, **environment: str) -> str:
    """What a test in a process of its own draws."""
    (folder / "another.py").write_text(ANOTHER)
    script = folder / "drawn.py"
    script.write_text(DRAWN.format(before=before))
    everywhere = {name: each for name, each in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**everywhere, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_neither_ci_nor_other_modules_change_what_is_drawn(tmp_path: Path) -> None:
    here = drawn(tmp_path, ALONE)
    assert here.count("\n") == 400
    assert drawn(tmp_path, BESIDE_ANOTHER + ALONE, CI="true") == here
    # Without that, they would.
    assert drawn(tmp_path, BESIDE_ANOTHER) != drawn(tmp_path, "")


def test_what_is_measured_draws_the_same() -> None:
    seen: list[int] = []
    said: list[tuple[str, int]] = []

    @settings(max_examples=2 * MEASURED)
    @given(st.integers())
    def drawn(number: int) -> None:
        seen.append(number)

    drawn()
    first = [*seen]
    seen.clear()
    with measured_at_first(
        drawn, lambda: said.append(("pause", len(seen))), lambda: said.append(("resume", len(seen)))
    ):
        drawn()
    assert seen == first
    assert said == [("pause", MEASURED), ("resume", len(first))]
