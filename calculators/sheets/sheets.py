"""Each sheet by its name: its reply, its HTML, and the blank one."""

from collections.abc import Callable
from dataclasses import dataclass

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


def _offers(taken: Taken) -> tuple[Reply, str]:
    reply = make_offers(taken.figures)
    return reply, offers_html(reply)


def _at_a_desk(html_of: Callable[[Reply], str]) -> Sheet:
    """A sheet made of the plan, the budget and the log."""

    def made(taken: Taken) -> tuple[Reply, str]:
        reply = desk(taken.figures, taken.today)
        return reply, "" if not reply["ok"] or is_bare(reply) else html_of(reply)

    return Sheet(made, lambda: html_of(desk({})))


SHEETS = {
    LOG: Sheet(_log, blank_log),
    "action-plan": _at_a_desk(action_plan_html),
    "summary": _at_a_desk(summary_html),
    OFFERS: Sheet(_offers, lambda: blank_offers(LABELS.values())),
}


def file_of(taken: Taken, key: str) -> File:
    """A file of what a household holds; `key` is the name's end, such as "log.csv"."""
    return file_of_log(taken.figures, key, taken.today)
