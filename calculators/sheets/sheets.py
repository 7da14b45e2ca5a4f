"""Each sheet by its name: its reply, its HTML, and the blank one."""

from collections.abc import Callable
from dataclasses import dataclass

from calculators.core.answers import Reply
from calculators.core.files import File
from calculators.core.pages import blank_log, log_html
from calculators.log import SLUG as LOG
from calculators.log import file_of as file_of_log
from calculators.log import make as make_log
from calculators.plan.household import Figures
from calculators.sheets.household import loan_of, name_of


@dataclass(frozen=True)
class Taken:
    """What a sheet is made from: all texts that a household holds, by name; the reader's own day as
    ISO text; and the way from the page to the home page."""

    figures: Figures
    today: str
    base: str


@dataclass(frozen=True)
class Sheet:
    """`make` answers with a reply and its HTML, which is empty where nothing fills the sheet."""

    make: Callable[[Taken], tuple[Reply, str]]
    blank: Callable[[], str]


def _log(taken: Taken) -> tuple[Reply, str]:
    reply = make_log(taken.figures, taken.today)
    if not reply["ok"]:
        return reply, ""
    return reply, log_html(reply, name_of(taken.figures), loan_of(taken.figures))


SHEETS = {LOG: Sheet(_log, blank_log)}


def file_of(taken: Taken, key: str) -> File:
    """A file of what a household holds; `key` is the name's end, such as "log.csv"."""
    return file_of_log(taken.figures, key, taken.today)
