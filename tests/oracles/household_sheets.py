"""The same five tables as LibreOffice flat spreadsheets: one line a case, the answers are live formulas.

The arithmetic is the spreadsheet's own (ROUND, MIN, MAX, ROUNDUP); this file lays out the cells and reads them back.

    python tests/oracles/household_sheets.py write     the committed .fods again, from tests/cases
    python tests/oracles/household_sheets.py           recalculate the .fods and hold them against the tables
Needs LibreOffice Calc (Debian: libreoffice-calc-nogui).
"""

import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from household import DEFAULTS, PAY_DAYS  # no arithmetic
from table import check, rows

HERE = Path(__file__).parent
REQUIRED = {
    "equity": ["home_value", "first_payoff", "payoff"],
    "sale": ["sale_price", "first_payoff"],
    "room_rental": ["monthly_rent", "monthly_payment"],
    "budget": ["take_home_income", "monthly_payment"],
    "settlement": ["payoff", "offer"],
}
FORMULAS = {  # a name stands for the cell of the same line; a figure may use the figures before it
    "equity": {
        "equity": "=home_value-senior_liens-first_payoff-payoff-junior_liens",
        "first_ltv_percent": "=ROUND(first_payoff/home_value*100;2)",
        "combined_ltv_percent": "=ROUND((senior_liens+first_payoff+payoff+junior_liens)/home_value*100;2)",
        "net_after_sale": "=equity-ROUND(home_value*selling_cost_percent/100;2)",
        "second_lender_receives":
            "=MAX(0;MIN(payoff;home_value-ROUND(home_value*selling_cost_percent/100;2)-senior_liens-first_payoff))",
        "wholly_unsecured": '=IF(home_value<=first_payoff+senior_liens;"true";"false")',
        "dollars_from_line": "=home_value-first_payoff-senior_liens",
        "close_call": '=IF(ROUND(ABS(dollars_from_line);2)<=ROUND(home_value*10%;4);"true";"false")',
    },
    "sale": {
        "selling_costs": "=ROUND(sale_price*commission_percent/100;2)+other_costs",
        "total_payoff": "=first_payoff+senior_liens+payoff+junior_liens",
        "net_proceeds": "=sale_price-selling_costs-total_payoff",
        "shortfall": "=MAX(0;-net_proceeds)",
        "break_even_price": '=IF(commission_percent=100;"null";'
            "ROUND((total_payoff+other_costs)/(1-commission_percent/100);2))",
    },
    "room_rental": {
        "net_monthly_income": "=monthly_rent-ROUND(monthly_rent*vacancy_percent/100;2)-monthly_costs",
        "share_of_payment_percent": "=ROUND(net_monthly_income/monthly_payment*100;2)",
        "months_to_recover_setup":
            '=IF(setup_cost=0;0;IF(net_monthly_income<=0;"null";ROUNDUP(ROUND(setup_cost/net_monthly_income;6);0)))',
    },
    "budget": {
        "total_income": "=take_home_income+other_income",
        "total_spending": "=first_monthly_payment+monthly_payment+taxes_insurance+food+utilities+transport+health"
                          "+children+other_debts+other_spending",
        "left_over": "=total_income-total_spending",
        "affordable_second_payment": "=MAX(0;left_over+monthly_payment)",
        "housing_ratio_percent": '=IF(N(gross_income)=0;"null";'
            "ROUND((first_monthly_payment+monthly_payment+taxes_insurance)/gross_income*100;2))",
        "debt_to_income_percent": '=IF(N(gross_income)=0;"null";'
            "ROUND((first_monthly_payment+monthly_payment+taxes_insurance+other_debts)/gross_income*100;2))",
    },
    "settlement": {
        "cancelled_debt": "=payoff-offer",
        "insolvency_amount": '=IF(OR(total_assets="";total_debts="");"null";MAX(0;total_debts-total_assets))',
        "possibly_taxable": '=IF(insolvency_amount="null";"null";MAX(0;cancelled_debt-insolvency_amount))',
        "possible_tax": '=IF(OR(possibly_taxable="null";tax_rate="");"null";ROUND(possibly_taxable*tax_rate/100;2))',
    },
}  # fmt: skip


def entered(text):
    """What a counselor would type into the cell: a plain number, or =ROUND(450*52/12;2) for pay by the week."""
    amount, period = re.fullmatch(
        r"\s*([^a-z]*?)\s*(|" + "|".join(PAY_DAYS) + r")\s*", text
    ).groups()
    amount = amount.strip(" $%").replace(",", "")
    return f"=ROUND({amount}*{PAY_DAYS[period]}/12;2)" if period else f"={amount}" if amount else ""


def column(n):
    return (chr(64 + n // 26) if n >= 26 else "") + chr(65 + n % 26)


def cell(content):
    if content.startswith("="):
        formula = re.sub(r"\b([A-Z]{1,2}\d+)\b", r"[.\1]", content)
        return f"<table:table-cell table:formula={quoteattr('of:' + formula)}/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(content)}</text:p></table:table-cell>' \
        if content else "<table:table-cell/>"  # fmt: skip


def write(slug):
    fields, formulas = [*REQUIRED[slug], *DEFAULTS[slug]], FORMULAS[slug]
    names = ["case", *fields, *formulas]
    at = {name: column(n) for n, name in enumerate(names)}
    lines = [[cell(name) for name in names]]
    for r, row in enumerate((row for row in rows(slug) if "refused" not in row), 2):
        answers = DEFAULTS[slug] | row["given"]
        here = {k: re.sub(r'"[^"]*"|[a-z_]+', lambda m, r=r: m[0] if m[0][0] == '"' else f"{at[m[0]]}{r}", f)
                for k, f in formulas.items()}  # fmt: skip
        lines.append(
            [
                cell(row["name"]),
                *(cell(entered(answers[f])) for f in fields),
                *(cell(here[k]) for k in formulas),
            ]
        )
    table = "\n".join("<table:table-row>" + "".join(line) + "</table:table-row>" for line in lines)
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "table", "text")
    )
    (HERE / f"{slug}.fods").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces}'
        ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
        ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">\n'
        f'<office:body><office:spreadsheet><table:table table:name="{slug}">\n{table}\n'
        "</table:table></office:spreadsheet></office:body></office:document>\n"
    )


def recalculated(slug):
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "csv",
                        "--outdir", out, str(HERE / f"{slug}.fods")], check=True, capture_output=True)  # fmt: skip
        return {line["case"]: line for line in csv.DictReader((Path(out) / f"{slug}.csv").open())}


def as_figure(text, key):
    if text in ("null", "true", "false"):
        return {"null": "null", "true": True, "false": False}[text]
    return int(text) if key.startswith("months") else f"{float(text):.2f}".replace("-0.00", "0.00")


def main():
    differ = 0
    for slug, formulas in FORMULAS.items():
        if sys.argv[1:] == ["write"]:
            write(slug)
            continue
        lines = iter(recalculated(slug).values())

        def answer(_given, lines=lines, formulas=formulas):
            line = next(lines)
            return {key: as_figure(line[key], key) for key in formulas}

        differ += check(slug, answer)
    return differ


if __name__ == "__main__":
    sys.exit(main() > 0)
