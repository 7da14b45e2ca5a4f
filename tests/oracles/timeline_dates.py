"""Dates of tests/cases/timeline.toml, counted on Julian day numbers.

Fliegel and Van Flandern's integer formulas (Communications of the ACM, October 1968); no date library.
python3 timeline_dates.py          compare every row of the table with this count
python3 timeline_dates.py --print  also print what this count makes of each row
timeline_dates.sh is the second method (GNU date).
"""

import sys

from table import check, rows

FIGURES = (
    "live_contact_by",
    "written_notice_by",
    "first_filing_not_before",
    "apply_by_for_acknowledgment",
    "apply_by_for_full_review",
    "apply_by_for_appeal",
)


def to_day(iso):
    y, m, d = (int(part) for part in iso.split("-"))
    a = (14 - m) // 12
    y, m = y + 4800 - a, m + 12 * a - 3
    return d + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045


def to_iso(day):
    a = day + 32044
    b = (4 * a + 3) // 146097
    c = a - 146097 * b // 4
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return f"{100 * b + d - 4800 + m // 10:04}-{m + 3 - 12 * (m // 10):02}-{e - (153 * m + 2) // 5 + 1:02}"


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(day):
    return WEEKDAYS[day % 7]  # Julian day 0 was a Monday


def when(day, today):
    """What stands beside a date: its weekday, and what is left of the time to it."""
    if today is None:
        return weekday(day)
    days = "1 day" if abs(day - today) == 1 else f"{abs(day - today)} days"
    left = "Today" if day == today else f"{days} left" if day > today else f"Gone: {days} ago"
    return f"{weekday(day)}. {left}"


def timeline(given):
    """Not answered is not sure, and not sure counts as the fewest protections."""
    out = dict.fromkeys(FIGURES, "null")
    if given["loan_kind"] != "closed_end":  # 1024.31: "does not include open-end lines of credit"
        return out
    if given.get("main_home") != "yes":  # 1024.30(c)(2)
        return out
    due = to_day(given["oldest_unpaid_due_date"].strip())
    # 1024.41(f)(1)(iii); where somebody may be foreclosing the day stands, with a warning
    if given.get("another_lender_foreclosing") != "yes":
        out["first_filing_not_before"] = to_iso(
            due + 121
        )  # "more than 120 days delinquent"; small servicers too, (j)
    if given.get("small_servicer") != "no":  # 1024.30(b)(1)
        return out
    out["live_contact_by"] = to_iso(due + 36)  # 1024.39(a)
    out["written_notice_by"] = to_iso(due + 45)  # 1024.39(b)(1)
    if (
        given.get("already_reviewed") == "yes"
    ):  # 1024.41(i): not (f)(1), which no application starts
        return out
    if given.get("sale_date") and given.get("sale_by") == "second":
        sale = to_day(given["sale_date"].strip())
        out["apply_by_for_acknowledgment"] = to_iso(
            sale - 45
        )  # 1024.41(b)(2)(i): 45 days or more before
        out["apply_by_for_full_review"] = to_iso(
            sale - 38
        )  # 1024.41(c)(1), (g): more than 37 days before
        out["apply_by_for_appeal"] = to_iso(
            sale - 90
        )  # 1024.41(e)(1), (h)(1): 90 days or more before
    return out


def check_cells():
    """The days of a sentence, such as "Thursday. Today"; returns how many differ."""
    differ = 0
    for row in rows("timeline"):
        given = row["given"]
        days = (
            [to_day(day) for day in timeline(given).values() if day != "null"]
            if "expect" in row
            else []
        )
        if given.get("sale_date") and days:
            days.append(to_day(given["sale_date"].strip()))
        today = given.get("today") and to_day(given["today"])
        said = [when(day, today) for day in days]
        for cell in row.get("cells", ()) if "expect" in row else ():
            if cell.split(".")[0] in WEEKDAYS and cell not in said:
                differ += 1
                print(f"DIFFERS timeline: {row['name']}: {cell}: here {said}")
    return differ


if __name__ == "__main__":
    sys.exit(check("timeline", timeline, show="--print" in sys.argv) + check_cells() > 0)
