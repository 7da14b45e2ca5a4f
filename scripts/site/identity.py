"""What pages say of whose copy this is, from calculators/identity/identity.toml."""

from calculators.identity import IDENTITY, Identity
from calculators.states import STATES, State


def identity_fragments(ours: Identity = IDENTITY) -> dict[str, str]:
    """Markdown for the pages that tell readers whom to write to, and who has read the facts."""
    return {"identity/report.md": _report(ours), "identity/reviewers.md": _reviewers(ours)}


def _report(ours: Identity) -> str:
    if not (ours.contact or ours.code):
        return (
            "**Where to send it:** this copy does not name an address of its own yet. Open an "
            "issue in the place where its code is kept."
        )
    issues = f"[where the code of this copy is kept]({ours.code})"
    if not ours.contact:
        return f"**Where to send it:** open an issue {issues}."
    begins = f"**Where to send it:** [{ours.contact}]({ours.contact_link})"
    return f"{begins}, or open an issue {issues}." if ours.code else f"{begins}."


def _reviewers(ours: Identity) -> str:
    if not ours.reviewers:
        return "**Who reads the facts of this copy:** it names nobody yet."
    return f"**Who reads the facts of this copy:** {ours.reviewers}."


def own_state(ours: Identity = IDENTITY) -> State | None:
    """The state that this copy serves; None for the whole country."""
    if not ours.state:
        return None
    for state in STATES:
        if state.code == ours.state:
            return state
    raise SystemExit(f"identity.toml: state: there is no state called {ours.state}")
