"""Makes what each page loads few and small: lean.mjs, and the pages say so."""

import re
from pathlib import Path

from scripts.runtime.files import NODE, ROOT, run

STYLE = re.compile(r'<link rel="stylesheet" href="((?:[./]*|/[^"]*?)assets/)([^"]+\.css)">')
LEAN = Path(__file__).with_suffix(".mjs")


def make(site: Path) -> None:
    """The styles that each page's head has become one; `papers.css` and its like stay apart."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    (names,) = {tuple(match[2] for match in in_head(html)) for html in pages.values()}
    for path, html in pages.items():
        first, *rest = in_head(html)
        head, body = html.split("</head>", 1)
        for match in rest:
            head = head.replace(match[0], "")
        head = head.replace(first[0], f'<link rel="stylesheet" href="{first[1]}css/all.css">')
        path.write_text(f"{head}</head>{body}", encoding="utf-8")
    run(NODE, LEAN, site, ROOT / "calculators", *(site / "assets" / name for name in names))


def in_head(html: str) -> list[re.Match[str]]:
    return list(STYLE.finditer(html.split("</head>", 1)[0]))
