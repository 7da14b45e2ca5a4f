"""Where things are, and what all rooms do with files."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BUILD = ROOT / "build"
PYODIDE = ROOT / "node_modules" / "pyodide"
NODE = Path(sys.executable).with_name("node")
# An archive made twice from the same files is the same.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def files_in(folder: Path) -> list[Path]:
    """Every file, in the same order on every machine."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def megabytes(size: int) -> str:
    """A number of bytes for people, in millions as hosts and phone plans count them."""
    return f"{size / 1_000_000:.1f} MB"


def add(archive: zipfile.ZipFile, name: str, data: str | bytes) -> None:
    """One file of an archive, packed as the archive itself is, with no trace of when or where."""
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = archive.compression
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, data)


def run(*command: object) -> str:
    """Run a tool and return what it printed; on failure show all of it and stop."""
    done = subprocess.run(
        [str(part) for part in command], env=os.environ, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout
