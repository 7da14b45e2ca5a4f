"""What only Chromium lets us do: find its processes, to weigh them and to slow them down."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scripts.browsers.engine import Engine
from scripts.browsers.engines import ByPlaywright


def processes(engine: Engine) -> list[int]:
    assert isinstance(engine, ByPlaywright)
    browser = engine.page.context.browser
    assert browser
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [process["id"] for process in found]


def memory(engine: Engine) -> dict[int, int]:
    """Bytes that each of its processes takes, its part of what they share among them (Linux)."""
    found = {}
    for process in processes(engine):
        with suppress(OSError):
            said = Path(f"/proc/{process}/smaps_rollup").read_text()
            found[process] = int(said.split("\nPss:")[1].split()[0]) * 1024
    return found


def collect_garbage(engine: Engine) -> None:
    """In the page and in its workers: how much lies about at a moment is chance."""
    assert isinstance(engine, ByPlaywright)
    page = engine.page
    session = page.context.new_cdp_session(page)
    collect = {"id": 1, "method": "HeapProfiler.collectGarbage"}

    def attached(event: dict[str, object]) -> None:
        to = {"sessionId": event["sessionId"], "message": json.dumps(collect)}
        session.send("Target.sendMessageToTarget", to)

    session.on("Target.attachedToTarget", attached)
    follow = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
    session.send("Target.setAutoAttach", follow)
    session.send("HeapProfiler.collectGarbage")
    page.wait_for_timeout(300)
    session.detach()


@contextmanager
def slowed(engine: Engine, times: int) -> Iterator[None]:
    """All of the browser gets one part in so many of the time.

    Its own setting for this (Emulation.setCPUThrottlingRate) does not reach workers, and Python
    runs in one.
    """
    stopped = processes(engine)
    names = [str(process) for process in stopped]
    command = [sys.executable, "-m", "scripts.benchmark.pauses", str(times), *names]
    with subprocess.Popen(command) as pauses:
        try:
            yield
        finally:
            pauses.kill()
            pauses.wait()
            for process in stopped:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGCONT)
