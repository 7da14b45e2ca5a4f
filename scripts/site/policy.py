"""Tells each page's browser what it may load and run: this site's own files, and nothing else.

The theme has a few inline scripts: each is allowed by the hash of its text. A page may be shown by
a script of another one (instant navigation), so all pages carry the hashes of all.
"""

import base64
import hashlib
import re
from pathlib import Path

SCRIPT = re.compile(r"<script(?P<about>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
FIRST = '<meta charset="utf-8">'


def write(site: Path) -> None:
    """Put the policy first in each page's head."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    allowed = sorted({each for html in pages.values() for each in hashes(html)})
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(allowed)}">'
    for path, html in pages.items():
        if html.count(FIRST) != 1:
            raise SystemExit(f"{path.name} no longer begins with {FIRST}: see {__name__}")
        path.write_text(html.replace(FIRST, f"{FIRST}{meta}"), encoding="utf-8")


def hashes(html: str) -> list[str]:
    """The inline scripts of a page as a policy names them; data for scripts needs no leave."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(script['text'].encode()).digest()).decode()}'"
        for script in SCRIPT.finditer(html)
        if "src=" not in script["about"] and "application/json" not in script["about"]
    ]


def policy(scripts: list[str]) -> str:
    """Nothing from elsewhere, no form that sends, no code made from text but WebAssembly's."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {' '.join(scripts)}",
            "style-src 'self'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )
