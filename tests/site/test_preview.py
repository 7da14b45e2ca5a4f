"""What scripts/serve makes again when something changes."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.site import preview
from tests.conftest import ROOT, Site

COUNSELING, GLOSSARY = "steps/6-counseling", "glossary"


@pytest.fixture(scope="module")
def pages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[preview.Pages]:
    """A copy of the words, made once for all tests: each makes what it changes.

    Without whole folders of them: what one page more would show, the others show too.
    """
    copy = tmp_path_factory.mktemp("preview")
    left_out = shutil.ignore_patterns("runtime", "about", "letters", "more", "states")
    shutil.copytree(ROOT / "docs", copy / "docs", ignore=left_out)
    shutil.copytree(ROOT / "build/fragments", copy / "build/fragments")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    shutil.copy(ROOT / "build/settings.yml", copy / "build")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        patch.setattr(preview, "DOCS", copy / "docs")
        patch.setattr(preview, "THEME", copy / "docs/_theme")
        patch.setattr(preview, "CONFIG", copy / "mkdocs.yml")
        patch.setattr(preview, "FRAGMENTS", copy / "build/fragments")
        patch.setattr(preview, "SETTINGS", copy / "build/settings.yml")
        made = preview.Pages(copy / "made", site.address)
        made.make()
        yield made


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
