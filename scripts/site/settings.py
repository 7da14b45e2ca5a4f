"""What mkdocs.yml takes from elsewhere, and what the theme's templates say: build/settings.yml.

MkDocs and Zensical both read it (`INHERIT` in mkdocs.yml). Zensical runs no Python of ours beside
its templates, so that all they need is made here, once, and not asked for while a page is made.
"""

import json
import re
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from calculators.core.pages import call_button, phone_button
from calculators.facts import fact
from calculators.identity import IDENTITY, Identity
from scripts.runtime.files import BUILD, ROOT
from scripts.site.release import day_in_words, newest
from scripts.site.spanish import day_in_spanish

SETTINGS = BUILD / "settings.yml"
DOCS = ROOT / "docs"
# Whom to call, on every page, and what the button says (docs/_theme/partials/call.html).
CALLS = {
    "hud_counselor_phone": "Call a counselor",
    "legal_aid_site": "Find free legal aid",
    "crisis_line": "Call",
}
DAY = re.compile(r"^\w+: (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def main() -> None:
    """Written only when it changed: the preview makes every page anew then."""
    # JSON is YAML too.
    text = json.dumps(settings(), indent=1, ensure_ascii=False)
    if not SETTINGS.exists() or SETTINGS.read_text(encoding="utf-8") != text:
        SETTINGS.write_text(text, encoding="utf-8")


def settings(ours: Identity = IDENTITY) -> dict[str, Any]:
    release = newest()
    calls = {name: call_button(name, words) for name, words in CALLS.items()}
    if ours.hotline:
        calls["ours"] = phone_button(ours.hotline, "Call us")
    said = days({str(release.day), *days_of_pages()})
    extra = {
        "identity": {**asdict(ours), "slug": ours.slug, "contact_link": ours.contact_link},
        "release": {
            "version": release.version,
            "words": release.words,
            "spanish": said[str(release.day)]["es"],
        },
        "calls": calls,
        "counseling_cost": fact("foreclosure_counseling_cost").text,
        "counselors": fact("hud_counselor_site").url,
        "days": said,
    }
    theme = {"favicon": ours.logo or "assets/images/icon-48.png"}
    return {"site_name": ours.name, "theme": theme, "extra": extra}


def days_of_pages() -> set[str]:
    """When each page was checked, and is due again: its front matter says so."""
    fronts = (path.read_text(encoding="utf-8").split("\n---\n")[0] for path in pages())
    return {day for front in fronts for day in DAY.findall(front)}


def pages() -> list[Path]:
    return sorted(DOCS.rglob("*.md"))


def days(known: set[str]) -> dict[str, dict[str, str]]:
    """Each as a person says it."""
    said = {}
    for each in sorted(known):
        day = date.fromisoformat(each)
        said[each] = {"en": day_in_words(day), "es": day_in_spanish(day)}
    return said
