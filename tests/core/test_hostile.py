"""Text that means harm, through every box, file, letter, sheet and paper: it stays text.

tests/browser/test_hostile.py does the same with what a browser keeps.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar

from calculators import CALCULATORS
from calculators.browser import check, paper, pile, plan, respond, save, sheet
from calculators.core.files import LETTER_FILES, words_as_csv
from calculators.core.forms import boxes
from calculators.core.pages import NAME
from calculators.letters import LETTERS
from calculators.log import PREFIX
from calculators.papers import FOR_YOU, TO_SEND
from calculators.plan import FLOW
from calculators.sheets import SHEETS
from calculators.sheets.offers import OFFERS
from calculators.sheets.offers import Inputs as Offer
from tests.core.test_plan import B
from tests.core.test_rtf import understood

TODAY = "2026-11-27"
HOSTILE = {
    "markup": '<img src=x onerror="window.hurt=1">',
    "breaking out": "\"'></textarea></title></script><script>window.hurt=1</script><svg/onload=x>",
    "a template": "{{7*7}} {% x %} ${7*7} {!letters/help.html!} %s %(x)s {0}",
    "entities": "&lt;script&gt; &#60;b&#62; &amp;amp;",
    "a formula": "=cmd|' /C calc'!A0",
    "a plus": "+1+1|x",
    "a minus": "-1+1|x",
    "an at": "@SUM(1)*x",
    "a wide formula": "＝1＋1",
    "directions": "a\N{RIGHT-TO-LEFT OVERRIDE}b\N{RIGHT-TO-LEFT ISOLATE}c",
    "control signs": "a\0b\x07c\x1b[31md\x7fe\x9bf",
    "broken halves": "a\ud800b\udfffc",
    "lines": "a\r\nEND:VEVENT\nBEGIN:VALARM\u2028b\x0bc\x85d",
    "commands": "\\par}{\\*\\bin5 x \\'41 \\u65?",
    "an address": "javascript:alert(1)",
    "a name of the language": "__proto__",
    "very long": "x" * 9000,
    "very long markup": "<b onclick=x>" * 150,
}
# Signs that no page and no file of ours holds: they change how what stands beside them reads.
UNSEEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
ELEMENTS = {"img", "script", "iframe", "object", "embed", "base", "meta", "link", "style", "b"}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def stays_text(html: str, text: str = "") -> None:
    """The HTML holds nothing that `text` would make of it; what it says of `text` is escaped."""
    assert UNSEEN.search(html) is None
    page = BeautifulSoup(html, "html5lib")
    for each in page.body.find_all(True) if page.body else ():
        assert each.name not in ELEMENTS, each
        assert each.name != "svg" or "calc" in str(each.get("class")), each
        for name, value in each.attrs.items():
            assert not name.startswith("on"), each
            assert name not in ("href", "src") or not str(value).startswith("javascript:"), each
    if text:
        said = " ".join(page.get_text(" ").split())
        assert " ".join(text.split())[:80] in said


def made(text: str) -> dict[str, Any]:
    """What Python hands to the page."""
    text.encode()
    reply: dict[str, Any] = json.loads(text)
    return reply


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("slug", CALCULATORS)
def test_a_calculator_reads_none_of_it(slug: str, what: str) -> None:
    inputs = boxes(CALCULATORS[slug].inputs)
    example = {box.name: box.example for box in inputs}
    for box in inputs:
        question = json.dumps({"answers": {**example, box.name: HOSTILE[what]}})
        said = made(respond(slug, question))
        assert not said["reply"]["ok"] and said["html"] == ""
        assert [each["field"] for each in said["reply"]["errors"]] == [box.name]
        assert check(slug, box.name, HOSTILE[what])


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_form_has_no_field_of_that_name(name: str) -> None:
    for slug in ("payment", f"{NAME}help", "log"):
        said = made(respond(slug, json.dumps({"answers": {HOSTILE[name]: "1"}})))
        assert not said["reply"]["ok"]


def taken(slug: str, text: str) -> dict[str, str]:
    """The boxes of a letter that take this text."""
    return {
        box.name: text
        for box in boxes(LETTERS[slug].inputs)
        if not box.words.hidden and not check(f"{NAME}{slug}", box.name, text)
    }


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("slug", LETTERS)
def test_a_letter_says_it_as_it_is(slug: str, what: str) -> None:
    typed = taken(slug, HOSTILE[what])
    said = made(respond(f"{NAME}{slug}", json.dumps({"answers": typed})))
    if not said["reply"]["ok"]:
        # Boxes that take it one by one may not fit together.
        assert said["html"] == "" and typed
        return
    stays_text(said["html"])
    for key in LETTER_FILES:
        file = made(save(f"{NAME}{slug}", json.dumps(said["reply"]["inputs"]), key))
        assert UNSEEN.search(file["text"]) is None
        assert file["name"] == f"letter-{slug}.{key}"
        if key == "rtf":
            understood(file["text"])


def test_what_a_letter_takes_is_there_whole() -> None:
    """A test of the tests above: most of it is taken, and not lost on the way."""
    whole = 0
    for text in HOSTILE.values():
        if "your_name" in (typed := taken("help", text)):
            said = made(respond(f"{NAME}help", json.dumps({"answers": typed})))
            stays_text(said["html"], said["reply"]["inputs"]["your_name"])
            whole += 1
    assert whole >= 12


def household(text: str) -> dict[str, str]:
    """All that a tab may hold, each text this one; and two entries of the log made of it."""
    figures = {"plan:matters": text, "my-figures:x": text, text[:60]: text, "year": "1"}
    forms: dict[str, type] = {slug: each.inputs for slug, each in CALCULATORS.items()}
    forms |= {f"{NAME}{slug}": each.inputs for slug, each in LETTERS.items()}
    for form, inputs in forms.items():
        figures |= {box.kept_as(form): text for box in boxes(inputs)}
    for form in OFFERS:
        figures |= {box.kept_as(form): text for box in boxes(Offer)}
    words = ("hour", "how", "company", "person", "number", "said", "they_promised", "next", text)
    entry = {**dict.fromkeys(words, text), "day": TODAY, "next_by": "2026-12-01"}
    return {**figures, f"{PREFIX}a": json.dumps(entry), f"{PREFIX}b": text}


def documents(text: str) -> Iterator[Mapping[str, Any]]:
    """Everything that Python makes of a household for the page."""
    figures = household(text)
    for name in SHEETS:
        asked = {"sheet": name, "figures": figures, "today": TODAY, "base": "../", "file": ""}
        yield made(sheet(json.dumps(asked)))
    for answers in (B, dict.fromkeys(FLOW.questions, text), {text: text}):
        asked = {"answers": answers, "figures": figures, "today": TODAY, "matters": "keep"}
        yield made(plan(json.dumps({**asked, "base": "../"})))
    for which, papers in (("you", FOR_YOU), ("send", TO_SEND)):
        asked = {"pile": which, "keys": [each.key for each in papers], "titles": [text, "Plan"]}
        asked |= {"figures": figures, "answers": B, "today": TODAY}
        yield made(pile(json.dumps({**asked, "name": text, "loan": text})))
    inputs = {box.name: box.example for box in boxes(CALCULATORS["payment"].inputs)}
    asked = {"slug": "payment", "inputs": inputs, "opened": [text], "today": TODAY, "name": text}
    yield made(paper(json.dumps({**asked, "loan": text, "example": False})))


def pages_of(said: Any) -> Iterator[str]:
    """Every HTML in it."""
    if isinstance(said, dict):
        for name, part in said.items():
            if name in ("html", "cover"):
                yield part
            elif name == "parts":
                yield from part.values()


@pytest.mark.parametrize("what", HOSTILE)
def test_no_sheet_plan_or_paper_is_more_than_text(what: str) -> None:
    count = 0
    for said in documents(HOSTILE[what]):
        for html in pages_of(said):
            stays_text(html)
            count += bool(html)
    assert count > 10


@pytest.mark.parametrize("what", HOSTILE)
def test_files_of_the_log_hold_it_as_text(what: str) -> None:
    asked = {"sheet": "log", "figures": household(HOSTILE[what]), "today": TODAY, "base": "../"}
    text = made(sheet(json.dumps({**asked, "file": "log.csv"})))["text"].lstrip("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []
    assert UNSEEN.search(text) is None
    assert len(rows) == 5, "what it is, the day, an empty line, the heads, and one entry"
    dates = made(sheet(json.dumps({**asked, "file": "log.ics"})))["text"]
    assert UNSEEN.search(dates) is None
    (event,) = Calendar.from_ical(dates).walk("VEVENT")
    assert len(event.walk("VALARM")) == 2
    assert all(len(line.encode()) <= 75 for line in dates.split("\r\n"))
    assert "\n" not in dates.replace("\r\n", "")


def test_no_cell_begins_as_a_formula_does() -> None:
    cells = [f"{sign}1" for sign in FORMULA] + [f" {sign}1" for sign in FORMULA]
    text = words_as_csv([cells])
    (row,) = csv.reader(io.StringIO(text, newline=""))
    assert [cell for cell in row if cell.strip().startswith(FORMULA)] == []
