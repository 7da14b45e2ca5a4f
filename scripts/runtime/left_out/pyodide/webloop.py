"""In the place of Pyodide's event loop, an asyncio loop: calculators are plain functions."""

from typing import NoReturn

# Pyodide keeps its memory only if Python holds just what it holds after this import.
from pyodide_js._api import scheduleCallback  # noqa: F401


def _initialize_event_loop() -> None:
    """Called when Pyodide starts."""


def __getattr__(name: str) -> NoReturn:
    raise AttributeError(f"webloop.{name}: asyncio is left out of this site's Python")
