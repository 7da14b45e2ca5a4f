"""Letters hold their dates against the rule they rest on, and say which letter fits instead.

The days were counted on a calendar, by hand; the limits are those of the regulations' text.
"""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators.core.forms import DateKind, boxes
from calculators.core.pages import letter_html
from calculators.letters import LETTERS, write
from tests.draws import draws

TITLE = {slug: letter.title for slug, letter in LETTERS.items()}
quickly = draws(60)
DAY = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def warnings(slug: str, **answers: str) -> list[str]:
    reply = write(slug, answers)
    assert reply["ok"], reply
    return [note["text"] for note in reply["notes"] if note["kind"] == "warning"]


# Letter, dates, a part of the warning (None: there is none), and the letter to use instead.
ROWS = [
    # 12 CFR 1024.41(g): more than 37 days before the sale.
    ("stop-sale", "letter_date=11/26/2026 sale_date=1/3/2027", None, None),
    ("stop-sale", "letter_date=11/26/2026 sale_date=1/2/2027", "37 days", "stop-sale-late"),
    ("stop-sale", "letter_date=11/26/2026 sale_date=12/11/2026", "15 days", "stop-sale-late"),
    ("stop-sale", "letter_date=11/26/2026 sale_date=12/13/2026", "17 days", "stop-sale-late"),
    (
        "stop-sale",
        "letter_date=12/18/2026 sale_date=1/2/2027 application_received=11/2/2026",
        None,
        None,
    ),
    (
        "stop-sale",
        "letter_date=11/20/2026 sale_date=1/2/2027 received_date=11/27/2026",
        "36 days",
        "stop-sale-late",
    ),
    (
        "stop-sale",
        "letter_date=11/26/2026 sale_date=11/26/2026",
        "does not come after",
        "whose-sale",
    ),
    (
        "stop-sale",
        "letter_date=1/2/2026 received_date=11/26/2026 sale_date=11/20/2026",
        "November 20, 2026",
        "whose-sale",
    ),
    (
        "stop-sale",
        "sale_date=1/15/2027 application_received=1/20/2027",
        "does not come after January 20, 2027",
        "whose-sale",
    ),
    ("stop-sale-late", "letter_date=11/26/2026 sale_date=12/1/2026", None, None),
    ("stop-sale-late", "letter_date=11/26/2026 sale_date=11/25/2026", "does not", "whose-sale"),
    ("whose-sale", "letter_date=11/26/2026 sale_date=11/25/2026", "put off", None),
    # 12 CFR 1024.41(h)(2): 14 days.
    ("appeal", "decision_date=10/4/2026 letter_date=11/26/2026", "53 days", "help"),
    ("appeal", "decision_date=11/12/2026 letter_date=11/26/2026", None, None),
    ("appeal", "decision_date=11/11/2026 letter_date=11/26/2026", "14 days", "help"),
    ("appeal", "decision_date=11/27/2026 letter_date=11/26/2026", "Check both", None),
    # 12 CFR 1026.13(b)(1): 60 days.
    ("heloc-error", "statement_date=6/4/2026 letter_date=11/26/2026", "175 days", "complaint"),
    ("heloc-error", "statement_date=9/27/2026 letter_date=11/26/2026", None, None),
    ("heloc-error", "statement_date=9/26/2026 letter_date=11/26/2026", "60 days", "complaint"),
    ("heloc-error", "statement_date=9/27/2026 item_date=9/28/2026", "after the first", None),
    # 12 CFR 1024.35(f)(2): 7 days or less before a sale.
    (
        "error",
        "letter_date=11/26/2026 sale_date=12/3/2026 error_kind=foreclosure",
        "7 days",
        "stop-sale-late",
    ),
    ("error", "letter_date=11/26/2026 sale_date=12/4/2026 error_kind=foreclosure", None, None),
    ("error", "letter_date=11/26/2026 sale_date=12/3/2026 error_kind=fee", None, None),
    ("error", "letter_date=11/26/2026 sale_date=11/1/2026 error_kind=fee", "Check", "whose-sale"),
    # 12 CFR 1006.34(b)(5): 30 days from receipt, and the notice prints the end date.
    ("old-debt", "notice_date=10/26/2026 letter_date=11/26/2026", "31 days", "complaint"),
    ("old-debt", "notice_date=10/27/2026 letter_date=11/26/2026", None, None),
    # 12 CFR 1005.10(c)(1): three business days; Thanksgiving is on November 26, 2026.
    ("stop-autopay", "payment_date=12/1/2026 letter_date=11/25/2026", None, None),
    ("stop-autopay", "payment_date=12/1/2026 letter_date=11/26/2026", "3 business days", None),
    ("stop-autopay", "payment_date=11/1/2026 letter_date=11/26/2026", "next payment", None),
    (
        "stop-autopay",
        "payment_date=12/1/2026 letter_date=11/30/2026 same_bank=yes",
        None,
        None,
    ),
    ("settlement-offer", "offer_ends=11/1/2026 letter_date=11/26/2026", "later day", None),
    ("counselor-permission", "permission_until=11/1/2026 letter_date=11/26/2026", "later", None),
    # 12 CFR 1026.36(c)(3): seven business days. November 26 is a holiday: Monday, December 7.
    ("payoff", "figure_date=12/7/2026 letter_date=11/25/2026", None, None),
    ("payoff", "figure_date=12/4/2026 letter_date=11/25/2026", "7 business days", None),
    ("reinstatement", "figure_date=12/20/2026 sale_date=12/20/2026", "before the sale", None),
    ("reinstatement", "figure_date=11/25/2026 letter_date=11/26/2026", "later day", None),
    # 50 USC 3937: a loan from before the service; notice 180 days after it at the latest.
    ("scra", "loan_began=6/1/2026 service_from=6/1/2026", "before the service", None),
    ("scra", "service_until=5/30/2026 letter_date=11/26/2026", None, None),
    ("scra", "service_until=5/29/2026 letter_date=11/26/2026", "180 days", None),
    ("insurance", "policy_until=11/25/2026 letter_date=11/26/2026", "holds now", None),
    ("subordinate", "closing_date=11/25/2026 letter_date=11/26/2026", "Check both", None),
    ("close-line", "paid_date=11/27/2026 letter_date=11/26/2026 how_paid=paid", "Check both", None),
    ("close-line", "paid_date=11/27/2026 letter_date=11/26/2026 how_paid=paying", None, None),
    ("successor", "home_came_on=11/27/2026 letter_date=11/26/2026", "Check both", None),
    ("information", "history_since=11/27/2026 letter_date=11/26/2026", "Check both", None),
    ("information", "received_date=11/25/2026 letter_date=11/26/2026", "Check both", None),
    ("complaint", "sale_date=11/25/2026 letter_date=11/26/2026", "your own words", "whose-sale"),
]


@pytest.mark.parametrize(("slug", "typed", "part", "instead"), ROWS)
def test_a_date_that_breaks_the_letters_rule_is_told(
    slug: str, typed: str, part: str | None, instead: str | None
) -> None:
    said = warnings(slug, **dict(each.split("=") for each in typed.split()))
    if part is None:
        assert said == []
        return
    (text,) = said
    assert part in text
    named = [name for name in LETTERS if f"“{TITLE[name]}”" in text]
    assert named == ([instead] if instead else [])


@pytest.mark.parametrize("slug", LETTERS)
def test_every_date_that_a_letter_holds_is_compared(slug: str) -> None:
    letter = LETTERS[slug]
    compared = {name for check in letter.checks for name in check.fields}
    for box in boxes(letter.inputs):
        is_own = isinstance(box.kind, DateKind) and box.name not in ("letter_date", "received_date")
        assert not is_own or box.name in compared, f"{slug}: nothing looks at {box.name}"


@pytest.mark.parametrize("slug", LETTERS)
def test_a_letter_without_dates_has_nothing_to_say(slug: str) -> None:
    reply = write(slug, {})
    assert reply["notes"] == [] and reply["questions"] == []


@quickly
@example(date(2026, 11, 26), date(2027, 1, 2))
@example(date(2026, 11, 26), date(2027, 1, 3))
@given(DAY, DAY)
def test_a_sale_needs_more_than_37_days(letter: date, sale: date) -> None:
    """The limit to the day, whatever the year's months are."""
    reply = write("stop-sale", {"letter_date": letter.isoformat(), "sale_date": sale.isoformat()})
    is_late = sale - letter <= timedelta(37)
    assert bool(reply["notes"]) == is_late
    assert bool(reply["due"]) != is_late, "what is not owed is not promised"


def test_an_application_that_came_in_time_points_to_the_stronger_letter() -> None:
    answers = {"sale_date": "1/2/2027", "application_received": "11/2/2026"}
    (note,) = write("stop-sale-late", answers | {"loan_kind": "closed_end"})["notes"]
    assert note["kind"] == "info" and TITLE["stop-sale"] in note["text"]
    assert write("stop-sale-late", answers | {"loan_kind": "heloc"})["notes"] == []
    answers["application_received"] = "11/26/2026"
    assert write("stop-sale-late", answers)["notes"] == []


def test_the_servicers_days_run_from_the_applications_own_date() -> None:
    """30 days and 5 business days from November 2, 2026: December 2, and November 9."""
    typed = {"application_received": "11/2/2026", "received_date": "11/20/2026"}
    assert [row["by"] for row in write("stop-sale", typed)["due"]] == ["2026-11-09", "2026-12-02"]
    assert [row["by"] for row in write("stop-sale", {"letter_date": "11/2/2026"})["due"]] == [
        None,
        None,
    ]


def test_a_foreclosure_step_is_answered_before_the_sale() -> None:
    """12 CFR 1024.35(e)(3)(i)(B): before the sale or in 30 business days, whichever is sooner."""
    typed = {"received_date": "11/2/2026", "error_kind": "foreclosure"}
    rows = {
        row["what"]: row["by"] for row in write("error", typed | {"sale_date": "12/1/2026"})["due"]
    }
    (by,) = (day for what, day in rows.items() if "before the sale" in what)
    assert by == "2026-11-30"
    late = write("error", typed | {"sale_date": "11/9/2026"})
    assert not any("before the sale" in row["what"] for row in late["due"])


def test_an_offer_over_the_budget_beside_it_is_asked_about() -> None:
    budget = {"monthly_income": "4,000", "monthly_spending": "4,200", "can_pay_monthly": "500"}
    reply = write("hardship", budget)
    (question,) = reply["questions"]
    assert question["field"] == "can_pay_monthly" and question["suggestion"] is None
    assert "$500.00 a month" in reply["text"], "the answer stands"
    (question,) = write("hardship", budget | {"monthly_spending": "3,700"})["questions"]
    assert question["suggestion"] == "300"
    taken = budget | {"monthly_spending": "3,700", "can_pay_monthly": "300"}
    assert write("hardship", taken)["questions"] == []
    assert write("hardship", budget | {"can_pay_monthly": "0"})["questions"] == []


def test_a_years_income_in_a_letter_is_asked_about() -> None:
    (question,) = write("hardship", {"monthly_income": "65,000"})["questions"]
    assert question["field"] == "monthly_income" and question["suggestion"] == "5416.67"
    rich = {"monthly_income": "100,000", "monthly_spending": "12,000", "can_pay_monthly": "90,000"}
    asked = {each["field"]: each["suggestion"] for each in write("hardship", rich)["questions"]}
    assert asked == {"monthly_income": "8333.33", "can_pay_monthly": None}


def test_warnings_stand_above_the_letter_and_not_in_it() -> None:
    typed = {"letter_date": "11/26/2026", "sale_date": "12/11/2026"}
    reply = write("stop-sale", typed)
    html = letter_html(reply)
    assert html.index("Watch out.") < html.index('<div class="letter-sheet">')
    assert "too late" not in reply["text"]
    asked = letter_html(
        write("hardship", {"monthly_income": "1", "monthly_spending": "0", "can_pay_monthly": "2"})
    )
    assert 'data-field="can_pay_monthly" data-value="1"' in asked
