"""What all workers of a test run need, made by the one that asks first, while the others wait."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

BUILD = Path(__file__).parent.parent / "build"


def once(name: str, make: Callable[[], None]) -> None:
    """Make it, unless another worker of this very run has."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
    BUILD.mkdir(exist_ok=True)
    with (BUILD / f"{name}.made").open("a+") as made:
        fcntl.flock(made, fcntl.LOCK_EX)
        made.seek(0)
        if run and made.read() == run:
            return
        made.truncate(0)
        make()
        made.write(run)


def unmeasured() -> dict[str, str]:
    """The environment for a process that coverage shall not follow: it would take twice as long."""
    return {name: each for name, each in os.environ.items() if not name.startswith("COVERAGE_")}
