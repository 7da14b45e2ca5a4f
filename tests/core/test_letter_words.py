"""Letters read right after they are filled in: addresses, signatures, and no leftover doubt."""

import re

import pytest

from calculators.core.forms import ChoiceKind, LineKind, ParagraphKind, boxes
from calculators.core.pages import letter_html
from calculators.letters import LETTERS, write

every_letter = pytest.mark.parametrize("slug", LETTERS)


@every_letter
def test_an_address_keeps_its_lines(slug: str) -> None:
    typed = {"your_name": "Ann Lee", "your_address": "1 Oak St\nApt 2\nTroy, OH 45373"}
    typed["recipient_address"] = "PO Box 5\r\nReno, NV 89501"
    text = write(slug, typed)["text"]
    assert "Ann Lee\n1 Oak St\nApt 2\nTroy, OH 45373\n" in text
    assert "PO Box 5\nReno, NV 89501\n" in text
    assert "Home: 1 Oak St, Apt 2, Troy, OH 45373\n" in text


@every_letter
def test_everyone_who_signed_can_sign(slug: str) -> None:
    letter = LETTERS[slug]
    blank = write(slug, {})["text"]
    signed = len(re.findall(r"_{6,} \([^()]*sign", blank))
    assert signed == letter.signers
    # An heir signed no loan, and one person can complain.
    assert (signed == 1) == (slug in ("successor", "complaint"))
    both = write(slug, {"your_name": "Ann Lee", "co_borrower_name": "Bob Lee"})["text"]
    assert "Ann Lee\nBob Lee\n" in both
    if signed == 2:
        assert re.search(r"sign here\)\nAnn Lee\n\n_+ \(sign here\)\nBob", both)


@every_letter
def test_a_letter_greets_and_says_how_it_goes_out(slug: str) -> None:
    blank = write(slug, {})["text"]
    assert re.search(r"\nHome: _+\n\n.+:\n\n\S", blank)
    assert "\nSent by: ☐ certified mail" in blank and "\nCopies to, if any: ____" in blank
    sent = write(slug, {"sent_by": "certified", "copies_to": "Sam Roe, counselor"})["text"]
    assert sent.endswith(
        "Copies to: Sam Roe, counselor\nSent by: Certified mail, with a return receipt"
    )


@every_letter
def test_nothing_depends_on_what_the_reader_has_answered(slug: str) -> None:
    """Whoever has said that the loan is fixed reads no “if this is a fixed loan”."""
    if "loan_kind" not in LETTERS[slug].fields:
        return
    for kind in ("closed_end", "heloc"):
        reply = write(slug, {"loan_kind": kind})
        if reply["ok"]:
            doubt = r"if (this|it) is a (fixed|closed|line of credit|HELOC)|for a line of credit:"
            assert not re.search(doubt, reply["text"], re.IGNORECASE)
            assert "As far as I know" not in reply["text"]


@every_letter
def test_an_answer_that_is_marked_leaves_no_box_to_mark(slug: str) -> None:
    """A choice that was made stands alone, without the boxes for the other choices."""
    for box in boxes(LETTERS[slug].inputs):
        if isinstance(box.kind, ChoiceKind) and "not_sure" in dict(box.kind.choices):
            by_hand = write(slug, {})["text"].count("☐")
            for choice in dict(box.kind.choices):
                reply = write(slug, {box.name: choice})
                if reply["ok"] and choice != "not_sure":
                    assert reply["text"].count("☐") <= by_hand


@every_letter
def test_no_word_stands_twice_whatever_a_reader_begins_with(slug: str) -> None:
    """“Within {pay_within}” became “within within 2 weeks”."""
    for begin in ("within", "since", "on", "until", "about", "the", "my", "from"):
        typed = {
            box.name: f"{begin} a"
            for box in boxes(LETTERS[slug].inputs)
            if isinstance(box.kind, LineKind) and not isinstance(box.kind, ParagraphKind)
        }
        text = write(slug, typed)["text"]
        assert not re.search(rf"\b{begin}:? {begin}\b", text, re.IGNORECASE), begin


def test_what_came_to_an_heir_is_said_in_one_tense() -> None:
    text = write("successor", {"borrower_name": "Joe Roe", "home_came_on": "5/2/2026"})["text"]
    assert "I have owned the home, or a part of it, since May 2, 2026:" in text


def test_the_loan_number_stands_at_the_foot_of_every_sheet() -> None:
    html = letter_html(write("help", {"loan_number": "7 & 1"}))
    assert '<p class="letter-running">Loan number: 7 &amp; 1</p></div>' in html
    assert "letter-running" not in letter_html(write("help", {}))
