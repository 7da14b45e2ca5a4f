"""What a page loads: few files, small ones, and no style less than its words ask for."""

import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

from scripts.site import offline
from tests.conftest import ROOT, Site
from tests.site.parsed import parsed

# Of gzip, all that comes with a page but Python.
MOST = 80_000
# Of the theme's script, as scripts/site/theme.mjs makes it.
BUNDLE = 18_500
FILES = 14
ASKED_FOR = "link[rel=stylesheet], link[rel=modulepreload], link[rel=icon], script[src]"
# Ours that each page has.
OWN = re.findall(r"- (assets/css/\w+\.css)", (ROOT / "mkdocs.yml").read_text("utf-8"))
# What scripts/site/theme.mjs leaves out of the theme's script looks for these, and has features.
# Whether a tag has a component or a class at all is asked first: most have none.
WITHOUT_SCRIPT = """
[data-md-component]:is([data-md-component=announce]:has(*), [data-md-component=consent],
  [data-md-component=header-title], [data-md-component=palette], [data-md-component=progress],
  [data-md-component=search-share], [data-md-component=search-suggest], [data-md-component=source],
  [data-md-component=tabs], [data-md-component=top]),
[class]:is(.annotate, .footnote-ref, .md-toggle--indeterminate, pre.mermaid, pre .hll),
link[rel=alternate], [data-clipboard-target], [data-clipboard-text], [data-preview],
[data-tabs], pre [id], pre code:not([tabindex])
"""
FEATURES = ["navigation.instant", "navigation.footer", "toc.follow"]
CLASS = re.compile(r"\.(-?[_a-z][\w-]*)", re.IGNORECASE)


def loaded(site: Site, page: Path) -> list[Path]:
    """The page and what it asks for by itself."""
    soup = parsed(page.read_text("utf-8"))
    links = soup.select(ASKED_FOR)
    names = {str(each.get("href") or each.get("src")).split("?")[0] for each in links}
    # The page for what is not found may be shown anywhere.
    at = {name: site.folder if name.startswith("/") else page.parent for name in names}
    found = sorted((at[name] / name.lstrip("/")).resolve() for name in names)
    return [page, *found]


def weight(path: Path) -> int:
    packed = path.with_name(f"{path.name}.gz")
    return (packed if packed.exists() else path).stat().st_size


def test_each_page_is_light(site: Site) -> None:
    pages = {offline.address(site.folder, page).strip("/"): page for page in site.pages()}
    assert len(pages) > 100
    weighs = {name: sum(map(weight, loaded(site, page))) for name, page in pages.items()}
    assert {name: each for name, each in weighs.items() if each > MOST} == {}


def test_a_page_of_words_is_few_files(site: Site) -> None:
    for name in ("about/offline", "more/servicemembers", "states/florida", "steps/4-refinance"):
        assert len(loaded(site, site.folder / name / "index.html")) < FILES, name


def test_what_a_form_needs_is_asked_for_with_its_page(site: Site) -> None:
    def scripts(name: str) -> set[str]:
        return {each.name for each in loaded(site, site.folder / name / "index.html")}

    assert "calculator.js" in scripts("calculators/payment")
    assert "door.js" in scripts("plan")
    assert not {"calculator.js", "door.js"} & scripts("steps/1-assess")


def test_no_page_has_what_the_smaller_script_of_the_theme_lacks(site: Site) -> None:
    for page in site.pages():
        soup = parsed(page.read_text("utf-8"))
        assert soup.select(WITHOUT_SCRIPT) == [], page
        (config,) = soup.select("#__config")
        told = json.loads(str(config.string))
        assert told["features"] == FEATURES and not told.get("version"), page
    (script,) = (site.folder / "assets/javascripts").glob("bundle.*.js")
    assert weight(script) < BUNDLE


def test_no_style_of_the_theme_that_a_page_uses_is_left_out(site: Site) -> None:
    themes = Path(str(files("material") / "templates/assets/stylesheets"))
    (whole,) = themes.glob("main.*.min.css")
    (ours,) = site.folder.glob("assets/*/css/all.css")
    known, kept = (Counter(CLASS.findall(path.read_text("utf-8"))) for path in (whole, ours))
    # A class that our own styles name too says nothing of the theme's.
    kept.subtract(CLASS.findall("".join((ROOT / "docs" / name).read_text("utf-8") for name in OWN)))
    used = {
        each
        for page in site.pages()
        for tag in parsed(page.read_text("utf-8")).select("[class]")
        for each in tag["class"]
    }
    styled = {each for each in used if known[each]}
    assert len(styled) > 30 and "admonition" in styled
    # Of a logo the theme styles one that is a picture.
    assert {each for each in styled if kept[each] <= 0} == {"md-logo"}
    # The theme's own script adds these.
    added = ("md-search-result__item", "md-nav__link--active", "md-header--shadow")
    assert all(kept[each] > 0 for each in added)
