"""Letters: what is typed stands in them, what is not is a line, and the wrong loan is told so."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.browser import check, respond
from calculators.core.forms import boxes
from calculators.core.pages import letter_html, letter_section
from calculators.letters import LETTERS, write
from calculators.letters.loader import LetterError, load_folder
from tests.draws import draws

every_letter = pytest.mark.parametrize("slug", LETTERS)
quickly = draws(40)

GOOD = """
title = "A letter"
order = 1
subject = "A matter"
loans = ["closed_end", "not_sure"]
instead = "Use the other letter."
fields = ["loan_kind", "phone", "what_happened"]
facts = []
text = \"\"\"
Under {source:owner_name_business_days}, within {fact:owner_name_business_days}.

[if phone] Call me at {phone}.
[if not phone] Please write.
[if loan_kind = not_sure] I am not sure what loan it is.

{what_happened}
\"\"\"
"""


CHECK = """check = [{ day = "arrival", limit = "within", of = "letter_date", say = "{days}" }]
fields = """


def loaded(folder: Path, text: str) -> dict[str, str]:
    (folder / "one.toml").write_text(text, encoding="utf-8")
    return {slug: letter.text for slug, letter in load_folder(folder).items()}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("order = 1", "order = 1\nodd = 2", "unknown key 'odd'"),
        ('subject = "A matter"', "", "'subject' is missing"),
        ("order = 1", 'order = "1"', "'order' must be a int"),
        ('instead = "Use the other letter."', "", "go together"),
        ('"phone", ', '"phone", "phome", ', "no field 'phome'"),
        ('"phone", ', "", "uses 'phone', which its fields leave out"),
        ('"phone", ', '"phone", "enclosures", ', "no line of the text uses 'enclosures'"),
        ("{fact:owner", "{fact:ovner", "no fact 'ovner_name_business_days'"),
        ("fields = ", 'due = [{ what = "Answer" }]\nfields = ', "has 'what', 'fact'"),
        ("order = 1", "order = ", "one.toml"),
        ("fields = ", 'check = [{ day = "arrival" }]\nfields = ', "'limit', 'of' and 'say'"),
        ("fields = ", CHECK.replace("within", "near"), "no limit is called 'near'"),
        ("fields = ", CHECK.replace("{days}", "{dais}"), "can't say 'dais'"),
        ("fields = ", CHECK.replace("{days}", "{instead}"), "names the letter to use instead"),
        (
            "fields = ",
            CHECK.replace("{days}", "{instead}").replace(" }]", ', instead = "two" }]'),
            "no letter 'two'",
        ),
        ("fields = ", CHECK.replace("letter_date", "ladder_date"), "uses 'ladder_date'"),
        ("fields = ", CHECK.replace(" }]", ', fact = "no_such_fact" }]'), "no fact 'no_such_fact'"),
    ],
)
def test_a_faulty_letter_stops_the_build(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert "one" in loaded(tmp_path, GOOD)
    with pytest.raises(LetterError, match=message):
        loaded(tmp_path, GOOD.replace(old, new, 1))


def test_conditions_and_blanks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(tmp_path, GOOD)
    monkeypatch.setitem(LETTERS, "one", load_folder(tmp_path)["one"])
    blank = write("one", {})["text"]
    assert "Under 12 CFR 1024.36" in blank and "within 10 business days." in blank
    assert "Please write." in blank and "Call me" not in blank
    assert "I am not sure what loan" in blank
    assert blank.count("_" * 64) == 4 and "(what happened, and since when)" in blank
    filled = write(
        "one",
        {"phone": "555 0100", "loan_kind": "closed_end", "what_happened": "Lost work.\n\n\n\nIll."},
    )["text"]
    assert "Call me at 555 0100." in filled and "Please write." not in filled
    assert "not sure" not in filled and "Lost work.\n\nIll." in filled
    refused = write("one", {"loan_kind": "heloc"})
    assert refused["errors"] == [{"field": "loan_kind", "message": "Use the other letter."}]


def test_the_home_is_where_the_reader_lives_unless_another_is_given() -> None:
    assert "Home: 1 Oak St" in write("information", {"your_address": "1 Oak St"})["text"]
    both = {"your_address": "1 Oak St", "property_address": "2 Elm St"}
    assert "Home: 2 Elm St" in write("information", both)["text"]


def test_the_days_are_counted_from_when_they_got_it() -> None:
    due = write("information", {"received_date": "11/23/2026"})["due"]
    assert [row["by"] for row in due] == ["2026-12-01", "2026-12-08", "2027-01-07"]
    assert all(row["by"] is None for row in write("information", {})["due"])
    # Thirty days that are not business days: from November 23 to December 23.
    typed = {"loan_kind": "closed_end", "received_date": "11/23/2026"}
    reply = write("appeal", typed)
    assert [row["by"] for row in reply["due"]] == ["2026-12-23"]
    assert '<time datetime="2026-12-23">December 23, 2026</time>' in letter_html(reply)


def test_words_that_cannot_be_printed_are_refused_kindly() -> None:
    for text in ("a\x07b", "x" * 121):
        (error,) = write("information", {"your_name": text})["errors"]
        assert error["field"] == "your_name" and error["message"].endswith((".", "again."))
    assert check("letter-information", "your_name", "a\x07b")
    assert check("letter-information", "your_name", "Ann Lee") == ""


@every_letter
def test_the_blank_letter_has_lines_and_no_gap(slug: str) -> None:
    reply = write(slug, {})
    assert reply["ok"]
    text = reply["text"]
    assert re.match(r"_{6,} \(date of the letter\)", text)
    assert "{" not in text and "[if" not in text and "None" not in text
    assert "(sign here)" in text


@every_letter
@quickly
@given(data=st.data())
def test_what_is_typed_stands_in_the_letter_and_nowhere_as_markup(
    slug: str, data: st.DataObject
) -> None:
    known = boxes(LETTERS[slug].inputs)
    name = data.draw(st.text(st.characters(codec="utf-8"), max_size=130))
    answers: dict[str, object] = {"your_name": name}
    for box in known:
        if box.name != "your_name" and data.draw(st.booleans()):
            answers[box.name] = data.draw(st.text(max_size=30) | st.none() | st.integers())
    reply = write(slug, answers)
    assert json.loads(json.dumps(reply)) == reply
    if reply["ok"]:
        typed = reply["inputs"]["your_name"]
        assert typed is None or typed in reply["text"]
        html = letter_html(reply)
        assert "<script" not in html and "\n" not in html and " id=" not in html
    else:
        assert {error["field"] for error in reply["errors"]} <= {box.name for box in known}


@every_letter
def test_a_letters_form_works_like_a_calculators(slug: str) -> None:
    blank = write(slug, {})
    html = letter_section(slug, LETTERS[slug].inputs, f"letter-{slug}", blank)
    assert f'data-calculator="letter-{slug}"' in html
    for box in boxes(LETTERS[slug].inputs):
        assert f'name="{box.name}"' in html
    question = json.dumps({"answers": {"your_name": "<b>Ann</b>"}})
    answered = json.loads(respond(f"letter-{slug}", question))
    assert "&lt;b&gt;Ann&lt;/b&gt;" in answered["html"] and "<b>Ann" not in answered["html"]
    wrong = json.dumps({"answers": {"loan_number": "x" * 200}})
    assert json.loads(respond(f"letter-{slug}", wrong))["html"] == ""


@every_letter
def test_a_letter_says_nothing_that_could_hurt(slug: str) -> None:
    text = LETTERS[slug].text
    text = re.sub(r"(?i)not admit that I owe|not a promise to pay", "", text)
    for never in ("stop contacting", "stop calling", "cease", "I owe", "my debt", "promise to pay"):
        assert never.lower() not in text.lower(), f"{slug}: {never}"
    assert not re.search(r"(?i)social security|bank account number", text)
    body = re.sub(r"\{[^}]*\}|\[if [^\]]*\]", " ", text)
    assert len(body.split()) <= 330, f"{slug}: {len(body.split())} words: one sheet"
