"""What the log says about days. Each sentence is whole."""

from datetime import date

SOMETHING = "What was agreed"
SAY_SOMETHING = "Write who it was with, what was said, or what happens next."
NOTHING_YET = "The log is empty. Add the first entry above, or print the blank sheet."


def left(day: date, today: date) -> str:
    """How far off a day is, or how long ago it went by."""
    days = (day - today).days
    if days == 0:
        return "Today."
    if days < 0:
        return "Gone by: yesterday." if days == -1 else f"Gone by: {-days} days ago."
    return "Tomorrow." if days == 1 else f"In {days} days."


def from_the_log(how: str, who: str, day: str) -> str:
    """Where a date of the plan comes from."""
    return f"From your log: {how}, {who}, {day}." if who else f"From your log: {how}, {day}."
