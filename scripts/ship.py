"""Makes what MkDocs has built ready for a host: the last step of scripts/build."""

import re
import sys
from pathlib import Path

from scripts import offline, paper
from scripts.compress import compress

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
SIZE = '<span class="paper-size"></span>'


def main(site: Path) -> None:
    found = CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    if not found:
        raise SystemExit("The home page does not say its own address: set --site-url.")
    size = paper.make(site, found[1])
    page = site / "about" / "offline" / "index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace(SIZE, f" ({size})"), encoding="utf-8")
    code = offline.name_by_content(site)
    offline.stamp(site, code)
    offline.list_files(site, code)
    compress(site)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
