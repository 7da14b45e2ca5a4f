"""What scripts/serve makes again when something changes."""

import json
import os
import shutil
from pathlib import Path

import pytest

from scripts.site import preview
from tests.conftest import ROOT, Site

COUNSELING, GLOSSARY = "steps/6-counseling", "glossary"


@pytest.fixture
def pages(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> preview.Pages:
    """A copy of the words, made once."""
    ignored = shutil.ignore_patterns("runtime")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=ignored)
    shutil.copytree(ROOT / "build/fragments", tmp_path / "build/fragments")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copy(ROOT / "build/settings.yml", tmp_path / "build")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(preview, "DOCS", tmp_path / "docs")
    monkeypatch.setattr(preview, "THEME", tmp_path / "docs/_theme")
    monkeypatch.setattr(preview, "CONFIG", tmp_path / "mkdocs.yml")
    monkeypatch.setattr(preview, "FRAGMENTS", tmp_path / "build/fragments")
    monkeypatch.setattr(preview, "SETTINGS", tmp_path / "build/settings.yml")
    made = preview.Pages(tmp_path / "made", site.address)
    made.make()
    return made


def make_again(pages: preview.Pages) -> set[str]:
    """The pages that are made again."""
    htmls = list(pages.folder.rglob("index.html"))
    for html in htmls:
        os.utime(html, (2e9, 2e9))
    pages.make()
    again = [html for html in htmls if html.stat().st_mtime < 2e9]
    return {html.parent.relative_to(pages.folder).as_posix() for html in again}


def append(path: Path, words: str) -> None:
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def test_a_page(pages: preview.Pages) -> None:
    append(preview.DOCS / f"{COUNSELING}.md", "\n\nA newly written sentence.\n")
    assert make_again(pages) == {COUNSELING}
    html = (pages.folder / COUNSELING / "index.html").read_text("utf-8")
    assert "<p>A newly written sentence.</p>" in html
    index = json.loads((pages.folder / "search/search_index.json").read_text("utf-8"))
    assert {f"{COUNSELING}/", f"{GLOSSARY}/"} <= {each["location"] for each in index["docs"]}
    assert make_again(pages) == set()


def test_what_pages_include(pages: preview.Pages) -> None:
    append(preview.FRAGMENTS / "calculators/list.md", "\n- New: what is new?")
    assert make_again(pages) == {"."}


def test_what_all_pages_share(pages: preview.Pages) -> None:
    append(preview.CONFIG, "\n# A remark.\n")
    assert len(make_again(pages)) == len(list(preview.DOCS.rglob("*.md")))
    append(preview.CONFIG.parent / "build/settings.yml", "\n")
    assert len(make_again(pages)) == len(list(preview.DOCS.rglob("*.md")))
    append(preview.THEME / "main.html", "\n")
    assert len(make_again(pages)) == len(list(preview.DOCS.rglob("*.md")))
