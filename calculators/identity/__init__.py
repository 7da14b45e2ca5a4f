"""Whose copy this is: its name, where it is, who is behind it.

identity.toml beside this file is what another group changes. The wheel carries it as Python
instead, as it does the facts.

record   what it holds
loader   reads it, strictly
table    this copy's own
"""

from calculators.identity.record import Identity
from calculators.identity.table import IDENTITY

__all__ = ["IDENTITY", "Identity"]
