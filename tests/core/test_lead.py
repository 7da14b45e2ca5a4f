"""An answer begins with a verdict, a number and one action: what it says, and where it leads."""

import re
import tomllib
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from calculators import CALCULATORS, run
from calculators.core.answers import PLACES
from calculators.core.pages import answer
from calculators.facts import FACTS
from tests.conftest import ROOT
from tests.grade import HARDEST_GRADE, grade
from tests.headings import headings
from tests.test_cases import rows

DOCS = ROOT / "docs"
LONGEST_SENTENCE = 22
LONGEST_HEADING = 28
PHONES = {each.text for each in FACTS.values() if each.unit == "phone"}
SITUATIONS = [
    pytest.param(row, id=f"{row['calculator']}: {row['verdict']}")
    for row in tomllib.loads(Path(__file__).with_name("verdicts.toml").read_text("utf-8"))[
        "situation"
    ]
]
REPLIES = [
    pytest.param(slug, reply, id=f"{slug}: {row['name']}")
    for slug in CALCULATORS
    for row in rows(slug)
    if (reply := run(slug, row["given"]))["ok"]
]
REPLIES += [
    pytest.param(row["calculator"], run(row["calculator"], row["given"]), id=str(each.id))
    for each in SITUATIONS
    if isinstance(row := each.values[0], dict)
]
every_reply = pytest.mark.parametrize(("slug", "reply"), REPLIES)


def leads_somewhere(page: str) -> bool:
    file, _, anchor = page.partition("#")
    return (DOCS / file).is_file() and (not anchor or anchor in headings(DOCS / file))


def sentences(text: str) -> list[list[str]]:
    return [re.findall(r"[A-Za-z’']+", each) for each in re.split(r"(?<=[.?!:]) ", text)]


def amounts(text: str) -> set[str]:
    return set(re.findall(r"\$[\d,.]*\d", text))


@every_reply
def test_a_verdict_is_short_and_leaves_the_number_to_the_number(slug: str, reply: Any) -> None:
    verdict, number, at_risk = reply["verdict"], reply["number"], reply["at_risk"]
    assert verdict.endswith(".") and len(sentences(verdict)) <= 3
    assert all(len(words) <= LONGEST_SENTENCE for words in sentences(verdict)), verdict
    said = f"{verdict} {number} {at_risk}"
    assert not re.search(r"\.\d\d\b", said), "cents stand in the tables"
    assert "\N{MINUS SIGN}" not in verdict + number
    assert not amounts(verdict) & amounts(number), "a figure is said once"
    assert not amounts(at_risk) & amounts(number), "a figure is said once"
    assert not number.endswith(".") and len(number) <= 48


@every_reply
def test_a_folded_warning_is_named_in_a_few_words(slug: str, reply: Any) -> None:
    for note in reply["notes"]:
        heading, *rest = re.split(r"(?<=[.?!]) ", note["text"], maxsplit=1)
        if note["kind"] == "warning" and rest and note["text"] != reply["at_risk"]:
            assert len(heading.split()) <= LONGEST_HEADING, heading


@every_reply
def test_the_number_is_one_of_the_figures(slug: str, reply: Any) -> None:
    """In whole dollars; or what one of them differs from another by."""
    held = {**reply["inputs"], **reply["figures"]}
    known = [Decimal(each) for each in held.values() if re.fullmatch(r"-?\d+\.\d\d", str(each))]
    known += [one - other for one in known for other in known]
    said = {f"${abs(each).quantize(Decimal(1), ROUND_HALF_UP):,}" for each in known}
    assert amounts(reply["number"].replace("less than $1", "")) <= said


@every_reply
def test_an_action_leads_somewhere(slug: str, reply: Any) -> None:
    action = reply["action"]
    assert list(action) == ["text", "page", "phone"] and action["text"]
    if action["page"] is None:
        assert action["phone"] in PHONES
    else:
        assert action["phone"] is None and leads_somewhere(action["page"]), action["page"]


@every_reply
def test_the_page_says_it_in_this_order(slug: str, reply: Any) -> None:
    """And at most one warning stands open; what is named can be opened or called."""
    page = BeautifulSoup(answer(CALCULATORS[slug], reply), "html5lib")
    lead = [each for each in page.select(".calc-answer > *") if each.name != "h4"]
    first = [str(each["class"][0]) for each in lead[:4] if each.has_attr("class")]
    wanted = ["calc-headline", "calc-note", "calc-number", "calc-next"]
    there = [True, bool(reply["at_risk"]), bool(reply["number"]), True]
    assert first[: sum(there)] == [
        name for name, is_there in zip(wanted, there, strict=True) if is_there
    ]
    standing = [
        each.text for each in page.select("p.calc-warning") if not each.find_parent("details")
    ]
    assert sum(". " in text.removeprefix("Watch out. ") for text in standing) <= 1
    for text in page.find_all(string=re.compile(r"\b\d{3}-\d{3}-\d{4}\b")):
        link = text.find_parent("a")
        assert link and str(link["href"]).removeprefix("tel:+1-") in text
    for link in page.select("a[href^='../']"):
        file = str(link["href"]).removeprefix("../../")
        path, _, anchor = file.partition("#")
        assert leads_somewhere(f"{path.rstrip('/')}.md{'#' + anchor if anchor else ''}"), file


@pytest.mark.parametrize("row", SITUATIONS)
def test_what_is_said_first(row: dict[str, Any]) -> None:
    reply = run(row["calculator"], row["given"])
    assert row["verdict"] in reply["verdict"]
    assert re.sub(r"\$[\d,]+", "$", reply["number"]) == row["number"]
    assert row.get("at_risk", "") in reply["at_risk"]
    assert row["leads_to"] in (reply["action"]["page"], reply["action"]["phone"])
    assert row["leads_to"] in PHONES or leads_somewhere(row["leads_to"])


@pytest.mark.parametrize("slug", sorted({str(each.values[0]) for each in REPLIES}))
def test_verdicts_read_easily(slug: str) -> None:
    said = {
        text
        for each in REPLIES
        if each.values[0] == slug and isinstance(reply := each.values[1], dict)
        for text in (reply["verdict"], reply["at_risk"], f"{reply['action']['text']}.")
        if text
    }
    lines = [words for text in said for words in sentences(text) if len(words) > 3]
    assert grade(lines) <= HARDEST_GRADE, f"grade {grade(lines):.1f}"


def test_a_place_is_called_as_the_menu_calls_it() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace('"', "")
    for title, page in PLACES.items():
        assert f"{title.replace('’', chr(39))}: {page}\n" in menu, title
