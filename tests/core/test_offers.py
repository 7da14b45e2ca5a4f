"""Two offers side by side: the figures are the calculators', and what differs is said in words."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import run
from calculators.sheets import SHEETS, Taken
from calculators.sheets.offers import make

OWED = {"balance": "52,000", "arrears": "1,200"}
LONG = {"new_annual_rate": "7.5", "new_months": "240"}
SHORT = {"new_annual_rate": "6", "new_months": "120", "cash_now": "2,000"}


def held(one: dict[str, str], other: dict[str, str] | None = None) -> dict[str, str]:
    figures = {f"offer-1:{name}": text for name, text in one.items()}
    figures |= {f"offer-2:{name}": text for name, text in (other or {}).items()}
    return OWED | figures


def line(reply: dict[str, Any], key: str) -> dict[str, Any]:
    return next(each for each in reply["rows"] if each["key"] == key)


def dollars(text: str) -> Decimal:
    return Decimal(text.replace("$", "").replace(",", ""))


def test_each_line_names_the_lower_one_or_says_that_they_are_the_same() -> None:
    reply = make(held(LONG, SHORT))
    said = {each["key"]: each["differs"] for each in reply["rows"]}
    assert said["payment"].startswith("Offer 1 is $") and said["payment"].endswith("less a month.")
    assert said["months"] == "Offer 2 is 120 months (10 years) shorter."
    assert said["rate"] == "Offer 2 is 1.5 percentage points lower."
    assert said["cash_now"] == "Offer 1 needs $2,000.00 less now."
    assert said["what"] == said["at_end"] == said["starts_from"] == "The same."
    assert "lower payment" in reply["verdict"] and "offer 2 costs less in all" in reply["verdict"]


def test_the_same_offer_twice_comes_to_the_same() -> None:
    reply = make(held(LONG, LONG))
    assert {each["differs"] for each in reply["rows"] if each["key"] != "offered_by"} == {
        "The same."
    }
    assert "come to the same" in reply["verdict"]


def test_only_what_differs_is_marked() -> None:
    one, other = LONG | {"offered_by": "Acme"}, SHORT | {"offered_by": "ACME"}
    rows = re.findall(r"<tr.*?</tr>", SHEETS["offers"].make(Taken(held(one, other), "", ""))[1])
    marked = [each for each in rows if "sheet-differs" in each]
    assert len(marked) == 5
    for each in rows[1:]:
        assert ("<strong>Offer" in each) == (each in marked) == ("The same." not in each)
    assert "sheet-differs" not in SHEETS["offers"].make(Taken(held(LONG), "", ""))[1]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [("Acme", "acme", "The same."), ("Acme", "Bank", "Not the same company."), ("Acme", "", "")],
)
def test_who_offers_it_is_compared_where_both_are_known(one: str, other: str, says: str) -> None:
    reply = make(held(LONG | {"offered_by": one}, SHORT | {"offered_by": other}))
    row = line(reply, "offered_by")
    assert (row["differs"], row["same"]) == (says, says != "Not the same company.")


def test_the_sheet_says_whose_it_is_and_of_which_day() -> None:
    taken = Taken(held(LONG) | {"your_name": "Ann Lee"}, "2026-11-30", "", "Bo", "77-1")
    filled, blank = SHEETS["offers"].make(taken)[1], SHEETS["offers"].blank()
    for head, text in (("Name", "Ann Lee"), ("Loan number", "77-1"), ("Date", "Monday, November")):
        assert f"<dt>{head}</dt><dd>{text}" in filled
        assert f'<dt>{head}</dt><dd><span class="sheet-line">' in blank


def test_two_kinds_of_offer_are_told_apart() -> None:
    reply = make(held(LONG, {**LONG, "what": "refinance"}))
    assert line(reply, "what")["differs"] == "Not the same kind."


def test_without_what_is_owed_no_offer_has_a_column() -> None:
    figures = {key: text for key, text in held(LONG).items() if key != "balance"}
    reply = make(figures)
    assert reply["offers"] == [] and len(reply["wrong"]) == 1


def test_what_is_lower_in_all_ways_is_said_and_never_called_best() -> None:
    verdict = make(held(LONG, {**LONG, "new_annual_rate": "7"}))["verdict"]
    assert "nothing in offer 2 is higher" in verdict and "best" not in verdict
    sums = make(held(LONG, {**LONG, "new_annual_rate": "7", "cash_now": "500"}))["verdict"]
    assert "offer 1 asks for less at once" in sums


def test_one_offer_stands_alone_and_asks_for_the_other() -> None:
    reply = make(held(LONG))
    assert reply["offers"] == [1] and "other offer" in reply["verdict"]
    assert {len(each["cells"]) for each in reply["rows"]} == {1}
    html = SHEETS["offers"].make(Taken(held({}, SHORT), "", "../"))[1]
    assert "Offer 2" in html and "Offer 1" not in html and "What differs" not in html


@pytest.mark.parametrize(
    ("figures", "says"),
    [
        ({"offer-1:new_months": "240"}, "What you owe on your second mortgage: Fill this in"),
        (held({"new_annual_rate": "9,25", "new_months": "240"}), "Offer 1, The new interest rate:"),
        (held({}, {"new_months": "240"}), "Offer 2, The new interest rate: Fill this in"),
        (held({**LONG, "set_aside": "60000"}), "Offer 1: more is set aside than you owe"),
    ],
)
def test_what_is_missing_or_wrong_is_said(figures: dict[str, str], says: str) -> None:
    reply = make(figures)
    assert [each for each in reply["wrong"] if each.startswith(says)]
    assert says[:20] in SHEETS["offers"].make(Taken(figures, "", "../"))[1]


def test_nothing_held_is_the_blank_sheet() -> None:
    assert SHEETS["offers"].make(Taken(OWED, "", "../"))[1] == ""
    blank = SHEETS["offers"].blank()
    assert all(each["label"] in blank for each in make(held(LONG))["rows"])


TERMS = {
    "balance": st.integers(100, 400_000),
    "arrears": st.integers(0, 20_000),
    "rate": st.integers(0, 2500),
    "months": st.integers(12, 480),
    "part": st.integers(0, 100),
}


@given(st.fixed_dictionaries(TERMS))
def test_a_change_of_the_loan_is_the_modification_calculators(drawn: dict[str, int]) -> None:
    terms = {
        "balance": str(drawn["balance"]),
        "arrears": str(drawn["arrears"]),
        "new_annual_rate": f"{Decimal(drawn['rate']) / 100}",
        "new_months": str(drawn["months"]),
    }
    figures = {key: terms[key] for key in ("balance", "arrears")} | {
        "offer-1:new_annual_rate": terms["new_annual_rate"],
        "offer-1:new_months": terms["new_months"],
        "offer-1:set_aside": str(drawn["part"]),
    }
    theirs = run(
        "modification",
        terms
        | {"annual_rate": "9", "months_left": "120", "deferred_principal": str(drawn["part"])},
    )["figures"]
    ours = make(figures)
    for key, figure in (
        ("payment", "new_payment"),
        ("total", "total_paid_after"),
        ("starts_from", "new_balance"),
        ("at_end", "due_at_end"),
    ):
        assert dollars(line(ours, key)["cells"][0]) == Decimal(theirs[figure])


@given(st.fixed_dictionaries(TERMS), st.booleans())
def test_a_new_loan_is_the_refinance_calculators(drawn: dict[str, int], added: bool) -> None:
    costs = str(drawn["part"])
    terms = {
        "balance": str(drawn["balance"]),
        "arrears": str(drawn["arrears"]),
        "new_annual_rate": f"{Decimal(drawn['rate']) / 100}",
        "new_months": str(drawn["months"]),
    }
    figures = {key: terms[key] for key in ("balance", "arrears")} | {
        "offer-2:what": "refinance",
        "offer-2:new_annual_rate": terms["new_annual_rate"],
        "offer-2:new_months": terms["new_months"],
        "offer-2:costs_added" if added else "offer-2:cash_now": costs,
    }
    how = {"closing_costs": costs, "finance_costs": "yes" if added else "no"}
    theirs = run("refinance", terms | how | {"annual_rate": "9", "months_left": "120"})["figures"]
    ours = make(figures)
    assert dollars(line(ours, "payment")["cells"][0]) == Decimal(theirs["new_payment"])
    assert dollars(line(ours, "starts_from")["cells"][0]) == Decimal(theirs["new_loan_amount"])
    assert dollars(line(ours, "cash_now")["cells"][0]) == Decimal(theirs["cash_needed"])
