"""A right stands beside whom it leaves out and what ends it, on every page that names it."""

import re
from pathlib import Path

import pytest

from calculators.facts import FACTS
from calculators.letters import LETTERS
from tests.content.test_guides import DOCS, PAGES, name_of

STEP_3 = "3-loan-modification.md"
STEP_8 = "8-prepare-for-foreclosure.md"
HELOC = "heloc-rights.md"

# A page that names the first must also name, or link to, one of the others.
BESIDE = {
    # Whoever joins another's foreclosure need not wait: 12 CFR 1024.41(f)(1)(iii).
    "first_filing_days": ("joining_foreclosure_exception",),
    # Silence on an offer can count as a no: 12 CFR 1024.41(e)(2)(i).
    "accept_days_long": ("silence_is_no",),
    "appeal_days": ("silence_is_no",),
    "application_blocks_filing": ("silence_is_no",),
    "decision_days": ("silence_is_no",),
    # One full review while you stay behind: 12 CFR 1024.41(i).
    "full_review_days_before_sale": ("one_full_review", STEP_3, STEP_8),
    # An appeal is only for a refused modification of a loan that the rule reaches.
    "appeal_answer_days": ("appeal_days_before_sale",),
    # A promise on paper, since not every plan brings one: comment 41(c)(2)(i)-1.
    "short_plan_stops_foreclosure": ("without an application",),
    # A lender that could have called the line due owes no notice: comment 9(c)(1)(iii)-2.
    "heloc_freeze_notice_business_days": ("heloc_freeze_after_default",),
    # What harms the lender's claim stands where the grounds are named: comment 40(f)(2)(iii)-2.
    "heloc_early_repayment_rule": ("heloc_harm_examples", HELOC),
    "heloc_harm_examples": ("heloc_harm_if", HELOC),
    # The rule is for debt collectors, and stops no foreclosure.
    "validation_end_date": ("stop a foreclosure", "time_barred_suit"),
}

# What was once said, and would mislead.
WRONG = {
    r"validation_period_days\.html!\} (of getting|from the day you)": "the printed date: 1006.34",
    r"days of (getting|receiving) a debt collector": "the printed date: 1006.34",
    r"(joins|join|joining) (another|the other|that) lender": "any lienholder: 1024.41(f)(1)(iii)",
    r"another lender[’']s foreclosure": "any lienholder: 1024.41(f)(1)(iii)",
    r"no sale set\W+ when the papers": "only a complete file counts: comment 41(b)(3)-1",
    r"(recorded or mailed|mailed or recorded) notice": "a mailed one is not it: comment 41(f)-1.iv",
    r"short plan from most": "only one on an application: 1024.41(c)(2)(iii)",
}


def names(text: str, what: str) -> bool:
    """Whether a page includes the fact, has the link, or says the words."""
    return (f"facts/{what}.html" if what in FACTS else what) in text


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_right_stands_beside_its_limits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for right, limits in BESIDE.items():
        if names(text, right):
            said = any(names(text, limit) for limit in limits)
            assert said, f"it names {right}: name one of {limits} too"


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_repeats_no_mistake(path: Path) -> None:
    assert not mistakes(path.read_text(encoding="utf-8"))


def test_facts_and_letters_repeat_no_mistake() -> None:
    facts = (f"{each.says} {each.text} {each.note}" for each in FACTS.values())
    letters = (f"{each.text} {each.subject}" for each in LETTERS.values())
    assert not mistakes("\n".join([*facts, *letters]))


def mistakes(text: str) -> list[str]:
    return [why for wrong, why in WRONG.items() if re.search(wrong, text, re.IGNORECASE)]


def test_each_right_is_named_somewhere() -> None:
    """Else its row checks nothing."""
    pages = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert [right for right in BESIDE if not names(pages, right)] == []


def test_the_mistakes_are_found() -> None:
    assert mistakes("Dispute it within {!facts/validation_period_days.html!} of getting it.")
    assert mistakes("It need not wait when it joins another lender's foreclosure.")
    assert not mistakes("It need not wait when it joins another lienholder's foreclosure.")
    assert (DOCS / "steps" / STEP_8).exists() and (DOCS / "steps" / STEP_3).exists()
