"""What to say with a settlement: the working, what to hold before paying, and the tax rules."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import Action, Lead, Note, dollars, warnings_first
from calculators.core.forms import MONEY, PERCENT
from calculators.facts import fact

NO_BALANCE_SHEET = "For this, fill in both everything you own and everything you owe."
NO_TAX = "For this, fill in what you own, what you owe and a tax rate."

OLD_DEBT = "If nothing was paid or heard for years, see a lawyer before you pay, promise or write."
THE_LETTER = Action(
    "What the letter must say",
    page="more/settling-for-less.md#the-letter-to-hold-before-any-money-moves",
)
ASK_ABOUT_TAX = Action(
    "Read this, and ask a tax preparer first",
    page="more/settling-for-less.md#what-canceled-debt-can-mean-for-tax",
)


def lead(payoff: Decimal, offer: Decimal, owed: Decimal | None, figures: Mapping[str, Any]) -> Lead:
    """Nothing is paid without a signed letter; and whether the rest may be taxed."""
    canceled, taxable = figures["cancelled_debt"], figures["possibly_taxable"]
    if not canceled:
        return Lead(
            "This pays all that is owed: nothing is canceled.",
            "",
            Action("Ask for a payoff in writing", page="letters/payoff.md"),
            OLD_DEBT,
        )
    first = "Pay only after a signed letter." if offer else "Get it in a signed letter first."
    if taxable is None or owed is None or owed < payoff or not taxable:
        said = f"{first} {_about_tax(payoff, owed, taxable)}"
        return Lead(said, f"{dollars(canceled)} canceled", THE_LETTER, OLD_DEBT)
    said = f"{first} What is canceled may be taxed."
    return Lead(said, _tax(figures["possible_tax"], taxable), ASK_ABOUT_TAX, OLD_DEBT)


def _about_tax(payoff: Decimal, owed: Decimal | None, taxable: Decimal | None) -> str:
    """Where no tax can be named: what to fill in, or that there may be none."""
    if taxable is None or owed is None:
        return "What is canceled may be taxed: fill in all that you own and owe to see."
    if owed < payoff:
        return (
            "Your debts come to less than this one debt: add it, and any first mortgage, to see "
            "the tax."
        )
    return (
        "By these figures, what is canceled may be left out of your federal income. You claim that "
        "on a tax form."
    )


def _tax(tax: Decimal | None, taxable: Decimal) -> str:
    """The tax, or without a rate what it would be on."""
    if not tax:
        return f"{dollars(taxable)} may count as income"
    return f"about {dollars(tax)} federal tax" if tax >= 1 else f"{dollars(tax)} federal tax"


def too_much(payoff: Decimal) -> str:
    return f"Write no more than the payoff: {MONEY.pretty(payoff)}."


def steps(
    *,
    payoff: Decimal,
    offer: Decimal,
    owned: Decimal | None,
    owed: Decimal | None,
    tax_rate: Decimal | None,
    figures: Mapping[str, Any],
) -> list[str]:
    """The arithmetic in words, with the reader's own numbers: dollars and percent."""
    cash = MONEY.pretty
    cancelled, taxable = figures["cancelled_debt"], figures["possibly_taxable"]
    said = [f"Canceled: {cash(payoff)} owed − {cash(offer)} paid = {cash(cancelled)}."]
    if owed is None or owned is None:
        return said
    insolvency = figures["insolvency_amount"]
    if insolvency:
        said.append(f"Insolvent by: {cash(owed)} owed − {cash(owned)} owned = {cash(insolvency)}.")
    else:
        said.append(
            f"You owe {cash(owed)} and own {cash(owned)}: no more debt than property, so by these "
            "figures you are not insolvent."
        )
    said.append(
        f"May count as income: {cash(cancelled)} canceled − {cash(min(cancelled, insolvency))}, "
        f"the smaller of the two, = {cash(taxable)}."
    )
    if tax_rate is not None:
        said.append(
            f"Possible federal tax: {PERCENT.pretty(tax_rate)} of {cash(taxable)} = "
            f"{cash(figures['possible_tax'])}, to the nearest cent."
        )
    return said


def notes(
    *, payoff: Decimal, cancelled: Decimal, owed: Decimal | None, is_reported: bool
) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    warnings = [
        "Do not pay before you hold a letter signed by the lender. It should name the amount, "
        "say that nothing more is owed, and promise to release the lien, the lender’s claim on "
        "your home. For a HELOC it should also close the line. Keep the letter for good.",
        OLD_DEBT,
    ]
    if owed is not None and owed < payoff:
        warnings.append(
            f"All your debts, {MONEY.pretty(owed)}, are less than this one. Count it in, and the "
            "first mortgage too."
        )
    infos = ["Nothing is canceled here, so no canceled debt can be income."]
    if cancelled:
        infos = [REPORTED, *TAX_RULES] if is_reported else TAX_RULES
    return warnings_first(warnings, [], infos)


REPORTED = (
    f"A lender must usually report a canceled debt of {fact('cancellation_report_dollars').text} "
    "or more to the IRS on Form 1099-C. The form does not prove that you owe tax, nor that the "
    "lien is gone."
)
# What the rules say about canceled debt, and who can say what they mean for the reader.
TAX_RULES = [
    "Canceled debt can count as income. You are insolvent when you owe more than everything you "
    "own is worth, just before the debt is canceled. Canceled debt is left out of federal income "
    f"{fact('insolvency_exclusion').text}. People claim that on IRS Form 982, and it can lower "
    "other tax benefits later.",
    f"For that, the IRS worksheet counts {fact('insolvency_what_counts').text}: retirement "
    "savings, both mortgages and this debt too. An asset left out makes the tax look too low.",
    f"Debt that a bankruptcy court cancels is {fact('bankruptcy_tax_exclusion').text}.",
    "The break for debt that bought, built or improved a main home ended for debt canceled after "
    f"{fact('home_debt_exclusion_ended').text}, unless a written deal was made by then. Many "
    "articles still name it.",
    "These figures are for planning. They are not your tax bill, and they leave out state tax. "
    "Ask a tax preparer before you sign. IRS Publication 4681 has the worksheet.",
]
