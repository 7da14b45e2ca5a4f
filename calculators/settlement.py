"""A lender takes less than is owed: how much debt is canceled, and how much may count as income?

Rules: the contract's *settlement*. Insolvency is what was owed beyond everything owned just
before the debt is canceled; canceled debt is not income up to that amount. Without both totals
nothing is known about it: null, not zero and not the whole amount.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.core.answers import Answer, Calculator, Figure, WhatIf, percent
from calculators.core.forms import MONEY, Field, Money, Percent, refuse
from calculators.core.forms.household import Offer, Payoff
from calculators.core.loans import ZERO, exactly, share
from calculators.facts import fact
from calculators.settlement_words import NO_BALANCE_SHEET, NO_TAX, lead, notes, steps, too_much

TAX_FACTS = (
    "insolvency_exclusion",
    "insolvency_what_counts",
    "bankruptcy_tax_exclusion",
    "home_debt_exclusion_ended",
)
REPORTED_FROM = fact("cancellation_report_dollars")


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
        raise refuse("offer", too_much(inputs.payoff))
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
    is_reported = cancelled >= REPORTED_FROM.number
    facts = TAX_FACTS if cancelled else ()
    if is_reported:
        facts = (*facts, REPORTED_FROM.id)
    return Answer(
        figures=figures,
        tables={},
        steps=steps(
            payoff=inputs.payoff,
            offer=inputs.offer,
            owned=inputs.total_assets,
            owed=inputs.total_debts,
            tax_rate=inputs.tax_rate,
            figures=figures,
        ),
        notes=notes(
            payoff=inputs.payoff,
            cancelled=cancelled,
            owed=inputs.total_debts,
            is_reported=is_reported,
        ),
        facts=facts,
        lead=lead(inputs.payoff, inputs.offer, inputs.total_debts, figures),
    )


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
            if_none=NO_TAX,
        ),
    ),
    what_if=WhatIf(
        ("cancelled_debt", "possibly_taxable"), (percent("offer", "What you would pay"),)
    ),
)
