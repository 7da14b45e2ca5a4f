"""The sentences that must be right, since a home may hang on them."""

import json

import pytest

from calculators import browser, run

DUE = {"oldest_unpaid_due_date": "2026-09-01"}
FIXED = {"loan_kind": "closed_end", **DUE}
SALE = {"sale_date": "2027-03-15"}


def notes(answers: dict[str, str]) -> list[str]:
    return [note["text"] for note in run("timeline", answers)["notes"]]


def test_a_line_of_credit_is_told_so_word_for_word() -> None:
    contract = (
        "No federal waiting period protects this loan. Your state's law and your contract decide; "
        "call legal aid today."
    )
    assert notes({"loan_kind": "heloc", **DUE})[0].startswith(contract)
    unsure = notes({"loan_kind": "not_sure", **DUE})
    assert unsure[0].startswith("Until you know") and contract in unsure[0]


def test_a_home_that_is_not_the_main_home_may_not_be_protected() -> None:
    first = notes({**FIXED, "main_home": "no"})[0]
    assert "may not protect this loan" in first and "call legal aid today" in first


def test_the_first_mortgages_dates_are_given_in_words_only() -> None:
    said = " ".join(notes({**FIXED, **SALE, "sale_by": "first"}))
    assert (
        "with the first mortgage’s servicer, if that loan is an ordinary mortgage on your main "
        "home and its servicer is not small: call that servicer today." in said
    )
    assert "by December 15, 2026" in said
    assert "any application by January 29, 2027" in said
    assert "a complete one by February 5, 2027" in said
    assert "do not count on December 31, 2026" in said
    elsewhere = " ".join(notes({**FIXED, **SALE, "sale_by": "first", "main_home": "no"}))
    assert "December 15" not in elsewhere and "call that servicer today" in elsewhere


def test_another_foreclosure_excuses_only_a_servicer_that_joins_it() -> None:
    said = " ".join(notes({**FIXED, "another_lender_foreclosing": "yes"}))
    assert said.startswith("Another lender is foreclosing on the home. Call legal aid today")
    assert "If this servicer joins that foreclosure, it need not wait." in said
    assert "Before a foreclosure of its own, it must wait until December 31, 2026." in said
    assert "before its own first filing still blocks that filing" in said
    small = {**FIXED, "another_lender_foreclosing": "yes", "small_servicer": "yes"}
    assert "blocks that filing" not in " ".join(notes(small))


def test_a_small_servicer_may_not_foreclose_while_you_keep_to_an_agreement() -> None:
    said = " ".join(notes({**FIXED, "small_servicer": "yes"}))
    assert "While you keep to an agreement with it, a small servicer may not foreclose." in said
    assert "review another" not in said


def test_the_appeal_has_two_ways() -> None:
    rows = run("timeline", {**FIXED, **SALE})["tables"]["dates"]["rows"]
    assert "before the servicer’s first foreclosure filing keeps this right too" in rows[0][3]
    assert "complete or not" in rows[1][1]


def test_without_a_sale_an_application_is_early_enough() -> None:
    rows = run("timeline", FIXED)["tables"]["dates"]["rows"]
    assert [row[0] for row in rows[:3]] == [None] * 3
    assert "more than 90 days before one, so send it in now" in rows[0][3]
    assert "any application counts as early enough, so send it in now" in rows[1][3]


@pytest.mark.parametrize(
    ("sale", "phrase"),
    [
        ("2026-08-01", "The sale comes before the oldest payment still unpaid."),
        ("2026-12-31", "no later than the first day on which the federal rule lets"),
    ],
)
def test_dates_that_do_not_fit_are_a_warning_and_no_refusal(sale: str, phrase: str) -> None:
    reply = run("timeline", {**FIXED, "sale_date": sale})
    (text,) = (note["text"] for note in reply["notes"] if phrase in note["text"])
    assert {"kind": "warning", "text": text} in reply["notes"]


def test_no_sentence_claims_to_know_today() -> None:
    for answers in (FIXED, {**FIXED, **SALE}):
        text = json.dumps(run("timeline", answers))
        assert "has passed" not in text and "is over" not in text and "too late for" not in text


def test_the_first_note_leads_the_page_and_stands_there_once() -> None:
    question = json.dumps({"answers": {**FIXED, **SALE}})
    html = json.loads(browser.respond("timeline", question))["html"]
    shown = html.split("<h4>")[1]
    assert shown.count("Call legal aid today") == 1
    assert '<p class="calc-headline">A sale is set for March 15, 2027.' in shown
