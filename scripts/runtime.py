"""Makes docs/assets/runtime: Pyodide, a cut-down compiled standard library, and our wheel.

Nobody keeps a list of modules: what Pyodide loads when it boots and answers is observed in Node,
and what `calculators` could ever import is found by reading its source.
"""

import ast
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
PYODIDE = ROOT / "node_modules" / "pyodide"
RUNTIME = ROOT / "docs" / "assets" / "runtime"
MANIFEST = RUNTIME / "runtime.json"
STAMP = BUILD / "runtime.stamp"
CORE_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")


def main() -> None:
    refuse_other_python()
    made_from = fingerprint()
    if STAMP.exists() and STAMP.read_text() == made_from and MANIFEST.exists():
        return
    print("Building the Python runtime for the browser (about 10 seconds) ...", flush=True)
    work = BUILD / "runtime"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    wheel = py_compile(make_wheel(work), "calculators wheel")
    stdlib = py_compile(cut_stdlib(work, wheel), "standard library")
    publish(wheel, stdlib)
    STAMP.write_text(made_from)


def refuse_other_python() -> None:
    """Bytecode only runs on the minor version that wrote it."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    wanted = lock["info"]["python"].rsplit(".", 1)[0]
    have = f"{sys.version_info.major}.{sys.version_info.minor}"
    if have != wanted:
        sys.exit(f"This build runs on Python {have}, but Pyodide is Python {wanted}. Use {wanted}.")


def fingerprint() -> str:
    """Changes when anything that goes into the runtime does."""
    paths = [
        ROOT / "pyproject.toml",
        ROOT / "package-lock.json",
        *sorted((ROOT / "scripts").glob("runtime*")),
        *(path for path in sorted((ROOT / "calculators").rglob("*")) if path.suffix != ".pyc"),
    ]
    digest = hashlib.sha256(sys.version.encode())
    for path in paths:
        if path.is_file():
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def make_wheel(work: Path) -> Path:
    """The wheel, with the facts and the letters as Python modules: the browser parses no TOML."""
    from calculators.facts import FACTS
    from calculators.letters import LETTERS

    stage = work / "stage"
    ignored = shutil.ignore_patterns("__pycache__", "*.toml", "loader.py")
    shutil.copytree(ROOT / "calculators", stage / "calculators", ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, stage)
    package = stage / "calculators"
    needs = "import datetime\nfrom decimal import Decimal\n"
    needs += "from calculators.facts.fact import Fact, Period\n"
    write_table(package / "facts" / "table.py", needs, "FACTS", FACTS)
    needs = "from calculators.letters.letter import Due, Letter\n"
    write_table(package / "letters" / "table.py", needs, "LETTERS", LETTERS)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", work, stage)
    return next(work.glob("*.whl"))


def write_table(path: Path, needs: str, name: str, table: Mapping[str, object]) -> None:
    """A module that holds a table as Python."""
    rows = "".join(f"    {key!r}: {row!r},\n" for key, row in table.items())
    path.write_text(
        f'"""Written by scripts/runtime.py from {path.parent.name}/*.toml."""\n'
        f"{needs}\n{name} = {{\n{rows}}}\n",
        encoding="utf-8",
    )


def cut_stdlib(work: Path, wheel: Path) -> Path:
    """Only the modules that boot, our calculators and their error paths can load."""
    whole = zipfile.ZipFile(PYODIDE / "python_stdlib.zip")
    sources = {module_name(name): name for name in whole.namelist() if name.endswith(".py")}
    needed = observed(wheel) | reachable(whole, sources)
    cut = work / "python_stdlib.zip"
    with zipfile.ZipFile(cut, "w") as archive:
        for module in sorted(needed & set(sources)):
            archive.writestr(sources[module], whole.read(sources[module]))
    return cut


def observed(wheel: Path) -> set[str]:
    """The modules that Pyodide has loaded after answering and failing in Node."""
    script = ROOT / "scripts" / "runtime-observe.mjs"
    node = Path(sys.executable).with_name("node")
    return set(json.loads(run(node, script, PYODIDE, wheel)))


def reachable(whole: zipfile.ZipFile, sources: dict[str, str]) -> set[str]:
    """What `calculators` imports anywhere, and what those modules import when they load."""
    queue = [
        name
        for path in (ROOT / "calculators").rglob("*.py")
        if path.name != "loader.py"
        for name in imports(ast.walk(ast.parse(path.read_text(encoding="utf-8"))), "")
    ]
    found: set[str] = set()
    while queue:
        name = queue.pop()
        if name in found or name not in sources:
            continue
        found.add(name)
        path = sources[name]
        package = name if path.endswith("__init__.py") else name.rpartition(".")[0]
        queue += imports(when_loaded(ast.parse(whole.read(path))), package)
        queue.append(name.rpartition(".")[0])
    return found


def when_loaded(node: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from when_loaded(child)


def imports(nodes: Iterator[ast.AST], package: str) -> Iterator[str]:
    """The absolute names of the modules that some statements import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".") if package else []
            base = parts[: len(parts) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            yield name
            yield from (f"{name}.{alias.name}" for alias in node.names)


def module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def py_compile(archive: Path, what: str) -> Path:
    """Compile an archive's modules to bytecode, stored flat so that the host can compress it."""
    print(f"  compiling the {what} ...", flush=True)
    tool = Path(sys.executable).with_name("pyodide")
    before = set(archive.parent.iterdir())
    # Level 2 leaves out docstrings, which nobody reads in the browser.
    command = (tool, "py-compile", "--silent", "--compression-level", "0", archive)
    run(*command, environment={"PYTHONOPTIMIZE": "2"})
    made = [path for path in set(archive.parent.iterdir()) - before if path.suffix == ".whl"]
    return made[0] if made else archive


def publish(wheel: Path, stdlib: Path) -> None:
    """Lay out docs/assets/runtime; runtime.json says what to fetch and how large it is."""
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir(parents=True)
    # A folder a version: a browser's cached script never meets another version's bytecode.
    version = json.loads((PYODIDE / "package.json").read_text())["version"]
    core = hashlib.sha256(b"".join((PYODIDE / name).read_bytes() for name in CORE_FILES))
    named = {"pyodide": f"pyodide-{version}-{core.hexdigest()[:12]}/"}
    (RUNTIME / named["pyodide"]).mkdir()
    for name in CORE_FILES:
        shutil.copyfile(PYODIDE / name, RUNTIME / named["pyodide"] / name)
    for key, path in (("stdlib", stdlib), ("wheel", wheel)):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        stem = path.name.split("-")[0].removesuffix(".zip")
        named[key] = f"{stem}-{digest}{path.suffix}"
        shutil.copyfile(path, RUNTIME / named[key])
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    # What the worker counts as it arrives, and compares with what was published.
    files = {path.relative_to(RUNTIME).as_posix(): expected(path) for path in files_in(RUNTIME)}
    manifest = {
        **named,
        "lock": {"info": lock["info"], "packages": {}},
        "files": files,
        "download": megabytes(sum(each["compressed"] for each in files.values())),
    }
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
        "compressed": len(gzip.compress(data)),
    }


def files_in(folder: Path) -> list[Path]:
    """Every file, in the same order on every machine."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def megabytes(size: int) -> str:
    """A number of bytes for people, in millions as hosts and phone plans count them."""
    return f"{size / 1_000_000:.1f} MB"


def run(*command: object, environment: dict[str, str] | None = None) -> str:
    """Run a tool and return what it printed; on failure show all of it and stop."""
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    main()
