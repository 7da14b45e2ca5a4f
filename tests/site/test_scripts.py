"""The scripts that keep the site true: what is due, and what a build refuses."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from calculators.facts import FACTS
from scripts.facts import audit, packages
from scripts.runtime import make, stdlib
from tests.conftest import ROOT

MODULES = sorted((ROOT / "scripts").rglob("*.py"))


def test_the_audit_names_what_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main(["--facts", "--as-of", "2000-01-01"]) == 0
    assert "0 of" in capsys.readouterr().out
    first = min(FACTS.values(), key=lambda each: each.check_by)
    assert audit.main(["--facts", "--as-of", first.check_by.isoformat()]) == 1
    shown = capsys.readouterr().out
    assert first.id in shown
    assert first.source in shown
    later = [each for each in FACTS.values() if each.check_by > first.check_by]
    assert not any(f"  {each.id}  " in shown for each in later)


def test_the_audit_is_sorted_by_date() -> None:
    dates = [each.check_by for each in audit.due(FACTS.values(), date(2100, 1, 1))]
    assert dates == sorted(dates)
    assert len(dates) == len(FACTS)


def test_a_build_with_another_python_stops_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pyodide-lock.json").write_text(json.dumps({"info": {"python": "3.14.2"}}))
    monkeypatch.setattr(make, "PYODIDE", tmp_path)
    with pytest.raises(SystemExit) as stopped:
        make.refuse_other_python()
    have = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"runs on Python {have}, but Pyodide is Python 3.14" in str(stopped.value)


def test_the_cut_library_has_what_ours_imports_anywhere() -> None:
    """An import inside a function counts: error paths run in the browser too."""
    tree = ast.parse("def late():\n    import decimal\nfrom . import sibling\nimport a.b")
    assert set(stdlib.imports(ast.walk(tree), "pack.age")) >= {"decimal", "a.b", "pack.age"}
    loaded = list(stdlib.imports(stdlib.when_loaded(tree), ""))
    assert "decimal" not in loaded
    assert "a.b" in loaded


def test_the_commands_stand_on_top_and_the_rest_in_rooms() -> None:
    on_top = {path.name for path in (ROOT / "scripts").iterdir() if path.is_file()}
    verbs = "audit bench build calculate check clean install listen lock serve test"
    assert on_top == set(verbs.split())
    for name in on_top:
        path = ROOT / "scripts" / name
        assert os.access(path, os.X_OK), name
        assert path.read_text("utf-8").startswith("#!/bin/sh"), name


def test_no_instruction_starts_with_python() -> None:
    """A reader of ours types the name of a script, and no Python has to be found or chosen."""
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        found = re.search(r"^\s*python3? |`python3? ", page.read_text("utf-8"), re.M)
        assert not found, f"{page}: {found}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < 50, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_knows_only_those_below(path: Path) -> None:
    """From the ground up: set-up, what is due, the runtime, the site, browsers, the benchmark."""
    rooms = ["setup", "facts", "runtime", "site", "browsers", "benchmark"]
    room = path.relative_to(ROOT / "scripts").parts[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scripts."):
            known = str(node.module).split(".")[1]
            assert rooms.index(known) <= rooms.index(room), node.module


def test_the_command_line_and_the_audit_need_no_setting_up(tmp_path: Path) -> None:
    """From any folder, in a copy where nothing is installed."""
    for name in ("calculators", "scripts/setup", "scripts/facts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("calculate", "audit"):
        shutil.copy(ROOT / "scripts" / name, tmp_path / "scripts")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        program = tmp_path / "scripts" / command[0]
        return subprocess.run([program, *command[1:]], cwd="/", capture_output=True, text=True)

    answer = run("calculate", "payment", "--balance", "52000", "--annual-rate", "9.25",
                 "--months-left", "180")  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert "$535.18" in answer.stdout
    assert run("calculate", "payment", "--balance", "a lot").returncode == 2
    assert run("audit", "--as-of", "2000-01-01").returncode == 0
    due = run("audit", "--as-of", "2100-01-01")
    assert due.returncode == 1, due.stderr
    assert f"{len(FACTS)} of {len(FACTS)} facts are due" in due.stdout


def test_the_audit_tells_what_packages_are_due_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With stand-ins for the tools; where none gets an answer, that is said."""
    answers = {
        "pip": '[{"name": "mkdocs", "version": "1.6", "latest_version": "1.7"}]',
        "npm": '{"vulnerabilities": {"terser": {"range": "<6", "severity": "high"}}}',
        "pip-audit": '{"dependencies": [{"name": "a", "version": "1", "vulns": []}, '
        '{"name": "b", "skip_reason": "unknown"}]}',
    }
    for name, answer in answers.items():
        script = f"""#!/bin/sh\n[ "$1" != outdated ] || exec echo '{{}}'\necho '{answer}'\n"""
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(packages, "TOOLS", tmp_path)
    lines, holes = packages.report()
    assert holes
    assert lines == [
        "Newer Python packages: 1",
        "  mkdocs 1.6: 1.7 is out",
        "Newer JavaScript packages: none",
        "Known holes in Python packages: could not be looked up "
        "(nothing is known of 1 among 2 packages).",
        "Known holes in JavaScript packages: 1",
        "  terser <6: high",
    ]
    for name in answers:
        (tmp_path / name).write_text("#!/bin/sh\necho no network >&2; exit 1\n")
    lines, holes = packages.report()
    assert not holes and len(lines) == 4
    assert all("could not be looked up" in line for line in lines)
    (tmp_path / "pip-audit").unlink()
    assert packages.report() == (["Packages were not looked at: run scripts/install first."], False)
