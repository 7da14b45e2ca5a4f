"""Makes build/runtime: Pyodide, a cut-down compiled standard library, and our wheel.

Pyodide's core goes without what only packages written in C could use (core.py), the standard
library without what nothing here can load (stdlib.py), and the wheel without the facts that only
guides print. Both are compiled by Pyodide's own Python (bytecode.py), so that a build repeats.
`scripts/bench` measures what a reader downloads.
"""

import hashlib
import json
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from scripts.runtime.core import REST, STEPS, pruned_core, split_core
from scripts.runtime.files import BUILD, NODE, PYODIDE, ROOT, files_in, megabytes, run
from scripts.runtime.packed import gzipped
from scripts.runtime.stdlib import HERE, cut_stdlib

RUNTIME = BUILD / "runtime"
MANIFEST = RUNTIME / "runtime.json"
STAMP = BUILD / "runtime.stamp"
# Pyodide's loader ends in .mjs; many hosts do not know that for a script.
CORE_FILES = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.js": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.wasm",
}
# What a wheel is made of besides the package.
PACKAGED = ("pyproject.toml", "LICENSE")


def main() -> None:
    refuse_other_python()
    made_from = fingerprint()
    if STAMP.exists() and STAMP.read_text() == made_from and MANIFEST.exists():
        return
    STAMP.unlink(missing_ok=True)
    work = BUILD / "runtime-work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    core = pruned_core()
    wheel = compiled(make_wheel(work), work / "made" / "second_mortgage_calculators.whl")
    plain = cut_stdlib(work, core, wheel)
    stdlib = compiled(plain, work / "made" / "python_stdlib.zip", "bare")
    core = split_core(core)
    publish(core, wheel, stdlib)
    if STEPS["memory"]:
        add_memory(core, wheel, stdlib, work / "made" / "memory.bin")
    STAMP.write_text(made_from)


def refuse_other_python() -> None:
    """The pages' own examples are worked out here: by the Python that readers will run."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    wanted = lock["info"]["python"].rsplit(".", 1)[0]
    have = f"{sys.version_info.major}.{sys.version_info.minor}"
    if have != wanted:
        sys.exit(f"This build runs on Python {have}, but Pyodide is Python {wanted}. Use {wanted}.")


def fingerprint() -> str:
    """Changes when anything that goes into the runtime does."""
    paths = [
        *(ROOT / name for name in (*PACKAGED, "package-lock.json", "requirements.txt")),
        *files_in(HERE),
        *files_in(ROOT / "calculators"),
    ]
    digest = hashlib.sha256(sys.version.encode())
    for path in paths:
        if path.suffix != ".pyc":
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def make_wheel(work: Path) -> Path:
    """The wheel, with facts, letters and the plan's flow as Python: the browser parses no TOML."""
    from calculators.facts import FACTS
    from calculators.identity import IDENTITY
    from calculators.letters import LETTERS
    from calculators.plan import FLOW

    stage = work / "stage"
    # The states are for pages alone.
    ignored = shutil.ignore_patterns(
        "__pycache__", "*.toml", "loader.py", "__main__.py", "states", "py.typed"
    )
    shutil.copytree(ROOT / "calculators", stage / "calculators", ignore=ignored)
    for name in PACKAGED:
        shutil.copy(ROOT / name, stage)
    package = stage / "calculators"
    needs = "import datetime\nfrom decimal import Decimal\n"
    needs += "from calculators.facts.fact import Fact, Period\n"
    named = words_of_calculators()
    facts = {name: known for name, known in FACTS.items() if name in named}
    write_table(package / "facts" / "table.py", needs, "FACTS", facts)
    needs = "from calculators.letters.checks import Check\n"
    needs += "from calculators.letters.letter import Due, Letter\n"
    write_table(package / "letters" / "table.py", needs, "LETTERS", LETTERS)
    needs = "from calculators.plan.flow import Ask, Card, Choice, Flow, Link, Question\n"
    write_value(package / "plan" / "table.py", needs, "FLOW", repr(FLOW))
    needs = "from calculators.identity.record import Identity\n"
    write_value(package / "identity" / "table.py", needs, "IDENTITY", repr(IDENTITY))
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", work, stage)
    return next(work.glob("*.whl"))


def words_of_calculators() -> set[str]:
    """Every word in calculators, letters and plan: among them each fact that one could ask for."""
    sources = [
        *(ROOT / "calculators").rglob("*.py"),
        *(ROOT / "calculators/letters").glob("*.toml"),
        *(ROOT / "calculators/plan").glob("*.toml"),
    ]
    return {word for path in sources for word in re.findall(r"\w+", path.read_text("utf-8"))}


def write_table(path: Path, needs: str, name: str, table: Mapping[str, object]) -> None:
    """A module that holds a table as Python."""
    rows = "".join(f"    {key!r}: {row!r},\n" for key, row in table.items())
    write_value(path, needs, name, f"{{\n{rows}}}")


def write_value(path: Path, needs: str, name: str, value: str) -> None:
    path.write_text(
        f'"""Written by scripts/runtime/make.py from {path.parent.name}/*.toml."""\n'
        f"{needs}\n{name} = {value}\n",
        encoding="utf-8",
    )


def compiled(archive: Path, target: Path, *options: str) -> Path:
    target.parent.mkdir(exist_ok=True)
    run(NODE, HERE / "compile.mjs", archive, target, *options)
    return target


def publish(core: Path, wheel: Path, stdlib: Path) -> None:
    """Lay out build/runtime; runtime.json says what to fetch and how large it is."""
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir()
    # A folder a version: a browser's cached script never meets another version's bytecode.
    version = json.loads((PYODIDE / "package.json").read_text())["version"]
    whole = b"".join(path.read_bytes() for path in files_in(core))
    named = {"pyodide": f"pyodide-{version}-{hashlib.sha256(whole).hexdigest()[:12]}/"}
    (RUNTIME / named["pyodide"]).mkdir()
    for name, shipped in CORE_FILES.items():
        shutil.copyfile(core / name, RUNTIME / named["pyodide"] / shipped)
    if (core / REST).exists():
        named["rest"] = named["pyodide"] + REST
        shutil.copyfile(core / REST, RUNTIME / named["rest"])
    for key, path in (("stdlib", stdlib), ("wheel", wheel)):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        named[key] = f"{path.stem}-{digest}{path.suffix}"
        shutil.copyfile(path, RUNTIME / named[key])
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    # What the worker compares with what was published; and what it counts, since it comes first.
    files = {path.relative_to(RUNTIME).as_posix(): expected(path) for path in files_in(RUNTIME)}
    first = [each for name, each in files.items() if name != named.get("rest")]
    manifest = {
        **named,
        "lock": {"info": lock["info"], "packages": {}},
        "files": files,
        "download": megabytes(sum(each["compressed"] for each in first)),
    }
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n")


def add_memory(core: Path, wheel: Path, stdlib: Path, made: Path) -> None:
    """Python's memory after a start, for later visits: no part of what a first one downloads."""
    shape = json.loads(run(NODE, HERE / "memory.mjs", core, stdlib, wheel, made))
    known = expected(made)
    name = f"{made.stem}-{known['sha256'][:12]}{made.suffix}"
    shutil.copyfile(made, RUNTIME / name)
    manifest = json.loads(MANIFEST.read_text())
    manifest["memory"] = {"name": name, **shape, **known}
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n")


class Expected(TypedDict):
    """How to know a file when it arrives, and how much it is as hosts compress it."""

    sha256: str
    bytes: int
    compressed: int


def expected(path: Path) -> Expected:
    data = path.read_bytes()
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "compressed": gzipped(data).stat().st_size,
    }


if __name__ == "__main__":
    main()
