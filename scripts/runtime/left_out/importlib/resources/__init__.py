"""In the place of importlib.resources, which loads tempfile and pathlib: nothing here is a file."""

from typing import NoReturn


class abc:
    """What importlib.abc takes over from importlib.resources.abc: nothing."""

    __all__ = ()


def __getattr__(name: str) -> NoReturn:
    raise AttributeError(f"importlib.resources.{name} is left out of this site's Python")
