"""Tells each page's browser what it may load and run: this site's own files, and nothing else.

The theme has a few inline scripts: each is allowed by the hash of its text. A page may be shown by
a script of another one (instant navigation), so all pages carry the hashes of all.

What a page can't say of itself, its host says, in headers that never change: HEADERS. Each file of
scripts/hosting has them. A page's policy does not reach a worker: that goes by the header of the
script it was started from, so scripts have a policy of their own.
"""

import base64
import hashlib
import re
from pathlib import Path

SCRIPT = re.compile(r"<script(?P<about>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
FIRST = '<meta charset="utf-8">'
FOR_PAGES = (
    "base-uri 'none'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; "
    "frame-src 'none'; object-src 'none'; worker-src 'self'"
)
FOR_SCRIPTS = (
    "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
REFERRER = f'<meta name="referrer" content="{HEADERS["Referrer-Policy"]}">'


def headers(path: str) -> dict[str, str]:
    """What a host says with a file, besides its type and how long it may be kept."""
    own = FOR_SCRIPTS if path.endswith(".js") else FOR_PAGES
    return {"Content-Security-Policy": own, **HEADERS}


def write(site: Path) -> None:
    """Put the policy first in each page's head."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    allowed = sorted({each for html in pages.values() for each in hashes(html)})
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(allowed)}">'
    for path, html in pages.items():
        if html.count(FIRST) != 1:
            raise SystemExit(f"{path.name} no longer begins with {FIRST}: see {__name__}")
        path.write_text(html.replace(FIRST, f"{FIRST}{meta}{REFERRER}"), encoding="utf-8")


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
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
