"""Where large tables of CPython's own begin and end in the data of Pyodide's core.

The core says no names. But the modules of this very Python have the same tables, and say them, with
the length of each. A table is known when its bytes are found once.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec

# What reads them is seldom wanted: names of letters, and ways of writing of the East.
MODULES = ("unicodedata", *(f"_codecs_{place}" for place in ("cn", "hk", "jp", "kr", "tw")))
# Smaller ones are not worth a piece of their own.
LEAST = 1024


def tables_in(data: bytes, base: int) -> dict[str, tuple[int, int]]:
    """Where each is, and how long. `data` begin at `base`."""
    return {
        name: (base + data.index(table), len(table))
        for name, table in sorted(tables_here())
        if data.count(table) == 1
    }


def tables_here() -> list[tuple[str, bytes]]:
    """The name and the bytes of each. Stops where nobody can say them."""
    if not shutil.which("nm"):
        sys.exit("nm is missing, which lists the tables of a module: install binutils.")
    tables = []
    for module in MODULES:
        spec = find_spec(module)
        if not spec or not spec.has_location or not spec.origin:
            continue
        with open(spec.origin, "rb") as file:
            whole = file.read()
        listed = subprocess.run(["nm", "-S", spec.origin], capture_output=True, text=True)
        for line in listed.stdout.splitlines():
            match line.split():
                # What is only read lies in the file as it does in memory.
                case [place, length, "r", name] if int(length, 16) >= LEAST:
                    start = int(place, 16)
                    tables.append((name, whole[start : start + int(length, 16)]))
    if not tables:
        sys.exit("This Python names none of its tables: take one that is not stripped.")
    return tables
