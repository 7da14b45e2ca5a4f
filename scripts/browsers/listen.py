"""Compares what a screen reader says of the site with heard.toml: scripts/listen."""

import sys
import threading
import tomllib
from pathlib import Path
from typing import Any

from scripts.browsers.orca import Listener, listening, plain
from scripts.site.host import static_server

ROOT = Path(__file__).parent.parent.parent
PORT = 8133
HEARD = ROOT / "build" / "heard"


def main() -> int:
    expected = tomllib.loads(Path(__file__).with_name("heard.toml").read_text(encoding="utf-8"))
    server = static_server(ROOT / "build" / "heard-site", PORT)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    HEARD.mkdir(parents=True, exist_ok=True)
    failures = 0
    for page in expected["page"]:
        if all(part in page["path"] for part in sys.argv[1:]):
            failures += read_aloud(page)
    print(f"{failures} not as expected")
    return 1 if failures else 0


def read_aloud(page: dict[str, Any]) -> int:
    """Every step of a page in turn; how many were not as expected."""
    print(f"== {page['path'] or 'home'}", flush=True)
    said: list[str] = []
    failures = 0
    with listening(f"http://127.0.0.1:{PORT}/{page['path']}") as listener:
        for step in page["step"]:
            words = take(step, listener, is_first=not said)
            said += [f"-- {step['do']}", *words]
            never = [*page.get("never", []), *step.get("never", [])]
            for problem in problems(step, never, words):
                failures += 1
                print(f"   {step['do']}: {problem}", flush=True)
    name = page["path"].strip("/").replace("/", "-") or "home"
    (HEARD / f"{name}.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
    return failures


def take(step: dict[str, Any], listener: Listener, is_first: bool) -> list[str]:
    """Does what the step says, and returns what was said for it. A page is read by itself first."""
    mark = 0 if is_first else listener.mark()
    for part in step.get("keys", []):
        if part.startswith("write "):
            listener.write(part.removeprefix("write "))
        else:
            listener.press(part)
    last = plain(step["says"][-1])
    return [plain(each) for each in listener.since(mark, last)]


def problems(step: dict[str, Any], never: list[str], words: list[str]) -> list[str]:
    """What was not said, in the order in which it should be, and what should not be said at all."""
    whole = plain(" ".join(words))
    found = []
    at = 0
    for wanted in step.get("says", []):
        place = whole.find(plain(wanted), at)
        if place < 0:
            found.append(f"not said: {wanted!r}")
        else:
            at = place + len(plain(wanted))
    return found + [f"said: {each!r}" for each in never if each in whole]


if __name__ == "__main__":
    sys.exit(main())
