"""What the locked packages are due for: newer versions, and known holes.

pip, pip-audit and npm ask the registries that this machine is set up for. Where nobody answers,
that is said, and no package is taken for sound.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
TOOLS = ROOT / ".venv" / "bin"
LOCK = ROOT / "requirements-test.txt"
# Seconds for one question. Without a network some tools try again and again.
PATIENCE = 180


class NoAnswer(Exception):
    """Nobody could be asked; the message says why."""


def report() -> tuple[list[str], bool]:
    """Lines to print, and whether a hole is known in a package."""
    if not (TOOLS / "pip-audit").exists():
        return ["Packages were not looked at: run scripts/install first."], False
    lines, holes = [], False
    for title, ask, is_hole in ASKED:
        try:
            found = list(ask())
        except NoAnswer as error:
            lines.append(f"{title}: could not be looked up ({error}).")
            continue
        lines.append(f"{title}: {len(found) or 'none'}")
        lines += [f"  {each}" for each in found]
        holes = holes or bool(found and is_hole)
    return lines, holes


def newer_python() -> Iterator[str]:
    # Without an index `pip list --outdated` warns, and ends as if nothing were newer.
    said("pip", "index", "versions", "mkdocs", "--retries", "0", why="no package index answers")
    for each in told("pip", "list", "--outdated", "--format", "json", why="pip could not list"):
        yield f"{each['name']} {each['version']}: {each['latest_version']} is out"


def newer_javascript() -> Iterator[str]:
    for name, each in told("npm", "outdated", "--json", why="npm reaches no registry").items():
        yield f"{name} {each['current']}: {each['latest']} is out"


def holes_in_python() -> Iterator[str]:
    options = ("--disable-pip", "--format", "json", "--progress-spinner", "off")
    asked = ("pip-audit", "--require-hashes", "--requirement", str(LOCK), *options)
    found = told(*asked, why="no service answers")["dependencies"]
    known = [each for each in found if "vulns" in each]
    for each in known:
        for hole in each["vulns"]:
            mended = ", ".join(hole["fix_versions"]) or "no version yet"
            yield f"{each['name']} {each['version']}: {hole['id']}, mended in {mended}"
    if len(known) < len(found) and not any(each["vulns"] for each in known):
        raise NoAnswer(f"nothing is known of {len(found) - len(known)} among {len(found)} packages")


def holes_in_javascript() -> Iterator[str]:
    found = told("npm", "audit", "--json", why="the registry tells of none")
    if "vulnerabilities" not in found:
        raise NoAnswer("the registry does not tell")
    for name, each in found["vulnerabilities"].items():
        yield f"{name} {each['range']}: {each['severity']}"


ASKED: tuple[tuple[str, Callable[[], Iterator[str]], bool], ...] = (
    ("Newer Python packages", newer_python, False),
    ("Newer JavaScript packages", newer_javascript, False),
    ("Known holes in Python packages", holes_in_python, True),
    ("Known holes in JavaScript packages", holes_in_javascript, True),
)


def said(tool: str, *arguments: str, why: str) -> str:
    """What a tool prints. Raises NoAnswer where it prints nothing."""
    path = f"{TOOLS}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    try:
        done = subprocess.run(
            [TOOLS / tool, *arguments],
            cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True,
            timeout=PATIENCE,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoAnswer(why) from error
    if not done.stdout.strip():
        raise NoAnswer(why)
    return done.stdout


def told(tool: str, *arguments: str, why: str) -> Any:
    """The same as JSON. A tool that has something to tell may end with a code of its own."""
    try:
        found = json.loads(said(tool, *arguments, why=why))
    except json.JSONDecodeError as error:
        raise NoAnswer(why) from error
    if isinstance(found, dict) and "error" in found:
        raise NoAnswer(why)
    return found
