"""Finds which functions of Pyodide's core starting and answering need, in each engine.

A copy of the core says of each function when it is entered (scripts/runtime/instrument.mjs). All
that a page can ask is asked of it (exercise.py). What was entered is written to needed.json, and
where CPython's own large tables are (tables.py). So is what the garbage collector may call at any
moment, whether it did so this time or not: each type says which functions look through its objects
and let them go. What is not found so is not lost: it comes with the rest (split.mjs). To be run for
another Pyodide, and when a test says that an answer wants the rest.
"""

import base64
import hashlib
import json
import shutil
import tempfile
import threading
import tomllib
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from scripts.browsers.engines import ENGINES, started
from scripts.runtime.core import CORE, NEEDED, is_observed, pruned_core
from scripts.runtime.files import NODE, ROOT, run
from scripts.runtime.make import RUNTIME
from scripts.runtime.make import main as make_runtime
from scripts.runtime.tables import tables_in
from scripts.site.host import free_port, static_server

HERE = ROOT / "scripts" / "runtime"
# What the core lays down in memory.
DATA = "data.bin"

# Every type there is, by its address.
TYPES = """
def types():
    seen, queue = {id(object)}, [object]
    for each in queue:
        for other in type.__subclasses__(each):
            if id(other) not in seen:
                seen.add(id(other))
                queue.append(other)
    return [id(each) for each in queue]
types()
"""
# Where a type (PyTypeObject of 32 bits, CPython 3.13) has the places in the core's table of what
# the collector calls: tp_dealloc, tp_traverse, tp_clear, tp_free, tp_del, tp_finalize. Its name.
COLLECTS = (24, 92, 96, 160, 188, 196)
NAME = 12

# As docs/assets/js/worker.js starts it, from its files or from its memory, and as our tests do.
# Returns a bit for each function, and the places in the core's table that types name.
ASK = """async ({ manifest, exercise, rows, count, kind, types, collects, name }) => {
    if (kind === "phone") {
        const said = { userAgent: "Mozilla/5.0 (iPhone)", platform: "iPhone", maxTouchPoints: 5 };
        for (const [name, value] of Object.entries(said))
            Object.defineProperty(navigator, name, { value, configurable: true });
    }
    let memory;
    const { fit, unpack } = await import("/js/memory.js");
    if (kind === "memory")
        memory = unpack(await (await fetch(manifest.memory.name)).arrayBuffer());
    const found = new Uint8Array(Math.ceil(count / 8));
    const plainly = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (from, imports) => {
        if (!imports?.env) return plainly.call(WebAssembly, from, imports);
        imports.env.entered = (number) => void (found[number >> 3] |= 1 << (number & 7));
        const lay = memory && fit(memory, manifest.memory, imports);
        const made = await plainly.call(WebAssembly, from, imports);
        lay?.(made.instance);
        return made;
    };
    const { loadPyodide } = await import("/core/pyodide.js");
    const pyodide = await loadPyodide({
        indexURL: "/core/",
        stdLibURL: new URL(manifest.stdlib, location.href).href,
        lockFileContents: JSON.stringify(manifest.lock),
        ...(memory && { _loadSnapshot: memory }),
    });
    const wheel = new Uint8Array(await (await fetch(manifest.wheel)).arrayBuffer());
    pyodide.FS.writeFile("/lib/calculators.zip", wheel);
    if (!memory)
        pyodide.runPython('import sys, ready_made; sys.path.append("/lib/calculators.zip")');
    pyodide.pyimport("calculators.browser").rehearse();
    if (!memory) {
        pyodide.unpackArchive(wheel, "wheel");
        pyodide.runPython(exercise);
        pyodide.globals.set("rows", rows);
        pyodide.runPython("exercise(ODD, json.loads(rows))");
    }
    const bits = btoa(String.fromCharCode(...found));
    if (memory) return [bits, []];
    const { HEAPU32: words, UTF8ToString: read } = pyodide._module;
    const places = pyodide.runPython(types).toJs();
    if (read(words[(places[0] + name) / 4]) !== "object") throw new Error("A type looks new.");
    const called = places.flatMap((at) => collects.map((field) => words[(at + field) / 4]));
    return [bits, [...new Set(called)]];
}"""


def main() -> None:
    make_runtime()
    core = pruned_core()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        laid = json.loads(lay_out(core, folder))
        count = laid["count"]
        tables = tables_in((folder / DATA).read_bytes(), laid["base"])
        asked = {
            "manifest": json.loads((RUNTIME / "runtime.json").read_text("utf-8")),
            "exercise": (HERE / "exercise.py").read_text("utf-8"),
            "rows": json.dumps(case_rows()),
            "count": count,
            "types": TYPES,
            "collects": COLLECTS,
            "name": NAME,
        }
        found = [
            entered(folder, name, {**asked, "kind": kind}, laid)
            for kind in ("files", "memory")
            for name in ENGINES
        ]
        found.append(entered(folder, "chromium", {**asked, "kind": "phone"}, laid))
    functions = reduce(or_, found).to_bytes((count + 7) // 8, "little")
    sha256 = hashlib.sha256((core / CORE).read_bytes()).hexdigest()
    known = {
        "core": sha256,
        "functions": base64.b64encode(functions).decode(),
        "tables": tables,
    }
    NEEDED.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    assert is_observed(core)
    print(f"{reduce(or_, found).bit_count()} of {count} functions are needed: {NEEDED.name}")
    print(f"{len(tables)} tables are known by name")


def lay_out(core: Path, folder: Path) -> str:
    """A small site. Returns what instrument.mjs prints."""
    (folder / "index.html").write_text("<!doctype html><title>Python</title>")
    for name in ("python_stdlib*.zip", "*.whl", "memory*.bin"):
        shutil.copy(next(RUNTIME.glob(name)), folder)
    shutil.copytree(ROOT / "docs" / "assets" / "js", folder / "js")
    (folder / "core").mkdir()
    shutil.copy(core / "pyodide.mjs", folder / "core" / "pyodide.js")
    shutil.copy(core / "pyodide.asm.js", folder / "core")
    return run(NODE, HERE / "instrument.mjs", core / CORE, folder / "core" / CORE, folder / DATA)


def case_rows() -> list[tuple[str, object]]:
    return [
        (path.stem, row["given"])
        for path in sorted((ROOT / "tests" / "cases").glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8"))["case"]
        if "given" in row
    ]


def entered(folder: Path, name: str, asked: dict[str, object], laid: dict[str, Any]) -> int:
    """The bits of the functions that one engine entered, and of those that its collector may."""
    host = static_server(folder, free_port())
    threading.Thread(target=host.serve_forever, daemon=True).start()
    with sync_playwright() as playwright, started(name, playwright) as engine, host:
        engine.goto(f"http://127.0.0.1:{host.server_port}/")
        bits, called = engine.run(ASK, asked)
        host.shutdown()
    found = int.from_bytes(base64.b64decode(bits), "little")
    # Scripts add functions of their own behind the core's.
    listed = dict(enumerate(laid["table"], start=laid["first"]))
    numbers = {listed[place] for place in called if listed.get(place) is not None}
    together: int = found | sum(1 << number for number in numbers)
    print(f"{name}: {found.bit_count()}, with the collector's {together.bit_count()}", flush=True)
    return together


if __name__ == "__main__":
    main()
