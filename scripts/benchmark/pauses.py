"""Stops and continues processes by turns: python -m scripts.benchmark.pauses TIMES PROCESS..."""

import os
import signal
import sys
import time
from contextlib import suppress

# Seconds that they run at a stretch: short against all that is measured.
TURN = 0.005


def main(times: int, processes: list[int]) -> None:
    """Until it is killed, or whoever started it is."""
    parent = os.getppid()
    while os.getppid() == parent:
        for sent, turns in ((signal.SIGSTOP, times - 1), (signal.SIGCONT, 1)):
            for process in processes:
                with suppress(ProcessLookupError):
                    os.kill(process, sent)
            time.sleep(TURN * turns)


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(each) for each in sys.argv[2:]])
