"""The sentences that must be right, since a home may hang on them."""

import json

import pytest

from calculators import browser, run

DUE = {"oldest_unpaid_due_date": "2026-09-01"}
FIXED = {
    "loan_kind": "closed_end",
    "main_home": "yes",
    "small_servicer": "no",
    "already_reviewed": "no",
    "another_lender_foreclosing": "no",
    **DUE,
}
SALE = {"sale_date": "2027-03-15", "sale_by": "second"}


def notes(answers: dict[str, str]) -> list[str]:
    return [note["text"] for note in run("timeline", answers)["notes"]]


def why(answers: dict[str, str], what: str) -> str:
    """Why the row that says `what` stands as it does."""
    table = run("timeline", answers)["tables"]["dates"]
    rows = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    (reason,) = (row["why"] for row in rows if what in row["what"])
    return str(reason)


def test_a_line_of_credit_is_told_so_word_for_word() -> None:
    contract = (
        "No federal waiting period protects this loan. Your state’s law and your contract decide; "
        "call legal aid today."
    )
    assert notes({"loan_kind": "heloc", **DUE})[0].startswith(contract)
    unsure = notes({"loan_kind": "not_sure", **DUE})
    assert unsure[0].startswith("Until you know") and contract in unsure[0]


def test_a_home_that_is_not_the_main_home_may_not_be_protected() -> None:
    first = notes({**FIXED, "main_home": "no"})[0]
    assert "may not protect this loan" in first and "call legal aid today" in first
    unsure = notes({**FIXED, "main_home": "not_sure"})[0]
    assert "you are not sure whether it is on that" in unsure and "legal aid today" in unsure


def test_the_first_mortgages_dates_are_given_in_words_only() -> None:
    first = {**FIXED, **SALE, "sale_by": "first"}
    said = " ".join(notes(first))
    assert "call that servicer today. These days hold with it if that loan is an ordinary" in said
    assert "it has not already reviewed a complete application" in said
    assert "by Tuesday, December 15, 2026 to keep the right to appeal" in said
    assert "Any application must arrive there by Friday, January 29, 2027" in said
    assert "A complete one must arrive there by Friday, February 5, 2027" in said
    assert "do not count on Thursday, December 31, 2026" in said
    elsewhere = " ".join(notes({**first, "main_home": "no"}))
    assert "December 15" not in elsewhere and "call that servicer today" in elsewhere
    late = " ".join(notes({**first, "today": "2027-02-06"}))
    assert "comes too late to pause this sale" in late and "must arrive" not in late


@pytest.mark.parametrize("kind", ["closed_end", "heloc"])
def test_a_sale_of_another_says_nothing_of_this_loans_rules(kind: str) -> None:
    """The first mortgage may be protected where a second that is a line of credit is not."""
    today = {"today": "2026-11-26"}
    first = notes({**FIXED, **SALE, "loan_kind": kind, "sale_by": "first", **today})[0]
    assert "No federal waiting period" not in first and "legal aid today" in first
    assert "Call the first mortgage’s servicer today too." in first
    assert "must be there by Friday, February 5, 2027 for a review that pauses this sale" in first
    assert "its servicer is not small, and has not reviewed one since" in first
    other = notes({**FIXED, **SALE, "loan_kind": kind, "sale_by": "other", **today})[0]
    assert "No federal waiting period" not in other and "must be there" not in other
    late = notes({**FIXED, **SALE, "sale_by": "first", "today": "2027-02-06"})[0]
    assert "comes too late for the federal review" in late and "its rights stay" in late


@pytest.mark.parametrize("size", ["no", "not_sure"])
def test_a_review_that_is_done_leaves_rights(size: str) -> None:
    """12 CFR 1024.41(g): an open appeal, an offer that waits, an agreement that is kept to."""
    answers = {**FIXED, **SALE, "already_reviewed": "yes", "small_servicer": size}
    first = notes(answers)[0]
    assert "it need not review a new one until you have caught up" in first
    assert "if your appeal is open, an offer still waits for your answer, or you keep" in first


def test_a_servicer_that_may_be_small_gets_an_application_all_the_same() -> None:
    answers = {**FIXED, **SALE, "small_servicer": "not_sure", "today": "2026-11-26"}
    assert "only a servicer that is not small must do one" in notes(answers)[0]
    unsure = notes({**answers, "already_reviewed": "not_sure"})[0]
    assert "and not if it already did since you were last up to date" in unsure


def test_another_foreclosure_excuses_only_a_servicer_that_joins_it() -> None:
    joined = {**FIXED, "another_lender_foreclosing": "yes"}
    said = " ".join(notes(joined))
    assert said.startswith("Another lienholder is foreclosing on the home. Call legal aid today")
    assert "If this servicer joins that foreclosure, it need not wait." in said
    assert (
        "Before a foreclosure of its own, it must wait until Thursday, December 31, 2026." in said
    )
    assert "before its own first filing still blocks that filing" in said
    assert "ended on Thursday, December 31, 2026" in " ".join(
        notes({**joined, "today": "1/1/2027"})
    )
    for answer in ({"small_servicer": "yes"}, {"already_reviewed": "yes"}):
        assert "blocks that filing" not in " ".join(notes(joined | answer))


def test_any_lienholder_can_be_joined_not_only_a_lender() -> None:
    """12 CFR 1024.41(f)(1)(iii): a superior or subordinate lienholder."""
    for answers in (
        {**FIXED, "another_lender_foreclosing": "not_sure"},
        {**FIXED, **SALE, "sale_by": "other"},
        {**FIXED, **SALE, "sale_by": "not_sure"},
    ):
        said = " ".join(notes(answers))
        assert "another lienholder, such as a lender, an association or a holder of a" in said
        assert "another lender" not in said.casefold()


def test_a_small_servicer_may_not_foreclose_while_you_keep_to_an_agreement() -> None:
    said = " ".join(notes({**FIXED, "small_servicer": "yes"}))
    assert "While you keep to an agreement with it, a small servicer may not foreclose." in said
    assert "review another" not in said


def test_the_appeal_has_two_ways() -> None:
    appeal = why({**FIXED, **SALE}, "keep your right to appeal")
    assert "before the servicer’s first foreclosure filing keeps this right too" in appeal
    assert "say what is missing" in why({**FIXED, **SALE}, "complete or not")


def test_one_review_is_said_beside_each_date_that_rests_on_it() -> None:
    """12 CFR 1024.41(i): unless it complied before, and the borrower was behind ever since."""
    unsure = {**FIXED, **SALE, "already_reviewed": "not_sure"}
    known = {**FIXED, **SALE}
    for what in ("right to appeal", "complete or not", "reviewed before the sale", "begin forec"):
        assert "since you were last up to date" in why(unsure, what)
        assert "since you were last up to date" not in why(known, what)
    assert "last up to date" not in why(unsure, "try to talk")


def test_silence_and_listed_papers() -> None:
    """12 CFR 1024.41(e)(2)(i) and (c)(2)(iv)."""
    said = " ".join(notes({**FIXED, **SALE}))
    assert "No answer by then can count as a no, and then the foreclosure may go on." in said
    assert "the holds on its first filing and its sale stay while it asks for more" in said
    small = " ".join(notes({**FIXED, **SALE, "small_servicer": "yes"}))
    assert "count as a no" not in small and "the holds on its" not in small


def test_without_a_sale_an_application_is_early_enough() -> None:
    assert "more than 90 days before one, so send it in now" in why(FIXED, "right to appeal")
    assert "any application counts as early enough, so send it in now" in why(FIXED, "or not")


@pytest.mark.parametrize(
    ("sale", "phrase"),
    [
        ("2026-08-01", "The sale comes before the oldest payment still unpaid."),
        ("2026-12-31", "no later than the first day on which the federal rule lets"),
    ],
)
def test_dates_that_do_not_fit_are_a_warning_and_no_refusal(sale: str, phrase: str) -> None:
    reply = run("timeline", {**FIXED, "sale_date": sale, "sale_by": "second"})
    (text,) = (note["text"] for note in reply["notes"] if phrase in note["text"])
    assert {"kind": "warning", "text": text} in reply["notes"]


def test_no_sentence_claims_to_know_today_without_it() -> None:
    for answers in (FIXED, {**FIXED, **SALE}):
        text = json.dumps(run("timeline", answers))
        for claim in ("has passed", "is over", "too late for", " left", "Gone"):
            assert claim not in text


def test_a_sale_today_is_said_to_be_today() -> None:
    today = notes({**FIXED, **SALE, "today": "2027-03-15"})[0]
    assert today.startswith("A sale is set for today, Monday, March 15, 2027.")
    assert ", in 1 day." in notes({**FIXED, **SALE, "today": "2027-03-14"})[0]
    heloc = {"loan_kind": "heloc", **DUE, **SALE, "today": "2027-03-16"}
    assert "a sale was set for Monday, March 15, 2027, and ask if it was held" in notes(heloc)[0]


@pytest.mark.parametrize("answers", [FIXED, FIXED | {"small_servicer": "not_sure"}, {**DUE}])
def test_after_the_sale_no_note_says_to_apply_early(answers: dict[str, str]) -> None:
    typed = {"loan_kind": "closed_end", **answers, **SALE}
    early = ("Send it early", "as early as you can")
    said = " ".join(notes(typed | {"today": "2027-03-15"}))
    assert any(words in said for words in early)
    said = " ".join(notes(typed | {"today": "2027-03-16"}))
    assert not any(words in said for words in early)


def test_the_first_note_leads_the_page_and_stands_there_once() -> None:
    question = json.dumps({"answers": {**FIXED, **SALE}})
    html = json.loads(browser.respond("timeline", question))["html"]
    shown = html.split("<h4>")[1]
    assert shown.count("Call legal aid today") == 1
    after = shown.split('class="calc-headline">A sale is set.')[1].split("</p>", 1)[1]
    warning = (
        '<p class="calc-note calc-warning"><strong>Watch out.</strong> A sale is set for Monday,'
    )
    assert after.startswith(warning), "the home at risk stands open, right under the verdict"
