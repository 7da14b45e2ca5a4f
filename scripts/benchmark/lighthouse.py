"""Lighthouse's score of a page for its speed on a phone."""

import json
import os
import subprocess

from playwright.sync_api import Playwright

from scripts.benchmark.host import Host
from scripts.benchmark.lines import CONDITIONS, Line
from scripts.benchmark.peers import TOOLS
from scripts.browsers.engines import QUIET
from scripts.browsers.install import installed_chromium
from scripts.runtime.files import NODE

PROGRAM = TOOLS / "lighthouse" / "cli" / "index.js"


def score(playwright: Playwright, host: Host, path: str) -> float:
    """From 0 to 1."""
    host.line = Line(CONDITIONS["full"])
    command = [
        str(NODE),
        str(PROGRAM),
        host.address + path,
        "--only-categories=performance",
        "--output=json",
        "--quiet",
        f"--chrome-flags={' '.join(['--headless=new', *QUIET])}",
    ]
    chrome = installed_chromium() or playwright.chromium.executable_path
    environment = {**os.environ, "CHROME_PATH": chrome}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"Lighthouse failed: {done.stderr[-1000:]}")
    return float(json.loads(done.stdout)["categories"]["performance"]["score"])
