"""What the theme's templates ask of this site, and what its pages need on top of MkDocs'.

MkDocs finds these functions by their names (`hooks` in mkdocs.yml).
"""

from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page

from calculators.core.pages import call_button
from calculators.facts import fact
from scripts.site.spanish import day_in_spanish

LINK = '<a class="headerlink" '
TIP = 'title="Permanent link"'


def on_env(env: Environment, **_: Any) -> Environment:
    """Templates may say `fact("id")`, and `call("id", "words")` for a number to tap."""
    env.globals.update(fact=fact, call=call_button, day_in_spanish=day_in_spanish)
    return env


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """The link to a heading is for a mouse: a screen reader would say it after each heading."""
    if page.meta.get("lang") == "es":
        html = html.replace(TIP, 'title="Enlace a esta parte"')
    return html.replace(LINK, f'{LINK}aria-hidden="true" tabindex="-1" ')
