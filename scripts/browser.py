"""Installs the browser that the tests drive, unless the machine has one.

As root on Debian the distribution's own Chromium; elsewhere Playwright's download.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def installed_chromium() -> str | None:
    """A Chromium of the machine's own, or None where Playwright's is to be used."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def main() -> None:
    if installed_chromium():
        return
    print("==> A browser for the tests", flush=True)
    if os.getuid() == 0 and shutil.which("apt-get") and Path("/etc/debian_version").exists():
        run("apt-get", "update", "-qq")
        # Without a font of its own a new machine draws no text, on screen or in print.
        packages = ["chromium", "fonts-liberation"]
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)
    else:
        run(sys.executable, "-m", "playwright", "install", "chromium")


def run(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment)
    if done.returncode:
        sys.exit(f"This failed: {' '.join(command)}")


if __name__ == "__main__":
    main()
