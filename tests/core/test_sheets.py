"""The sheets for a desk say what plan, budget and log say, or leave room for a hand."""

import json
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup

from calculators.browser import sheet
from calculators.core.forms import boxes
from calculators.core.pages import log_section, offers_section
from calculators.core.pages.sheet import blank_place
from calculators.log import Inputs as Entry
from calculators.plan import make
from calculators.sheets import SHEETS, Taken
from calculators.sheets.desk import desk
from calculators.sheets.offers import OFFERS, Owed
from calculators.sheets.offers import Inputs as Offer
from calculators.sheets.offers_words import LABELS
from tests.core.test_log import CALLS
from tests.core.test_plan import A_FIGURES, B_FIGURES, F_FIGURES, OFFER, A, B

TODAY = "2026-11-30"
MINE = {
    "your_name": "Maria Delgado",
    "co_borrower_name": "Jon Delgado",
    "letter-help:loan_number": "22-7781",
    "take_home_income": "3900",
    "what_happened": "I lost hours at work.\nThe car broke.",
}
TWO = {
    "offer-1:new_annual_rate": "7.5",
    "offer-1:new_months": "240",
    "offer-2:new_annual_rate": "7.5",
    "offer-2:new_months": "120",
}
DESK = ("action-plan", "summary")


def household(answers: dict[str, str], *figures: dict[str, str]) -> dict[str, str]:
    held = {f"door:{question}": choice for question, choice in answers.items()}
    for each in figures:
        held |= each
    return held


FULL = household(B, B_FIGURES, F_FIGURES, OFFER, MINE, CALLS, {"plan:matters": "payment"})


def text_of(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html5lib").get_text(" ").split())


def html_of(name: str, figures: dict[str, str]) -> str:
    return SHEETS[name].make(Taken(figures, TODAY, "../"))[1]


def test_the_desk_says_what_the_plan_says() -> None:
    reply, plan = desk(FULL, TODAY), make(B, FULL, TODAY, "payment")
    assert reply["said"] == [each["text"] for each in plan["said"]]
    assert reply["sums"] == [each["text"] for each in plan["sums"]]
    assert reply["choices"] == plan["choices"]
    assert [each for each in reply["dates"] if not each.get("gone")] == plan["dates"]
    assert [each["what"] for each in reply["steps"]] == [
        card["title"] for part in ("hold", "today", "week", "month") for card in plan["cards"][part]
    ]


def test_steps_have_a_last_day_of_their_part() -> None:
    by = {each["part"]: each["by"] for each in desk(FULL, TODAY)["steps"]}
    assert by == {
        "today": "Monday, November 30, 2026",
        "week": "Monday, December 7, 2026",
        "month": "Wednesday, December 30, 2026",
    }
    assert {each["by"] for each in desk(FULL)["steps"]} == {""}


def test_numbers_are_those_that_were_typed() -> None:
    numbers = {each["label"]: each["text"] for each in desk(FULL, TODAY)["numbers"]}
    assert numbers["What you owe on your second mortgage"] == "$52,000.00"
    assert "draw" not in " ".join(numbers)
    line = {each["text"] for each in desk(household(A, A_FIGURES), TODAY)["numbers"]}
    assert line == {"$52,000.00", "9.25%", "3 months"}
    assert desk({"balance": "9,25"}, TODAY)["numbers"] == []


def test_the_month_is_the_budgets() -> None:
    month = {each["label"]: each["text"] for each in desk(FULL, TODAY)["month"]}
    # 3,900 in; 412 out for the second: that leaves 3,488, and 3,900 to pay it with.
    assert month == {
        "Money in each month": "$3,900.00",
        "Money out each month, both mortgages counted": "$412.00",
        "Left over or short each month": "$3,488.00 left",
        "What you could pay on the second mortgage": "$3,900.00",
    }
    assert desk(household(B, B_FIGURES), TODAY)["month"] == []


def test_a_loan_number_stands_there_only_where_it_is_one() -> None:
    assert desk(FULL, TODAY)["loan"] == "22-7781"
    assert desk({**FULL, "letter-payoff:loan_number": "first"}, TODAY)["loan"] == ""


def test_an_old_loan_has_no_sum_no_choice_and_letters_that_wait() -> None:
    reply = desk(household({"happening": "old", "state": "Ohio"}, F_FIGURES), TODAY)
    assert reply["sums"] == reply["choices"] == []
    assert reply["steps"] and all(each["waits"] for each in reply["letters"])


@pytest.mark.parametrize("name", DESK)
def test_a_sheet_is_filled_or_blank(name: str) -> None:
    filled, blank = html_of(name, FULL), SHEETS[name].blank()
    assert html_of(name, {}) == html_of(name, {"plan:matters": "keep"}) == ""
    for text in ("Maria Delgado and Jon Delgado", "22-7781", "November 30, 2026", "$52,000.00"):
        assert text in filled and text not in blank
    # What is asked of a hand stands on both, and the blank one has more room for it.
    headings = re.findall(r"<h4>(.*?)</h4>", filled)
    assert headings == re.findall(r"<h4>(.*?)</h4>", blank)
    room = re.compile(r"sheet-line|sheet-row|sheet-empty|sheet-rest")
    assert len(room.findall(blank)) > len(room.findall(filled)) > 3


@pytest.mark.parametrize("name", DESK)
def test_a_promise_that_was_not_kept_stays_on_the_sheets(name: str) -> None:
    html = html_of(name, CALLS)
    assert html.count("They call back") == 1 and "Gone by: 6 days ago." in html
    # Of many that have gone by, those to come keep their room.
    many = {f"entry:m{n}": CALLS["entry:e1"] for n in range(8)}
    assert "What was agreed" in html_of(name, CALLS | many)


def test_what_was_promised_stands_with_its_next_day() -> None:
    promise = {"day": "2026-11-20", "company": "Acme", "they_promised": "A list"}
    dated = {**promise, "next": "It comes", "next_by": "2026-11-24"}
    for entry, says in (
        (dated, "It comes<br>By Tuesday, November 24, 2026. Gone by:"),
        (promise, ""),
    ):
        html = html_of("action-plan", {"entry:e1": json.dumps(entry)})
        assert "A list" in html and f'data-label="Next, by">{says}' in html


def test_a_summary_keeps_the_month_and_says_what_it_cuts() -> None:
    typed = {"first_balance": "200000", "first_annual_rate": "4", "first_monthly_payment": "1057"}
    typed |= {"home_value": "300000", "annual_rate": "9", "months_left": "120"}
    html = html_of("summary", FULL | typed | {"missed_payments": "3", "draw_months_left": "9"})
    assert "More numbers stand in My figures." in html
    assert "More numbers" not in html_of("summary", household(B, B_FIGURES))
    for each in desk(FULL | typed, TODAY)["month"]:
        assert f"<dt>{each['label']}</dt><dd>{each['text']}</dd>" in html


def test_an_action_plan_has_what_hud_asks_of_one() -> None:
    reply = desk(FULL, TODAY)
    filled = text_of(html_of("action-plan", FULL))
    for text in (*reply["said"], *reply["sums"], *MINE["what_happened"].splitlines()):
        assert text in filled
    for each in (*reply["numbers"], *reply["month"]):
        assert f"{each['label']} {each['text']}" in filled
    for each in reply["choices"]:
        assert each["name"] in filled and (each["total"] or "") in filled
    for step in reply["steps"]:
        assert f"{step['what']} Client {step['by']}" in filled
    for html in (html_of("action-plan", FULL), SHEETS["action-plan"].blank()):
        # Room for what the counselor does, sees and agrees on.
        assert html.count(">Counselor</td>") == 2 and "What the counselor sees" in html
        assert "By when" in html and "Choices talked about" in html
        for part in ("needs", "wants", "Who does what", "Where else to get help", "talk again"):
            assert part in html
        assert "Counselor" in html and "The client has a copy." in html
    assert "\N{BALLOT BOX WITH X} Lowest payment now" in html_of("action-plan", FULL)
    assert "\N{BALLOT BOX WITH X}" not in SHEETS["action-plan"].blank()


@pytest.mark.parametrize("name", SHEETS)
def test_no_words_of_a_reader_are_markup(name: str) -> None:
    hostile = '<b onclick="x">'
    entry = dict.fromkeys(("company", "said", "they_promised", "next"), hostile)
    offer = {"offered_by": hostile, "new_annual_rate": "7", "new_months": "120"}
    figures = dict.fromkeys(MINE, hostile) | {
        "balance": "52000",
        **{f"offer-1:{box}": text for box, text in offer.items()},
        "entry:e1": json.dumps({"day": TODAY, "next_by": TODAY, **entry}),
    }
    html = html_of(name, figures)
    assert "&lt;b" in html and "<b " not in html


def test_offers_that_cannot_be_read_leave_the_blank_sheet_under_what_is_wrong() -> None:
    html = html_of("offers", {"balance": "9,25", **TWO})
    assert "sheet-wrong" in html and html.endswith(SHEETS["offers"].blank())
    assert html_of("offers", {"balance": "9,25"}) == ""


def test_the_worker_answers_with_a_sheet_or_says_what_is_wrong() -> None:
    question = {"sheet": "summary", "figures": FULL, "today": TODAY, "base": "../", "file": ""}
    assert json.loads(sheet(json.dumps(question)))["html"] == html_of("summary", FULL)
    for name in SHEETS:
        wrong = json.loads(sheet(json.dumps({**question, "sheet": name, "today": "soon"})))
        assert wrong["html"] == "" and not wrong["reply"]["ok"]


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2028, 2, 29), date(2026, 12, 31)])
def test_any_day_has_a_month_after_it(day: date) -> None:
    assert desk(FULL, day.isoformat())["ok"]


def test_a_form_holds_each_box_by_itself_and_is_shown_by_a_script() -> None:
    log = log_section("The log", Entry, "../")
    offers = offers_section("Two offers", Owed, Offer, OFFERS, LABELS.values(), "../")
    for html, name, inputs in ((log, "log", Entry), (offers, OFFERS[0], Offer)):
        for box in boxes(inputs):
            assert f'data-keep="{name}:{box.name}"' in html
        assert re.search(r"<section [^>]*data-search-exclude hidden>", html)
        assert "\n" not in html and 'class="sheet-blank"' in html
    assert 'data-keep="balance"' in offers


def test_a_sheet_that_is_only_ever_blank_stands_on_one_line() -> None:
    place = blank_place("<p>Nothing yet</p>")
    assert "<p>Nothing yet</p>" in place and "data-sheet-print" in place and "\n" not in place
