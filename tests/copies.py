"""A copy of the project as somebody else would have it, ready to be built."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT


def copied(copy: Path) -> Path:
    """All that git knows or would take in, an hour older, with the tools that are set up here.

    The copy makes everything itself but what stands unchanged in build/: Pyodide's pruned core and
    the compressed forms of files that are the same. Those take minutes; their names are hashes of
    what they are made from.
    """
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    tracked = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(lambda name: (ROOT / name).is_file(), tracked.splitlines()):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy / name)
        shutil.copymode(ROOT / name, copy / name)
        os.utime(copy / name, (1e9, 1e9))
    for name in (".venv", "node_modules"):
        (copy / name).symlink_to((ROOT / name).resolve())
    # Another worker may be at work on one of these parts, and its name goes then.
    unfinished = shutil.ignore_patterns("*.part")
    for path in (*ROOT.glob("build/pruned-*"), ROOT / "build/compressed"):
        shutil.copytree(path, copy / "build" / path.name, ignore=unfinished)
    return copy
