"""A fact's value in a Spanish sentence, and the words around a Spanish page's sources."""

import re
from datetime import date

from calculators.core.pages import fact_link
from calculators.facts import Fact

UNITS = {
    "days": ("día", "días"),
    "business days": ("día hábil", "días hábiles"),
    "months": ("mes", "meses"),
    "years": ("año", "años"),
    "points": ("punto porcentual", "puntos porcentuales"),
}
MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
# The list itself is English.
SOURCES = {
    "rests_on": "En qué se apoya esta página ({}, en inglés)",
    "with_them": "Imprimir esta página con sus fuentes",
    "language": "en",
}
ADDRESS = re.compile(r"(?:[\w-]+\.)+(?:com|gov|org)(?:/\S*)?")


def is_spanish(page: str) -> bool:
    """What the front matter of a page says: its first part, between two lines of dashes."""
    return "\nlang: es\n" in page.split("\n---\n")[0] + "\n"


def day_in_spanish(day: date) -> str:
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def link_in_spanish(known: Fact) -> str:
    """A fact in a Spanish sentence; an address can be tapped. "" where it has no Spanish words."""
    words = in_spanish(known)
    address = f"https://{words}" if ADDRESS.fullmatch(words) else ""
    return fact_link(known, words, address) if words else ""


def in_spanish(known: Fact) -> str:
    """ "3 días hábiles", "15 de enero de 2026"; "" for text of which nobody has written it."""
    value = known.value
    if known.unit in UNITS:
        one, many = UNITS[known.unit]
        return f"{value} {one if value == 1 else many}"
    if isinstance(value, date):
        return day_in_spanish(value)
    if known.unit == "text":
        return known.spanish
    return known.text
