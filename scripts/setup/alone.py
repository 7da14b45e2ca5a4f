"""One at a time: a second one waits for the first to end, however it ends, and says so.

    alone.py LOCK WHAT COMMAND ...     takes the lock and becomes the command

Needs nothing installed: scripts/install uses it.
"""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def take(lock: Path, what: str) -> int:
    """Waits for a lock; it is let go with the file descriptor that is returned."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(lock, os.O_CREAT | os.O_RDWR)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(f"Another {what} is at work in this folder: waiting for it to end ...", flush=True)
        fcntl.flock(held, fcntl.LOCK_EX)
    return held


@contextmanager
def alone(lock: Path, what: str) -> Iterator[None]:
    held = take(lock, what)
    try:
        yield
    finally:
        os.close(held)


if __name__ == "__main__":
    os.set_inheritable(take(Path(sys.argv[1]), sys.argv[2]), True)
    os.execvp(sys.argv[3], sys.argv[3:])
