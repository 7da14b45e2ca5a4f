"""What must hold for any dates and answers on the timeline."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators import CALCULATORS, run
from calculators.core.answers import Reply
from calculators.core.files import as_text
from calculators.core.forms import boxes, load
from calculators.core.pages import answer
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
        "main_home": st.sampled_from(["yes"] * 4 + ["no"]),
        "small_servicer": st.sampled_from(["no"] * 3 + ["yes", "not_sure"]),
        "oldest_unpaid_due_date": DAYS.map(str),
        "another_lender_foreclosing": st.sampled_from(["yes", "no"]),
        "sale_date": st.one_of(st.just(""), DAYS.map(str)),
        "sale_by": st.sampled_from(["second", "first", "other", "not_sure"]),
    }
)
STRONGEST = {
    "loan_kind": "closed_end",
    "main_home": "yes",
    "small_servicer": "no",
    "another_lender_foreclosing": "no",
    "sale_by": "second",
}
COVERED = STRONGEST | {"oldest_unpaid_due_date": "2026-09-01", "sale_date": "2027-03-01"}
WEAKER = {
    "loan_kind": ["heloc", "not_sure"],
    "main_home": ["no"],
    "small_servicer": ["yes", "not_sure"],
    "another_lender_foreclosing": ["yes"],
    "sale_by": ["first", "other", "not_sure"],
}
fast = draws(100)


def reply_to(answers: dict[str, str]) -> Reply:
    reply = run("timeline", answers)
    assert reply["ok"], reply
    return reply


def said(reply: Reply) -> str:
    return " ".join(note["text"] for note in reply["notes"])


def covered(due: date, sale: date) -> dict[str, date]:
    """The six dates of a loan that every rule reaches."""
    figures = reply_to(
        {"loan_kind": "closed_end", "oldest_unpaid_due_date": str(due), "sale_date": str(sale)}
    )["figures"]
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
    ("name", "fewest"), [("loan_kind", "heloc"), ("small_servicer", "yes"), ("sale_by", "other")]
)
@fast
@given(answers=SITUATIONS)
def test_not_sure_counts_as_the_fewest_protections_and_says_so(
    name: str, fewest: str, answers: dict[str, str]
) -> None:
    unsure = reply_to(answers | {name: "not_sure"})
    assert unsure["figures"] == reply_to(answers | {name: fewest})["figures"]
    reached = answers["loan_kind"] == "closed_end" and answers["main_home"] == "yes"
    matters = {
        "loan_kind": True,
        "small_servicer": reached,
        "sale_by": bool(answers["sale_date"]),
    }
    if matters[name]:
        assert "You are not sure" in said(unsure)


@fast
@given(SITUATIONS)
def test_no_date_comes_without_a_reason(answers: dict[str, str]) -> None:
    """Never a bare null on the page: not in a figure, not in the list, not in the copied text."""
    reply = reply_to(answers)
    missing = [key for key, day in reply["figures"].items() if day is None]
    html = answer(TIMELINE, reply, ())
    absent = TIMELINE.absent(load(TIMELINE.inputs, reply["inputs"]))
    assert set(absent) == set(missing)
    for key in missing:
        assert len(absent[key]) > 30
        assert f'data-figure="{key}" class="calc-absent"' in html
    assert all(all(row[1:]) for row in reply["tables"]["dates"]["rows"])
    for text in (html, as_text(TIMELINE, reply, ())):
        assert "None" not in text and "null" not in text


@fast
@given(SITUATIONS)
def test_the_list_has_every_figure_and_ends_with_the_servicers_duties(
    answers: dict[str, str],
) -> None:
    reply = reply_to(answers)
    rows = [row for row in reply["tables"]["dates"]["rows"] if row[2] != "Your date"]
    assert [row[0] for row in rows] == list(reply["figures"].values())
    assert tuple(reply["figures"])[-2:] == ("live_contact_by", "written_notice_by")
    assert len(reply["tables"]["dates"]["rows"]) == 6 + bool(answers["sale_date"])


@fast
@given(SITUATIONS)
def test_what_to_do_today_comes_first(answers: dict[str, str]) -> None:
    reply = reply_to(answers)
    first = reply["notes"][0]["text"]
    assert "today" in first and "800-569-4287" in first
    if answers["sale_date"]:
        assert "legal aid today" in first
    kinds = [note["kind"] for note in reply["notes"]]
    assert kinds == sorted(kinds, reverse=True), "warnings stand before infos"


@fast
@example(COVERED | {"sale_by": "first"})
@given(SITUATIONS)
def test_it_says_whose_sale_an_application_can_pause(answers: dict[str, str]) -> None:
    reply = reply_to(answers)
    if not answers["sale_date"] or answers["sale_by"] != "second":
        assert "the servicer whose sale it is" in said(reply)
    if answers["sale_date"] and answers["sale_by"] != "second":
        assert all(reply["figures"][key] is None for key in BEFORE_SALE)


@fast
@given(SITUATIONS)
def test_a_date_reads_the_same_either_way(answers: dict[str, str]) -> None:
    american = dict(answers)
    for name in ("oldest_unpaid_due_date", "sale_date"):
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
