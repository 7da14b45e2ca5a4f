"""The pages as Zensical makes them, from the same words, menu and theme (decisions/zensical.md)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.runtime.make import RUNTIME
from tests.conftest import ROOT, Site
from tests.once import once, unmeasured

MADE_OF = ("docs", "build/fragments", "build/settings.yml", "mkdocs.yml")


def zensical_site(site: Site) -> Path:
    """Made once in a run, after the site: what both are made of is there then."""
    folder = ROOT / "build" / "zensical"
    once("zensical-site", lambda: build(folder, site.address))
    return folder / "site"


def build(folder: Path, address: str) -> None:
    """In a copy: it writes nowhere but beside the settings that it reads."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in MADE_OF:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, place)
    told = {"SITE_URL": address, "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        env=unmeasured() | told,
        capture_output=True,
        text=True,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0 and "No issues found" in said, said
    (folder / "site/assets/runtime").symlink_to(RUNTIME)
