"""What every browser is asked, and how its processes are started, waited for and ended."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

PATIENCE = 120  # seconds that one call to a browser may take, on a busy machine
LOADED = """async (address) =>
    location.href === address && document.readyState === "complete" && !window.leaving"""


class Engine:
    """A browser with one page open."""

    version: str

    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self.navigate(address)
        # On a busy machine Firefox and WebKit may say so while the page is still loading.
        wait_for(f"{address} to load", lambda: self.run(LOADED, address))

    def reload(self) -> None:
        """Load the page anew, and wait until it is loaded."""
        address = self.run("async () => { window.leaving = true; return location.href; }")
        self.refresh()
        wait_for(f"{address} to load again", lambda: self.run(LOADED, address))

    def navigate(self, address: str) -> None:
        raise NotImplementedError

    def refresh(self) -> None:
        raise NotImplementedError

    def run(self, function: str, argument: object = None) -> Any:
        """Await an async JavaScript function of one argument, in the page; JSON goes both ways."""
        raise NotImplementedError


@contextmanager
def process(
    command: list[str], environment: dict[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    """Run a program while the block runs, then end it and all that it started."""
    with tempfile.TemporaryFile() as log:
        running = subprocess.Popen(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=pass_fds,
            start_new_session=True,
        )
        try:
            yield
        except BaseException as error:
            log.seek(0)
            error.add_note(f"{command[0]} said: {log.read().decode(errors='replace')[-2000:]}")
            raise
        finally:
            for sent in (signal.SIGTERM, signal.SIGKILL):
                with suppress(ProcessLookupError):
                    os.killpg(running.pid, sent)
                with suppress(subprocess.TimeoutExpired):
                    running.wait(10)


def wait_for[T](what: str, ready: Callable[[], T]) -> T:
    """What `ready` returns, as soon as it is something and no error."""
    end = time.monotonic() + PATIENCE
    problem: Exception | None = None
    while time.monotonic() < end:
        try:
            if found := ready():
                return found
        except (OSError, ValueError, AssertionError) as error:
            problem = error
        time.sleep(0.05)
    raise TimeoutError(f"waited {PATIENCE} seconds for {what}") from problem
