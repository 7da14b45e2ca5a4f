"""In the place of Pyodide's package loader, for which it loads zipfile, tempfile, shutil, pathlib …

One kind of package remains, a zip of pure Python such as our wheel: Python imports from it as it
is, as it does from its own library.
"""

import sys
from site import getsitepackages
from typing import Any, NoReturn

# Pyodide keeps its memory only if Python holds just what it holds after this import.
from pyodide_js import loadedPackages  # noqa: F401


class Folder:
    """As much of a path as Pyodide's start asks for."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Folder(getsitepackages()[0])
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Called when Pyodide starts: no package is there yet."""


def unpack_buffer(buffer: Any, *, format: str = "", **_: object) -> None:
    """`pyodide.unpackArchive`, for a wheel or zip: afterwards it can be imported from."""
    if format.lstrip(".") not in ("wheel", "whl", "zip"):
        raise NotImplementedError(f"{format}: this site's Python opens only wheels and zips")
    path = f"{SITE_PACKAGES}/package-{len(sys.path)}.zip"
    with open(path, "wb") as file:
        buffer._into_file(file)
    sys.path.append(path)


def __getattr__(name: str) -> NoReturn:
    raise AttributeError(f"{name}: packages are left out of this site's Python")
