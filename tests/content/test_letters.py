"""Each letter has its page, its line in the navigation, and one place on the page that leads by
need."""

import re

import pytest

from calculators.facts import FACTS
from calculators.letters import LETTERS, write
from tests.conftest import ROOT
from tests.content.test_guides import DOCS

FOLDER = DOCS / "letters"
INDEX = FOLDER / "index.md"
# Letters, and the sheets beside them, which are plain pages.
PAGES = sorted({*LETTERS, *(path.stem for path in FOLDER.glob("*.md"))} - {INDEX.stem})


@pytest.mark.parametrize("slug", LETTERS)
def test_a_letter_stands_on_its_page(slug: str) -> None:
    page = FOLDER / f"{slug}.md"
    assert page.exists(), f"write docs/letters/{slug}.md"
    assert page.read_text(encoding="utf-8").count(f"\n{{!letters/{slug}.html!}}\n") == 1
    title = LETTERS[slug].title
    assert f"\n# {title}\n" in page.read_text(encoding="utf-8"), f"its title is “{title}”"


@pytest.mark.parametrize("slug", PAGES)
def test_a_letter_is_in_the_navigation(slug: str) -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert nav.count(f" letters/{slug}.md\n") == 1, f"add letters/{slug}.md under Letters"


@pytest.mark.parametrize("slug", PAGES)
def test_the_index_leads_to_each_letter_once(slug: str) -> None:
    lines = re.findall(rf"^- \[.+\]\({slug}\.md\): (.+)$", INDEX.read_text("utf-8"), re.MULTILINE)
    assert len(lines) == 1, f"add one line for {slug} to docs/letters/index.md, in its group"
    assert len(lines[0].split()) > 3, "say when to use it"


@pytest.mark.parametrize("slug", LETTERS)
def test_the_index_calls_a_letter_by_its_title(slug: str) -> None:
    assert f"\n- [{LETTERS[slug].title}]({slug}.md): " in INDEX.read_text(encoding="utf-8")


def test_a_letter_to_use_instead_exists() -> None:
    """A reader with another kind of loan is sent on by the title of a letter that there is."""
    titles = {letter.title for letter in LETTERS.values()}
    for slug, letter in LETTERS.items():
        for named in re.findall(r"letter “([^”]+)”", letter.instead):
            assert named in titles, f"{slug}: no letter is called “{named}”"


@pytest.mark.parametrize("slug", LETTERS)
def test_a_line_of_credit_is_told_no_day_of_another_rule(slug: str) -> None:
    """Where a reader says that the loan is a HELOC, only facts that reach a HELOC give days."""
    letter = LETTERS[slug]
    if "loan_kind" not in letter.fields:
        return
    reply = write(slug, {"loan_kind": "heloc"})
    assert reply["ok"] == (not letter.loans or "heloc" in letter.loans)
    shown = {row["what"] for row in reply.get("due", [])}
    for each in letter.due:
        if each.what in shown:
            assert {"heloc", "any"} & set(FACTS[each.fact].scope), f"{slug}: {each.what}"
