"""What a sheet bears at its head: a name and a loan number, where a household has just one."""

from calculators.plan.household import Figures


def name_of(figures: Figures) -> str:
    """Everyone who signed the loan, as far as they are known."""
    names = (figures.get("your_name", ""), figures.get("co_borrower_name", ""))
    return " and ".join(filter(None, names))


def loan_of(figures: Figures) -> str:
    """The loan number of the letters; none where they are about several loans."""
    numbers = {text for key, text in figures.items() if key.endswith(":loan_number")}
    return numbers.pop() if len(numbers) == 1 else ""


def home_of(figures: Figures) -> str:
    return figures.get("property_address", "") or figures.get("your_address", "")
