"""Pruned and cut, the runtime does what it did before, in three engines; or says what it lacks."""

import base64
import json
from typing import Any

import pytest

from scripts.browsers.engine import Engine
from scripts.runtime.files import PYODIDE
from scripts.runtime.stdlib import LEFT_OUT
from tests.conftest import ROOT, Site
from tests.snippets import SNIPPETS

# `library` is an archive's bytes in base64; without it the library is the one that we ship.
BOOT = """async (library) => {
    const runtime = new URL("/assets/runtime/", location.href);
    const manifest = await (await fetch(new URL("runtime.json", runtime))).json();
    const core = new URL(manifest.pyodide, runtime);
    const { loadPyodide } = await import(new URL("pyodide.js", core).href);
    const cut = new URL(manifest.stdlib, runtime).href;
    if (library) {
        // Pages may fetch no library from a text, and their policy says so.
        const bytes = Uint8Array.from(atob(library), (sign) => sign.charCodeAt(0));
        const plainly = window.fetch;
        window.fetch = async (address, options) =>
            String(address) === cut ? new Response(bytes) : plainly(address, options);
    }
    const pyodide = await loadPyodide({
        indexURL: core.href,
        stdLibURL: cut,
        lockFileContents: JSON.stringify(manifest.lock),
    });
    if (!library) {
        const wheel = await (await fetch(new URL(manifest.wheel, runtime))).arrayBuffer();
        pyodide.unpackArchive(wheel, "wheel");
    }
    window.python = (code) => pyodide.runPython(code);
    window.pyodide = pyodide;
}"""
RUN = "async (code) => window.python(code)"


@pytest.fixture(scope="module")
def whole(engine: Engine, site: Site) -> Engine:
    """Our Pyodide with the whole standard library of stock Pyodide, and the snippets."""
    # A plain text's policy lets a script of the test's own be loaded.
    engine.goto(f"{site.served}licenses.txt")
    library = (PYODIDE / "python_stdlib.zip").read_bytes()
    engine.run(BOOT, base64.b64encode(library).decode())
    engine.run(RUN, (ROOT / "tests/snippets.py").read_text("utf-8") + "\nNone")
    return engine


def test_every_corner_of_the_standard_library_works_as_in_cpython(whole: Engine) -> None:
    code = """
import json, traceback
def tried(function):
    try:
        return repr(function())
    except BaseException:
        return traceback.format_exc(limit=-2)
json.dumps({name: tried(function) for name, function in SNIPPETS.items()})
"""
    got = json.loads(whole.run(RUN, code))
    expected = {name: repr(function()) for name, function in SNIPPETS.items()}
    assert len(expected) >= 30
    assert got.keys() == expected.keys()
    assert {name: got[name] for name in got if got[name] != expected[name]} == {}


def test_python_and_javascript_still_talk(whole: Engine) -> None:
    """What the pruned script is for: each way in which one of the two calls the other."""
    assert whole.run(TALK) == {
        "map": {"a": [1, 2.5], "b": {"c": True}},
        "called": 42,
        "awaited": "after a while",
        "gathered": [0, 1, 4],
        "error": "PythonError: ZeroDivisionError",
        "caught": "TypeError: from JavaScript",
        "bytes": [0, 127, 255],
        "file": "kept",
        "big": "1267650600228229401496703205376",
        "module": 3,
        "listed": ["x", "y"],
    }


TALK = """async () => {
    const { pyodide } = window;
    const locals = pyodide.toPy({ add: (a, b) => a + b });
    globalThis.fails = () => { throw new TypeError("from JavaScript"); };
    const run = (code) => pyodide.runPython(code, { globals: locals });
    const error = (() => { try { run("1 / 0"); } catch (error) { return error; } })();
    const plain = (value) => value.toJs({ dict_converter: Object.fromEntries });
    pyodide.FS.writeFile("/kept.txt", "kept");
    pyodide.registerJsModule("ours", { three: 3, list: ["x", "y"] });
    const twice = run("lambda each, *, more=0: each * 2 + more");
    return {
        map: plain(run("{'a': [1, 2.5], 'b': {'c': True}}")),
        called: run("add(20, 1)") + twice.callKwargs(10, { more: 1 }),
        awaited: await pyodide.runPythonAsync(`
            import asyncio
            from js import Promise, setTimeout
            from pyodide.ffi import create_once_callable
            await asyncio.sleep(0.01)
            await Promise.new(lambda done, _: setTimeout(create_once_callable(done), 5))
            "after a while"
        `),
        gathered: (await pyodide.runPythonAsync(`
            async def square(number):
                await asyncio.sleep(0.001 * (3 - number))
                return number ** 2
            await asyncio.gather(*(square(number) for number in range(3)))
        `)).toJs(),
        error: `${error.name}: ${error.type}`,
        caught: run(`
import js
from pyodide.ffi import JsException
try:
    js.fails()
except JsException as error:
    shown = f"{error.name}: {error.message}"
shown`),
        bytes: [...run("bytes([0, 127, 255])").toJs()],
        file: run("open('/kept.txt').read()"),
        big: run("2 ** 100").toString(),
        module: run("import ours; ours.three"),
        listed: run("list(ours.list)").toJs(),
    };
}"""


@pytest.fixture(scope="module")
def shipped(engine: Engine, site: Site) -> Engine:
    """Our Pyodide with the library that we ship."""
    engine.goto(f"{site.served}glossary/")
    engine.run(BOOT)
    return engine


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import asyncio\nasyncio.run", "asyncio.run: asyncio is left out"),
        ("import asyncio.events", "No module named 'asyncio.events'"),
        ("from pyodide.webloop import WebLoop", "cannot import name 'WebLoop'"),
        ("from pyodide._package_loader import get_dynlibs", "cannot import name 'get_dynlibs'"),
        ("import importlib.resources as r\nr.files('x')", "importlib.resources.files is left out"),
        ("import html\nhtml.unescape('&eacute;')", "html.entities is left out"),
        ("from html.entities import codepoint2name", "cannot import name 'codepoint2name'"),
        ("import zipfile", "No module named 'zipfile'"),
        ("import subprocess", "No module named 'subprocess'"),
    ],
)
def test_what_is_left_out_says_so(shipped: Engine, code: str, says: str) -> None:
    got = shipped.run(FAIL, code)
    assert says in got, f"{code}: {got}"


def test_waiting_in_python_is_refused(shipped: Engine) -> None:
    said = shipped.run(
        """async () => {
            const waits = window.pyodide.runPythonAsync("await 1").then(() => "nothing");
            return waits.catch((error) => error.message);
        }"""
    )
    assert "asyncio" in said


FAIL = """async (code) => {
    try {
        return `no error, but ${window.python(code)}`;
    } catch (error) {
        return error.message;
    }
}"""


def test_a_traceback_names_our_line_and_the_librarys_function(shipped: Engine) -> None:
    shown = shipped.run(
        RUN,
        "import traceback\n"
        "from calculators import browser\n"
        "try:\n    browser.respond('payment', '{\"answers\": ')\n"
        "except ValueError:\n    shown = traceback.format_exc()\n"
        "shown",
    )
    source = (ROOT / "calculators/browser/__init__.py").read_text("utf-8").splitlines()
    line = 1 + next(place for place, text in enumerate(source) if "json.loads(question)" in text)
    assert f'browser/__init__.py", line {line}, in respond' in shown
    assert "in raw_decode" in shown


def test_every_file_in_place_of_another_is_in_use() -> None:
    """A stub for a module that Pyodide no longer has, or no longer loads, must go."""
    import zipfile

    whole = set(zipfile.ZipFile(PYODIDE / "python_stdlib.zip").namelist())
    runtime = ROOT / "build/runtime"
    manifest: Any = json.loads((runtime / "runtime.json").read_text())
    shipped = set(zipfile.ZipFile(runtime / manifest["stdlib"]).namelist())
    for path in LEFT_OUT.rglob("*.py"):
        name = path.relative_to(LEFT_OUT).as_posix()
        assert name in whole, f"Pyodide has no {name}: remove {path.name}"
        assert f"{name}c" in shipped, f"nothing loads {name}: remove it"
