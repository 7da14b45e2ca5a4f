"""Each sheet by its name: its reply, its HTML, and the blank one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from calculators.core.answers import Reply
from calculators.core.files import File
from calculators.core.pages import (
    action_plan_html,
    blank_log,
    blank_offers,
    log_html,
    offers_html,
    summary_html,
)
from calculators.log import SLUG as LOG
from calculators.log import file_of as file_of_log
from calculators.log import make as make_log
from calculators.plan.household import Figures
from calculators.sheets.desk import desk, is_bare
from calculators.sheets.household import loan_of, name_of
from calculators.sheets.offers import SLUG as OFFERS
from calculators.sheets.offers import make as make_offers
from calculators.sheets.offers_words import LABELS


@dataclass(frozen=True)
class Taken:
    """What a sheet is made from: all texts that a household holds, by name; the reader's own day as
    ISO text; and the way from the page to the home page. `name` and `loan` stand on a sheet where
    the figures have none."""

    figures: Figures
    today: str
    base: str
    name: str = ""
    loan: str = ""

    @property
    def about(self) -> tuple[str, str]:
        """The name and the loan that the sheet bears."""
        return name_of(self.figures) or self.name, loan_of(self.figures) or self.loan


@dataclass(frozen=True)
class Sheet:
    """`make` answers with a reply and its HTML, which is empty where nothing fills the sheet.
    `blank` takes a name and a loan, where those are known."""

    make: Callable[[Taken], tuple[Reply, str]]
    blank: Callable[..., str]


def _log(taken: Taken) -> tuple[Reply, str]:
    reply = make_log(taken.figures, taken.today)
    if not reply["ok"]:
        return reply, ""
    return reply, log_html(reply, *taken.about)


def _offers(taken: Taken) -> tuple[Reply, str]:
    reply = make_offers(taken.figures, taken.today)
    return reply, offers_html(reply, *taken.about) if reply["ok"] else ""


def _at_a_desk(html_of: Callable[[Reply], str]) -> Sheet:
    """A sheet made of the plan, the budget and the log."""

    def made(taken: Taken) -> tuple[Reply, str]:
        reply = desk(taken.figures, taken.today)
        if not reply["ok"] or is_bare(reply):
            return reply, ""
        return reply, html_of(_bearing(reply, *taken.about))

    return Sheet(made, lambda name="", loan="": html_of(_bearing(desk({}), name, loan)))


def _bearing(reply: Reply, name: str, loan: str) -> Reply:
    return {**reply, "name": name, "loan": loan}


SHEETS = {
    LOG: Sheet(_log, blank_log),
    "action-plan": _at_a_desk(action_plan_html),
    "summary": _at_a_desk(summary_html),
    OFFERS: Sheet(_offers, partial(blank_offers, LABELS.values())),
}


def file_of(taken: Taken, key: str) -> File:
    """A file of what a household holds; `key` is the name's end, such as "log.csv"."""
    return file_of_log(taken.figures, key, taken.today)
