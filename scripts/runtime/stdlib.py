"""Cuts Python's standard library down to what boot, our calculators and their errors can load.

Nobody keeps a list of modules: what Pyodide loads when it boots and answers is observed in Node,
and what `calculators` could ever import is found by reading its source. A few modules that
Pyodide loads and nothing uses are replaced by the files of left_out.
"""

import ast
import base64
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from scripts.runtime.files import NODE, PYODIDE, ROOT, add, run

HERE = Path(__file__).parent
LEFT_OUT = HERE / "left_out"


class Observed(TypedDict):
    """What observe.mjs prints: modules loaded from the archive, those within Python, and
    what dataclasses compiled by the md5 of its text (marshalled, in base64)."""

    loaded: list[str]
    frozen: list[str]
    compiled: str


def cut_stdlib(work: Path, core: Path, wheel: Path) -> Path:
    """The archive of the modules' sources, `python_stdlib.zip`."""
    whole = zipfile.ZipFile(PYODIDE / "python_stdlib.zip")
    texts = {name: whole.read(name) for name in whole.namelist() if name.endswith(".py")}
    for path in LEFT_OUT.rglob("*.py"):
        texts[path.relative_to(LEFT_OUT).as_posix()] = path.read_bytes()
    seen = observe(core, archive_of(work / "everything.zip", texts), wheel)
    needed = {*seen["loaded"], *reachable(texts)} - {*seen["frozen"]}
    wanted = {name: text for name, text in texts.items() if module_name(name) in needed}
    wanted["ready_made.py"] = ready_made(seen["compiled"])
    return archive_of(work / "python_stdlib.zip", wanted)


def ready_made(compiled: str) -> bytes:
    """A module that hands over what dataclasses would compile again at each start.

    That is most of what importing our package costs a browser. A text that is not known, or that
    another release writes in another way, is compiled as ever.
    """
    return f"""import builtins, dataclasses, marshal
from _md5 import md5
CODES = marshal.loads({base64.b64decode(compiled)!r})
def execute(text, names, made):
    builtins.exec(CODES.get(md5(text.encode()).digest(), text), names, made)
dataclasses.exec = execute
""".encode()


def archive_of(path: Path, texts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name in sorted(texts):
            add(made, name, texts[name])
    return path


def observe(core: Path, stdlib: Path, wheel: Path) -> Observed:
    """The modules that Pyodide has loaded after answering and failing in Node."""
    seen: Observed = json.loads(run(NODE, HERE / "observe.mjs", core, stdlib, wheel))
    return seen


def reachable(texts: dict[str, bytes]) -> set[str]:
    """What `calculators` imports anywhere, and what those modules import when they load."""
    sources = {module_name(name): name for name in texts}
    queue = [
        name
        for path in (ROOT / "calculators").rglob("*.py")
        if path.name not in ("__main__.py", "loader.py", "table.py")
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
        queue += imports(when_loaded(ast.parse(texts[path])), package)
        queue.append(name.rpartition(".")[0])
    return found


def when_loaded(node: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module is imported: all but the bodies of functions.

    Not what stands in for a module that is missing: whatever Pyodide misses has been observed.
    """
    for child in ast.iter_child_nodes(node):
        if (
            isinstance(child, ast.ExceptHandler)
            and "ImportError" in ast.unparse(child).split(":")[0]
        ):
            continue
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
