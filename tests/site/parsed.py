"""A page as a browser reads it, once for all tests: that takes long, and many ask for the same."""

from functools import cache

from bs4 import BeautifulSoup


@cache
def parsed(html: str) -> BeautifulSoup:
    """For all who ask, so nobody may change it: who takes parts out does so in a `copy()`."""
    return BeautifulSoup(html, "html5lib")
