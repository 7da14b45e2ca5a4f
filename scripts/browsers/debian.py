"""Whether this machine is Debian, and its commands run so that they ask nothing."""

import os
import platform
import subprocess
import sys


def is_debian() -> bool:
    """Debian itself: others name some of these packages differently, or only promise them."""
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False


def run(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment)
    if done.returncode:
        sys.exit(f"This failed: {' '.join(command)}")
