"""What is said over the papers, and about them."""

PLAN = "Your plan"
MOST = "The most you can pay each month"
SHEETS = {
    "log": "Your log of calls and promises",
    "summary": "A summary on one page",
    "action-plan": "An action plan for a counselor",
    "offers": "Two offers side by side",
}
HELD = "Left blank: it waits until a lawyer has looked."
HELD_ANSWER = "It would say what you owe: it waits until a lawyer has looked."


def look_again(label: str, message: str) -> str:
    """Why a paper cannot be made yet."""
    return f"{label}: {message}" if label else message
