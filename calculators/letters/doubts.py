"""What is doubted about a letter's own figures: a third way between refused and silent."""

from decimal import Decimal
from typing import Any

from calculators.core.forms import MONEY, MUCH_A_MONTH, Doubt, as_text

BUDGET = ("monthly_income", "monthly_spending", "can_pay_monthly")


def doubts_in_letter(inputs: Any) -> list[Doubt]:
    """Offers more a month than the budget in the same letter leaves: whoever reads it will ask."""
    amounts = [getattr(inputs, name, None) for name in BUDGET]
    income, spending, offered = amounts
    if income is None or spending is None or offered is None or offered <= income - spending:
        return []
    left: Decimal = income - spending
    cash = MONEY.pretty
    if left > 0:
        text = (
            f"You wrote that {cash(income)} comes in and {cash(spending)} goes out. That leaves "
            f"{cash(left)} for this loan, and you offer {cash(offered)}. Which figure is right?"
        )
        return [Doubt("can_pay_monthly", text, as_text(left) if left < MUCH_A_MONTH else None)]
    text = (
        f"You wrote that {cash(income)} comes in and {cash(spending)} goes out. That leaves "
        f"nothing for this loan, and you offer {cash(offered)}. Which figure is right?"
    )
    return [Doubt("can_pay_monthly", text)] if offered else []
