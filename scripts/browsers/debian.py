"""Whether this machine is Debian, and its commands run so that they ask nothing."""

import os
import platform
import subprocess
import sys

ASKS_NOTHING = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def is_debian() -> bool:
    """Debian itself: others name some of these packages differently, or only promise them."""
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False


def run(*command: str) -> None:
    done = subprocess.run(command, env=ASKS_NOTHING)
    if done.returncode:
        sys.exit(f"This failed: {' '.join(command)}")
