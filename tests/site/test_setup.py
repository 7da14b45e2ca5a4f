"""scripts/install, run for real in a small project of its own: nothing is fetched.

Its one Python package brings the project's own npm, which says whether package-lock.json fits.
"""

import base64
import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.timeout(900)

WHEEL = "tiny-1.0-py3-none-any.whl"


class Project:
    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder = folder
        self.wheels = wheels

    def install(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        settings |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", "PIP_RETRIES": "0"}
        return subprocess.run(
            [self.folder / "scripts/install", *(arguments or ["site"])],
            env={**os.environ, **settings, **environment},
            capture_output=True,
            text=True,
        )

    def works(self) -> bool:
        """The environment is whole, and this folder's own."""
        tools = self.folder / ".venv/bin"
        done = subprocess.run([tools / "python", "-c", "import tiny"], capture_output=True)
        # A tool's first line holds the whole path of its Python.
        own = str(tools.resolve()) in (tools / "pip").read_text().splitlines()[0]
        return own and done.returncode == 0 and (self.folder / ".venv/installed-site").exists()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder, wheels = tmp_path / "project", tmp_path / "wheels"
    wheels.mkdir()
    shutil.copytree(ROOT / "scripts/setup", folder / "scripts/setup")
    for name in ("scripts/install", ".python-version"):
        shutil.copy(ROOT / name, folder / name)
    npm = f'#!/bin/sh\nPATH="{ROOT}/.venv/bin:$PATH" exec npm "$@"\n'
    about = "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"
    files = {
        "tiny.py": "",
        "tiny-1.0.data/scripts/npm": npm,
        "tiny-1.0.dist-info/METADATA": about,
        "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    with zipfile.ZipFile(wheels / WHEEL, "w") as made:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o100755 << 16
            made.writestr(entry, text)
        rows = [
            f"{name},sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()},{len(text)}"
            for name, text in files.items()
            for digest in [hashlib.sha256(text.encode()).digest()]
        ]
        rows.append("tiny-1.0.dist-info/RECORD,,")
        made.writestr("tiny-1.0.dist-info/RECORD", "\n".join(rows))
    digest = hashlib.sha256((wheels / WHEEL).read_bytes()).hexdigest()
    (folder / "requirements.txt").write_text(f"tiny==1.0 --hash=sha256:{digest}\n")
    (folder / "package.json").write_text('{"name": "tiny", "version": "1.0.0"}')
    (folder / "package-lock.json").write_text(
        '{"name": "tiny", "version": "1.0.0", "lockfileVersion": 3,'
        ' "packages": {"": {"name": "tiny", "version": "1.0.0"}}}'
    )
    return Project(folder, wheels)


def test_the_first_failure_stops_it(project: Project) -> None:
    """And again: what the failure before has left half-made is not taken for whole.

    The locks stay the same: with others it would be made anew anyway.
    """

    def fails(said: str, **environment: str) -> None:
        done = project.install(**environment)
        assert done.returncode != 0, said
        assert said in done.stdout + done.stderr
        assert "scripts/install stopped" in done.stderr, said
        assert "Set up." not in done.stdout, said
        assert not project.works(), said

    # npm is the last step: it leaves the most.
    package = project.folder / "package.json"
    sound = package.read_text()
    package.write_text('{"name": "tiny", "version": "1.0.0", "dependencies": {"left": "1.0.0"}}')
    fails("npm ci")
    package.write_text(sound)
    # Port 9 of this machine: nobody answers there.
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_FIND_LINKS": "", "PIP_NO_INDEX": "0"}
    fails("No matching distribution", **nowhere)
    with (project.wheels / WHEEL).open("ab") as wheel:
        wheel.write(b"another")
    fails("DO NOT MATCH THE HASHES")


def test_it_mends_what_was_cut_short_or_moved(project: Project) -> None:
    first = project.install()
    assert first.returncode == 0, first.stderr
    assert "==> Set up." in first.stdout
    assert project.works()
    again = project.install()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")

    # As a run leaves it that was killed while pip was at work.
    next(project.folder.glob(".venv/lib/*/site-packages/tiny.py")).unlink()
    (project.folder / ".venv/installed-site").unlink()
    assert project.install().returncode == 0
    assert project.works()

    moved = Project(project.folder.rename(project.folder.with_name("moved")), project.wheels)
    assert not moved.works()
    assert moved.install().returncode == 0
    assert moved.works()

    # Another's environment, by a link: it is let alone.
    theirs = moved.folder.with_name("theirs")
    (moved.folder / ".venv").rename(theirs)
    (moved.folder / ".venv").symlink_to(theirs)
    kept = sorted(theirs.rglob("*"))
    assert moved.install().returncode == 0
    assert moved.works()
    assert not (moved.folder / ".venv").is_symlink()
    assert sorted(theirs.rglob("*")) == kept


def test_tests_and_site_do_not_need_the_oracles() -> None:
    """numpy and scipy take longer to fetch than all the rest."""
    for lock in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / lock).read_text("utf-8")
        assert "numpy" not in text and "scipy" not in text
    for path in (ROOT / "tests").rglob("*.py"):
        if "oracles" not in path.parts:
            imports = re.findall(r"^\s*(?:import|from) (\w+)", path.read_text("utf-8"), re.M)
            assert not {"numpy", "numpy_financial", "scipy"} & {*imports}, path


def test_a_lock_holds_hashes_and_no_host() -> None:
    for path in sorted(ROOT.glob("requirements*.txt")):
        lines = path.read_text("utf-8").splitlines()
        pinned = [number for number, line in enumerate(lines) if "==" in line]
        assert len(pinned) > 2
        assert all("--hash=sha256:" in lines[number + 1] for number in pinned), path
        assert not [line for line in lines if "://" in line]
    for name in ("package-lock.json", "scripts/benchmark/package-lock.json"):
        text = (ROOT / name).read_text("utf-8")
        assert '"integrity": "sha512-' in text and '"resolved"' not in text
