"""Works every row of the three case tables again, by each method that can, and prints where they disagree.

python tests/oracles/recheck.py        (needs numpy-financial, scipy and LibreOffice Calc; about a minute)
"""

import tempfile
import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path

import libraries
import simulation
import spreadsheet

# The sheets and the closed forms know neither a statement's payment, nor falling ones, nor arrears.
ONLY_SIMULATED = {"monthly_payment", "repayment_kind", "arrears"}
CASES = Path(__file__).parent.parent / "cases"


def load(slug):
    return tomllib.loads((CASES / f"{slug}.toml").read_text())["case"]


def as_text(value, like):
    """A spreadsheet's number written the way the row writes it."""
    places = len(str(like).partition(".")[2])
    return value if value == "null" else libraries.rounded(float(value), places)


def by_spreadsheet(slug, rows):
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for n, row in rows:
            files.append(Path(folder) / f"{slug}{n}.fods")
            files[-1].write_text(spreadsheet.flat_xml(spreadsheet.BUILDERS[slug](row["given"])))
        answers = spreadsheet.recalculate(files)
    return {n: answers[f"{slug}{n}"] for n, _ in rows}


def by_libraries(slug, given):
    """Payments and the APR; empty where a closed form does not apply."""
    g = {k: simulation.number(v) for k, v in given.items() if v not in ("", "yes", "no")}
    if g["balance"] == 0:
        return {}
    if slug == "payment":
        months = int(g["months_left"] - g.get("interest_only_months", 0))
        return {
            "monthly_payment": libraries.rounded(
                libraries.pmt(float(g["balance"]), float(g["annual_rate"]), months)
            )
        }
    money = {k: float(v) for k, v in g.items()}
    both, finance = given.get("include_first") == "yes", given.get("finance_costs") == "yes"
    pays = [libraries.pmt(money["balance"], money["annual_rate"], int(g["months_left"]))]
    if both:
        pays.append(
            libraries.pmt(
                money["first_balance"], money["first_annual_rate"], int(g["first_months_left"])
            )
        )
    share, costs = money.get("points_percent", 0) / 100, money.get("closing_costs", 0)
    payoff = money["balance"] + (money["first_balance"] if both else 0)
    loan = float(libraries.rounded((payoff + costs) / (1 - share))) if finance else payoff
    new_pay = libraries.rounded(libraries.pmt(loan, money["new_annual_rate"], int(g["new_months"])))
    now = sum(float(libraries.rounded(p)) for p in pays)
    streams = libraries.loan_streams(loan, money["new_annual_rate"], int(g["new_months"]))
    financed = loan - costs - float(libraries.rounded(loan * share))
    return {
        "current_payment": libraries.rounded(now),
        "new_loan_amount": libraries.rounded(loan),
        "new_payment": new_pay,
        "monthly_savings": libraries.rounded(now - float(new_pay)),
        "apr": libraries.rounded(libraries.apr_by_root(financed, streams), 3),
    }


def has_sheet(given):
    """Can every method work this row?"""
    return not ONLY_SIMULATED & given.keys()


def differences(expected, found):
    """{figure: (table, found)} for the figures that this method gives."""
    return {k: (v, found[k]) for k, v in expected.items() if k in found and str(found[k]) != str(v)}


def check_table(slug):
    rows = load(slug)
    worked = [(n, r) for n, r in enumerate(rows) if "refused" not in r]
    sheets = by_spreadsheet(slug, [(n, r) for n, r in worked if has_sheet(r["given"])])
    used, wrong = Counter(), 0
    for n, row in worked:
        expected = row.get("expect", {}) | row.get("expect_rounded", {})
        methods = {
            "simulation": getattr(simulation, slug)(row["given"]),
            "spreadsheet": sheets.get(n, {}),
            "libraries": by_libraries(slug, row["given"]) if has_sheet(row["given"]) else {},
        }
        if unknown := expected.keys() - methods["simulation"].keys():
            wrong += 1
            print(f"  UNKNOWN figure in {slug}: {row['name']}: {unknown}")
        for method, found in methods.items():
            found = {k: as_text(str(v), expected[k]) for k, v in found.items() if k in expected}
            used[method] += bool(found)
            if bad := differences(expected, found):
                wrong += 1
                print(f"  DISAGREES {slug}: {row['name']}: {method}: (table, found) {bad}")
    report(slug, rows, used, wrong)


def check_apr():
    rows, used, wrong = load("apr"), Counter(), 0
    for row in rows:
        streams = [(count, float(amount)) for count, amount in row["payments"]]
        exact = [(count, Fraction(amount)) for count, amount in row["payments"]]
        w, t = row.get("periods_per_year", 12), row.get("whole_periods_to_first", 1)
        f, financed = Fraction(row.get("odd_fraction", "0")), row["amount_financed"]
        expected = row.get("expect") or row["expect_rounded"]
        found = {
            "simulation": simulation.apr(Fraction(financed), exact, w, t, f),
            "scipy root": libraries.apr_by_root(float(financed), streams, w, t, f),
        }
        if (t, f) == (1, 0):
            found["numpy-financial IRR"] = libraries.apr_by_irr(float(financed), streams, w)
        for method, value in found.items():
            used[method] += 1
            if as_text(str(value), expected) != expected:
                wrong += 1
                print(f"  DISAGREES apr: {row['name']}: {method}: table {expected}, found {value}")
    report("apr", rows, used, wrong)


def check_committed_sheets():
    answers = spreadsheet.recalculate(
        [spreadsheet.HERE / f"{stem}.fods" for stem in spreadsheet.SHEETS]
    )
    for stem, (slug, given) in spreadsheet.SHEETS.items():
        row = next(r for r in load(slug) if r.get("given") == given)
        found = {k: as_text(answers[stem][k], v) for k, v in row["expect"].items()}
        print(
            f"{stem}.fods:",
            differences(row["expect"], found) or f"all {len(found)} figures as in the table",
        )


def report(slug, rows, used, wrong):
    origins = Counter(r["origin"] for r in rows)
    print(f"{slug}.toml: {len(rows)} rows, disagreements: {wrong}; rows worked by", dict(used))
    print("   ", ", ".join(f"{o} {c} ({100 * c // len(rows)} %)" for o, c in origins.most_common()))


if __name__ == "__main__":
    check_table("payment")
    check_table("refinance")
    check_apr()
    check_committed_sheets()
