"""What the page's worker calls: JSON text in, JSON text out, and nothing else crosses."""

import json
from dataclasses import asdict
from datetime import date

from calculators import CALCULATORS, run
from calculators.core.files import file_of, letter_file
from calculators.core.forms import as_text, boxes, readable
from calculators.core.pages import (
    NAME,
    Head,
    answer,
    answer_paper,
    figures_html,
    letter_html,
    running,
)
from calculators.letters import LETTERS, write
from calculators.log import SLUG as LOG
from calculators.log import Inputs as Entry
from calculators.log import entry_reply
from calculators.papers import FOR_YOU, TO_SEND, Household, cover, make_pile
from calculators.plan import MATTERS, TOTAL_MEANS, make
from calculators.sheets import SHEETS, Taken
from calculators.sheets import file_of as file_of_sheet


def respond(slug: str, question: str) -> str:
    """Answer a submitted form; `slug` is a calculator's, a letter's after `letter-`, or the log's.

    `question` is `{"answers": {field: text}}`; the result is
    `{"reply": the contract's reply, "html": the answer's HTML, empty for a refusal}`.
    """
    asked = json.loads(question)
    if slug.startswith(NAME):
        reply = write(slug.removeprefix(NAME), asked["answers"])
        return json.dumps({"reply": reply, "html": letter_html(reply) if reply["ok"] else ""})
    if slug == LOG:
        return json.dumps({"reply": entry_reply(asked["answers"]), "html": ""})
    reply = run(slug, asked["answers"])
    html = answer(CALCULATORS[slug], reply) if reply["ok"] else ""
    return json.dumps({"reply": reply, "html": html})


def rehearse() -> str:
    """Answer an example that nobody sees: a browser is faster at what it has done once."""
    examples = {box.name: box.example for box in boxes(CALCULATORS["payment"].inputs)}
    return respond("payment", json.dumps({"answers": examples}))


def plan(question: str) -> str:
    """What a household's numbers add to its plan.

    `question` is `{"answers", "figures", "today", "matters", "base"}`, the first four as for
    `plan.make`; `base` leads from the page to the home page. The result is as for `respond`.
    """
    asked = readable(json.loads(question))
    base = asked.pop("base")
    reply = make(**asked)
    html = figures_html(reply, MATTERS, TOTAL_MEANS, base) if reply["ok"] else ""
    return json.dumps({"reply": reply, "html": html})


def sheet(question: str) -> str:
    """A sheet for the reader's own pile, or a file of it.

    `question` is `{"sheet", "figures", "today", "base", "file"}`: the name of one of SHEETS, all
    texts that the household holds, the reader's own day, the way to the home page, and a file's
    key, or an empty text. The result is as for `respond`, or as for `save`.
    """
    asked = readable(json.loads(question))
    taken = Taken(asked["figures"], asked["today"], asked["base"])
    if asked["file"]:
        return json.dumps(asdict(file_of_sheet(taken, asked["file"])))
    reply, html = SHEETS[asked["sheet"]].make(taken)
    return json.dumps({"reply": reply, "html": html})


def save(slug: str, inputs: str, key: str, today: str = "") -> str:
    """A file of the answer or letter that stands on the page: `{"name", "media_type", "text"}`.

    `inputs` are those of its reply; `key` is one of `files_of` or LETTER_FILES; `today` is the
    reader's own day, as ISO text.
    """
    given = json.loads(inputs)
    if slug.startswith(NAME):
        reply = write(slug.removeprefix(NAME), given)
        name = slug.removeprefix(NAME)
        made = letter_file(name, reply["text"], running(reply["inputs"]), key)
    else:
        made = file_of(CALCULATORS[slug], run(slug, given), key, today)
    return json.dumps(asdict(made))


def paper(question: str) -> str:
    """An answer for a sheet of its own: `{"html"}`.

    `question` is `{"slug", "inputs", "opened", "today", "name", "loan", "example"}`: the inputs of
    the answer that stands on the page, the folded tables that the reader opened, the reader's own
    day as ISO text, and what the reader wants on the paper.
    """
    asked = readable(json.loads(question))
    head = Head(date.fromisoformat(asked["today"]), asked["name"], asked["loan"])
    calculator = CALCULATORS[asked["slug"]]
    reply = run(calculator.slug, asked["inputs"])
    html = answer_paper(calculator, reply, head, asked["opened"], asked["example"])
    return json.dumps({"html": html})


def check(slug: str, name: str, text: str) -> str:
    """The message for one box that the reader has left, or an empty text when it is fine.

    An empty box is no mistake until the form is sent.
    """
    box = next(box for box in boxes(_inputs_of(slug)) if box.name == name)
    try:
        if typed := as_text(text):
            box.read(typed)
    except ValueError as error:
        return str(error)
    return ""


def pile(question: str) -> str:
    """The papers of a pile that Python makes: `{"parts", "notes", "troubles", "cover"}`.

    `question` is `{"pile": "you" or "send", "keys", "titles", "figures", "answers", "today",
    "name", "loan"}`: which papers, the titles of all that the pile holds, and what Household is
    made of.
    """
    asked = readable(json.loads(question))
    household = Household(
        asked["figures"],
        asked["answers"],
        date.fromisoformat(asked["today"]),
        asked["name"],
        asked["loan"],
    )
    papers = FOR_YOU if asked["pile"] == "you" else TO_SEND
    made = make_pile(papers, asked["keys"], household)
    return json.dumps({**made, "cover": cover(asked["titles"], household)})


def _inputs_of(slug: str) -> type:
    if slug == LOG:
        return Entry
    letter = LETTERS.get(slug.removeprefix(NAME)) if slug.startswith(NAME) else None
    return letter.inputs if letter else CALCULATORS[slug].inputs
