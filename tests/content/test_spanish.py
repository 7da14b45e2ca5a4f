"""The Spanish page: complete, plain, in the form of usted, and no English word left to guess."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from calculators.core.pages import folded_sources
from calculators.facts import FACTS
from scripts.site.folds import numbered
from scripts.site.generate import INCLUDED_FACT
from scripts.site.spanish import SOURCES, day_in_spanish, in_spanish, is_spanish, link_in_spanish
from tests.content.test_guides import DOCS, PAGES, name_of

LONGEST = 28
LONGEST_MEAN = 13
# A page that says tú somewhere says two things of how it speaks to its reader.
FAMILIAR = re.compile(
    r"\b(tú|tus?|te|ti|contigo|tuy[oa]s?|tienes|puedes|debes|eres|quieres|necesitas|sabes|vas|"
    r"haz|ten|vosotros|vuestr[oa]s?)\b",
    re.IGNORECASE,
)
# Words of American lenders and courts; each has a Spanish one, and stands only where it is taught.
ENGLISH = re.compile(
    r"\b(foreclosures?|servicers?|lenders?|liens?|deeds?|loans?|mortgages?|escrow|payoff|equity|"
    r"counselors?|counseling|hardship|statements?|court|legal aid|short sale|interpreters?)\b",
    re.IGNORECASE,
)
# Names that are the same in Spanish: each is explained where it first stands.
NAMES = ("HELOC", "HUD", "CFPB", "FTC", "HOA")


def front(path: Path) -> dict[str, object]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]))


SPANISH = [path for path in PAGES if front(path).get("lang") == "es"]


def said(path: Path) -> str:
    """What a reader of Spanish reads: no front matter, English, sources or addresses."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    text = re.sub(r"\{!sources/.*?!\}", "", text)
    text = re.sub(r'<span lang="en">.*?</span>', "", text)
    text = INCLUDED_FACT.sub(lambda found: in_spanish(FACTS[found[1]]), text)
    text = re.sub(r"\b[\w.-]+\.(gov|org)(/[\w/-]*)?", "", text)
    return re.sub(r"\]\([^)]*\)|\{ .*? \}|[*#\[\]]", "", text)


def sentences(text: str) -> list[list[str]]:
    parts = re.split(r"(?<=[.!?:;])\s+|\n+|\|", text)
    found = [re.findall(r"[^\W\d_]+", part) for part in parts]
    return [words for words in found if len(words) > 3]


def test_there_is_a_spanish_page() -> None:
    assert [name_of(path) for path in SPANISH] == ["ayuda.md"]


@pytest.mark.parametrize("path", SPANISH, ids=name_of)
def test_it_reads_easily(path: Path) -> None:
    found = sentences(said(path))
    assert len(found) > 50
    for words in found:
        assert len(words) <= LONGEST, " ".join(words)
    mean = sum(map(len, found)) / len(found)
    assert mean <= LONGEST_MEAN, f"{mean:.1f} words a sentence"


@pytest.mark.parametrize("path", SPANISH, ids=name_of)
def test_it_says_usted_and_no_english(path: Path) -> None:
    text = said(path)
    assert not FAMILIAR.search(text), FAMILIAR.search(text)
    assert not ENGLISH.search(text), ENGLISH.search(text)
    for name in NAMES:
        first = re.search(rf"\b{name}\b.{{0,20}}", text)
        assert first, name
        explained = text[first.start() - 1] == "(" or re.match(rf"{name}, (el|la) ", first[0])
        assert explained, f"say what it is: {first[0]}"


@pytest.mark.parametrize("path", SPANISH, ids=name_of)
def test_its_signs_come_in_pairs(path: Path) -> None:
    text = said(path)
    for opening, closing in ("¿?", "¡!", "«»", "()"):
        assert text.count(opening) == text.count(closing), f"{opening}{closing}"


@pytest.mark.parametrize("path", SPANISH, ids=name_of)
def test_it_is_complete_by_itself(path: Path) -> None:
    """What to say, the urgent cases, whom to call, what never to do, what the letters are for."""
    text = path.read_text(encoding="utf-8")
    urgent = text.split("{ #urgente }")[1].split("\n## ")[0]
    assert "I need a Spanish interpreter, please." in text.split("{ #urgente }")[0]
    for needed in (
        "fecha para vender",
        "papeles de la corte",
        "préstamo viejo",
        "No pague",
        "es de la primera hipoteca",
        "Ya vendieron su casa",
        "le pide dinero o su escritura",
    ):
        assert needed in urgent
    today = text.split("{ #hoy }")[1].split("\n## ")[0]
    assert len(re.findall(r"^\d\. ", today, re.MULTILINE)) == 5
    assert "No se vaya de su casa" in today
    for fact_id in ("hud_counselor_phone", "cfpb_phone", "legal_aid_site", "local_help_phone"):
        assert f"{{!facts/es/{fact_id}.html!}}" in text.split("{ #telefonos }")[1]
    asked = text.split("{ #interprete }")[1].split("\n## ")[0]
    for whom in ("asesor", "administrador", "corte", "ayuda legal"):
        assert f"**A{'l' if whom[0] == 'a' and whom != 'ayuda legal' else ' la'} {whom}" in asked
    never = text.split("{ #no-firme }")[1].split("\n## ")[0]
    assert "Nunca pague por adelantado" in never and "Nunca firme la escritura" in never
    assert "Salen en inglés" in text.split("{ #cartas }")[1]
    assert "Todo eso está en inglés" in text.split("{ #sitio }")[1]


@pytest.mark.parametrize("path", SPANISH, ids=name_of)
def test_its_words_mislead_nobody(path: Path) -> None:
    """A "fixed loan" is one sum, whatever its rate; an application holds back one sale, in time."""
    text = path.read_text(encoding="utf-8")
    assert not re.search("préstamo fijo", text, re.IGNORECASE)
    (applies,) = re.findall(r"^- \*\*Quiere pedir ayuda antes de la venta\..*$", text, re.MULTILINE)
    for needed in (
        "préstamo de una sola suma, sobre la casa donde vive",
        "completa más de {!facts/es/full_review_days_before_sale.html!} antes de la venta",
        "no detiene la venta de otra compañía",
        "no vale para una línea de crédito (HELOC)",
        "compañías pequeñas no tienen que cumplirla",
        "Llame hoy a un abogado",
    ):
        assert needed in applies


@pytest.mark.parametrize("path", SPANISH, ids=name_of)
def test_it_says_that_no_fluent_speaker_has_read_it(path: Path) -> None:
    """Until one has, and signs."""
    unread = "todavía no ha revisado esta página"
    assert ("read_by_fluent_speaker" in front(path)) != (unread in path.read_text("utf-8"))


def test_a_value_without_spanish_words_has_no_fragment() -> None:
    assert in_spanish(FACTS["full_review_days_before_sale"]) == "37 días"
    assert in_spanish(FACTS["va_partial_claim_since"]).count(" de ") == 2
    assert in_spanish(FACTS["foreclosure_counseling_cost"]) == "gratis"
    assert in_spanish(FACTS["counselor_test"]) == ""


def test_a_page_says_its_language() -> None:
    assert is_spanish("---\ntitle: A\nlang: es\n---\n")
    assert not is_spanish("---\ntitle: A\n---\nlang: es\n")
    assert [path for path in PAGES if is_spanish(path.read_text("utf-8"))] == SPANISH


def test_what_stands_around_its_facts_is_spanish() -> None:
    """A footnote, the fold of its sources, a date and an address to tap."""
    assert day_in_spanish(date(2026, 11, 26)) == "26 de noviembre de 2026"
    site = link_in_spanish(FACTS["legal_aid_site"])
    assert site.startswith('<a href="https://LawHelp.org" rel="noreferrer">LawHelp.org</a>')
    days = link_in_spanish(FACTS["full_review_days_before_sale"])
    assert "https:" not in days and "37&nbsp;días" in days
    assert link_in_spanish(FACTS["counselor_test"]) == ""
    sources = folded_sources([FACTS["legal_aid_site"]], **SOURCES)
    assert sources.count("<summary>") == 1
    assert "En qué se apoya esta página (1, en inglés)" in sources
    assert "Imprimir esta página con sus fuentes" in sources
    assert '<ol class="sources" lang="en">' in sources
    # docs/_theme/main.html says the word in Spanish: tests/site/test_built.py.
    html = numbered(f"<p>{site}</p>{sources}")
    assert '</a><sup class="note"' in html and "source </span>1</a>" in html


def test_a_printed_sheet_counts_in_spanish() -> None:
    css = (DOCS / "assets/css/print.css").read_text(encoding="utf-8")
    page = css.split("@page sitio {")[1].split("\n}\n")[0]
    assert 'counter(page) " de " counter(pages)' in page
    assert re.search(r'html\[lang="es"\]:not\([^)]*\) body \{\s*page: sitio;', css)
