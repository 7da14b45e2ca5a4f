"""A lender takes less than is owed: how much debt is canceled, and how much may count as income?

Rules: the contract's *settlement*. Insolvency is what was owed beyond everything owned just
before the debt is canceled; canceled debt is not income up to that amount. Without both totals
nothing is known about it: null, not zero and not the whole amount.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import Answer, Calculator, Figure, Note, WhatIf, percent
from calculators.core.forms import MONEY, PERCENT, Field, Money, Percent, refuse
from calculators.core.forms.household import Offer, Payoff
from calculators.core.loans import ZERO, exactly, share
from calculators.facts import fact

TAX_FACTS = (
    "insolvency_exclusion",
    "insolvency_what_counts",
    "bankruptcy_tax_exclusion",
    "home_debt_exclusion_ended",
)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    payoff: Payoff
    offer: Offer
    total_assets: (
        Annotated[
            Money,
            Field(
                "Worth of everything you own",
                "Just before the debt is canceled: home, cars, bank accounts, retirement savings, "
                "and also what creditors could not take from you.",
                example="262,000",
                group="Before the debt is canceled",
            ),
        ]
        | None
    ) = None
    total_debts: (
        Annotated[
            Money,
            Field(
                "Everything you owe",
                "Just before the debt is canceled: both mortgages, so this debt too, cars, cards, "
                "student loans, taxes, bills.",
                example="281,000",
            ),
        ]
        | None
    ) = None
    tax_rate: (
        Annotated[
            Percent,
            Field(
                "Your federal tax rate on one more dollar",
                "A tax preparer can tell you. Leave it empty if unsure.",
                example="12",
            ),
        ]
        | None
    ) = None


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars. Raises Refused when the offer is more than is owed."""
    if inputs.offer > inputs.payoff:
        raise refuse("offer", f"Write no more than the payoff: {MONEY.pretty(inputs.payoff)}.")
    cancelled = inputs.payoff - inputs.offer
    insolvency = taxable = tax = None
    if inputs.total_assets is not None and inputs.total_debts is not None:
        insolvency = max(inputs.total_debts - inputs.total_assets, ZERO)
        taxable = cancelled - min(cancelled, insolvency)
        if inputs.tax_rate is not None:
            tax = share(inputs.tax_rate, taxable)
    figures = {
        "cancelled_debt": cancelled,
        "insolvency_amount": insolvency,
        "possibly_taxable": taxable,
        "possible_tax": tax,
    }
    facts = TAX_FACTS if cancelled else ()
    if _is_reported(cancelled):
        facts = (*facts, "cancellation_report_dollars")
    return Answer(
        figures=figures,
        tables={},
        steps=_steps(inputs, figures),
        notes=_notes(inputs, figures),
        facts=facts,
    )


def _is_reported(cancelled: Decimal) -> bool:
    return cancelled >= fact("cancellation_report_dollars").number


def _steps(inputs: Inputs, figures: Mapping[str, Any]) -> list[str]:
    """The arithmetic in words, with the reader's own numbers."""
    cash = MONEY.pretty
    cancelled, taxable = figures["cancelled_debt"], figures["possibly_taxable"]
    steps = [
        f"Canceled: {cash(inputs.payoff)} owed − {cash(inputs.offer)} paid = {cash(cancelled)}."
    ]
    owed, owned, insolvency = inputs.total_debts, inputs.total_assets, figures["insolvency_amount"]
    if owed is None or owned is None:
        return steps
    steps.append(
        f"Insolvent by: {cash(owed)} owed − {cash(owned)} owned = {cash(insolvency)}."
        if insolvency
        else f"You owe {cash(owed)} and own {cash(owned)}: no more debt than property, so by these "
        "figures you are not insolvent."
    )
    steps.append(
        f"May count as income: {cash(cancelled)} canceled − {cash(min(cancelled, insolvency))}, "
        f"the smaller of the two, = {cash(taxable)}."
    )
    if inputs.tax_rate is not None:
        steps.append(
            f"Possible federal tax: {PERCENT.pretty(inputs.tax_rate)} of {cash(taxable)} = "
            f"{cash(figures['possible_tax'])}, to the nearest cent."
        )
    return steps


def _notes(inputs: Inputs, figures: Mapping[str, Any]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    notes = [
        Note(
            "warning",
            "Do not pay before you hold a letter signed by the lender. It should name the amount, "
            "say that nothing more is owed, and promise to release the lien, the lender’s claim on "
            "your home. For a HELOC it should also close the line. Keep the letter for good. If "
            "nothing was paid or heard for years, see a lawyer before you pay, promise or write.",
        )
    ]
    if inputs.total_debts is not None and inputs.total_debts < inputs.payoff:
        notes.append(
            Note(
                "warning",
                f"All your debts, {MONEY.pretty(inputs.total_debts)}, are less than this one. "
                "Count it in, and the first mortgage too.",
            )
        )
    if not figures["cancelled_debt"]:
        notes.append(Note("info", "Nothing is canceled here, so no canceled debt can be income."))
        return notes
    return notes + [Note("info", text) for text in _tax_rules(figures["cancelled_debt"])]


def _tax_rules(cancelled: Decimal) -> list[str]:
    """What the rules say about canceled debt, and who can say what they mean for the reader."""
    rules = []
    if _is_reported(cancelled):
        rules.append(
            "A lender must usually report a canceled debt of "
            f"{fact('cancellation_report_dollars').text} or more to the IRS on Form 1099-C. "
            "The form does not prove that you owe tax, nor that the lien is gone."
        )
    return [
        *rules,
        "Canceled debt can count as income. You are insolvent when you owe more than everything "
        "you own is worth, just before the debt is canceled. Canceled debt is left out of federal "
        f"income {fact('insolvency_exclusion').text}. People claim that on IRS Form 982, and it "
        "can lower other tax benefits later.",
        f"For that, the IRS worksheet counts {fact('insolvency_what_counts').text}: retirement "
        "savings, both mortgages and this debt too. An asset left out makes the tax look too low.",
        f"Debt that a bankruptcy court cancels is {fact('bankruptcy_tax_exclusion').text}.",
        "The break for debt that bought, built or improved a main home ended for debt canceled "
        f"after {fact('home_debt_exclusion_ended').text}, unless a written deal was made by then. "
        "Many articles still name it.",
        "These figures are for planning. They are not your tax bill, and they leave out state tax. "
        "Ask a tax preparer before you sign. IRS Publication 4681 has the worksheet.",
    ]


NO_BALANCE_SHEET = "For this, fill in both everything you own and everything you owe."

CALCULATOR = Calculator(
    slug="settlement",
    title="Settlement calculator",
    question="How much debt would a settlement cancel, and could that count as income?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure("cancelled_debt", "Debt that would be canceled", MONEY, main=True),
        Figure(
            "insolvency_amount",
            "How far you are insolvent",
            MONEY,
            meaning="What you owe beyond all that you own, just before the debt is canceled.",
            if_none=NO_BALANCE_SHEET,
        ),
        Figure(
            "possibly_taxable",
            "May count as income",
            MONEY,
            main=True,
            meaning="The canceled debt beyond what you are insolvent by.",
            if_none=NO_BALANCE_SHEET,
        ),
        Figure(
            "possible_tax",
            "Possible federal tax on it",
            MONEY,
            meaning="Not your tax bill: a figure to plan with.",
            if_none="For this, fill in what you own, what you owe and a tax rate.",
        ),
    ),
    what_if=WhatIf(
        ("cancelled_debt", "possibly_taxable"), (percent("offer", "What you would pay"),)
    ),
)
