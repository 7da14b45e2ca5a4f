"""The fragment of the page that puts papers together, and the QR codes of the pages on it."""

import re
from collections.abc import Iterable
from pathlib import Path

import segno

from calculators.core.pages import papers_form
from calculators.letters import LETTERS
from calculators.papers import FOR_YOU, TO_SEND, Paper
from scripts.runtime.files import ROOT

DOCS = ROOT / "docs"
TITLE = re.compile(r"\A---\ntitle: (.+)")
LISTED = re.compile(r'value="page:([^"]*)"')
PAGE = "page:"
# A letter's page has the letter in the other pile.
NO_SHEETS = {*LETTERS, "index"}


def papers_fragment() -> str:
    """Everything that a pile may hold, by heading."""
    mine, answers = _parted(FOR_YOU)
    letters, to_show = _parted(TO_SEND)
    sheets = [path for path in _pages("letters") if path.stem not in NO_SHEETS]
    return papers_form(
        {
            "Your plan and your figures": mine,
            "Answers": answers,
            "The nine steps": _listed(_pages("steps")),
            "More help": _listed(_pages("more")),
            "Sheets to fill in by hand": _listed([*sheets, DOCS / "questions-on-paper.md"]),
        },
        {"Letters": letters, "Answers that were asked for": to_show},
    )


type Listed = list[tuple[str, str, tuple[str, ...]]]


def _parted(papers: Iterable[Paper]) -> tuple[Listed, Listed]:
    """The answers of calculators apart from all else."""
    listed = [(paper.key, paper.title, paper.begun) for paper in papers]
    answers = [each for each in listed if each[0].startswith("answer:")]
    return [each for each in listed if each not in answers], answers


def _pages(folder: str) -> list[Path]:
    return sorted((DOCS / folder).glob("*.md"))


def _listed(pages: Iterable[Path]) -> Listed:
    return [
        (f"{PAGE}{path.relative_to(DOCS).with_suffix('')}/", _title(path), ()) for path in pages
    ]


def _title(path: Path) -> str:
    found = TITLE.match(path.read_text(encoding="utf-8"))
    if not found:
        raise SystemExit(f"{path.name} does not begin with its title: see {__name__}")
    return found[1].strip("\"'")


def write_codes(site: Path, address: str) -> None:
    """A QR code for each page that a pile may hold, and for the home page, as SVG."""
    html = (site / "papers" / "index.html").read_text(encoding="utf-8")
    folder = site / "assets" / "qr"
    folder.mkdir()
    for page in ["", *LISTED.findall(html)]:
        name = page.rstrip("/").replace("/", "-") or "home"
        code = segno.make(f"{address}{page}", error="m", micro=False)
        code.save(str(folder / f"{name}.svg"), xmldecl=False, omitsize=True)
