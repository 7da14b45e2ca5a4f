"""What a link may lead to on a page of docs/."""

import re
from pathlib import Path


def headings(page: Path) -> set[str]:
    """The anchors of its headings, as the site names them: `{ #id }`, or made of the words."""
    found = set()
    for heading in re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
        named = re.search(r"\{.*#([\w-]+).*\}", heading)
        plain = re.sub(r"\{.*\}|[^\w\s-]", "", heading).strip().lower()
        found.add(named[1] if named else re.sub(r"[\s-]+", "-", plain))
    return found
