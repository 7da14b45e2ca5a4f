"""Makes Pyodide's core as it is shipped, from what npm has installed, in two steps.

pruned_core   without what only packages written in C could use, and laid out for good
split_core    and in two parts: what starting and answering need, and the rest

Both are kept in build/ until Pyodide, a tool or the recipe changes. What is needed was observed
(scripts/browsers/needed.py) and is written down in needed.json: so the core that readers have stays
the same while only calculators change.
"""

import hashlib
import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

from scripts.runtime.files import BUILD, NODE, PYODIDE, ROOT, files_in, run

HERE = Path(__file__).parent
CORE = "pyodide.asm.wasm"
REST = "pyodide.asm.rest.wasm"
NEEDED = HERE / "needed.json"
# Which of the steps that only save time are made.
STEPS = tomllib.loads((HERE / "steps.toml").read_text(encoding="utf-8"))


def pruned_core() -> Path:
    """Pyodide's own files, pruned and laid out."""
    recipe = [ROOT / "package-lock.json"]
    recipe += [HERE / name for name in ("prune.mjs", "fold.mjs", "wasm.mjs", "rest.js")]
    return kept("pruned", recipe, lambda folder: run(NODE, HERE / "prune.mjs", PYODIDE, folder))


def is_observed(core: Path) -> bool:
    """Does needed.json speak of this very core?"""
    known: str = json.loads(NEEDED.read_text(encoding="utf-8"))["core"]
    return known == hashlib.sha256((core / CORE).read_bytes()).hexdigest()


def split_core(core: Path) -> Path:
    """The pruned core in two parts; whole where that is switched off, or nobody observed it."""
    if not STEPS["split"]:
        return core
    if not is_observed(core):
        print(f"      {NEEDED.name} is of another core, which stays whole: see scripts/lock")
        return core
    recipe = [*files_in(core), NEEDED, HERE / "split.mjs", HERE / "wasm.mjs"]
    split = HERE / "split.mjs"
    return kept("core", recipe, lambda folder: run(NODE, split, core, NEEDED, folder))


def kept(name: str, recipe: list[Path], make: Callable[[Path], object]) -> Path:
    """A folder that is made once for each recipe, and is there whole or not at all."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in recipe)).hexdigest()
    folder = BUILD / f"{name}-{digest[:12]}"
    if not folder.exists():
        unfinished = BUILD / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        make(unfinished)
        unfinished.rename(folder)
    return folder
