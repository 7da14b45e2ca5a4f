"""The seven choices of tests/cases/compare.toml as a LibreOffice sheet, month by month, with live formulas.

compare.fods holds one household. Open it in LibreOffice Calc and change an input in column B: everything follows
(a later month to compare at, or more missed payments, need more rows: fill the last row down, or write it again).
The arithmetic is the spreadsheet's own (PMT, ROUND, ROUNDUP, MIN, SUMIF, INDEX); this file lays out the cells.

    python tests/oracles/compare_sheet.py write     compare.fods again, from the table's row HOUSEHOLD
    python tests/oracles/compare_sheet.py           recalculate compare.fods and one sheet like it for every row
Needs LibreOffice Calc (Debian: libreoffice-calc-nogui).
"""

import sys
import tempfile
from pathlib import Path

from compare_fractions import DEFAULTS  # no arithmetic
from spreadsheet import HERE, figures, flat_xml, inputs, level, loan_columns, recalculate
from table import check, rows

HOUSEHOLD = "Two payments and late fees behind, an offer in hand: a year ahead"
FIELDS = [
    "balance",
    "annual_rate",
    "months_left",
    "monthly_payment",
    "arrears",
    "missed_payments",
    "first_balance",
    "first_annual_rate",
    "first_months_left",
    "first_monthly_payment",
    "home_value",
    "new_annual_rate",
    "new_months",
    "closing_costs",
    "sale_cost_percent",
    "plan_months",
    "horizon_months",
]
TOP = 70  # the line that names the columns of the schedule


def sheet(given):
    given = {field: (given.get(field, "").strip() or DEFAULTS.get(field, "")) for field in FIELDS}
    cells = {}
    x = inputs(cells, given)
    months = int(given["missed_payments"]) + max(13, int(given["horizon_months"]))
    first_row, last_row = TOP + 1, TOP + months

    def column(letter, rows_of_it=(first_row, last_row)):
        return f"${letter}${rows_of_it[0]}:${letter}${rows_of_it[1]}"

    names = [
        "regular",
        "missed_interest",
        "past_due",
        "fees",
        "set_aside",
        "catch_up",
        "part",
        "own_first",
        "pays_first",
        "rest",
        "level_new",
        "level_both",
        "selling",
        "net",
    ]
    at = {name: f"$D${50 + n}" for n, name in enumerate(names)}
    behind, horizon = x["missed_payments"], x["horizon_months"]
    no_offer = f'OR({x["new_annual_rate"]}="";{x["new_months"]}="")'
    owed_with_past_due = f"({x['balance']}+{at['past_due']})"
    everything = f"({x['balance']}+{at['past_due']}+{x['first_balance']})"

    # Four loans, each from its first month on; the second's first months are the missed ones.
    cells[f"A{TOP}"] = "month"
    cells |= {f"A{TOP + m}": f"={m}" for m in range(1, months + 1)}
    none = ("0", "0", "0")
    own = (x["balance"], x["annual_rate"], x["months_left"], at["regular"], *none)
    loan_columns(cells, "B", "second", TOP, months, own)
    one = (
        x["first_balance"],
        x["first_annual_rate"],
        x["first_months_left"],
        at["pays_first"],
        *none,
    )
    loan_columns(cells, "G", "first", TOP, months, one)
    offer = (x["new_annual_rate"], x["new_months"])
    loan_columns(
        cells, "K", "new", TOP, months, (owed_with_past_due, *offer, at["level_new"], *none)
    )
    loan_columns(cells, "O", "both in one", TOP, months, (everything, *offer, at["level_both"], *none))  # fmt: skip

    # From today on: what each choice takes in a month.
    words = {"S": "second paid from today", "T": "second owed from today", "U": "plan: part", "V": "plan: left",
             "W": "deferral due", "X": "as it is", "Y": "new terms", "Z": "both in one"}  # fmt: skip
    cells |= {f"{letter}{TOP}": word for letter, word in words.items()}
    for r in range(first_row, last_row + 1):
        later = f"$A{r}+{behind}"
        beyond = f"{later}>{months}"
        left = at["catch_up"] if r == first_row else f"V{r - 1}"
        cells[f"S{r}"] = f"=IF({beyond};0;INDEX({column('D')};MIN({months};{later})))"
        cells[f"T{r}"] = f"=IF({beyond};0;INDEX({column('E')};MIN({months};{later})))"
        cells[f"U{r}"] = f"=MIN({at['part']};{left})"
        cells[f"V{r}"] = f"=ROUND({left}-U{r};2)"
        cells[f"W{r}"] = f"=IF(AND(S{r}>0;T{r}=0);{at['set_aside']};0)"
        cells[f"X{r}"] = f"=S{r}+I{r}+{at['rest']}"
        cells[f"Y{r}"] = f"=M{r}+I{r}+{at['rest']}"
        cells[f"Z{r}"] = f"=Q{r}+{at['rest']}"

    def option(name, applies, cash, payments, owed):
        """Seven formulas. `payments` are columns that add up; `owed` is an expression."""
        year = "+".join(column(c, (first_row, first_row + 11)) for c in payments)
        after = "+".join(f"{c}{first_row + 12}" for c in payments)
        paid = "+".join(f'SUMIF({column("A")};"<="&{horizon};{column(c)})' for c in payments)
        seven = {
            "cash_needed": f"ROUND({cash};2)",
            "payment_next_12": f"ROUND(SUMPRODUCT(MAX({year}));2)",
            "payment_after": f"ROUND({after};2)",
            "total_paid": f"ROUND({cash}+{paid};2)",
            "owed_at_horizon": f"ROUND({owed};2)",
            "equity_at_horizon": f"ROUND({x['home_value']}-({owed});2)",
            "keeps_home": '"true"',
        }
        return {f"{name}__{c}": f'=IF({applies};{f};"null")' for c, f in seven.items()}

    def then(letter):
        return f"INDEX({column(letter)};{horizon})"

    until_caught_up = f"{then('T')}+{then('J')}"
    end_to_come = f"INDEX({column('E')};MAX(1;{behind}))>0"
    shortfall = f"MAX(0;-{at['net']})"
    sell = dict.fromkeys(("payment_next_12", "payment_after", "owed_at_horizon"), "=0") | {
        "cash_needed": f"={shortfall}",
        "total_paid": f"={shortfall}",
        "equity_at_horizon": f"=MAX(0;{at['net']})",
        "keeps_home": '="false"',
    }
    formulas = {
        **option("as_is", "1=1", "0", "X", f"{until_caught_up}+{at['catch_up']}"),
        **option("repayment_plan", f"{at['catch_up']}>0", "0", "XU", f"{until_caught_up}+{then('V')}"),
        **option("deferral", f"AND({behind}>0;{end_to_come})", at["fees"], "XW",
                 f"{until_caught_up}+IF({then('T')}>0;{at['set_aside']};0)"),
        **option("modification", f"NOT({no_offer})", "0", "Y", f"{then('N')}+{then('J')}"),
        **option("refinance_second", f"NOT({no_offer})", x["closing_costs"], "Y", f"{then('N')}+{then('J')}"),
        **option("refinance_both", f"AND(NOT({no_offer});{x['first_balance']}>0)", x["closing_costs"], "Z", then("R")),
        **{f"sell__{key}": formula for key, formula in sell.items()},
        "regular": f'=IF({x["monthly_payment"]}="";{level(x["balance"], x["annual_rate"], x["months_left"])[1:]};'
            f"{x['monthly_payment']})",
        "missed_interest": f'=SUMIF({column("A")};"<="&{behind};{column("C")})',
        "past_due": f"=IF({x['arrears']}=0;{at['missed_interest']};{x['arrears']})",
        "fees": f"=ROUND(MAX(0;{at['past_due']}-{at['missed_interest']});2)",
        "set_aside": f'=SUMIF({column("A")};"<="&{behind};{column("D")})',
        "catch_up": f"=ROUND({at['set_aside']}+{at['fees']};2)",
        "part": f"=ROUNDUP(ROUND({at['catch_up']}/{x['plan_months']};7);2)",
        "own_first": f"=IF({x['first_balance']}=0;0;"
            f"{level(x['first_balance'], x['first_annual_rate'], x['first_months_left'])[1:]})",
        "pays_first": f'=IF({x["first_monthly_payment"]}="";{at["own_first"]};'
            f"MIN({x['first_monthly_payment']};{at['own_first']}))",
        "rest": f'=IF({x["first_monthly_payment"]}="";0;ROUND(MAX(0;{x["first_monthly_payment"]}-{at["own_first"]});2))',
        "level_new": f"=IF({no_offer};0;{level(owed_with_past_due, *offer)[1:]})",
        "level_both": f"=IF({no_offer};0;{level(everything, *offer)[1:]})",
        "selling": f"=ROUND({x['home_value']}*{x['sale_cost_percent']}/100;2)",
        "net": f"=ROUND({x['home_value']}-{at['selling']}-{everything};2)",
    }  # fmt: skip
    assert [*formulas][49:] == names
    figures(cells, formulas)
    return cells


def as_figure(text):
    if text in ("null", "true", "false"):
        return {"null": "null", "true": True, "false": False}[text]
    return f"{float(text):.2f}".replace("-0.00", "0.00")


def worked():
    """The rows that the sheet can work: it knows no arrears on the first."""
    return [row for row in rows("compare") if "refused" not in row and not {"first_missed_payments", "first_arrears"} & set(row["given"])
            and "interest-only" not in row["name"]]  # fmt: skip


def main():
    committed = HERE / "compare.fods"
    household = next(row for row in worked() if row["name"] == HOUSEHOLD)
    if sys.argv[1:] == ["write"]:
        committed.write_text(flat_xml(sheet(household["given"])))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        files = [committed]
        for n, row in enumerate(worked()):
            files.append(Path(folder) / f"row{n}.fods")
            files[-1].write_text(flat_xml(sheet(row["given"])))
        found = recalculate(files)
    answers = {
        str(row["given"]): {k: as_figure(v) for k, v in found[f"row{n}"].items() if "__" in k}
        for n, row in enumerate(worked())
    }
    same = found["compare"] == found[f"row{worked().index(household)}"]
    print("compare.fods is as the script writes it:", same)
    return check("compare", lambda given: answers.get(str(given), {}), partly=True) + (not same)


if __name__ == "__main__":
    sys.exit(main() > 0)
