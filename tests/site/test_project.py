"""What the project promises to those who take part: workflows, forms, releases, the wheel."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest
import yaml

from calculators.facts import FACTS
from scripts.site.release import CHANGELOG, releases
from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
PINNED_IMAGE = re.compile(r"image: [\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")
# What a job may do besides reading the code.
MAY = {
    "publish.yml": {"pages": {"read", "write"}, "id-token": {"write"}},
    "due.yml": {"issues": {"write"}},
}
TOP_FILES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md"]


def read(path: Path) -> Any:
    """As it is written: `on` is no truth value here."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def test_the_workflows_are_started_by_what_they_are_for() -> None:
    started = {path.stem: set(read(path)["on"]) for path in WORKFLOWS}
    assert started == {
        "test": {"push", "pull_request"},
        "publish": {"push", "workflow_dispatch"},
        "due": {"schedule", "workflow_dispatch"},
    }
    assert [step["run"] for step in steps(GITHUB / "workflows/test.yml")[1:]][-1] == ".ci/run"
    (cron,) = read(GITHUB / "workflows/due.yml")["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ 1 \* \*", cron["cron"]), "once a month"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_a_workflow_runs_is_pinned(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        if re.search(r"\buses:", line):
            assert PINNED.fullmatch(line.strip(" -")), line
        if re.search(r"\bimage:", line):
            assert PINNED_IMAGE.fullmatch(line.strip()), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_no_more_than_it_must(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 90
        for what, how in job.get("permissions", {}).items():
            allowed = {"contents": {"read"}, **MAY.get(path.name, {})}
            assert how in allowed.get(what, set()), f"{what}: {how}"
    text = path.read_text("utf-8")
    assert "pull_request_target" not in text and "secrets." not in text
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_scripts_that_are_there(path: Path) -> None:
    for command in (step["run"] for step in steps(path) if "run" in step):
        # What somebody wrote in a title or a branch's name must never be a part of a command.
        assert "${{" not in command, command
        program, *arguments = command.split()
        if program == "git":
            continue
        script = ROOT / program
        assert script.stat().st_mode & 0o100, f"{program} cannot be run"
        for option in (each for each in arguments if each.startswith("-")):
            assert re.search(rf"{option}\b", script.read_text("utf-8")), (
                f"{program} has no {option}"
            )


def test_pages_are_published_at_their_own_address() -> None:
    every = steps(GITHUB / "workflows/publish.yml")
    (build,) = [step for step in every if "scripts/build" in step.get("run", "")]
    assert build["run"] == 'scripts/build --site-url "$ADDRESS/"'
    (pages,) = [step for step in every if step.get("id") == "pages"]
    assert pages["uses"].startswith("actions/configure-pages@")
    assert build["env"] == {"ADDRESS": "${{ steps.pages.outputs.base_url }}"}
    assert [step["with"]["path"] for step in every if "upload-pages" in step.get("uses", "")] == [
        "site"
    ]


GH = """#!/bin/sh
echo "$@" >>calls
[ "$1 $2" != "issue list" ] || echo "$OPEN"
while [ $# -gt 0 ]; do [ "$1" != --body-file ] || cp "$2" body; shift; done
"""


@pytest.mark.parametrize(
    ("day", "is_open", "call"),
    [
        ("2000-01-01", "", ""),
        (str(min(each.check_by for each in FACTS.values())), "", "issue create"),
        ("2100-01-01", "12", "issue edit 12"),
    ],
)
def test_what_is_due_is_told_in_one_issue(
    tmp_path: Path, day: str, is_open: str, call: str
) -> None:
    """With stand-ins for the tool gh and for the calendar."""
    for name in ("calculators", "scripts/setup", "scripts/facts"):
        copytree(ROOT / name, tmp_path / name)
    (tmp_path / ".github").mkdir()
    copy(GITHUB / "tell-what-is-due", tmp_path / ".github")
    copy(ROOT / "scripts/audit", tmp_path / "scripts")
    for name, text in {"gh": GH, "date": f"#!/bin/sh\necho {day}\n"}.items():
        (tmp_path / "bin" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    path = f"{tmp_path / 'bin'}:{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        [tmp_path / ".github/tell-what-is-due"],
        env={"PATH": path, "OPEN": is_open}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    if not call:
        assert not (tmp_path / "calls").exists()
        return
    listed, told = (tmp_path / "calls").read_text().splitlines()
    assert listed.startswith("issue list --state open")
    assert told.startswith(f"{call} ")
    body = (tmp_path / "body").read_text("utf-8")
    assert f"--as-of {day}" in body and "Packages were not looked at" in body
    assert f"facts are due by {day}" in body or "\n[...]\n" in body
    assert len(body) < 65536 and body.endswith("\n```\n")


def test_dependabot_looks_at_all_three_kinds() -> None:
    settings = read(GITHUB / "dependabot.yml")
    assert settings["version"] == "2"
    files = {"pip": "pyproject.toml", "npm": "package-lock.json", "github-actions": ".github"}
    assert {each["package-ecosystem"] for each in settings["updates"]} == files.keys()
    for each in settings["updates"]:
        assert each["schedule"]["interval"] in ("weekly", "monthly")
        for folder in each.get("directories", [each.get("directory")]):
            assert (ROOT / folder.strip("/") / files[each["package-ecosystem"]]).exists(), folder


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_an_issue_form_is_one(path: Path) -> None:
    form = read(path)
    if path.name == "config.yml":
        assert form["blank_issues_enabled"] in ("true", "false")
        return
    assert {"name", "description", "body"} <= form.keys() <= {
        "name", "description", "title", "labels", "assignees", "body",
    }  # fmt: skip
    assert isinstance(form["labels"], list)
    ids = [each["id"] for each in form["body"] if each["type"] != "markdown"]
    assert len(set(ids)) == len(ids) and "release" in ids
    required = 0
    for each in form["body"]:
        assert each["type"] in ("markdown", "input", "textarea", "dropdown", "checkboxes")
        assert each["attributes"]["value" if each["type"] == "markdown" else "label"].strip()
        required += each.get("validations", {}).get("required") == "true"
    assert required
    # A report is public: it says so before anything is typed.
    assert form["body"][0]["type"] == "markdown"
    assert "Leave out" in form["body"][0]["attributes"]["value"]


def test_there_are_the_three_forms() -> None:
    names = {read(path).get("name") for path in FORMS} - {None}
    assert names == {
        "A fact is wrong", "A letter could do harm", "A page is hard to read",
    }  # fmt: skip


@pytest.mark.parametrize("name", TOP_FILES)
def test_what_stands_on_top_leads_somewhere(name: str) -> None:
    for link in re.findall(r"\]\(([^)#\s]+)", (ROOT / name).read_text("utf-8")):
        assert "://" in link or (ROOT / link).exists(), link


def test_the_first_screen_of_the_readme() -> None:
    """What it is, a picture, the two commands, and how to take a copy."""
    first = (ROOT / "README.md").read_text("utf-8").split("\n## ")[0].splitlines()[:40]
    text = "\n".join(first)
    assert re.search(r"!\[[^]]{20,}\]\(docs/\S+\.png\)", text), "a picture, and what it shows"
    for part in ("scripts/serve", "scripts/test", "docs/about/taking-over.md"):
        assert part in text, part


def test_contributing_is_said_once() -> None:
    """The page of the site says it; the file that code hosts look for leads there."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    page = (ROOT / "docs/about/contributing.md").read_text("utf-8")
    assert text.count("\n") < 25
    assert "docs/about/contributing.md" in text
    said = {line for line in page.splitlines() if len(line) > 40}
    assert said.isdisjoint(text.splitlines())


def test_a_release_has_a_number_and_a_day() -> None:
    text = CHANGELOG.read_text("utf-8")
    found = releases(text)
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert found[0].version == about["project"]["version"], "pyproject.toml has another version"
    assert [each.day for each in found] == sorted((each.day for each in found), reverse=True)
    parts = re.split(r"^## ", text, flags=re.M)[1:]
    assert len(parts) == len(found), "a heading is “## 1.2.3 (2026-11-27)”"
    for part in parts:
        assert re.findall(r"^### (.+)$", part, re.M) in (["Facts", "Code"], ["Facts"], ["Code"])


def test_text_files_are_as_editorconfig_says() -> None:
    listed = ["git", "ls-files", "--eol"]
    lines = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for line in lines.splitlines():
        kinds, name = line.split("\t")
        path = ROOT / name
        if kinds.startswith("i/-text") or path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()
        assert b"\r" not in data, f"{name}: a line ends with CRLF"
        assert not data or data.endswith(b"\n"), f"{name}: no new line at its end"
        assert not re.search(rb"[ \t]\n", data), f"{name}: spaces at the end of a line"


def test_the_wheel_has_a_command_and_says_that_it_is_typed(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
    ]
    done = subprocess.run([*command, str(ROOT)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "installed")
        (entry,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
        named = re.search(r"= ([\w.]+):(\w+)", wheel.read(entry).decode())
        assert named and "calculators/py.typed" in wheel.namelist()
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r})\n"
    code += f"from {named[1]} import {named[2]}; sys.exit({named[2]}())"
    asked = ["payment", "--balance", "52000", "--annual-rate", "9.25", "--months-left", "180"]
    answer = subprocess.run(
        [sys.executable, "-I", "-c", code, *asked], capture_output=True, text=True, cwd=tmp_path
    )
    assert answer.returncode == 0, answer.stderr
    assert "$535.18" in answer.stdout
