"""Does all that a page can ask of `calculators`. Runs inside Pyodide (observe.mjs, needed.mjs).

What is imported is only what Python itself and the calculators load: observe.mjs looks at that.
"""

import gc
import json
import traceback
from collections.abc import Callable, Iterable, Mapping

from calculators import CALCULATORS, browser
from calculators.core.files import LETTER_FILES, files_of
from calculators.core.forms import boxes
from calculators.letters import LETTERS
from calculators.papers import FOR_YOU, TO_SEND
from calculators.sheets import SHEETS

DAY = "2026-11-30"
FIGURES = {"oldest_unpaid_due_date": "10/1/2026", "monthly_payment": "412", "balance": "52000"}
# As people write, and as they mistype.
ODD = (
    *("?", "1", "-1", "0.5", "52k", "$1,000.50", "1e5", "7.5%", "150000000000", "x" * 300, "\0"),
    *(DAY, "1/31/2026", "31/1/2026", "Jan 31", "every two weeks", "yes"),
    *("½", "９", "−5", "Zoë Núñez", "李", "e\u0301", "<b>", "\U0001f3e0"),
)


def exercise(odd: Iterable[str], rows: Iterable[tuple[str, Mapping[str, object]]]) -> None:
    """Everything once, each box of each calculator with each `odd` text, and the case `rows`."""
    for slug in CALCULATORS:
        calculator(slug, odd)
    for slug, letter in LETTERS.items():
        for answers in ({}, examples(letter.inputs)):
            said = json.loads(ask(browser.respond, f"letter-{slug}", answers=answers))
            if said["reply"]["ok"]:
                inputs = json.dumps(said["reply"]["inputs"])
                for file in LETTER_FILES:
                    browser.save(f"letter-{slug}", inputs, file, DAY)
    household = {"figures": FIGURES, "answers": {"happening": "missed"}, "today": DAY}
    ask(browser.plan, **household, matters="keep", base="")
    for sheet in SHEETS:
        ask(browser.sheet, sheet=sheet, figures=FIGURES, today=DAY, base="", file="")
    for pile, papers in (("you", FOR_YOU), ("send", TO_SEND)):
        named = {"keys": [paper.key for paper in papers], "titles": [each.title for each in papers]}
        ask(browser.pile, pile=pile, **named, **household, name="Zoë Núñez", loan="12-3")
    for slug, given in rows:
        ask(browser.respond, slug, answers=given)
    attempt(browser.respond, next(iter(CALCULATORS)), "not JSON")
    while browser.load():
        pass
    # The collector may come at any moment, and looks through whatever is there just then.
    usual = gc.get_threshold()
    gc.set_threshold(30)
    for slug in CALCULATORS:
        calculator(slug, ["?"])
    gc.set_threshold(*usual)


def calculator(slug: str, odd: Iterable[str]) -> None:
    shown = examples(CALCULATORS[slug].inputs)
    reply = json.loads(ask(browser.respond, slug, answers=shown))["reply"]
    ask(browser.respond, slug, answers={})
    for name in shown:
        for text in odd:
            browser.check(slug, name, text)
            ask(browser.respond, slug, answers={**shown, name: text})
    inputs = json.dumps(reply["inputs"])
    for file in files_of(CALCULATORS[slug], reply):
        browser.save(slug, inputs, file, DAY)
    paper = {"slug": slug, "inputs": reply["inputs"], "opened": [], "today": DAY}
    ask(browser.paper, **paper, name="Zoë Núñez", loan="12-3", example=False)


def examples(inputs: type) -> dict[str, str]:
    return {box.name: box.example for box in boxes(inputs)}


def ask(function: Callable[..., str], *first: str, **question: object) -> str:
    return attempt(function, *first, json.dumps(question))


def attempt(function: Callable[..., str], *given: str) -> str:
    """What it says; and if it fails, its error is written out as a page's console would have it."""
    try:
        return function(*given)
    except Exception:
        return traceback.format_exc()
