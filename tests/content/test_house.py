"""The house rules, each with what to do instead."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import calculators.core
from calculators import CALCULATORS
from calculators.core.form import boxes
from tests.conftest import ROOT

PACKAGE = ROOT / "calculators"
MODULES = sorted(PACKAGE.rglob("*.py"))
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


def room(name: str) -> str:
    """The room of the house a module is in: facts, core, letters, calculator or front."""
    parts = name.split(".")
    if parts[0] != "calculators":
        return "outside"
    if len(parts) > 1 and parts[1] in ("facts", "core", "letters"):
        return parts[1]
    return "calculator" if len(parts) > 1 and parts[1] in CALCULATORS else "front"


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_knowledge_flows_one_way(path: Path) -> None:
    allowed = {
        "facts": {"facts"},
        "core": {"facts", "core"},
        "letters": {"facts", "core", "letters"},
        "calculator": {"facts", "core"},
        "front": {"facts", "core", "letters", "calculator", "front"},
    }[room(name_of(path))]
    for name in imported(path):
        if room(name) == "outside":
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names, f"{name}: the browser has only the stdlib"
        else:
            assert room(name) in allowed, f"{path.name} must not know {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_float_clock_or_file_in_the_arithmetic(path: Path) -> None:
    if room(name_of(path)) == "front" or path.stem in ("loader", "table"):
        return
    for name in imported(path):
        assert name.split(".")[0] not in OUTSIDE_WORLD, f"{path.name}: {name}: make it an input"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"{where}: write a Decimal, not a float"
        if isinstance(node, ast.Name):
            assert node.id not in {"float", "open", "print"}, f"{where}: {node.id} has no place"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"today", "now"}, f"{where}: a date is an input, not a clock"
        assert not isinstance(node, ast.Global), f"{where}: no global state"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_renderers_know_a_tag(path: Path) -> None:
    if path.stem.startswith(("render", "chart")):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            tag = re.search(r"</?[a-z]+[ >]", node.value)
            assert not tag or "`" in node.value, f"{path.name}: {tag}: let core/render.py write it"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 360, f"{path.name} has {lines} lines: one question, one short module"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno
            assert length <= 60, f"{path.name}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_javascript_only_carries_messages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 240, f"{path.name}: a script is one short page"
    numbers = r"toFixed|toPrecision|Intl\.|toLocale|parseFloat|parseInt|Number\(|Math\.|BigInt"
    found = re.search(numbers, text)
    assert not found, f"{path.name}: {found}: Python computes and formats"
    if path.name != "worker.js":
        assert "pyodide" not in text.lower(), f"{path.name}: only the worker names Pyodide"


def test_the_shared_rooms_are_on_the_map() -> None:
    """A newcomer looks there first."""
    known = set((calculators.core.__doc__ or "").split())
    there = {path.stem for path in (PACKAGE / "core").glob("*.py")} - {"__init__"}
    assert there <= known, "name it in the docstring of calculators/core/__init__.py"


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
    assert (ROOT / f"calculators/{slug}.py").exists()
    assert (ROOT / f"tests/cases/{slug}.toml").exists()
    page = (ROOT / f"docs/calculators/{slug}.md").read_text(encoding="utf-8")
    assert f"\n{{!calculators/{slug}.html!}}\n" in page
    assert f"\n{{!python/{slug}.html!}}\n" in page, "its source belongs on its page"
    assert f"calculators/{slug}.md" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


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
