"""What is asked: the kinds of value, the boxes, and the names that mean the same everywhere.

kinds/      how money, rates, counts, dates and choices are read and written
doubts      what is asked about an answer that can be worked with
form        a form is a dataclass: its boxes, and how what was typed is read
household   the names that mean the same on every page (imported from there)
offers      the names of what is only offered (imported from there)
"""

from calculators.core.forms.doubts import Doubt, doubts_about
from calculators.core.forms.form import (
    Box,
    Field,
    FieldError,
    Placed,
    Refused,
    as_text,
    boxes,
    load,
    read,
    refuse,
    written,
)
from calculators.core.forms.kinds.choices import YES_NO, ChoiceKind, VerdictKind, YesNo, YesNoKind
from calculators.core.forms.kinds.counts import COUNT, MONTH_NUMBER, MONTHS, CountKind, Months
from calculators.core.forms.kinds.dates import DATE, Date, DateKind
from calculators.core.forms.kinds.kind import Kind
from calculators.core.forms.kinds.money import (
    MONEY,
    MONEY_A_MONTH,
    MONEY_CHANGE,
    Money,
    MoneyAMonth,
    MoneyAMonthKind,
    MoneyKind,
)
from calculators.core.forms.kinds.rates import PERCENT, RATE, Percent, PercentKind, Rate, RateKind
from calculators.core.forms.kinds.words import (
    TEXT,
    Line,
    LineKind,
    Paragraph,
    ParagraphKind,
    TextKind,
)

__all__ = [
    "COUNT",
    "DATE",
    "MONEY",
    "MONEY_A_MONTH",
    "MONEY_CHANGE",
    "MONTHS",
    "MONTH_NUMBER",
    "PERCENT",
    "RATE",
    "TEXT",
    "YES_NO",
    "Box",
    "ChoiceKind",
    "CountKind",
    "Date",
    "DateKind",
    "Doubt",
    "Field",
    "FieldError",
    "Kind",
    "Line",
    "LineKind",
    "Money",
    "MoneyAMonth",
    "MoneyAMonthKind",
    "MoneyKind",
    "Months",
    "Paragraph",
    "ParagraphKind",
    "Percent",
    "PercentKind",
    "Placed",
    "Rate",
    "RateKind",
    "Refused",
    "TextKind",
    "VerdictKind",
    "YesNo",
    "YesNoKind",
    "as_text",
    "boxes",
    "doubts_about",
    "load",
    "read",
    "refuse",
    "written",
]
