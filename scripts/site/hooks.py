"""What the theme's templates ask of this site, and what its pages need on top of MkDocs'.

MkDocs finds these functions by their names (`hooks` in mkdocs.yml).
"""

from typing import Any

from jinja2 import Environment

from calculators.core.pages import call_button
from calculators.facts import fact

LINK = '<a class="headerlink" '


def on_env(env: Environment, **_: Any) -> Environment:
    """Templates may say `fact("id")`, and `call("id", "words")` for a number to tap."""
    env.globals.update(fact=fact, call=call_button)
    return env


def on_page_content(html: str, **_: Any) -> str:
    """The link to a heading is for a mouse: a screen reader would say it after each heading."""
    return html.replace(LINK, f'{LINK}aria-hidden="true" tabindex="-1" ')
