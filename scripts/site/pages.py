"""Makes the pages with MkDocs, strictly: a warning stops the build.

Not by `mkdocs build --strict --quiet`, which silences the warnings before they are counted.
"""

import logging
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def make(config: Path, folder: Path, address: str | None = None) -> None:
    """Raises SystemExit, after saying why, when a page is not as mkdocs.yml wants it."""
    said = logging.StreamHandler(sys.stderr)
    said.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    log.setLevel(logging.WARNING)
    options = {"site_url": address} if address else {}
    try:
        settings = load_config(str(config), site_dir=str(folder), strict=True, **options)
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            build(settings)
        finally:
            settings.plugins.on_shutdown()
    finally:
        log.removeHandler(said)
