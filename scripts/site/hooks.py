"""What the theme's templates ask of this site, and what its pages need on top of MkDocs'.

MkDocs finds these functions by their names (`hooks` in mkdocs.yml).
"""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from calculators.core.pages import call_button, phone_button
from calculators.facts import fact
from calculators.identity import IDENTITY
from scripts.site.release import day_in_words, newest
from scripts.site.spanish import day_in_spanish

LINK = '<a class="headerlink" '
TIP = 'title="Permanent link"'


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Whose copy it is, and which release: for the theme, our templates and the manifest."""
    release = newest()
    config.site_name = IDENTITY.name
    config.copyright = f"{config.copyright} {release.words}."
    if IDENTITY.logo:
        config.theme["favicon"] = IDENTITY.logo
    config.extra |= {"identity": IDENTITY, "release": release}
    return config


def on_env(env: Environment, **_: Any) -> Environment:
    """Templates may say `fact("id")`, `call("id", "words")` or `phone("800-555-0100", "words")` for
    a number to tap, and a day in words."""
    days = {"day_in_words": day_in_words, "day_in_spanish": day_in_spanish}
    env.globals.update(fact=fact, call=call_button, phone=phone_button, **days)
    return env


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """The link to a heading is for a mouse: a screen reader would say it after each heading."""
    if page.meta.get("lang") == "es":
        html = html.replace(TIP, 'title="Enlace a esta parte"')
    return html.replace(LINK, f'{LINK}aria-hidden="true" tabindex="-1" ')
