"""The house rules, each with what to do instead."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from calculators import CALCULATORS
from calculators.core.forms import boxes
from tests.conftest import ROOT

PACKAGE = ROOT / "calculators"
MODULES = sorted(PACKAGE.rglob("*.py"))
TOOLS = sorted((ROOT / "scripts").rglob("*.py"))
SCRIPTS = [*sorted((ROOT / "docs/assets/js").glob("*.js")), ROOT / "docs/sw.js"]
# A clock, chance, the machine, its files or its network: none of them is an answer of the reader's.
OUTSIDE_WORLD = {
    "asyncio", "http", "io", "locale", "logging", "os", "pathlib",
    "random", "secrets", "shutil", "socket", "ssl", "subprocess", "sys",
    "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: write the whole name, from calculators…"
            yield node.module or ""
            if node.module == "calculators":
                yield from (f"calculators.{alias.name}" for alias in node.names)


# The floors of the house, from the ground up. A room knows its own floor's rooms below it only.
FLOORS = (
    ("facts", "identity"),
    ("core.loans",),
    ("core.forms",),
    ("core.answers",),
    ("core.rules",),
    ("core.files",),
    ("core.pages",),
    ("letters", "log", *CALCULATORS),
    ("plan", "states"),
    ("sheets",),
    ("front",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# What other rooms may name besides a room's face.
SIDE_DOORS = {
    "calculators.core.forms.household",
    "calculators.core.forms.offers",
    "calculators.core.pages.charts",
}


def room(name: str) -> str:
    """The room that a module is in; "outside" for what is not ours."""
    parts = name.split(".")
    if parts[0] != "calculators":
        return "outside"
    if parts[1:2] == ["core"]:
        return ".".join(parts[1:3])
    first = parts[1].removesuffix("_words") if len(parts) > 1 else ""
    return first if first in FLOOR else "front"


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_knowledge_flows_down(path: Path) -> None:
    here = room(name_of(path))
    for name in imported(path):
        there = room(name)
        if there == "outside":
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names, f"{name}: the browser has only the stdlib"
        elif there != here:
            assert FLOOR[there] < FLOOR[here], f"{path.name} must not know {name}: it is above"
            is_core = there.startswith("core.")
            face = name == f"calculators.{there}" or name in SIDE_DOORS
            assert face or not is_core, f"{path.name}: take it from the face of {there}, not {name}"


def test_no_module_knows_itself_through_others() -> None:
    """No circle, neither among rooms nor within one."""
    known = {name_of(path): set(imported(path)) for path in MODULES}
    graph = {
        name: {each for each in names if each in known} - {name} for name, names in known.items()
    }
    # Raises CycleError, which names the circle.
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


# Words of a sentence that a person reads: a few plain ones in a row, or one that ends.
SENTENCE = re.compile(r"[a-z]+,? [a-z]+,? [a-z]+.*|.* [a-z]+[.?!]$", re.DOTALL)
# A label, a hint or a heading belongs to what it names; a sentence that explains does not.
DECLARED = {
    "Field",
    "Placed",
    "Figure",
    "Column",
    "Table",
    "Calculator",
    "ChoiceKind",
    "VerdictKind",
}


def sentences_in(function: ast.FunctionDef) -> Iterator[str]:
    """The texts of a function that a person would read, but for its docstring and declarations."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(function):
        said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        called = isinstance(node, ast.Call) and getattr(node.func, "id", "") in DECLARED
        if said or called:
            skipped |= set(ast.walk(node))
    for node in ast.walk(function):
        if not isinstance(node, ast.Constant) or node in skipped:
            continue
        if isinstance(node.value, str) and SENTENCE.fullmatch(node.value.strip()):
            yield node.value


CALCULATOR_MODULES = [path for path in MODULES if room(name_of(path)) in CALCULATORS]


@pytest.mark.parametrize("path", CALCULATOR_MODULES, ids=name_of)
def test_sums_hold_no_sentences(path: Path) -> None:
    """Whoever checks the arithmetic reads no prose."""
    if path.stem.endswith("words"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            said = list(sentences_in(node))
            assert not said, f"{path.name}: {node.name}: {said[0]!r} belongs to the words"


WORDS = [path for path in MODULES if path.stem.endswith("words")]


@pytest.mark.parametrize("path", WORDS, ids=name_of)
def test_a_sentence_is_whole(path: Path) -> None:
    """Nothing is glued on: whoever translates a sentence must see all of it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.AugAssign):
            is_text = any(
                isinstance(each, ast.JoinedStr)
                or (isinstance(each, ast.Constant) and isinstance(each.value, str))
                for each in ast.walk(node.value)
            )
            assert not is_text, f"{where}: write the whole sentence"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            for side in (node.left, node.right):
                glued = isinstance(side, ast.JoinedStr) or (
                    isinstance(side, ast.Constant) and isinstance(side.value, str)
                )
                assert not glued, f"{where}: write the whole sentence"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_float_clock_or_file_in_the_arithmetic(path: Path) -> None:
    if room(name_of(path)) == "front" or path.stem in ("loader", "table"):
        return
    for name in imported(path):
        assert name.split(".")[0] not in OUTSIDE_WORLD, f"{path.name}: {name}: make it an input"
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    for node in nodes:
        where = f"{path.name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"{where}: write a Decimal, not a float"
        if isinstance(node, ast.Name):
            assert node.id not in {"float", "open", "print"}, f"{where}: {node.id} has no place"
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}:
            # An answer may be called today; asking for it is what has no place.
            is_clock = node in called or getattr(node.value, "id", "") in {"date", "datetime"}
            assert not is_clock, f"{where}: a date is an input, not a clock"
        assert not isinstance(node, ast.Global), f"{where}: no global state"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_renderers_know_a_tag(path: Path) -> None:
    if room(name_of(path)) == "core.pages":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            tag = re.search(r"(?<!P)</?[a-z]+[ >]", node.value)
            assert not tag or "`" in node.value, f"{path.name}: {tag}: let core/pages write it"


@pytest.mark.parametrize("path", [*MODULES, *TOOLS], ids=name_of)
def test_modules_and_functions_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 250, f"{path.name} has {lines} lines: one question, one short module"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno
            assert length <= 50, f"{path.name}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_javascript_only_carries_messages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 240, f"{path.name}: a script is one short page"
    numbers = r"toFixed|toPrecision|Intl\.|toLocale|parseFloat|parseInt|Number\(|Math\.|BigInt"
    found = re.search(numbers, text)
    assert not found, f"{path.name}: {found}: Python computes and formats"
    if path.name != "worker.js":
        assert "pyodide" not in text.lower(), f"{path.name}: only the worker names Pyodide"


FACES = sorted(PACKAGE.rglob("*/__init__.py"))


@pytest.mark.parametrize("face", FACES, ids=name_of)
def test_what_is_in_a_room_is_on_its_map(face: Path) -> None:
    """A newcomer looks there first. Folders of calculators have the same names as each other."""
    if room(name_of(face)) in CALCULATORS:
        return
    said = set((ast.get_docstring(ast.parse(face.read_text("utf-8"))) or "").split())
    modules = {path.stem for path in face.parent.glob("*.py")} - {"__init__"}
    rooms = {path.parent.name for path in face.parent.glob("*/__init__.py")}
    missing = {name for name in modules | rooms if not {name, f"{name}/"} & said}
    assert not missing, f"name it in the docstring of {face.relative_to(ROOT)}: {missing}"


def test_the_theme_has_no_scripts_or_styles_of_ours_inline() -> None:
    for path in (ROOT / "docs/_theme").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script(?! src=)|<style|\sstyle=|\son\w+=", text), path


def test_a_name_has_one_label_and_one_type() -> None:
    """A reader who has filled in one page must find the same words on the next."""
    seen: dict[str, tuple[str, object]] = {}
    for calculator in CALCULATORS.values():
        for box in boxes(calculator.inputs):
            meaning = (box.words.label, box.kind)
            assert seen.setdefault(box.name, meaning) == meaning, f"{calculator.slug}.{box.name}"


@pytest.mark.parametrize("slug", CALCULATORS)
def test_a_calculator_is_complete(slug: str) -> None:
    code = (f"calculators/{slug}.py", f"calculators/{slug}/__init__.py")
    assert any((ROOT / each).exists() for each in code), f"write {code[0]}"
    for name in (f"tests/cases/{slug}.toml", f"docs/calculators/{slug}.md"):
        assert (ROOT / name).exists(), f"write {name}: README, Adding a calculator, says how"
    page = (ROOT / f"docs/calculators/{slug}.md").read_text(encoding="utf-8")
    for part in ("calculators", "python"):
        line = f"{{!{part}/{slug}.html!}}"
        assert f"\n{line}\n" in page, f"docs/calculators/{slug}.md needs the line {line}"
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"calculators/{slug}.md" in menu, f"name calculators/{slug}.md in mkdocs.yml"


def test_a_calculator_that_is_begun_is_on_the_list() -> None:
    """Its cases and its page would otherwise be left out without a word."""
    cases = {path.stem for path in (ROOT / "tests/cases").glob("*.toml")} - {"apr"}
    pages = {path.stem for path in (ROOT / "docs/calculators").glob("*.md")} - {"index"}
    begun = (cases | pages) - set(CALCULATORS)
    assert not begun, f"name it in calculators/__init__.py: {begun}"


@pytest.mark.parametrize("slug", CALCULATORS)
def test_the_contract_has_its_rules(slug: str) -> None:
    """Whoever relies on the figures must be able to look up what they mean."""
    contract = (ROOT / "docs/about/decisions/contract.md").read_text(encoding="utf-8")
    found = re.search(rf"^- \*\*[a-z_ ]*\b{slug}\b[a-z_ ]*\.\*\* ", contract, re.MULTILINE)
    assert found, f"write a line that begins `- **{slug}.** ` in docs/about/decisions/contract.md"


@pytest.mark.parametrize("slug", CALCULATORS)
def test_nothing_else_knows_a_calculator_by_name(slug: str) -> None:
    """Adding one touches its module, its cases, its page and two lines: nothing here."""
    rooms = ("scripts", "docs/assets/js", "docs/assets/css", "docs/_theme", "calculators/core")
    # A kind of loan that a reader can choose, "heloc", a column's "payment" and the choice of a
    # "modification" in a table are words of core and no calculators there.
    words = {
        word
        for calculator in CALCULATORS.values()
        for word in (
            *(choice for box in boxes(calculator.inputs) for choice in dict(box.kind.choices)),
            *(column.key for table in calculator.tables for column in table.columns),
            *(
                choice
                for table in calculator.tables
                for column in table.columns
                for choice in dict(column.kind.choices)
            ),
        )
    }
    for folder in rooms:
        is_word = slug in words and folder == "calculators/core"
        word = "" if is_word else rf"""["']{slug}["']|"""
        for path in (ROOT / folder).rglob("*"):
            # scripts/bench may name what it measures: a new calculator changes nothing there.
            measures = path.is_relative_to(ROOT / "scripts" / "benchmark")
            if path.suffix in (".py", ".js", ".css", ".html") and not measures:
                text = path.read_text(encoding="utf-8")
                quoted = re.search(rf"{word}calculators\.{slug}\b|/{slug}\b", text)
                assert not quoted, f"{path.relative_to(ROOT)} knows {slug}"


def test_no_host_of_a_package_registry_is_named() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    hosts = re.compile("|".join(["index-" + "url", "registry" + r"\.npm", "python" + "hosted"]))
    for name in tracked:
        path = ROOT / name
        if path.suffix in (".txt", ".json", ".toml", ".yml", ".md", "") and path.is_file():
            assert not hosts.search(path.read_text(encoding="utf-8")), name


def test_no_start_wants_the_names_of_letters() -> None:
    r"""`re` would look up a \N{...} that reaches it, in tables of 200 kB."""
    named = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "calculators").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and "\\N{" in str(node.value)
    ]
    assert named == []
