"""A letter for a word processor, read back by a reader of RTF of our own and by LibreOffice."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators.browser import save
from calculators.core.files.rtf import as_rtf
from calculators.letters import LETTERS, write
from tests.draws import draws

# A command word, a sign behind a backslash, a brace, or text.
TOKEN = re.compile(r"\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|([^\\{}\n]+)|\n")
KNOWN = {
    "rtf", "ansi", "ansicpg", "uc", "deff", "deflang", "fonttbl", "f", "froman", "fcharset",
    "paperw", "paperh", "margl", "margr", "margt", "margb", "widowctrl", "footer", "pard", "plain",
    "fs", "tqr", "tx", "tab", "field", "fldinst", "fldrslt", "par", "sa", "sb", "li", "fi", "keep",
    "line", "u",
}  # fmt: skip
HOSTILE = (
    "Ann {\\rtf1\\par} \\'41 \\u65? <b>&amp; \N{LEFT-TO-RIGHT OVERRIDE}Lée 日本 \U0001f600 ☐ }}}{{"
)
SOFFICE = shutil.which("soffice")


def understood(rtf: str) -> dict[str, str]:
    """The texts of a file by where they stand: "body", "footer", "fonttbl" …

    Asserts that every brace has its other half, and that nothing but known commands is in it.
    """
    assert rtf.isascii()
    texts: dict[str, str] = {}
    stack = ["body"]
    skip = False
    end = 0
    units: list[int] = []

    def add(text: str) -> None:
        texts[stack[-1]] = texts.get(stack[-1], "") + text

    def close_units() -> None:
        if units:
            data = b"".join((unit % 65536).to_bytes(2, "little") for unit in units)
            add(data.decode("utf-16-le"))
            units.clear()

    for token in TOKEN.finditer(rtf):
        assert token.start() == end, f"no RTF at {rtf[end : end + 20]!r}"
        end = token.end()
        word, number, sign, brace, text = token.groups()
        if word == "u":
            units.append(int(number))
            skip = True
            continue
        if skip and text:
            skip, text = False, text[1:]
            if not text:
                continue
        close_units()
        if brace == "{":
            stack.append(stack[-1])
        elif brace == "}":
            stack.pop()
            assert stack, "a brace too many"
        elif word in ("footer", "fonttbl", "fldinst"):
            stack[-1] = word
        elif word in ("par", "line", "tab"):
            add({"par": "\n\n", "line": "\n", "tab": " "}[word])
        elif word:
            assert word in KNOWN, word
        elif sign and sign != "*":
            assert sign in "\\{}", sign
            add(sign)
        elif text:
            add(text)
    assert end == len(rtf) and stack == ["body"], "a brace is missing"
    return texts


def as_read(text: str) -> str:
    """A letter's text without what RTF says in another way: items are paragraphs of their own."""
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("slug", LETTERS)
def test_a_letter_is_whole_in_it(slug: str) -> None:
    typed = {"your_name": "Ann Lée", "loan_number": "77-1", "your_address": "1 Oak St\nTown"}
    text = write(slug, typed)["text"]
    made = json.loads(save(f"letter-{slug}", json.dumps(typed), "rtf"))
    assert (made["name"], made["media_type"]) == (f"letter-{slug}.rtf", "application/rtf")
    read = understood(made["text"])
    assert as_read(read["body"]) == as_read(text)
    assert "Ann Lée\n1 Oak St\nTown\n" in read["body"], "an address keeps its lines"
    assert read["footer"].strip() == "Loan number: 77-1 Page 1 of 1"
    assert read["fldinst"].split() == ["PAGENUMPAGES"]
    assert not re.search(r"https?:|www\.|econd Mortgage Help", made["text"])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("\\par {x}", r"\\par \{x\}"),
        ("a\tb", "a b"),
        ("é", r"\u233?"),
        # The standard's own rule: a number above 32767 is written less 65536.
        ("\N{FULLWIDTH LATIN SMALL LETTER A}", r"\u-191?"),
        # UTF-16 has U+1F600 as D83D DE00.
        ("\U0001f600", r"\u-10179?\u-8704?"),
    ],
)
def test_a_sign_is_written_as_rtf_says(typed: str, written: str) -> None:
    assert f" {written}\\par" in as_rtf(typed)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
@example(HOSTILE)
@draws(100)
def test_no_text_becomes_a_command(text: str) -> None:
    read = understood(as_rtf(f"Dear\n{text}\n\nEnd", text))
    assert as_read(read["body"]) == as_read(f"Dear {text} End")
    assert as_read(read["footer"]) == as_read(f"{text} Page 1 of 1")


def test_a_letter_as_text_is_the_letter() -> None:
    made = json.loads(save("letter-help", json.dumps({"your_name": HOSTILE[:100]}), "txt"))
    assert made["name"] == "letter-help.txt"
    lines = made["text"].split("\r\n")
    assert "\n".join(lines) == write("help", {"your_name": HOSTILE[:100]})["text"] + "\n"


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed here")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    """As a word processor reads it: every word, address lines, two pages with their numbers."""
    from tests.paper import texts_of

    story = "I lost my job in May and have looked for work since then. " * 33
    typed = {
        "your_name": "Ann {\\par} Lée 日",
        "your_address": "1 Oak St\nApt \\2\nTown, OH 44000",
        "loan_number": "77-{1}",
        "what_happened": story,
    }
    made = json.loads(save("letter-help", json.dumps(typed), "rtf"))
    (tmp_path / made["name"]).write_text(made["text"], encoding="ascii")
    command = [
        str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / made["name"]),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    pages = texts_of((tmp_path / "letter-help.pdf").read_bytes())
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert "Loan number: 77-{1}" in page and f"Page {number} of 2" in page
    assert "Ann {\\par} Lée" in pages[0]
    assert "1 Oak St\nApt \\2\nTown, OH 44000" in re.sub(r" *\n", "\n", pages[0])
    assert story.strip() in as_read(" ".join(pages))
