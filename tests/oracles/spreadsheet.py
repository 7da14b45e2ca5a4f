"""Writes a calculation as a LibreOffice flat spreadsheet with live formulas, and reads back what LibreOffice answers.

The arithmetic is the spreadsheet's own (PMT, ROUND, MIN, SUMIF, IRR); this file only lays the cells out.

    python tests/oracles/spreadsheet.py write      the committed .fods again, from SHEETS below
    python tests/oracles/spreadsheet.py            recalculate the committed .fods and print their figures
Needs LibreOffice Calc (Debian: libreoffice-calc-nogui).
"""

import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from simulation import (  # the two tables of default answers, no arithmetic
    PAYMENT_DEFAULTS,
    REFINANCE_DEFAULTS,
)

HERE = Path(__file__).parent
SHEETS = {
    "payment_extra": ("payment", {"balance": "12000", "annual_rate": "8.4", "months_left": "36",
                                  "extra_monthly": "50"}),
    "payment_interest_only_balloon": (
        "payment",
        {"balance": "9000", "annual_rate": "10.5", "months_left": "30", "interest_only_months": "6",
         "balloon_month": "18"},
    ),
    "refinance_second": (
        "refinance",
        {"balance": "18500", "annual_rate": "11.25", "months_left": "30", "new_annual_rate": "8.5", "new_months": "36",
         "closing_costs": "350", "points_percent": "0.5", "home_value": "240000", "first_balance": "151250.40",
         "months_in_home": "24"},
    ),
    "refinance_both_financed": (
        "refinance",
        {"balance": "14200", "annual_rate": "10.75", "months_left": "24", "include_first": "yes",
         "first_balance": "31750.55", "first_annual_rate": "4.125",
         "first_months_left": "30", "new_annual_rate": "6.875", "new_months": "42",
         "closing_costs": "1200", "points_percent": "1.5", "finance_costs": "yes", "home_value": "165000",
         "months_in_home": "26"},
    ),
}  # fmt: skip


def loan_columns(cells, first_column, name, top, months, args):
    """Four columns for one loan: opens with, interest, payment, owed after. `args` are the cells that describe it."""
    opens, interest, paid, after = (chr(ord(first_column) + k) for k in range(4))
    balance, rate, term, level, extra, interest_only, balloon = args
    for column, word in ((opens, "opens"), (interest, "interest"), (paid, "paid"), (after, "owed")):
        cells[f"{column}{top}"] = f"{name} {word}"
    for r in range(top + 1, top + 1 + months):
        cells[f"{opens}{r}"] = f"={balance}" if r == top + 1 else f"={after}{r - 1}"
        cells[f"{interest}{r}"] = f"=ROUND({opens}{r}*{rate}/1200;2)"
        cells[f"{paid}{r}"] = (
            f"=IF(OR($A{r}={term};$A{r}={balloon});{opens}{r}+{interest}{r};"
            f"MIN({opens}{r}+{interest}{r};IF($A{r}<={interest_only};{interest}{r};{level})+{extra}))"
        )
        cells[f"{after}{r}"] = f"=ROUND({opens}{r}+{interest}{r}-{paid}{r};2)"
    columns = {"opens": opens, "interest": interest, "paid": paid, "after": after}
    return {name: f"{c}{top + 1}:{c}{top + months}" for name, c in columns.items()}


def inputs(cells, given):
    for row, (field, text) in enumerate(given.items(), 1):
        cells[f"A{row}"] = field
        text = text.strip(" $%").replace(",", "")
        cells[f"B{row}"] = text if text in ("yes", "no", "") else f"={text}"
    return {field: f"$B${row}" for row, field in enumerate(given, 1)}


def level(balance, rate, months):
    return (
        f"=IF({rate}=0;ROUND({balance}/{months};2);ROUND(PMT({rate}/1200;{months};-{balance});2))"
    )


def figures(cells, formulas):
    for row, (key, formula) in enumerate(formulas.items(), 1):
        cells[f"C{row}"], cells[f"D{row}"] = key, formula
    return {key: f"$D${row}" for row, key in enumerate(formulas, 1)}


def payment_sheet(given):
    cells, months = {}, int(given["months_left"])
    given = PAYMENT_DEFAULTS | given
    x, top = inputs(cells, given), 12
    shape = (x["balance"], x["annual_rate"], x["months_left"], "$D$1")
    bent = (x["interest_only_months"], x["balloon_month"])
    cells[f"A{top}"] = "month"
    cells |= {f"A{top + m}": f"={m}" for m in range(1, months + 1)}
    a = loan_columns(cells, "B", "loan", top, months, (*shape, x["extra_monthly"], *bent))
    extra = given["extra_monthly"] != "0"
    b = loan_columns(cells, "F", "no extra", top, months, (*shape, "0", *bent)) if extra else a
    figures(cells, {
        "monthly_payment": level(x["balance"], x["annual_rate"], f"({x['months_left']}-{x['interest_only_months']})"),
        "number_of_payments": f'=COUNTIF({a["opens"]};">0")',
        "final_payment": f"=IF($D$2=0;0;INDEX({a['paid']};$D$2))",
        "total_paid": f"=SUM({a['paid']})",
        "total_interest": f"=SUM({a['interest']})",
        "interest_only_payment": f'=IF({x["interest_only_months"]}=0;"null";INDEX({a["interest"]};1))',
        "balloon_payment": f'=IF({x["balloon_month"]}=0;"null";INDEX({a["paid"]};{x["balloon_month"]}))',
        "interest_saved": f'=IF({x["extra_monthly"]}=0;"null";SUM({b["interest"]})-SUM({a["interest"]}))',
        "months_saved": f'=IF({x["extra_monthly"]}=0;"null";COUNTIF({b["opens"]};">0")-COUNTIF({a["opens"]};">0"))',
    })  # fmt: skip
    return cells


def refinance_sheet(given):
    cells, given = {}, REFINANCE_DEFAULTS | given
    both = given["include_first"] == "yes"
    terms = [int(given["months_left"]), int(given["new_months"])] + [
        int(given["first_months_left"])
    ] * both
    x, top, months = inputs(cells, given), 22, max(terms)
    first_row, last_row, home = top + 1, top + months, x["months_in_home"]
    cells[f"A{top}"] = "month"
    cells |= {f"A{top + m}": f"={m}" for m in range(1, months + 1)}
    month = f"$A${first_row}:$A${last_row}"
    # D1:D17 in this order; the schedule below refers to them
    names = [
        "current_payment", "new_loan_amount", "new_payment", "monthly_savings", "cash_needed", "break_even_month",
             "net_benefit", "total_interest_current", "total_interest_new", "apr", "combined_ltv_percent",
             "level_second", "level_first", "points", "payoff", "kept", "changed",
    ]  # fmt: skip
    at = {name: f"$D${n}" for n, name in enumerate(names, 1)}
    none = ("0", "0", "0")
    second = (x["balance"], x["annual_rate"], x["months_left"], at["level_second"], *none)
    old = loan_columns(cells, "B", "second", top, months, second)
    offered = (
        at["new_loan_amount"],
        x["new_annual_rate"],
        x["new_months"],
        at["new_payment"],
        *none,
    )
    new = loan_columns(cells, "F", "new", top, months, offered)
    current = [old]
    if both:
        first = (
            x["first_balance"],
            x["first_annual_rate"],
            x["first_months_left"],
            at["level_first"],
            *none,
        )
        current.append(loan_columns(cells, "J", "first", top, months, first))
    cells[f"N{top}"], cells[f"O{top}"] = "saved so far", "covers the cash"
    cells[f"P{top}"] = (
        "=" + f"{at['new_loan_amount']}-{x['closing_costs']}-{at['points']}"
    )  # then what is paid back
    for r in range(first_row, last_row + 1):
        now = f"D{r}+L{r}" if both else f"D{r}"
        cells[f"N{r}"] = f"=ROUND({f'N{r - 1}+' if r > first_row else ''}{now}-H{r};2)"
        cells[f"O{r}"] = f'=IF(AND(N{r}>={at["cash_needed"]};N{r}>0);A{r};"")'
        cells[f"P{r}"] = f"=-H{r}"

    def until_home(loan):
        return (f'SUMIF({month};"<="&{home};{loan["paid"]})'
                f"+IF({home}>{months};0;INDEX({loan['after']};MIN({home};{months})))")  # fmt: skip

    saved = f"O{first_row}:O{last_row}"
    loan, first, home_value = at["new_loan_amount"], x["first_balance"], x["home_value"]
    liens = f"ROUND(100*{loan}/{home_value};2)"
    if not both:
        liens = f'IF({first}="";"null";ROUND(100*({loan}+{first})/{home_value};2))'
    financed = f"ROUND(({at['payoff']}+{x['closing_costs']})/(1-{x['points_percent']}/100);2)"
    at_once = f"AND({at['cash_needed']}=0;ROUND({at['monthly_savings']};2)>0)"
    formulas = {
        "current_payment": f"={at['level_second']}+{at['level_first']}",
        "new_loan_amount": f'=IF({x["finance_costs"]}="yes";{financed};{at["payoff"]})',
        "new_payment": level(at["new_loan_amount"], x["new_annual_rate"], x["new_months"]),
        "monthly_savings": f"={at['current_payment']}-{at['new_payment']}",
        "cash_needed": f'=IF({x["finance_costs"]}="yes";0;{x["closing_costs"]}+{at["points"]})',
        "break_even_month": f'=IF({at_once};0;IF(COUNT({saved})=0;"null";MIN({saved})))',
        "net_benefit": f"={at['kept']}-{at['changed']}",
        "total_interest_current": "=" + "+".join(f"SUM({loan['interest']})" for loan in current),
        "total_interest_new": f"=SUM({new['interest']})",
        "apr": f"=ROUND(1200*IRR(P{top}:P{last_row};0.005);3)",
        "combined_ltv_percent": f'=IF({x["home_value"]}="";"null";{liens})',
        "level_second": level(x["balance"], x["annual_rate"], x["months_left"]),
        "level_first": level(x["first_balance"], x["first_annual_rate"], x["first_months_left"])
        if both
        else "=0",
        "points": f"=ROUND({at['new_loan_amount']}*{x['points_percent']}/100;2)",
        "payoff": f"={x['balance']}" + f"+{x['first_balance']}" * both,
        "kept": "=" + "+".join(until_home(loan) for loan in current),
        "changed": f"={at['cash_needed']}+" + until_home(new),
    }
    figures(cells, {name: formulas[name] for name in names})
    return cells


def flat_xml(cells):
    def place(ref):
        letters = ref.rstrip("0123456789")
        return int(ref[len(letters) :]), ord(letters) - ord("A")

    grid = {place(ref): text for ref, text in cells.items()}
    lines = []
    for row in range(1, max(r for r, _ in grid) + 1):
        line = ""
        for column in range(max((c for r, c in grid if r == row), default=-1) + 1):
            text = grid.get((row, column), "")
            if text.startswith("="):
                line += f"<table:table-cell table:formula={quoteattr('of:' + dotted(text))}/>"
            elif text:
                line += f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            else:
                line += "<table:table-cell/>"
        lines.append(f"<table:table-row>{line or '<table:table-cell/>'}</table:table-row>")
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:document xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0" xmlns:text="{space}text:1.0"'
        f' xmlns:of="{space}of:1.2" office:version="1.2"'
        ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet">\n'
        '<office:body><office:spreadsheet><table:table table:name="sheet">\n'
        + "\n".join(lines)
        + "\n</table:table></office:spreadsheet></office:body></office:document>\n"
    )


def dotted(formula):
    """B2 -> [.B2] and B2:B9 -> [.B2:.B9], as OpenFormula writes references."""
    cell = r"\$?[A-Z]\$?\d+"
    return re.sub(rf"({cell})(?::({cell}))?(?![\d(])",
                  lambda m: f"[.{m[1]}:.{m[2]}]" if m[2] else f"[.{m[1]}]", formula)  # fmt: skip


def recalculate(files):
    """{stem: {figure: text as LibreOffice shows it}}, by way of CSV."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv",
             "--outdir", folder, *map(str, files)], check=True, capture_output=True)  # fmt: skip
        answers = {}
        for file in files:
            rows = list(csv.reader((Path(folder) / f"{file.stem}.csv").open()))
            answers[file.stem] = {row[2]: row[3] for row in rows[: rows_of_figures(rows)] if row[2]}
        return answers


def rows_of_figures(rows):
    return next(n for n, row in enumerate(rows) if row[0] == "month")


BUILDERS = {"payment": payment_sheet, "refinance": refinance_sheet}

if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        for stem, (kind, given) in SHEETS.items():
            (HERE / f"{stem}.fods").write_text(flat_xml(BUILDERS[kind](given)))
    for stem, answer in recalculate([HERE / f"{stem}.fods" for stem in SHEETS]).items():
        print(stem, *(f"  {k} = {v}" for k, v in answer.items()), sep="\n")
