"""Reads shipped.toml: what the site ships that others wrote, with its license and its version."""

import csv
import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from scripts.runtime.files import PYODIDE, ROOT

TABLE = Path(__file__).with_name("shipped.toml")
TEXTS = Path(__file__).with_name("texts")
PINNED = re.compile(r"^([a-z0-9][\w.-]*)==([\w.]+)", re.M)


@dataclass(frozen=True)
class Part:
    name: str
    where: str
    license: str
    source: str
    changed: str
    texts: list[str]
    version: str = ""
    module: str = ""

    @property
    def purl(self) -> str:
        """What the world calls it, where the locks say which it is."""
        kind, _, name = self.version.partition(":")
        kinds = {"npm": "npm", "pip": "pypi"}
        return f"pkg:{kinds[kind]}/{name}@{self.number}" if kind in kinds else ""

    @property
    def number(self) -> str:
        """The version itself; empty where nothing says it."""
        kind, _, name = self.version.partition(":")
        if not name:
            return self.version
        if kind == "npm":
            return npm_lock()[f"node_modules/{name}"]["version"]
        if kind == "pip":
            return pip_lock()[name]
        said: str = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"][name]
        return said.removeprefix("emscripten_").replace("_", ".")

    @property
    def text(self) -> str:
        return "\n\n".join(text_of(each).strip() for each in self.texts)


def parts() -> list[Part]:
    return [Part(**each) for each in tomllib.loads(TABLE.read_text("utf-8"))["part"]]


@cache
def pip_lock() -> dict[str, str]:
    """Each package that builds the site, and its version."""
    return dict(PINNED.findall((ROOT / "requirements.txt").read_text("utf-8")))


@cache
def npm_lock() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((ROOT / "package-lock.json").read_text("utf-8"))[
        "packages"
    ]
    return found


def text_of(named: str) -> str:
    """A file of ours, or the file of an installed package whose path ends so."""
    package, _, end = named.rpartition(":")
    if not package:
        return (TEXTS / named).read_text("utf-8")
    installed = distribution(package)
    # Not `installed.files`, which looks whether each of the theme's thousands of icons is there.
    record = csv.reader((installed.read_text("RECORD") or "").splitlines())
    found = [name for name, *_ in record if name.endswith(end)]
    if len(found) != 1:
        raise SystemExit(f"{package} no longer holds one {end}: see {TABLE.name}")
    return Path(str(installed.locate_file(found[0]))).read_text("utf-8")
