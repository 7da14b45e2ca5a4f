"""Whom to ask in each state, and what we read of its law, as data with the facts' own rules.

Only pages of the site show it: no calculator asks for it, and the wheel goes without.

state     one state and the offices in it
loader    reads offices.toml, strictly
table     all of them
"""

from calculators.states.state import Office, State
from calculators.states.table import STATES

__all__ = ["STATES", "Office", "State"]
