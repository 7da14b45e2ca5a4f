"""The way: each page is a few links from home, and each deep page and letter is linked in use."""

import re
from collections import deque
from posixpath import dirname, join, normpath

import pytest

from tests.conftest import ROOT

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)\s#]+\.md)(?:#[^)\s]*)?\)")
MOST_STEPS = 3


def read_links() -> dict[str, set[str]]:
    """Every page, with the pages that its own Markdown links to: no includes, and no menu."""
    links = {}
    for path in DOCS.rglob("*.md"):
        name = path.relative_to(DOCS).as_posix()
        if name.startswith("_theme/"):
            continue
        targets = LINK.findall(path.read_text(encoding="utf-8"))
        links[name] = {normpath(join(dirname(name), each)) for each in targets}
    return links


LINKS = read_links()
DEEP = sorted(name for name in LINKS if name.startswith("more/"))
LETTERS = sorted(n for n in LINKS if n.startswith("letters/") and n != "letters/index.md")


def steps_from_home() -> dict[str, int]:
    steps = {"index.md": 0}
    to_visit = deque(["index.md"])
    while to_visit:
        page = to_visit.popleft()
        for target in LINKS.get(page, set()) - steps.keys():
            steps[target] = steps[page] + 1
            to_visit.append(target)
    return steps


STEPS = steps_from_home()


@pytest.mark.parametrize("name", sorted(LINKS))
def test_a_link_leads_to_a_page(name: str) -> None:
    missing = sorted(LINKS[name] - LINKS.keys())
    assert not missing, f"docs/{name} links to what is not in docs/: {missing}"


@pytest.mark.parametrize("name", sorted(LINKS))
def test_a_page_is_few_links_from_home(name: str) -> None:
    steps = STEPS.get(name)
    assert steps is not None, f"no link leads from docs/index.md to docs/{name}, however far"
    assert steps <= MOST_STEPS, f"docs/{name} is {steps} links from docs/index.md"


@pytest.mark.parametrize("name", DEEP)
def test_a_deep_page_is_linked_from_a_guide(name: str) -> None:
    guides = [each for each in LINKS if each.startswith("steps/")]
    assert any(name in LINKS[each] for each in guides), f"link docs/{name} from a step"


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_in_the_index_and_linked_where_it_is_used(name: str) -> None:
    assert name in LINKS["letters/index.md"], f"list docs/{name} in docs/letters/index.md"
    guides = [each for each in LINKS if each.startswith(("steps/", "more/"))]
    assert any(name in LINKS[each] for each in guides), f"link docs/{name} from the guide it serves"
