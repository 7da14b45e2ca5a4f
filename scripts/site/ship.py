"""Makes what MkDocs has built ready for a host: the last step of scripts/build."""

import re
import shutil
from pathlib import Path

from scripts.runtime.files import ROOT
from scripts.runtime.make import RUNTIME
from scripts.site import lean, licenses, offline, paper, papers, policy, sbom
from scripts.site.compress import compress

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
HOSTING = ROOT / "scripts" / "hosting"
# Some hosts look for their settings in the site itself.
READ_BY_HOSTS = (".htaccess", "_headers")
# The theme's search in other languages, and its sign: no page asks for them.
NOT_FOR_READERS = ("assets/javascripts/lunr", "assets/images/favicon.png")
SIZE = '<span class="paper-size"></span>'


def main(site: Path) -> None:
    found = CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    if not found:
        raise SystemExit("The home page does not say its own address: set --site-url.")
    for name in NOT_FOR_READERS:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    papers.write_codes(site, found[1])
    sheets = site / "assets" / "css" / "print.css"
    css = paper.with_address(sheets.read_text(encoding="utf-8"), found[1])
    sheets.write_text(css, encoding="utf-8")
    size = paper.make(site, found[1])
    page = site / "about" / "offline" / "index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace(SIZE, f" ({size})"), encoding="utf-8")
    lean.make(site)
    shutil.copytree(RUNTIME, site / "assets" / "runtime")
    code = offline.name_by_content(site)
    offline.stamp(site, code)
    policy.write(site)
    offline.list_files(site, code)
    for name in READ_BY_HOSTS:
        settings = (HOSTING / name).read_text(encoding="utf-8")
        (site / name).write_text(settings.replace("CODE", code), encoding="utf-8")
    licenses.write(site)
    sbom.write(site)
    compress(site)
