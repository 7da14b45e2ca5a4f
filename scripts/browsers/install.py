"""Installs the browsers that the tests drive, those that the machine has not got already, and
the web servers that they start.

As root on Debian the distribution's own; elsewhere Playwright's downloads.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.browsers import servers
from scripts.browsers.debian import ASKS_NOTHING, is_debian, run

SHELL = "chromium-headless-shell"


def installed_chromium() -> str | None:
    """A Chromium of the machine's own, or None where Playwright's is to be used."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def installed_shell() -> str | None:
    """Chromium without what is around a page: half the work for a test, but no reader's browser."""
    return shutil.which(SHELL)


def installed_firefox() -> str | None:
    """Debian's Firefox, or None. Others may not be let near a profile in /tmp (Ubuntu's is not)."""
    return shutil.which("firefox-esr")


def installed_webkit() -> tuple[str, str] | None:
    """WebKitGTK's driver and its small browser, where both can run unseen; or None."""
    driver = shutil.which("WebKitWebDriver")
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if driver and browsers and shutil.which("Xvfb"):
        return driver, str(browsers[-1])
    return None


# What each is in Debian. Without a font of its own a new machine draws no text.
PACKAGES = {
    "chromium": (installed_chromium, ["chromium", "fonts-liberation"]),
    "firefox": (installed_firefox, ["firefox-esr"]),
    "webkit": (installed_webkit, ["webkit2gtk-driver", "xvfb"]),
}


APT_INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]


def main() -> None:
    missing = [name for name, (installed, _) in PACKAGES.items() if not installed()]
    on_debian = os.getuid() == 0 and is_debian()
    if missing and on_debian:
        print(f"==> Browsers for the tests: {', '.join(missing)}", flush=True)
        run("apt-get", "update", "-qq")
        packages = [package for name in missing for package in PACKAGES[name][1]]
        run(*APT_INSTALL, *packages)
    elif missing := not_downloaded(missing):
        print(f"==> Browsers for the tests: {', '.join(missing)}", flush=True)
        # As root it may also install the libraries that they need.
        options = ["--with-deps"] if os.getuid() == 0 else []
        run(sys.executable, "-m", "playwright", "install", *options, *missing)
    if on_debian and not installed_shell():
        print("==> Chromium's shell, for quicker tests", flush=True)
        install_shell()
    servers.install()


def install_shell() -> None:
    """Where it cannot be had, the whole Chromium does; and nothing is removed for it."""
    for command in (["apt-get", "update", "-qq"], [*APT_INSTALL, "--no-remove", SHELL]):
        if subprocess.run(command, env=ASKS_NOTHING).returncode:
            print(f"Without it: {' '.join(command)} failed.", flush=True)
            return


def not_downloaded(names: list[str]) -> list[str]:
    """Those that Playwright has not downloaded yet either."""
    if not names:
        return []
    with sync_playwright() as playwright:
        return [
            name for name in names if not Path(getattr(playwright, name).executable_path).exists()
        ]


if __name__ == "__main__":
    main()
