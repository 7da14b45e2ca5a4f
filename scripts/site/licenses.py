"""Writes licenses.txt: the licenses of all that the site ships.

Only texts from here and from locked packages, so that every machine writes the same. The package of
Pyodide brings no text; MPL-2.0 and Python's license are taken from packages under the same ones.
"""

from importlib.metadata import distribution
from pathlib import Path

from scripts.runtime.files import ROOT

OURS = {
    "The code of this site (MIT)": "LICENSE",
    "The words of this site (CC BY 4.0)": "LICENSE-content",
}
# What it is of, the package that holds the text, and where.
OTHERS = [
    (
        "Pyodide, in assets/runtime (MPL-2.0). Its source is at github.com/pyodide/pyodide. Parts "
        "are left out here, by scripts/runtime/prune.mjs; nothing is added.",
        "pathspec",
        "licenses/LICENSE",
    ),
    (
        "Python and its standard library, in assets/runtime (PSF-2.0). The source is at "
        "github.com/python/cpython. Parts are left out here, by scripts/runtime/stdlib.py.",
        "typing-extensions",
        "licenses/LICENSE",
    ),
    ("The theme, Material for MkDocs (MIT)", "mkdocs-material", "licenses/LICENSE"),
    ("The theme's icons", "mkdocs-material", ".icons/material/LICENSE"),
]


def write(site: Path) -> None:
    texts = {title: (ROOT / name).read_text("utf-8") for title, name in OURS.items()}
    texts |= {title: text_of(package, end) for title, package, end in OTHERS}
    parts = [f"{title}\n{'=' * 72}\n\n{text.strip()}\n" for title, text in texts.items()]
    (site / "licenses.txt").write_text("\n\n".join(parts), encoding="utf-8")


def text_of(package: str, end: str) -> str:
    """The file of an installed package whose path ends so."""
    found = [file for file in distribution(package).files or () if file.as_posix().endswith(end)]
    if len(found) != 1:
        raise SystemExit(f"{package} no longer holds one {end}: see scripts/site/licenses.py")
    return found[0].read_text("utf-8")
