"""The built HTML, before any script has run."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from calculators import CALCULATORS, run
from calculators.core.forms import boxes
from calculators.facts import FACTS
from scripts.site import generate
from scripts.site.generate import FRAGMENTS
from scripts.site.release import newest
from tests.conftest import ROOT, Site
from tests.site.parsed import parsed

DOCS = ROOT / "docs"


def pages(site: Site) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site.folder).as_posix(): parsed(path.read_text("utf-8"))
        for path in site.pages()
    }


@pytest.fixture(scope="module")
def soups(site: Site) -> dict[str, BeautifulSoup]:
    return pages(site)


def language(name: str) -> str:
    """What the front matter of a built page says it is written in."""
    words = DOCS / f"{name.removesuffix('/index.html').removesuffix('.html')}.md"
    front = words.read_text(encoding="utf-8").split("---\n")[1] if words.exists() else ""
    return "es" if re.search("^lang: es$", front, re.MULTILINE) else "en"


def test_each_page_is_whole(soups: dict[str, BeautifulSoup]) -> None:
    assert len(soups) > 5
    assert language("ayuda/index.html") == "es"
    for name, soup in soups.items():
        assert soup.html is not None
        assert soup.html["lang"] == language(name), name
        assert len(soup.find_all("h1")) == 1, name
        assert "{!" not in str(soup), f"{name}: an include was left"
        ids = Counter(tag["id"] for tag in soup.find_all(id=True))
        assert [each for each, count in ids.items() if count > 1] == [], name


def test_a_name_in_the_menu_is_said_in_its_own_language(soups: dict[str, BeautifulSoup]) -> None:
    for name, soup in soups.items():
        for link in soup.select("header a, nav a, footer a"):
            if "español" in link.get_text():
                spoken = link.select_one('[lang="es"]')
                assert spoken and "español" in spoken.get_text(), f"{name}: {link}"
        assert 'lang="es"' in str(soup.select_one("#menu")), name
        for tag in soup.find_all(True):
            assert "<span" not in " ".join(map(str, tag.attrs.values())), f"{name}: {tag.name}"


def test_around_the_spanish_page_english_is_marked(
    site: Site, soups: dict[str, BeautifulSoup]
) -> None:
    soup = soups["ayuda/index.html"]
    for part in soup.select("header, footer, #menu"):
        assert part["lang"] == "en", part.name
    assert [each["lang"] for each in soup.select(".md-nav--secondary")] == ["es"]
    article = soup.select_one("article")
    assert article and "Imprimir esta página" in article.get_text()
    (sources,) = article.select(".page-sources")
    assert "En qué se apoya" in sources.get_text() and not sources.select("details")
    assert [each["lang"] for each in sources.select("ol")] == ["en"]
    assert {each.get_text() for each in article.select(".note-word")} == {"fuente "}
    assert {each["title"] for each in article.select(".headerlink")} == {"Enlace a esta parte"}
    checked = article.select_one(".page-checked time")
    assert checked and re.fullmatch(r"\d+ de [a-z]+ de \d{4}", checked.get_text())
    for name in ("lawhelp.org", "reportefraude.ftc.gov", "consumerfinance.gov/find-a-housing"):
        assert article.select(f'a[href^="https://{name}" i]'), name
    around = soup.get_text()
    assert "Saltar al contenido" in around and "En esta página" in around
    for page in ("ayuda/index.html", "index.html"):
        links = soups[page].select('link[rel~="alternate"][hreflang]')
        addresses = {str(each["hreflang"]): str(each["href"]) for each in links}
        assert addresses == {"es": f"{site.address}ayuda/", "en": site.address}, page
    for link in article.select('a[href^="../"]'):
        assert link.get("hreflang") == "en", link


def test_a_day_stands_as_a_person_says_it(soups: dict[str, BeautifulSoup]) -> None:
    """2026-11-26 is for machines: a screen reader says it as three numbers."""
    seen = 0
    for name, soup in soups.items():
        for each in soup.select("time"):
            seen += 1
            assert re.match(r"\d{4}-\d\d-\d\d$", str(each["datetime"])), name
            assert re.search("[A-Za-z]{3}", each.get_text()), f"{name}: {each}"
    assert seen > 200
    checked = soups["states/virginia/index.html"].select_one(".page-checked")
    assert checked and "checked on November 26, 2026." in " ".join(checked.get_text().split())


def test_each_page_bears_the_release_and_its_day(soups: dict[str, BeautifulSoup]) -> None:
    for name, soup in soups.items():
        foot = soup.select_one(".md-copyright")
        assert foot and newest().words in foot.get_text(), name
        printed = soup.select_one(".print-address")
        assert name == "404.html" or (printed and newest().version in printed.get_text()), name


def test_nothing_is_fetched_from_elsewhere(site: Site, soups: dict[str, BeautifulSoup]) -> None:
    for name, soup in soups.items():
        for tag in soup.find_all(["script", "link", "img", "iframe", "source"]):
            address = str(tag.get("src") or tag.get("href") or "")
            ours = address.startswith(site.address) or not re.match(r"(https?:)?//", address)
            assert ours, f"{name}: {address}"


def test_a_shared_link_has_a_card(site: Site, soups: dict[str, BeautifulSoup]) -> None:
    card = f"{site.address}assets/images/card.png"
    assert (site.folder / "assets/images/card.png").exists()
    titles = Counter(str(soup.select_one("title")) for soup in soups.values())
    assert set(titles.values()) == {1}
    for name, soup in soups.items():
        said = {str(tag["property"]): str(tag["content"]) for tag in soup.select("meta[property]")}
        assert said["og:image"] == card, name
        assert said["og:title"] not in ("", "Home"), name
        assert len(said["og:description"]) > 50, name


def test_no_button_can_be_pressed_before_its_script_is_there(
    soups: dict[str, BeautifulSoup],
) -> None:
    """It comes disabled, or hidden; the browser itself opens what is a popover."""
    for name, soup in soups.items():
        buttons = soup.find_all("button")
        buttons += soup.find_all("input", type=["submit", "button", "file"])
        assert len(buttons) > 5
        for button in buttons:
            by_itself = button.has_attr("disabled") or button.has_attr("popovertarget")
            unseen = button.find_parent(hidden=True) or button.find_parent(id="search")
            unseen = unseen or button.find_parent("template")
            assert by_itself or unseen, f"{name}: {button}"


def test_links_to_sources_lead_somewhere(soups: dict[str, BeautifulSoup]) -> None:
    for name, soup in soups.items():
        assert not soup.select("a.fact"), f"{name}: a fact without its footnote"
        ids = {tag["id"] for tag in soup.find_all(id=True)}
        for link in soup.select(".note a"):
            assert str(link["href"]).removeprefix("#") in ids, f"{name}: {link}"


def test_each_fact_is_on_one_page_of_the_list_and_links_lead_there(
    soups: dict[str, BeautifulSoup],
) -> None:
    listed = {
        f"/{name.removesuffix('index.html')}#{each['id']}"
        for name, soup in soups.items()
        if name.startswith("sources/")
        for each in soup.select(".sources > [id]")
    }
    assert sorted(each.split("#source-")[1] for each in listed) == sorted(FACTS)
    found = [
        urljoin(f"/{name}", str(link["href"]))
        for name, soup in soups.items()
        for link in soup.select('a[href*="/#source-"]')
    ]
    assert len(found) > 100 and set(found) <= listed


def test_content_holds_no_script_or_style(soups: dict[str, BeautifulSoup]) -> None:
    for name, soup in soups.items():
        for article in soup.select("article"):
            assert not article.find_all(["script", "style"]), name
            assert not article.select("[style], [onclick]"), name


@pytest.mark.parametrize("slug", CALCULATORS)
def test_the_worked_example_was_computed(slug: str, soups: dict[str, BeautifulSoup]) -> None:
    """The page shows what `run` says to the examples that stand beside its empty boxes."""
    section = soups[f"calculators/{slug}/index.html"].select_one(f'[data-calculator="{slug}"]')
    assert isinstance(section, Tag)
    assert section["data-state"] == "example"
    calculator = CALCULATORS[slug]
    reply = run(slug, {box.name: box.example for box in boxes(calculator.inputs)})
    assert reply["ok"]
    answer = section.select_one(".calc-answer")
    assert answer is not None
    given = json.loads(str(answer["data-inputs"]))
    assert given == {name: value for name, value in reply["inputs"].items() if value is not None}
    for box in boxes(calculator.inputs):
        field = section.select_one(f'form [name="{box.name}"]')
        assert field is not None
        assert not field.get("value"), f"{box.name}: a box starts empty"
        beside = soups[f"calculators/{slug}/index.html"].find(id=f"{field.get('id')}-example")
        if box.words.example and not box.words.hidden:
            said = dict(box.kind.choices).get(box.words.example, box.words.example)
            assert beside is not None and f"Example: {said}" in beside.get_text()
    for figure in calculator.figures:
        value = reply["figures"][figure.key]
        shown = section.select_one(f'[data-figure="{figure.key}"]')
        if value is not None:
            assert shown is not None
            assert unescape(shown.get_text()) == figure.kind.pretty(figure.kind.load(value))


@pytest.mark.parametrize("slug", CALCULATORS)
def test_every_box_has_a_label_and_a_place_for_its_error(
    slug: str, soups: dict[str, BeautifulSoup]
) -> None:
    soup = soups[f"calculators/{slug}/index.html"]
    fields = soup.select("form[method=dialog] [name]")
    hidden = {box.name for box in boxes(CALCULATORS[slug].inputs) if box.words.hidden}
    assert {field["name"] for field in fields} == {
        box.name for box in boxes(CALCULATORS[slug].inputs)
    }
    for field in fields:
        # What the page fills in itself is neither labeled nor refused to the reader.
        assert (field.get("type") == "hidden") == (field["name"] in hidden)
        if field["name"] in hidden:
            continue
        assert soup.select_one(f'label[for="{field["id"]}"]')
        for described in str(field["aria-describedby"]).split():
            assert soup.find(id=described)


def test_a_calculator_can_stand_twice_on_a_page(site: Site) -> None:
    for slug in CALCULATORS:
        first = parsed((FRAGMENTS / f"calculators/{slug}.html").read_text())
        second = parsed((FRAGMENTS / f"calculators/{slug}-2.html").read_text())
        ids = {str(tag["id"]) for tag in first.find_all(id=True)}
        assert ids
        assert not ids & {str(tag["id"]) for tag in second.find_all(id=True)}


def test_a_fragment_starts_no_include_and_no_line_is_blank(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in FRAGMENTS.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "{!" not in text
        assert "\n\n" not in text, f"{path}: Markdown would end the block here"
    monkeypatch.setattr(generate, "FRAGMENTS", tmp_path)
    written = generate.write("calculators/test.html", "a {! b")
    assert "{!" not in written.read_text(encoding="utf-8")
