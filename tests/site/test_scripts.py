"""The scripts that keep the site true: what is due, and what a build refuses."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from calculators.facts import FACTS
from scripts.facts import audit
from scripts.runtime import make, stdlib


def test_the_audit_names_what_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main(["--as-of", "2000-01-01"]) == 0
    assert "0 of" in capsys.readouterr().out
    first = min(FACTS.values(), key=lambda each: each.check_by)
    assert audit.main(["--as-of", first.check_by.isoformat()]) == 1
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
    import ast

    tree = ast.parse("def late():\n    import decimal\nfrom . import sibling\nimport a.b")
    assert set(stdlib.imports(ast.walk(tree), "pack.age")) >= {"decimal", "a.b", "pack.age"}
    loaded = list(stdlib.imports(stdlib.when_loaded(tree), ""))
    assert "decimal" not in loaded
    assert "a.b" in loaded
