"""What scripts/build promises: whole or not at all, one at a time, strict, and always the same."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from scripts.runtime.files import files_in
from scripts.site import pages
from scripts.site.whole import replaced
from tests.conftest import ROOT, Site
from tests.copies import copied

WAITS = "Another build is at work"
WAITING = "Another trial is at work in this folder: waiting for it to end ...\n"


def built_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_in(folder)}


@dataclass
class Two:
    """Two builds of a copy at once, of which one was ended in the midst of its work."""

    # The folder as it was then.
    left: dict[str, bytes]
    # What the other one, which waited, made and said.
    made: Path
    said: str
    code: int


@pytest.fixture(scope="module")
def two(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """In another folder, at another place on earth, an hour older, with another seed of chance."""
    folder = tmp_path_factory.mktemp("two")
    copy = copied(folder / "copy")
    output = folder / "made" / "site"
    output.mkdir(parents=True)
    (output / "index.html").write_text("the old site")
    command = [str(copy / "scripts/build"), "--site-url", site.address, "--output", str(output)]
    other = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    first, second = (
        subprocess.Popen(
            command, env={**os.environ, **other}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, start_new_session=True,
        )
        for _ in range(2)
    )  # fmt: skip
    assert first.stdout and second.stdout
    # One waits, until the other is ended.
    began = next(line for line in first.stdout if line.startswith("[1/5]") or WAITS in line)
    if WAITS in began:
        first, second = second, first
    else:
        began = ""
    assert first.stdout
    for line in first.stdout:
        if line.startswith("[5/5]"):
            break
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    left = built_of(output)
    said, _ = second.communicate()
    yield Two(left, output, began + said, second.returncode)
    shutil.rmtree(folder)


@pytest.mark.timeout(900)
def test_the_same_files_make_the_same_site(site: Site, two: Two) -> None:
    assert two.code == 0, two.said
    assert re.findall(r"^\[(\d)/5\]", two.said, re.M) == list("12345")
    here, there = built_of(site.folder), built_of(two.made)
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


@pytest.mark.timeout(900)
def test_a_build_that_is_ended_leaves_the_old_site_and_the_next_one_works(two: Two) -> None:
    """The one that waited: it found the other's traces."""
    assert two.left == {"index.html": b"the old site"}
    assert two.code == 0 and WAITS in two.said
    assert [path.name for path in two.made.parent.iterdir()] == ["site"]


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    with replaced(folder) as new:
        (new / "one").write_text("1")
        assert not folder.exists()
    with suppress(KeyboardInterrupt), replaced(folder) as new:
        (new / "two").write_text("2")
        raise KeyboardInterrupt
    assert built_of(folder) == {"one": b"1"}
    # As a run leaves it that was killed between its two renames.
    folder.rename(folder.with_name(".folder.old"))
    with suppress(KeyboardInterrupt), replaced(folder):
        assert built_of(folder) == {"one": b"1"}
        raise KeyboardInterrupt
    with replaced(folder) as new:
        (new / "three").write_text("3")
    assert built_of(folder) == {"three": b"3"}
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_one_at_a_time(tmp_path: Path) -> None:
    """The lock is let go when its holder is killed, and not before."""
    lock = [sys.executable, str(ROOT / "scripts/setup/alone.py"), str(tmp_path / "lock"), "trial"]
    command = [*lock, sys.executable, "-c", "print('here', flush=True); input()"]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [each.stdout.readline() for each in both if each.stdout]
    assert sorted(said) == [WAITING, "here\n"]
    holder, waiting = both if said[0] == "here\n" else both[::-1]
    holder.kill()
    holder.communicate()
    shown, _ = waiting.communicate("\n")
    assert (shown, waiting.returncode) == ("here\n", 0)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A site of two pages, as strict as ours is."""
    ours = (ROOT / "mkdocs.yml").read_text("utf-8")
    checks = re.search(r"^validation:\n(?:  .*\n)+", ours, re.M)
    assert checks
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Home\n\n[More](more.md)\n")
    (docs / "more.md").write_text("# More\n")
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_name: Two pages\n{checks[0]}nav: [index.md, more.md]\n")
    return config


def test_a_sound_site_is_made(words: Path, tmp_path: Path) -> None:
    pages.make(words, tmp_path / "made", "https://example.org/")
    assert (tmp_path / "made/more/index.html").exists()


@pytest.mark.parametrize("trouble", ["no page", "not in the menu", "no such link", "no such place"])
def test_a_warning_stops_the_build(
    words: Path, tmp_path: Path, trouble: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if trouble == "no page":
        words.write_text(words.read_text().replace("more.md]", "more.md, gone.md]"))
    elif trouble == "not in the menu":
        (tmp_path / "docs/stray.md").write_text("# Stray\n")
    else:
        link = "gone.md" if trouble == "no such link" else "more.md#gone"
        (tmp_path / "docs/index.md").write_text(f"# Home\n\n[More]({link})\n")
    with pytest.raises(SystemExit):
        pages.make(words, tmp_path / "made")
    shown = capsys.readouterr().err
    assert "stray.md" in shown if trouble == "not in the menu" else "gone" in shown


def test_a_page_may_be_kept_out_of_the_menu_by_name(words: Path, tmp_path: Path) -> None:
    (tmp_path / "docs/stray.md").write_text("# Stray\n")
    words.write_text(words.read_text() + "not_in_nav: /stray.md\n")
    pages.make(words, tmp_path / "made")
    assert (tmp_path / "made/stray/index.html").exists()


def test_the_site_is_made_strictly() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    assert settings["strict"] == "true"
    checks = {**settings["validation"]["nav"], **settings["validation"]["links"]}
    assert set(checks.values()) == {"warn"}
