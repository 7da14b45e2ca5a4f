"""Makes the built site fit to be kept on a reader's device: names that change with the content, and
a list of every file with its hash.

offline.json           the files of this release, for docs/sw.js
offline-<hash>.json    its pages, styles and scripts in one, which compresses far better
"""

import hashlib
import json
import mimetypes
import re
import shutil
from pathlib import Path

from scripts.runtime.files import files_in, megabytes
from scripts.runtime.packed import gzipped

# What no reader's browser asks for: maps for programmers, the manifest that the worker holds, what
# hosts and programs look for. And Python's memory, which the worker keeps by itself.
LEFT_OUT = re.compile(
    r"\.(map|br|gz)$|^assets/runtime/(runtime\.json|memory-\w+\.bin)$"
    r"|^(\.htaccess|_headers|licenses\.txt|sbom\.cdx\.json|sw\.js|offline.*\.json|[^/]*\.zip)$"
)
OURS = re.compile(r'((?:href|src)="[^"]*\bassets/)((?:css|js)/)')
STAMP = '<meta name="release" content="">'
PACKED = (".css", ".html", ".js", ".json", ".svg", ".webmanifest", ".xml")
mimetypes.add_type("application/manifest+json", ".webmanifest")


def digest(data: bytes) -> str:
    """As docs/sw.js works it out: half of SHA-256."""
    return hashlib.sha256(data).hexdigest()[:32]


def name_by_content(site: Path) -> str:
    """Moves our scripts and styles into a folder named after them and the runtime that they name.

    Returns that name. A page and its code can then not be of two releases, whatever a cache keeps.
    """
    assets = site / "assets"
    worker = assets / "js" / "worker.js"
    text = worker.read_text(encoding="utf-8")
    if '"../runtime/"' not in text:
        raise SystemExit(f"{worker.name} no longer says where the runtime is: see {__name__}")
    worker.write_text(text.replace('"../runtime/"', '"../../runtime/"'), encoding="utf-8")
    ours = [path for folder in ("css", "js") for path in files_in(assets / folder)]
    code = digest(b"".join(path.read_bytes() for path in ours))[:12]
    for folder in ("css", "js"):
        (assets / code).mkdir(exist_ok=True)
        shutil.move(assets / folder, assets / code / folder)
    return code


def stamp(site: Path, code: str) -> None:
    """Says in each page which code it belongs to, and which version of its words it holds."""
    for page in files_in(site):
        if page.suffix == ".html":
            html, found = OURS.subn(rf"\g<1>{code}/\2", page.read_text(encoding="utf-8"))
            if not found or STAMP not in html:
                raise SystemExit(
                    f"{page} does not name its code or release as scripts/site/offline.py expects"
                )
            version = digest(html.encode())[:12]
            named = STAMP.replace('""', f'"{code} {version}"')
            page.write_text(html.replace(STAMP, named), encoding="utf-8")


def list_files(site: Path, code: str) -> None:
    """Writes offline.json and its pack."""
    kept = {address(site, path): path for path in files_in(site) if is_kept(site, path)}
    files = {name: digest(path.read_bytes()) for name, path in kept.items()}
    texts = {
        name: [f"{mimetypes.guess_type(path.name)[0]}; charset=utf-8", path.read_bytes().decode()]
        for name, path in kept.items()
        if path.suffix in PACKED and not name.startswith("assets/runtime/")
    }
    pack = json.dumps(texts, ensure_ascii=False).encode()
    pack_name = f"offline-{digest(pack)[:12]}.json"
    (site / pack_name).write_bytes(pack)
    rest = [path.read_bytes() for name, path in kept.items() if name not in texts]
    release = digest(json.dumps(files).encode())[:12]
    index = {
        "release": release,
        "code": code,
        "size": megabytes(sum(path.stat().st_size for path in kept.values())),
        "download": megabytes(sum(gzipped(each).stat().st_size for each in [pack, *rest])),
        "pack": pack_name,
        "files": files,
    }
    (site / "offline.json").write_text(json.dumps(index, indent=0) + "\n")


def is_kept(site: Path, path: Path) -> bool:
    return not LEFT_OUT.search(path.relative_to(site).as_posix())


def address(site: Path, path: Path) -> str:
    """As a link on the page would say it: a folder's page by the folder's name."""
    return re.sub(r"(^|/)index\.html$", r"\1", path.relative_to(site).as_posix())
