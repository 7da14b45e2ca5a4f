"""The home page and the glossary: they lead everywhere, and hold no number of law either."""

import re
from pathlib import Path

import pytest
import yaml

from calculators.plan import FLOW
from scripts.site.door import door_fragments
from tests.content.test_guides import DOCS, SPELLED, STEPS, name_of, prose

HOME = DOCS / "index.md"
GLOSSARY = DOCS / "glossary.md"
ON_PAPER = DOCS / "questions-on-paper.md"
FRONT = [HOME, GLOSSARY, ON_PAPER, DOCS / "plan.md", DOCS / "ayuda.md"]
# Names that the law or a program bears, not numbers of law.
NAMES = re.compile(r"Chapter (7|13)|Form 1099-C|2MP|\{ #[\w-]+ \}")
TERM = re.compile(r"^(.+) \{ #([\w-]+) \}$", re.MULTILINE)
CALCULATORS = sorted((DOCS / "calculators").glob("*.md"))
REVIEWERS = ("lawyer", "counselor", "tax_professional")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FRONT, ids=name_of)
def test_no_number_of_law_on_the_front_pages(path: Path) -> None:
    words = NAMES.sub("", prose(path))
    found = re.search(r".{0,30}\d.{0,30}", words) or SPELLED.search(words)
    assert not found, f"make it a fact and include it: {found}"


@pytest.mark.parametrize("path", STEPS, ids=name_of)
def test_home_leads_to_every_step(path: Path) -> None:
    """Each is listed once with a line saying what it is for."""
    listed = re.split(r"^## The nine steps$", text_of(HOME), flags=re.MULTILINE)[1]
    line = re.search(rf"^.*\]\({name_of(path)}\)(.*)$", listed, re.MULTILINE)
    assert line, f"add a line to docs/index.md that says when to use {name_of(path)}"
    assert len(line[1].split()) > 3


def test_home_lists_the_calculators() -> None:
    """The list is generated, so that a new calculator needs no line here."""
    assert "\n{!calculators/list.md!}\n" in text_of(HOME)


def test_home_opens_with_a_question_and_the_urgent_first() -> None:
    """Nothing but a greeting stands before it; the three that cannot wait are its first choices."""
    before, after = text_of(HOME).split("{!door/home.html!}")
    greeting = before.split("# Help with a second mortgage")[1]
    assert len(greeting.split()) < 20
    assert "[Ayuda en español](ayuda.md){ lang=es hreflang=es }" in greeting
    assert after.startswith("\n\n## Or find your case\n")
    html = door_fragments()["door/home.html"]
    shown = html.split("<template")[0]
    assert re.findall(r'data-choice="(\w+)"', shown)[:3] == ["sale", "papers", "old"]
    assert shown.count("door-urgent") == 3
    assert shown.count("data-question=") == 1


def test_without_a_script_each_choice_leads_to_a_list() -> None:
    """Four short lists, the urgent first, with whom to call and what not to do."""
    listed = text_of(HOME).split("{!door/home.html!}")[1].split("## The nine steps")[0]
    lists = re.split(r"^### .+ \{ #([\w-]+) \}$", listed, flags=re.MULTILINE)[1:]
    assert lists[::2] == ["urgent", "keeping-up", "behind", "special"]
    for name, rows in zip(lists[::2], lists[1::2], strict=True):
        assert 5 <= len(re.findall(r"^- \[", rows, re.MULTILINE)) <= 8, name
    html = door_fragments()["door/home.html"].split("<template")[0]
    links = re.findall(r'<a class="door-choice[^"]*" data-choice="\w+" href="#([\w-]+)"', html)
    assert len(links) == len(FLOW.questions["happening"].choices)
    assert set(links) <= set(lists[::2])
    for needed in (
        "{!facts/full_review_days_before_sale.html!}",
        "{!facts/hud_counselor_phone.html!}",
        "whose sale is it?",
        "Call today",
        "legal aid first",
        "do not pay, promise, or write that you owe it until a lawyer has looked",
    ):
        assert needed in lists[1]


def test_the_questions_on_paper_stand_in_order_and_fit_a_phone() -> None:
    router = text_of(ON_PAPER).split("# Find your way")[1].split("\n## Sources")[0]
    asked = re.findall(r"^## (\d)\. (.+)$", router, re.MULTILINE)
    assert [int(number) for number, _ in asked] == list(range(1, 9))
    # The two that cannot wait stand first, and the one that sends most people away comes last.
    assert "sale date" in asked[0][1]
    assert "old loan" in asked[1][1]
    assert "behind" in asked[-1][1]
    for row in re.findall(r"^\|.*\|$", text_of(ON_PAPER), re.MULTILINE):
        assert row.count("|") == 3, f"two columns at most: {row}"
    for question in router.split("\n## ")[1:]:
        for row in re.findall(r"^\| \*\*.*\|$", question, re.MULTILINE):
            leads_on = re.search(r"\]\(|[Gg]o on|legal aid|lawyer|old loan", row)
            assert leads_on, f"a dead end: {row}"


def test_the_glossary_is_in_order_with_one_address_a_term() -> None:
    found = TERM.findall(text_of(GLOSSARY))
    assert len(found) >= 60
    letters = [re.sub(r"[^a-z0-9]", "", name.lower()) for name, _ in found]
    in_order = [re.sub(r"\d+", lambda number: number[0].zfill(3), name) for name in letters]
    assert in_order == sorted(in_order)
    assert len({slug for _, slug in found}) == len(found)


def test_a_term_is_short() -> None:
    for name, meaning in re.findall(r"^(.+) \{ #.*\n:   (.+)$", text_of(GLOSSARY), re.MULTILINE):
        said, *trap = meaning.split(" **Trap:** ")
        for part in (said, *trap):
            words = re.sub(r"\{!.*?!\}", "so many days", part).split()
            assert len(words) <= 45, f"{name}: {len(words)} words"
        assert len(trap) <= 1, name


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=name_of)
def test_a_review_names_who_and_when(path: Path) -> None:
    front = yaml.safe_load(text_of(path).split("---\n")[1])
    signed = [key for key in front if key.startswith("reviewed")]
    for key in signed:
        assert key in [f"reviewed_by_{who}" for who in REVIEWERS], f"{path.name}: {key}"
        assert re.search(r"\S.*, .*\b20\d\d$", str(front[key])), f"{path.name}: name, place, date"
