"""What must hold for any dates and answers on the timeline."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators import CALCULATORS, run
from calculators.core.answers import Reply
from calculators.core.files import as_text
from calculators.core.forms import DAY, boxes, load
from calculators.core.pages import answer
from calculators.core.rules.dates import is_business_day
from tests.draws import draws

TIMELINE = CALCULATORS["timeline"]
BEFORE_SALE = ("apply_by_for_appeal", "apply_by_for_acknowledgment", "apply_by_for_full_review")
AFTER_DUE = ("live_contact_by", "written_notice_by", "first_filing_not_before")

NAMES = [box.name for box in boxes(TIMELINE.inputs)]
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
# Loans that the rules reach come up more often than by chance.
SITUATIONS = st.fixed_dictionaries(
    {
        "loan_kind": st.sampled_from(["closed_end"] * 4 + ["heloc", "not_sure"]),
        "main_home": st.sampled_from(["yes"] * 5 + ["no", "not_sure"]),
        "small_servicer": st.sampled_from(["no"] * 3 + ["yes", "not_sure"]),
        "already_reviewed": st.sampled_from(["no"] * 2 + ["yes", "not_sure"]),
        "oldest_unpaid_due_date": DAYS.map(str),
        "another_lender_foreclosing": st.sampled_from(["yes", "no", "not_sure"]),
        "sale_date": st.one_of(st.just(""), DAYS.map(str)),
        "sale_by": st.sampled_from(["second", "first", "other", "not_sure"]),
        "today": st.one_of(st.just(""), DAYS.map(str)),
    }
)
STRONGEST = {
    "loan_kind": "closed_end",
    "main_home": "yes",
    "small_servicer": "no",
    "already_reviewed": "no",
    "another_lender_foreclosing": "no",
    "sale_by": "second",
}
COVERED = STRONGEST | {
    "oldest_unpaid_due_date": "2026-09-01",
    "sale_date": "2027-03-01",
    "today": "2026-12-13",
}
WEAKER = {
    "loan_kind": ["heloc", "not_sure"],
    "main_home": ["no", "not_sure"],
    "small_servicer": ["yes", "not_sure"],
    "already_reviewed": ["yes", "not_sure"],
    "another_lender_foreclosing": ["yes", "not_sure"],
    "sale_by": ["first", "other", "not_sure"],
}
# Day 1 of the calendar was a Monday.
WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
fast = draws(100)


def reply_to(answers: dict[str, str]) -> Reply:
    reply = run("timeline", answers)
    assert reply["ok"], reply
    return reply


def rows_of(reply: Reply) -> list[dict[str, Any]]:
    """The list of dates, each row by its columns' names."""
    table = reply["tables"]["dates"]
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def said(reply: Reply) -> str:
    return " ".join(note["text"] for note in reply["notes"])


def covered(due: date, sale: date) -> dict[str, date]:
    """The six dates of a loan that every rule reaches."""
    dates = {"oldest_unpaid_due_date": str(due), "sale_date": str(sale)}
    figures = reply_to({**STRONGEST, **dates})["figures"]
    return {key: date.fromisoformat(figures[key]) for key in (*BEFORE_SALE, *AFTER_DUE)}


@fast
@given(DAYS, DAYS)
def test_each_day_is_on_the_right_side_of_its_limit(due: date, sale: date) -> None:
    """One day later would be too late for the reader; one day sooner too soon to file."""
    days, one = covered(due, sale), timedelta(1)
    assert (sale - days["apply_by_for_full_review"]).days > 37
    assert not (sale - days["apply_by_for_full_review"] - one).days > 37
    for key, limit in (("apply_by_for_acknowledgment", 45), ("apply_by_for_appeal", 90)):
        assert (sale - days[key]).days >= limit > (sale - days[key] - one).days
    filing = days["first_filing_not_before"]
    assert (filing - due).days > 120 >= (filing - one - due).days
    for key, limit in (("live_contact_by", 36), ("written_notice_by", 45)):
        assert (days[key] - due).days <= limit < (days[key] + one - due).days


@fast
@given(DAYS, DAYS, st.integers(-400, 400))
def test_moving_one_date_moves_only_what_counts_from_it(due: date, sale: date, by: int) -> None:
    moved = timedelta(by)
    before = covered(due, sale)
    later_due, later_sale = covered(due + moved, sale), covered(due, sale + moved)
    for key in AFTER_DUE:
        assert later_due[key] == before[key] + moved and later_sale[key] == before[key]
    for key in BEFORE_SALE:
        assert later_sale[key] == before[key] + moved and later_due[key] == before[key]


@pytest.mark.parametrize(
    ("name", "weak"), [(name, weak) for name, answers in WEAKER.items() for weak in answers]
)
@draws(12)
@example(answers=COVERED)
@given(answers=SITUATIONS)
def test_a_weaker_answer_only_takes_dates_away(
    name: str, weak: str, answers: dict[str, str]
) -> None:
    strongest = reply_to(answers | {name: STRONGEST[name]})["figures"]
    weaker = reply_to(answers | {name: weak})["figures"]
    assert all(weaker[key] in (None, day) for key, day in strongest.items())


@pytest.mark.parametrize(
    ("name", "fewest"),
    [
        ("loan_kind", "heloc"),
        ("main_home", "no"),
        ("small_servicer", "yes"),
        ("sale_by", "other"),
    ],
)
@fast
@given(answers=SITUATIONS)
def test_not_sure_counts_as_the_fewest_protections_and_says_so(
    name: str, fewest: str, answers: dict[str, str]
) -> None:
    unsure = reply_to(answers | {name: "not_sure"})
    assert unsure["figures"] == reply_to(answers | {name: fewest})["figures"]
    fixed = answers["loan_kind"] != "heloc"
    gone = bool(answers["today"]) and answers["today"] > answers["sale_date"]
    matters = {
        "loan_kind": True,
        "main_home": fixed,
        "small_servicer": fixed and answers["main_home"] != "no",
        "sale_by": bool(answers["sale_date"]) and not gone,
    }
    if matters[name]:
        assert "You are not sure" in said(unsure)


@fast
@given(SITUATIONS)
def test_what_is_left_out_is_not_sure(answers: dict[str, str]) -> None:
    """Nothing that decides a right is answered for the reader."""
    rights = [name for name in STRONGEST if name != "loan_kind"]
    left_out = {name: text for name, text in answers.items() if name not in rights}
    assert reply_to(left_out) == reply_to(answers | dict.fromkeys(rights, "not_sure"))


@fast
@given(SITUATIONS)
def test_the_wait_is_in_doubt_where_a_lienholder_may_foreclose(answers: dict[str, str]) -> None:
    """12 CFR 1024.41(f)(1)(iii); the day stands, marked, with the warning."""
    answers |= {"loan_kind": "closed_end", "main_home": "yes"}
    reply = reply_to(answers)
    (row,) = (row for row in rows_of(reply) if "begin foreclosure" in row["what"])
    elses_sale = bool(answers["sale_date"]) and answers["sale_by"] != "second"
    joined = answers["another_lender_foreclosing"]
    assert (row["date"] is None) == (joined == "yes")
    in_doubt = joined != "no" or elses_sale
    assert (row["reaches_this_loan"] == "Perhaps not") == in_doubt
    assert ("another lienholder" in said(reply).casefold()) or not in_doubt


@fast
@given(SITUATIONS)
def test_an_answer_that_is_missing_is_named_with_what_it_would_change(
    answers: dict[str, str],
) -> None:
    """Each date that a row promises is the date of the answer that it asks for."""
    reply = reply_to(answers)
    labels = {box.words.label: box.name for box in boxes(TIMELINE.inputs)}
    missing = [labels[row[0]] for row in reply["tables"]["missing"]["rows"]]
    assert all(answers[name] == "not_sure" for name in missing)
    assert bool(missing) == ("See below what each missing answer would change" in said(reply))
    known = dict(answers)
    for name, row in zip(missing, reply["tables"]["missing"]["rows"], strict=True):
        before = set(reply_to(known)["figures"].items())
        known[name] = STRONGEST[name]
        gained = {day for _, day in set(reply_to(known)["figures"].items()) - before}
        for day in gained:
            assert DAY.pretty(date.fromisoformat(day)) in row[1]


@fast
@given(SITUATIONS)
def test_each_row_says_what_is_gone_and_what_is_left(answers: dict[str, str]) -> None:
    for row in rows_of(reply_to(answers)):
        if row["date"] is None:
            assert row["when"] == "No date"
            continue
        day = date.fromisoformat(row["date"])
        weekday, _, left = row["when"].partition(". ")
        assert weekday == WEEKDAYS[day.toordinal() % 7]
        if not answers["today"]:
            assert left == ""
            continue
        days = day.toordinal() - date.fromisoformat(answers["today"]).toordinal()
        number = int(left.split(" day")[0].removeprefix("Gone: ")) if days else 0
        assert abs(days) == number
        assert left.startswith("Gone: ") == (days < 0) and left.endswith(" left") == (days > 0)
        assert (left == "Today") == (days == 0)
        assert (" 1 day " in f" {left} ") == (number == 1)


# What asks a reader to act by a day.
BY = re.compile(
    r"(?:have it there|must be there|must arrive|must arrive there) by ([A-Z][^.;]*?\d{4})"
)


@fast
@given(SITUATIONS, st.integers(-60, 140))
def test_no_sentence_asks_for_what_is_too_late(answers: dict[str, str], before: int) -> None:
    """With today known, whatever is asked for by a day can still be done."""
    if not answers["sale_date"]:
        return
    today = date.fromisoformat(answers["sale_date"]) - timedelta(before)
    reply = reply_to(answers | {"today": str(today)})
    cells = [
        str(cell) for table in reply["tables"].values() for row in table["rows"] for cell in row
    ]
    asked = [day for text in (said(reply), *cells) for day in BY.findall(text)]
    pretty = {DAY.pretty(today + timedelta(days)) for days in range(200)}
    assert set(asked) <= pretty
    assert ("say that date first" in said(reply)) <= (before > 0)


@fast
@given(DAYS, st.integers(0, 40))
def test_papers_come_on_a_day_on_which_they_can(sale: date, before: int) -> None:
    """A date does not move for a weekend or a holiday: the reader must come sooner."""
    review_by = sale - timedelta(38)
    today = review_by - timedelta(before)
    dates = {"oldest_unpaid_due_date": str(sale - timedelta(200)), "sale_date": str(sale)}
    reply = reply_to({**STRONGEST, **dates, "today": str(today)})
    (by,) = re.findall(r"must be there by (\w+, \w+ \d+, \d+)", said(reply))
    day = max(d for d in (review_by - timedelta(n) for n in range(7)) if DAY.pretty(d) == by)
    assert today <= day <= review_by
    if day == review_by and not is_business_day(day):
        # Every business day before it has gone: then the reader is told to ask for a way.
        assert all(not is_business_day(today + timedelta(n)) for n in range((day - today).days + 1))
        cells = " ".join(str(cell) for row in reply["tables"]["dates"]["rows"] for cell in row)
        assert "Ask the servicer today how papers can still reach it by then." in cells
    else:
        assert is_business_day(day)
        between = (day + timedelta(n) for n in range(1, (review_by - day).days + 1))
        assert not any(map(is_business_day, between))


@fast
@given(SITUATIONS)
def test_no_date_comes_without_a_reason(answers: dict[str, str]) -> None:
    """Never a bare null on the page: not in a figure, not in the list, not in the copied text."""
    reply = reply_to(answers)
    missing = [key for key, day in reply["figures"].items() if day is None]
    html = answer(TIMELINE, reply)
    absent = TIMELINE.absent(load(TIMELINE.inputs, reply["inputs"]))
    assert set(absent) == set(missing)
    for key in missing:
        assert len(absent[key]) > 30
        assert f'data-figure="{key}" class="calc-absent"' in html
    assert all(all(row[1:]) for row in reply["tables"]["dates"]["rows"])
    for text in (html, as_text(TIMELINE, reply)):
        assert "None" not in text and "null" not in text


@fast
@given(SITUATIONS)
def test_the_list_has_every_figure_in_date_order(answers: dict[str, str]) -> None:
    """The figures stand as a reader needs them: their own days first, what others owe last."""
    reply = reply_to(answers)
    days = [row["date"] for row in rows_of(reply)]
    dated = [day for day in days if day]
    assert dated == sorted(dated) and not any(days[len(dated) :])
    sale = [answers["sale_date"]] if answers["sale_date"] else []
    figures = [day for day in reply["figures"].values() if day]
    assert sorted([*figures, *sale]) == dated and len(days) == 6 + len(sale)
    assert tuple(reply["figures"])[-2:] == ("live_contact_by", "written_notice_by")


@fast
@example(COVERED)
@example(COVERED | {"today": "2027-02-10"})
@example(COVERED | {"sale_date": "", "another_lender_foreclosing": "not_sure"})
@given(SITUATIONS)
def test_a_verdict_claims_a_pause_only_where_an_application_can_bring_it(
    answers: dict[str, str],
) -> None:
    """And a day to wait for only where that day stands among the figures, and is still ahead."""
    reply = reply_to(answers)
    verdict, number, figures = reply["verdict"], reply["number"], reply["figures"]
    review, filing = figures["apply_by_for_full_review"], figures["first_filing_not_before"]
    today = answers["today"]
    in_time = bool(review and today and today <= min(review, answers["sale_date"]))
    assert ("can pause this sale" in verdict) is in_time
    unsure = "unless the servicer has already reviewed one" in verdict
    assert unsure is (in_time and answers["already_reviewed"] == "not_sure")
    waits = bool(filing and not answers["sale_date"] and today <= filing)
    assert ("must not start a foreclosure before this day" in verdict) is waits
    if waits:
        assert number == DAY.pretty(date.fromisoformat(filing))
        joins = "unless it joins somebody else’s." in verdict
        assert joins is (answers["another_lender_foreclosing"] == "not_sure")


@fast
@given(SITUATIONS)
def test_what_to_do_today_comes_first(answers: dict[str, str]) -> None:
    reply = reply_to(answers)
    first = reply["notes"][0]["text"]
    assert "today" in first and "800-569-4287" in first
    if answers["sale_date"]:
        assert "legal aid today" in first, first
    assert reply["at_risk"] == first, "it stands open under the verdict"
    kinds = [note["kind"] for note in reply["notes"]]
    assert kinds == sorted(kinds, reverse=True), "warnings stand before infos"


@fast
@example(COVERED | {"sale_by": "first"})
@given(SITUATIONS)
def test_it_says_whose_sale_an_application_can_pause(answers: dict[str, str]) -> None:
    reply = reply_to(answers)
    gone = answers["sale_date"] and answers["today"] > answers["sale_date"]
    if not answers["sale_date"] or (answers["sale_by"] != "second" and not gone):
        assert "the servicer whose sale it is" in said(reply)
    if answers["sale_date"] and answers["sale_by"] != "second":
        assert all(reply["figures"][key] is None for key in BEFORE_SALE)


@fast
@given(SITUATIONS)
def test_a_date_reads_the_same_either_way(answers: dict[str, str]) -> None:
    american = dict(answers)
    for name in ("oldest_unpaid_due_date", "sale_date", "today"):
        if answers[name]:
            day = date.fromisoformat(answers[name])
            american[name] = f"{day.month}/{day.day}/{day.year}"
    assert run("timeline", american) == run("timeline", answers)


@fast
@given(st.dictionaries(st.sampled_from([*NAMES, "nonsense"]), st.text(max_size=50)))
def test_no_text_makes_it_fail(answers: dict[str, str]) -> None:
    reply = run("timeline", answers)
    assert reply["ok"] or reply["errors"]


@fast
@given(st.integers(0, 9999), st.integers(0, 9999))
def test_dates_at_the_edges_of_the_calendar(due: int, sale: int) -> None:
    """A sum that leaves the calendar is refused at its field, never a crash."""
    answers = {
        "loan_kind": "closed_end",
        "oldest_unpaid_due_date": f"{due:04}-12-31",
        "sale_date": f"{sale:04}-01-01",
    }
    reply = run("timeline", answers)
    refused = {error["field"] for error in reply.get("errors", [])}
    for field, year in (("oldest_unpaid_due_date", due), ("sale_date", sale)):
        assert (field in refused) == (not 1970 <= year <= 2100)
