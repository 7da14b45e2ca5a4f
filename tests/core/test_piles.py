"""The two piles: what each may hold, what stands on the papers, and what is not ready."""

import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup

from calculators.browser import pile
from calculators.letters import LETTERS
from calculators.papers import FOR_YOU, TO_SEND
from calculators.sheets import SHEETS
from scripts.site.papers import papers_fragment
from tests.core.test_plan import B_FIGURES, F_FIGURES, OFFER, B

HOSTILE = '<img src=x onerror=alert(1)>"&{!x!}'
EVERYTHING = {
    "entry:e1": json.dumps({"day": "2026-11-20", "said": "Hello"}),
    "offer-1:new_annual_rate": "7",
    "offer-1:new_months": "120",
}
LOAN = {"balance": "52,000", "annual_rate": "9.25", "months_left": "180"}


def made(which: str, *keys: str, **more: Any) -> dict[str, Any]:
    asked = {
        "pile": which,
        "keys": keys,
        "titles": list(keys),
        "figures": {},
        "answers": {},
        "today": "2026-11-26",
        "name": "",
        "loan": "",
    }
    reply: dict[str, Any] = json.loads(pile(json.dumps({**asked, **more})))
    return reply


def text_of(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html5lib").get_text(" ").split())


def test_every_paper_is_named_once() -> None:
    for papers in (FOR_YOU, TO_SEND):
        keys = [paper.key for paper in papers]
        assert len(set(keys)) == len(keys)
        assert all(paper.title for paper in papers)
    sent = {paper.key for paper in TO_SEND}
    assert {f"letter:{slug}" for slug in LETTERS} <= sent
    # What is for the reader alone can't be ticked there.
    assert not {"plan", "most"} & sent


def test_the_page_lists_all_that_a_pile_may_hold() -> None:
    html = papers_fragment()
    # A blank line would end a raw block in Markdown.
    assert "\n" not in html
    page = BeautifulSoup(html, "html5lib")
    for which, papers in (("you", FOR_YOU), ("send", TO_SEND)):
        listed = [str(each["value"]) for each in page.select(f"[data-pile={which}] li input")]
        assert len(set(listed)) == len(listed)
        assert {paper.key for paper in papers} <= set(listed)
    assert "page:steps/1-assess/" in html and "page:letters/index/" not in html
    # A letter's own page is no sheet.
    assert not [slug for slug in LETTERS if f"page:letters/{slug}/" in html]


def test_the_page_knows_by_what_a_paper_is_begun() -> None:
    page = BeautifulSoup(papers_fragment(), "html5lib")
    begun = {str(each["value"]): str(each["data-begun"]) for each in page.select("[data-begun]")}
    assert begun["plan"] == "door:" and begun["log"] == "entry:"
    assert begun["offers"] == "offer-1: offer-2:" and begun["letter:help"] == "letter-help:"
    assert "affordable_payment" in begun["most"].split()
    assert len(begun) == 4 + len(LETTERS)


def test_an_answer_is_made_again_from_what_was_typed() -> None:
    figures = {**LOAN, "refinance:new_annual_rate": "6", "unknown": "x"}
    both = [made(each, "answer:payment", figures=figures) for each in ("you", "send")]
    mine, theirs = (text_of(each["parts"]["answer:payment"]) for each in both)
    for said in (mine, theirs):
        assert "$535.18" in said and "Thursday, November 26, 2026" in said
    offered = {**figures, "refinance:new_months": "60", "refinance:closing_costs": "0"}
    new = made("you", "answer:refinance", figures=offered)["parts"]["answer:refinance"]
    assert "6.00%" in text_of(new) and "60 months" in text_of(new)


def test_warnings_stay_with_the_reader() -> None:
    figures = {"payoff": "53200", "offer": "15000"}
    key = "answer:settlement"
    mine, theirs = (
        text_of(made(each, key, figures=figures)["parts"][key]) for each in ("you", "send")
    )
    assert "Watch out" in mine and "see a lawyer" in mine
    assert "Watch out" not in theirs and "lawyer" not in theirs


def test_what_is_not_ready_is_named_and_left_out() -> None:
    reply = made("you", "answer:payment", "most")
    assert list(reply["parts"]) == ["most"]
    assert "What you owe" in dict(reply["troubles"])["Payment calculator"]
    wrong = {"letter-help:letter_date": "soon"}
    assert made("send", "letter:help", figures=wrong)["troubles"][0][1].startswith("Date of")


def test_the_most_you_can_pay_is_a_line_where_it_is_not_known() -> None:
    assert "____ a month" in text_of(made("you", "most")["parts"]["most"])
    known = made("you", "most", figures={"affordable_payment": "$540"})
    assert "$540.00 a month" in text_of(known["parts"]["most"])


def test_every_sheet_can_be_taken_along_filled_or_blank() -> None:
    blank = made("you", *SHEETS)
    assert blank["parts"].keys() == SHEETS.keys() and not blank["troubles"]
    figures = {"letter-help:loan_number": "77-1", "your_name": HOSTILE, **LOAN}
    filled = made("you", *SHEETS, figures=figures)
    assert all("<img" not in html for html in filled["parts"].values())


@pytest.mark.parametrize("figures", [{}, LOAN | EVERYTHING])
def test_the_name_on_the_papers_is_on_each_that_the_reader_keeps(figures: dict[str, str]) -> None:
    keys = [paper.key for paper in FOR_YOU]
    asked = {"answers": {"happening": "missed"}, "name": "Ann Lee", "loan": "First Bank 77-1"}
    reply = made("you", *keys, figures=figures, **asked)
    # Answers of what was not typed are not ready.
    assert {"plan", "most", *SHEETS} <= reply["parts"].keys()
    for key, html in reply["parts"].items():
        assert "Ann Lee" in html and "First Bank 77-1" in html, key


@pytest.mark.parametrize("balance", ["9,25", ""])
def test_offers_that_cannot_be_read_are_named_and_not_left_out(balance: str) -> None:
    offer = {"offer-1:new_annual_rate": "7", "offer-1:new_months": "120"}
    reply = made("you", "offers", figures={**LOAN, **offer, "balance": balance})
    assert not reply["parts"] and "What you owe" in reply["troubles"][0][1]
    half = {**LOAN, **offer, "offer-2:new_annual_rate": "6"}
    assert "Offer 2" in made("you", "offers", figures=half)["troubles"][0][1]


def test_a_letter_is_filled_in_as_on_its_page_and_warns_of_its_dates() -> None:
    figures = {
        "your_name": HOSTILE,
        "letter-stop-sale:letter_date": "11/26/2026",
        "letter-stop-sale:loan_number": "77-1",
        "letter-payoff:loan_number": "another",
        "sale_date": "12/11/2026",
    }
    reply = made("send", "letter:stop-sale", figures=figures)
    html = reply["parts"]["letter:stop-sale"]
    assert HOSTILE in text_of(html) and "<img" not in html
    assert text_of(html).endswith("Loan number: 77-1") and "another" not in html
    assert any("15 days" in text for _, text in reply["notes"])


@pytest.mark.parametrize("answers", [{"happening": "old"}, {"happening": "other", "other": "died"}])
def test_letters_that_wait_for_a_lawyer_are_blank(answers: dict[str, str]) -> None:
    figures = {"your_name": "Ann Lee"}
    reply = made("send", "letter:old-debt", figures=figures, answers=answers)
    assert "Ann Lee" not in reply["parts"]["letter:old-debt"]
    assert "lawyer" in reply["notes"][0][1]


@pytest.mark.parametrize("answers", [{"happening": "old"}, {"happening": "other", "other": "died"}])
def test_answers_that_wait_for_a_lawyer_are_not_sent(answers: dict[str, str]) -> None:
    asked = {"figures": LOAN, "answers": answers, "name": "Ann Lee", "loan": "77-1"}
    keys = [paper.key for paper in TO_SEND if paper.key.startswith("answer:")]
    reply = made("send", *keys, **asked)
    assert not reply["parts"] and len(reply["troubles"]) == len(keys)
    assert all("lawyer" in why for _, why in reply["troubles"])
    # The reader may still see it.
    assert "$535.18" in made("you", "answer:payment", **asked)["parts"]["answer:payment"]


def test_the_plan_has_its_cards_and_its_numbers() -> None:
    answers = {"happening": "missed"}
    figures = {"monthly_payment": "535.18", "missed_payments": "2", "plan_months": "6"}
    plan = made("you", "plan", answers=answers, figures=figures)["parts"]["plan"]
    said = text_of(plan)
    assert said.startswith("Your plan Date Thursday, November 26, 2026") and "Today" in said
    assert re.search(r"\d{3}-\d{3}-\d{4}", said), "someone to call"


def test_before_the_first_answer_the_plan_is_one_to_fill_in_by_hand() -> None:
    asked = {"name": HOSTILE, "loan": "77-1"}
    blank = made("you", "plan", answers={"happening": ""}, **asked)["parts"]["plan"]
    assert blank.startswith('<div class="sheet') and "<img" not in blank
    assert HOSTILE in text_of(blank) and "77-1" in blank and "November 26, 2026" in blank
    figures = B_FIGURES | F_FIGURES | OFFER
    plan = made("you", "plan", answers=B, figures=figures)["parts"]["plan"]
    filled = re.findall(r"<h3>(.*?)</h3>", plan)
    # A hand may write whom to call; what protects and what is missing is for a screen to say.
    by_hand = [each for each in re.findall(r"<h4>(.*?)</h4>", blank) if each != "Whom to call"]
    assert by_hand == [each for each in filled if each in by_hand] and len(by_hand) == 7


def test_the_cover_names_the_papers_in_order() -> None:
    cover = made("you", titles=["One", HOSTILE], name="Ann\nLee")["cover"]
    assert [text_of(str(each)) for each in BeautifulSoup(cover, "html5lib").select("li")] == [
        "One", HOSTILE,
    ]  # fmt: skip
    assert "Ann Lee" in text_of(cover)
