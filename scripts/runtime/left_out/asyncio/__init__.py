"""In the place of asyncio: Pyodide's start imports it; here nothing waits for anything."""

from typing import NoReturn


def __getattr__(name: str) -> NoReturn:
    raise AttributeError(f"asyncio.{name}: asyncio is left out of this site's Python")
