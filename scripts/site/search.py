"""Adds to the search index what people type and pages do not say (docs/search-words.toml)."""

import json
import tomllib
from pathlib import Path
from typing import Any

from scripts.runtime.files import ROOT

WORDS = ROOT / "docs" / "search-words.toml"
# A field of its own: the theme searches it, and shows only titles and text.
FIELD = "words"


def add_words(site: Path, whole: bool = True) -> None:
    """Raises SystemExit for a page that is not in the index of a `whole` site.

    While pages are being written the theme's index may lack some: all, once home is made again.
    """
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    widen(index, tomllib.loads(WORDS.read_text(encoding="utf-8")), whole)
    path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def widen(index: dict[str, Any], known: dict[str, Any], whole: bool = True) -> None:
    """The words stand at a whole page's entry. What is in a folder that comes last counts less."""
    pages = {each["location"]: each for each in index["docs"]}
    index["config"]["fields"][FIELD] = {"boost": known["weight"]}
    for page, words in known["words"].items():
        place = page.removesuffix(".md").removesuffix("index").rstrip("/")
        location = f"{place}/" if place else ""
        if location in pages:
            pages[location][FIELD] = words
        elif whole:
            raise SystemExit(f"{WORDS.name}: the search index has no page {page}")
    for each in index["docs"]:
        if each["location"].startswith(tuple(known["last"])):
            each["boost"] = known["last_weight"]
