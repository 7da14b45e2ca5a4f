"""What the page's worker calls: JSON text in, JSON text out, and nothing else crosses.

A module that answers is loaded when it is first asked for, since a browser waits for each.

answers   a calculator's answer, its files and its paper
letters   a letter and its files
entries   an entry of the log
plans     what a household's numbers add to its plan
sheets    a sheet for the reader's own pile
piles     the papers of a pile
"""

import json
from importlib import import_module
from typing import Any

from calculators import CALCULATORS
from calculators.core.forms import as_text, boxes

# As calculators.log and core.pages name their forms. To ask those would load them.
LOG = "log"
LETTER = "letter-"
MODULES = ("answers", "letters", "entries", "plans", "sheets", "piles")
_LATER = iter(
    [*(f"{__name__}.{name}" for name in MODULES), *(f"calculators.{slug}" for slug in CALCULATORS)]
)

__all__ = ["check", "load", "paper", "pile", "plan", "rehearse", "respond", "save", "sheet"]


def respond(slug: str, question: str) -> str:
    """Answer a submitted form; `slug` is a calculator's, a letter's after `letter-`, or the log's.

    `question` is `{"answers": {field: text}}`; the result is
    `{"reply": the contract's reply, "html": the answer's HTML, empty for a refusal}`.
    """
    answers = json.loads(question)["answers"]
    reply, html = _of(slug).respond(slug, answers)
    return json.dumps({"reply": reply, "html": html})


def rehearse() -> str:
    """Answer an example that nobody sees: a browser is faster at what it has done once."""
    examples = {box.name: box.example for box in boxes(CALCULATORS["payment"].inputs)}
    return respond("payment", json.dumps({"answers": examples}))


def load() -> bool:
    """Load a module that nothing may have asked for yet; False when there are no more.

    One at a time: between two of them a worker can answer.
    """
    name = next(_LATER, "")
    if name:
        import_module(name)
    return name != ""


def save(slug: str, inputs: str, key: str, today: str = "") -> str:
    """A file of the answer or letter that stands on the page: `{"name", "media_type", "text"}`.

    `inputs` are those of its reply; `key` is one of `files_of` or LETTER_FILES; `today` is the
    reader's own day, as ISO text.
    """
    return json.dumps(_of(slug).save(slug, json.loads(inputs), key, today))


def paper(question: str) -> str:
    """An answer for a sheet of its own: `{"html"}`.

    `question` is `{"slug", "inputs", "opened", "today", "name", "loan", "example"}`: the inputs of
    the answer that stands on the page, the folded tables that the reader opened, the reader's own
    day as ISO text, and what the reader wants on the paper.
    """
    return _ask("answers", "paper", question)


def plan(question: str) -> str:
    """What a household's numbers add to its plan.

    `question` is `{"answers", "figures", "today", "matters", "base"}`, the first four as for
    `plan.make`; `base` leads from the page to the home page. The result is as for `respond`.
    """
    return _ask("plans", "add", question)


def sheet(question: str) -> str:
    """A sheet for the reader's own pile, or a file of it.

    `question` is `{"sheet", "figures", "today", "base", "file"}`: the name of one of SHEETS, all
    texts that the household holds, the reader's own day, the way to the home page, and a file's
    key, or an empty text. The result is as for `respond`, or as for `save`.
    """
    return _ask("sheets", "fill_in", question)


def pile(question: str) -> str:
    """The papers of a pile that Python makes: `{"parts", "notes", "troubles", "cover"}`.

    `question` is `{"pile": "you" or "send", "keys", "titles", "figures", "answers", "today",
    "name", "loan"}`: which papers, the titles of all that the pile holds, and what Household is
    made of.
    """
    return _ask("piles", "gather", question)


def check(slug: str, name: str, text: str) -> str:
    """The message for one box that the reader has left, or an empty text when it is fine.

    An empty box is no mistake until the form is sent.
    """
    box = next(box for box in boxes(_of(slug).inputs_of(slug)) if box.name == name)
    try:
        if typed := as_text(text):
            box.read(typed)
    except ValueError as error:
        return str(error)
    return ""


def _of(slug: str) -> Any:
    """The module that answers the form of this name."""
    return _module(
        "letters" if slug.startswith(LETTER) else "entries" if slug == LOG else "answers"
    )


def _ask(module: str, function: str, question: str) -> str:
    return json.dumps(getattr(_module(module), function)(json.loads(question)))


def _module(name: str) -> Any:
    return import_module(f"{__name__}.{name}")
