"""What lies between the host and the reader: a line that may be slow, a device that may be."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep

from scripts.browsers.engines import ENGINES

# Seconds that a sender may lag behind: sleeping is never exact.
SLACK = 0.02


@dataclass(frozen=True)
class Condition:
    """`megabits` a second (None: as many as go), seconds before a reply, the CPU so many times
    slower; `whole`: every peer is visited, and not only stock Pyodide; fewer `rounds` will do
    where nothing is judged."""

    name: str
    words: str
    megabits: float | None = None
    wait: float = 0
    slower: int = 1
    engines: tuple[str, ...] = ENGINES
    whole: bool = False
    reload: bool = True
    rounds: int = 7


CONDITIONS = {
    each.name: each
    for each in (
        Condition("full", "full speed", whole=True),
        Condition("10", "10 Mbps, 40 ms", 10, 0.04, rounds=3),
        # Half a minute for each start as it is; a reload takes what the browser has kept.
        Condition("1.6", "1.6 Mbps, 150 ms", 1.6, 0.15, reload=False),
        Condition("cpu", "CPU slowed 4 times", slower=4, engines=("chromium",), rounds=3),
    )
}


class Line:
    """One line that all connections share."""

    def __init__(
        self,
        condition: Condition,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        self.condition = condition
        self.clock, self.pause = clock, pause
        self.lock = threading.Lock()
        self.free = 0.0

    def reply(self) -> None:
        """Wait as long as a reply takes to begin."""
        self.pause(self.condition.wait)

    def send(self, size: int) -> None:
        """Wait until so many bytes have gone through."""
        if self.condition.megabits is None:
            return
        takes = size * 8 / (self.condition.megabits * 1_000_000)
        with self.lock:
            now = self.clock()
            self.free = max(self.free, now - SLACK) + takes
            wait = self.free - now
        if wait > 0:
            self.pause(wait)
