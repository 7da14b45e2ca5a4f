"""What others wrote, and the site ships: named, licensed in full, and known to programs."""

import json
import re
from fnmatch import fnmatch
from importlib.resources import files
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from scripts.runtime.files import files_in
from scripts.site import licenses, sbom, shipped
from scripts.site.release import newest
from tests.conftest import ROOT, Site
from tests.site.parsed import parsed

PARTS = shipped.parts()
# Ours: pages, scripts, styles, pictures, lists and archives made from them.
OURS = re.compile(
    r"(.*/)?index\.html|404\.html|assets/[0-9a-f]{12}/(css|js)/.+|assets/(images|qr)/.+|"
    r"about/decisions/look/.+\.png|assets/runtime/(second_mortgage_calculators-.+|runtime.*\.json)|"
    r"search/search_index\.json|[^/]+\.(json|txt|xml|webmanifest|zip|css)|sw\.js|\.htaccess|_headers"
)


def test_every_file_is_ours_or_named(site: Site) -> None:
    patterns = [each for part in PARTS for each in part.where.split(", ")]
    names = [path.relative_to(site.folder).as_posix() for path in files_in(site.folder)]
    plain = [name for name in names if not name.endswith((".br", ".gz"))]
    stray = [
        name
        for name in plain
        if not OURS.fullmatch(name) and not any(fnmatch(name, each) for each in patterns)
    ]
    assert stray == [], "name them in scripts/site/shipped.toml"
    for each in set(patterns) - {"every page"}:
        assert any(fnmatch(name, each) for name in plain), f"nothing is at {each}"


def test_every_module_within_the_themes_files_is_named(site: Site) -> None:
    """The maps of its scripts, and its own of its styles, say what was packed into them."""
    named = {part.module for part in PARTS if part.module}
    found = set()
    styles = Path(str(files("material") / "templates/assets/stylesheets"))
    for path in [*site.folder.rglob("*.map"), *styles.rglob("*.map")]:
        for source in json.loads(path.read_text("utf-8"))["sources"]:
            if inside := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", source):
                found.add(inside[1])
    assert found == named


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_part_has_its_license_in_full(site: Site, part: shipped.Part) -> None:
    text = (site.folder / "licenses.txt").read_text("utf-8")
    assert f"{licenses.heading(part)}\n{'=' * 72}\n\n{part.text}" in text
    assert len(part.text) > 400 and re.search("copyright|license", part.text, re.I)
    assert not part.version or re.fullmatch(r"\d+(\.\d+)+", part.number)


def test_no_text_is_left_over() -> None:
    used = {name for part in PARTS for name in part.texts if ":" not in name}
    assert {path.name for path in shipped.TEXTS.iterdir()} == used


def test_the_page_names_each_with_what_was_changed(site: Site) -> None:
    html = (site.folder / "about/notices/index.html").read_text("utf-8")
    text = " ".join(parsed(html).get_text().split())
    for part in PARTS:
        assert f"{part.name} {part.number}".strip() in text, part.name
        assert part.license in text and part.changed[1:] in text, part.name


def test_the_sbom_is_valid_and_whole(site: Site) -> None:
    text = (site.folder / sbom.NAME).read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    broken = text.replace('"library"', '"books"', 1)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(broken) is not None
    assert json.loads(text) == sbom.bom(), "it is the same each time"
    made = json.loads(text)
    assert made["metadata"]["component"]["version"] == newest().version
    named = {each["name"]: each for each in made["components"]}
    assert {part.name for part in PARTS} <= named.keys()
    assert named["Pyodide"]["purl"].startswith("pkg:npm/pyodide@")
    # What only builds the site is there too, and said to be so.
    locked = re.findall(r"^([a-z][\w.-]*)==", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
    assert set(locked) - {"mkdocs-material"} <= named.keys()
    assert named["mkdocs"]["scope"] == named["terser"]["scope"] == "excluded"
    assert "typescript" not in named, "tests alone need it"
    refs = [each["bom-ref"] for each in made["components"]]
    assert len(refs) == len(set(refs))
