"""Where links lead: a page of the site from its file under docs/, and a number to call."""

from html import escape

from calculators.facts import Fact

# Every page with a form lies in a folder of a folder: steps/…/, calculators/…/, letters/…/.
TO_HOME = "../../"
# The pages of the list of all sources, each with the last letter of the subjects on it: one page
# of all would be a heavy one.
SOURCE_PAGES = {"h": "sources.md", "r": "sources/i-to-r.md", "z": "sources/s-to-z.md"}


def page_address(file: str, base: str) -> str:
    """The address of a page of the site, from its file under docs/; `base` leads to the home page.

    "steps/4-refinance.md#what-it-costs" is "../steps/4-refinance/#what-it-costs" from "../".
    """
    name, _, anchor = file.partition("#")
    folder = name.removesuffix(".md").removesuffix("index").rstrip("/")
    address = f"{base}{folder}/" if folder else base or "./"
    return f"{address}#{anchor}" if anchor else address


def source_page(known: Fact) -> str:
    """The file of the page that lists where a fact comes from."""
    return next(file for last, file in SOURCE_PAGES.items() if known.subject[0] <= last)


def tel(number: str) -> str:
    """The address of a telephone; a short number such as 211 has no country code."""
    return f"tel:+1-{number}" if "-" in number else f"tel:{number}"


def phone_link(number: str) -> str:
    """A number in a sentence; a line must not end within it."""
    return f'<a class="fact-phone calc-whole" href="{tel(number)}">{number}</a>'


def phone_button(number: str, words: str, kind: str = "card-call") -> str:
    """A number to tap, with what it is for."""
    return (
        f'<a class="{kind}" href="{tel(number)}">{escape(words)} '
        f'<span class="calc-whole">{number}</span></a>'
    )
