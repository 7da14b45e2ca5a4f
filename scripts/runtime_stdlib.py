"""Cuts Python's standard library down to what boot, our calculators and their errors can load.

Nobody keeps a list of modules: what Pyodide loads when it boots and answers is observed in Node,
and what `calculators` could ever import is found by reading its source. A few modules that
Pyodide loads and nothing uses are replaced by the files of runtime_left_out.
"""

import ast
import base64
import json
import marshal
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from hashlib import md5
from pathlib import Path
from types import CodeType
from typing import TypedDict

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
NODE = Path(sys.executable).with_name("node")
LEFT_OUT = ROOT / "scripts" / "runtime_left_out"
PYC_HEADER = 16  # bytes, before the code


class Observed(TypedDict):
    """What runtime-observe.mjs prints: modules loaded from the archive, those within Python, and
    what dataclasses compiled (marshalled, in base64)."""

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
    texts: dict[str, CodeType] = marshal.loads(base64.b64decode(compiled))
    codes = {md5(text.encode()).digest(): on_one_line(code) for text, code in texts.items()}
    return f"""import builtins, dataclasses, marshal
from _md5 import md5
CODES = marshal.loads({marshal.dumps(codes)!r})
def execute(text, names, made):
    builtins.exec(CODES.get(md5(text.encode()).digest(), text), names, made)
dataclasses.exec = execute
""".encode()


def archive_of(path: Path, texts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name in sorted(texts):
            made.writestr(name, texts[name])
    return path


def observe(core: Path, stdlib: Path, wheel: Path) -> Observed:
    """The modules that Pyodide has loaded after answering and failing in Node."""
    script = ROOT / "scripts" / "runtime-observe.mjs"
    seen: Observed = json.loads(run(NODE, script, core, stdlib, wheel))
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


def without_lines(compiled: Path) -> Path:
    """The compiled archive without its line numbers, a seventh of it.

    In a traceback each function of the library stands with its first line. Ours keep their lines.
    """
    with zipfile.ZipFile(compiled) as archive:
        modules = {name: archive.read(name) for name in archive.namelist()}
    return archive_of(
        compiled,
        {
            name: module[:PYC_HEADER]
            + marshal.dumps(on_one_line(marshal.loads(module[PYC_HEADER:])))
            for name, module in modules.items()
        },
    )


def on_one_line(code: CodeType) -> CodeType:
    """A function, and those within it, whose every instruction is on the line where it starts."""
    # The entries of a line table (Objects/locations.md in CPython): "no column" is kind 13, for
    # up to eight instructions, and then how many lines it is further down.
    full, rest = divmod(len(code.co_code) // 2, 8)
    table = bytes((0x80 | 13 << 3 | 7, 0)) * full
    if rest:
        table += bytes((0x80 | 13 << 3 | rest - 1, 0))
    inner = (on_one_line(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=table, co_consts=tuple(inner))


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
