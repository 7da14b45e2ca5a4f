"""What the theme's templates ask of this site, and what its pages need on top of MkDocs'.

MkDocs finds these functions by their names (`hooks` in mkdocs.yml).
"""

from datetime import date
from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page

from calculators.core.pages import call_button
from calculators.facts import fact
from scripts.site.spanish import day_in_spanish

LINK = '<a class="headerlink" '
TIP = 'title="Permanent link"'


def on_env(env: Environment, **_: Any) -> Environment:
    """Templates may say `fact("id")`, `call("id", "words")` for a number to tap, and a day in
    words."""
    days = {"day_in_words": day_in_words, "day_in_spanish": day_in_spanish}
    env.globals.update(fact=fact, call=call_button, **days)
    return env


def day_in_words(day: date) -> str:
    """As a person says it: "November 26, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """The link to a heading is for a mouse: a screen reader would say it after each heading."""
    if page.meta.get("lang") == "es":
        html = html.replace(TIP, 'title="Enlace a esta parte"')
    return html.replace(LINK, f'{LINK}aria-hidden="true" tabindex="-1" ')
