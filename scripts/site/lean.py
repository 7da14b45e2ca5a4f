"""Makes what each page loads few and small: lean.mjs, and the pages say so."""

import json
import re
from pathlib import Path

from scripts.runtime.files import NODE, ROOT, run
from scripts.runtime.make import MANIFEST

STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*\bassets/)([^"]+\.css)">')
# The theme's script, which lean.mjs makes smaller and names anew.
BUNDLE = re.compile(r"bundle\.\w+\.min\.js")
LEAN = Path(__file__).with_suffix(".mjs")
# A script that a page needs at once, and the sign of it in the page.
NEEDED = {"main.js": "<main", "calculator.js": 'data-calculator="', "door.js": "data-door"}
# A calculator that is folded into a page of words is not needed before it is opened.
FOLDED = '<details class="calc-embedded'


def make(site: Path) -> None:
    """The styles that each page's head has become one; `papers.css` and its like stay apart."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    (names,) = {tuple(match[2] for match in styles_of(html)) for html in pages.values()}
    styles = [site / "assets" / each for each in names]
    said = run(NODE, LEAN, site, ROOT / "calculators", MANIFEST, *styles)
    parts: dict[str, list[str]] = json.loads(said)
    (bundle,) = (site / "assets" / "javascripts").glob("bundle.*.js")
    for path, html in pages.items():
        first, *rest = styles_of(html)
        links = [f'<link rel="stylesheet" href="{first[1]}css/all.css">']
        for name in needed(html, parts):
            links.append(f'<link rel="modulepreload" href="{first[1]}js/{name}">')
        head, body = html.split("</head>", 1)
        for match in rest:
            head = head.replace(match[0], "")
        head, body = head.replace(first[0], "".join(links)), BUNDLE.sub(bundle.name, body)
        path.write_text(f"{head}</head>{body}", encoding="utf-8")


def needed(html: str, parts: dict[str, list[str]]) -> list[str]:
    """What a page's scripts need: asked for together, and not one after the other."""
    found: list[str] = []
    for name, sign in NEEDED.items():
        if sign in html and (name != "calculator.js" or FOLDED not in html):
            found += [name, *parts[name]]
    return list(dict.fromkeys(found))


def styles_of(html: str) -> list[re.Match[str]]:
    return list(STYLE.finditer(html.split("</head>", 1)[0]))
