"""What is asked: the kinds of value, the boxes, and the names that mean the same everywhere.

kinds/      how money, rates, counts, dates and choices are read and written
doubts      what is asked about an answer that can be worked with
statement   what is asked about a payment beside its loan
repayment   how a loan is paid back
form        a form is a dataclass: its boxes, and how what was typed is read
household   the names that mean the same on every page (imported from there)
offers      the names of what is only offered (imported from there)
"""

from calculators.core.forms.doubts import doubts_about
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
from calculators.core.forms.kinds.choices import (
    ChoiceKind,
    VerdictKind,
    YesNo,
    YesNoKind,
    YesNoUnsure,
)
from calculators.core.forms.kinds.counts import COUNT, MONTH_NUMBER, MONTHS, CountKind, Months
from calculators.core.forms.kinds.dates import DATE, DAY, Date, DateKind
from calculators.core.forms.kinds.kind import Kind, readable
from calculators.core.forms.kinds.money import (
    MONEY,
    MONEY_CHANGE,
    Money,
    MoneyAMonth,
    MoneyInWordsKind,
    MoneyKind,
    Monthly,
)
from calculators.core.forms.kinds.rates import PERCENT, RATE, Percent, PercentKind, Rate, RateKind
from calculators.core.forms.kinds.words import (
    TEXT,
    Address,
    AddressKind,
    Line,
    LineKind,
    Paragraph,
    ParagraphKind,
    TextKind,
)
from calculators.core.forms.repayment import RepaymentKind
from calculators.core.forms.statement import MUCH_A_MONTH, SAME_PERCENT, Doubt

__all__ = [
    "COUNT",
    "DATE",
    "DAY",
    "MONEY",
    "MONEY_CHANGE",
    "MONTHS",
    "MONTH_NUMBER",
    "MUCH_A_MONTH",
    "PERCENT",
    "RATE",
    "SAME_PERCENT",
    "TEXT",
    "Address",
    "AddressKind",
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
    "MoneyInWordsKind",
    "MoneyKind",
    "Monthly",
    "Months",
    "Paragraph",
    "ParagraphKind",
    "Percent",
    "PercentKind",
    "Placed",
    "Rate",
    "RateKind",
    "Refused",
    "RepaymentKind",
    "TextKind",
    "VerdictKind",
    "YesNo",
    "YesNoKind",
    "YesNoUnsure",
    "as_text",
    "boxes",
    "doubts_about",
    "load",
    "read",
    "readable",
    "refuse",
    "written",
]
