"""How a fact's value stands in a Spanish sentence."""

from datetime import date

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


def in_spanish(known: Fact) -> str:
    """ "3 días hábiles", "15 de enero de 2026"; "" for text of which nobody has written it."""
    value = known.value
    if known.unit in UNITS:
        one, many = UNITS[known.unit]
        return f"{value} {one if value == 1 else many}"
    if isinstance(value, date):
        return f"{value.day} de {MONTHS[value.month - 1]} de {value.year}"
    if known.unit == "text":
        return known.spanish
    return known.text
