"""A real screen reader: Orca reads pages in Firefox, unseen and without a sound card.

What it says is taken from its own debug file. Debian's packages are enough (PACKAGES); it must run
inside a D-Bus session of its own (scripts/listen starts one).
"""

import os
import re
import shutil
import subprocess
import sys
import threading
import time
import tty
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.browsers.debian import is_debian, run

PACKAGES = (
    "firefox-esr",
    "orca",
    "at-spi2-core",
    "speech-dispatcher",
    "xvfb",
    "dbus-x11",
    "xdotool",
    "python3-pyatspi",
    "gir1.2-atspi-2.0",
)
SCREEN = ":77"
SAID = re.compile(r"^[\d:.]+ - SPEECH OUTPUT: '(?P<words>.*)'(?: |\{|$)", re.MULTILINE)
# Silence for so long: it has said all. A machine with other work takes its time.
SILENCE = 4.0
PATIENCE = 120.0
# A new profile, without first-run pages, updates, reports, or anything kept.
SETTINGS = """
user_pref("accessibility.force_disabled", -1);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.serviceWorkers.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("ui.prefersReducedMotion", 1);
"""


class Listener:
    """One page in Firefox with Orca beside it."""

    def __init__(self, heard: Path) -> None:
        self.heard = heard

    def press(self, *keys: str) -> None:
        """Keys by their X names: "Tab", "Down", "h", "ctrl+Home"."""
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            time.sleep(0.3)

    def write(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "80", text], check=True)

    def since(self, mark: int, last: str = "") -> list[str]:
        """What was said after the mark, once `last` was, or anything, and it is silent again."""
        end = time.monotonic() + PATIENCE
        length, quiet = -1, time.monotonic()
        said: list[str] = []
        while time.monotonic() < end:
            size = self.mark()
            if size != length:
                length, quiet = size, time.monotonic()
            elif time.monotonic() - quiet > SILENCE:
                said = self._said(mark)
                if said and last in plain(" ".join(said)):
                    break
            time.sleep(0.25)
        return said

    def _said(self, mark: int) -> list[str]:
        with self.heard.open("rb") as file:
            file.seek(mark)
            text = file.read().decode("utf-8", "replace")
        return [each["words"] for each in SAID.finditer(text)]

    def mark(self) -> int:
        return self.heard.stat().st_size


@contextmanager
def listening(address: str) -> Iterator[Listener]:
    """Firefox at that address, read aloud by Orca, and all of it ended when the block ends."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True)))
        home.chmod(0o700)
        (home / "profile").mkdir()
        (home / "profile" / "user.js").write_text(SETTINGS, encoding="utf-8")
        os.environ |= {
            "DISPLAY": SCREEN,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "GTK_MODULES": "gail:atk-bridge",
            "GNOME_ACCESSIBILITY": "1",
            "ACCESSIBILITY_ENABLED": "1",
            "NO_AT_BRIDGE": "0",
            "MOZ_ENABLE_WAYLAND": "0",
            "LANG": "C.UTF-8",
        }

        def begin(*command: str) -> None:
            stack.callback(_end, _start(command))

        begin("Xvfb", SCREEN, "-screen", "0", "1280x1024x24")
        begin("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        time.sleep(2)
        for switch in ("IsEnabled", "ScreenReaderEnabled"):
            _switch_on(switch)
        begin("speech-dispatcher", "-s")
        heard = home / "heard.out"
        heard.touch()
        begin("orca", "--replace", f"--debug-file={_written_at_once(heard, stack)}")
        time.sleep(4)
        fresh = ("--profile", str(home / "profile"), "--no-remote", "--new-instance")
        begin("firefox-esr", *fresh, address)
        yield Listener(heard)


def _written_at_once(heard: Path, stack: ExitStack) -> str:
    """A terminal whose lines go into that file. Into a file itself Orca writes when it has written
    8 kB, and what it said last would not be there until much later."""
    ours, orcas = os.openpty()
    tty.setraw(orcas)
    for end in (orcas, ours):
        stack.callback(os.close, end)

    def copy() -> None:
        with heard.open("ab", buffering=0) as file:
            try:
                while lines := os.read(ours, 65536):
                    file.write(lines)
            except OSError:
                return  # Orca has ended, and the terminal is closed.

    threading.Thread(target=copy, daemon=True).start()
    return os.ttyname(orcas)


def plain(text: str) -> str:
    """With single spaces: what is said comes in pieces."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=quiet, stderr=quiet)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


def _switch_on(name: str) -> None:
    place = ("--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus")
    setting = ("--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name, "<true>")
    subprocess.run(["gdbus", "call", *place, *setting], check=True, capture_output=True)


def main() -> None:
    """Installs the screen reader and what it needs, if it is not there."""
    if shutil.which("orca") and shutil.which("xdotool"):
        return
    if os.getuid() or not is_debian():
        sys.exit(f"scripts/listen needs these packages of Debian's: {' '.join(PACKAGES)}")
    run("apt-get", "update", "-qq")
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES)


if __name__ == "__main__":
    main()
