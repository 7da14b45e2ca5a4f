"""Sayings that a reader may not know: one plain list, and on no page that does not explain them."""

import ast
import re
from pathlib import Path

import pytest

from calculators.facts import FACTS
from calculators.letters import LETTERS
from tests.conftest import ROOT
from tests.content.test_guides import DOCS, PAGES, name_of
from tests.content.test_house import MODULES

# What is not said, and what to say in its place.
PLAINLY = {
    r"clocks?": "the time, the days, the date",
    r"walk(s|ed|ing)? away": "leave; say no",
    r"underwater": "owe more than the home is worth",
    r"upside[- ]down": "owe more than the home is worth",
    r"zombie": "an old loan that came back",
    r"end of (your|their) rope": "it is too much",
    r"front of the line": "comes first",
    r"fresh start": "a new deal",
    r"on the hook": "still owe",
    r"make ends meet": "pay the bills",
    r"nest egg": "savings",
    r"ballpark": "about",
    r"bottom line": "in all",
    r"rule of thumb": "a common guess",
    r"red (flag|tape)s?": "a warning; papers",
    r"foot in the door": "a start",
    r"down the road": "later",
    r"in the long run": "later; in all",
    r"loopholes?": "what the rule leaves out",
    r"out of the woods": "over",
    r"under the gun": "with little time",
    r"strings attached": "conditions",
    r"fall(s|ing|en)? through the cracks": "is forgotten",
}
# Words that letters and news use, on the page that explains them.
EXPLAINED = {
    "underwater": {"glossary.md"},
    "zombie": {"glossary.md", "more/old-and-charged-off-loans.md"},
}
FOR_READERS = [path for path in PAGES if not name_of(path).startswith("about/")]


def sayings(text: str, page: str = "") -> list[str]:
    """Each saying in a text with what to say instead, but for those that this page explains."""
    text = re.sub(r"\]\([^)]*\)|\{!.*?!\}|\{ #[\w-]+ \}", "", text)
    return [
        f"{found[0]!r}: say {instead}"
        for saying, instead in PLAINLY.items()
        if page not in EXPLAINED.get(saying, ())
        and (found := re.search(rf"\b({saying})\b", text, re.IGNORECASE))
    ]


def strings(module: Path) -> str:
    """What a module may say: its string constants, without docstrings."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return "\n".join(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    )


@pytest.mark.parametrize("path", FOR_READERS, ids=name_of)
def test_a_page_uses_plain_words(path: Path) -> None:
    assert not sayings(path.read_text(encoding="utf-8"), name_of(path))


def test_facts_letters_and_answers_use_plain_words() -> None:
    facts = "\n".join(f"{each.says} {each.text} {each.note}" for each in FACTS.values())
    letters = "\n".join(f"{each.title} {each.subject} {each.text}" for each in LETTERS.values())
    answers = "\n".join(map(strings, MODULES))
    door = "\n".join(
        (ROOT / f"calculators/plan/{name}.toml").read_text("utf-8") for name in ("flow", "cards")
    )
    assert not sayings(f"{facts}\n{letters}\n{answers}\n{door}")


def test_an_explained_word_stands_where_it_is_explained() -> None:
    """Else the exception is for nothing, and the list should lose it."""
    for saying, pages in EXPLAINED.items():
        for page in pages:
            text = (DOCS / page).read_text(encoding="utf-8")
            assert re.search(saying, text, re.IGNORECASE), f"{page}: {saying}"


def test_a_saying_is_found_as_a_word_alone() -> None:
    assert sayings("The clock runs.") and sayings("Walk away from it.")
    assert not sayings("Clockwork, and [a page](clock.md) of that name.")


def test_a_page_that_an_answer_names_is_in_the_menu() -> None:
    menu = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"[Oo]ur page “([^”]+)”", "\n".join(map(strings, MODULES)))
    assert named
    for title in named:
        assert f'"{title.replace("’", "'")}"' in menu, f"no page in the menu is called {title}"
