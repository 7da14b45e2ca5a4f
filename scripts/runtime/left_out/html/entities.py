"""In the place of HTML's 2,231 named characters: `html.escape`, all that is used, names five."""

from typing import NoReturn


class LeftOut:
    def __contains__(self, name: object) -> NoReturn:
        raise NotImplementedError("html.entities is left out of this site's Python")


html5 = LeftOut()


def __getattr__(name: str) -> NoReturn:
    raise AttributeError(f"html.entities.{name} is left out of this site's Python")
