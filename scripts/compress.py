"""Puts a .br and a .gz beside each file of the built site that gets smaller, for hosts that can
send those. What was compressed once is kept in build/compressed by its content.
"""

import gzip
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from scripts.runtime import BUILD, files_in

KEPT = BUILD / "compressed"
ENDINGS = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest"}
ENDINGS |= {".whl", ".xml", ".zip"}
# Pages change with each edit: nearly as small, and many times faster. The pack holds them all.
PAGES, PACK, SMALLEST = 7, 9, 11
# So that one page's end can be like another's, however far apart they stand.
WINDOW = 24
# Below this a packet more or less makes no difference.
SMALL = 512


def compress(site: Path) -> None:
    paths = [path for path in files_in(site) if path.suffix in ENDINGS]
    KEPT.mkdir(parents=True, exist_ok=True)
    # Both libraries let other threads run meanwhile.
    with ThreadPoolExecutor() as pool:
        used = {name for names in pool.map(write_beside, paths) for name in names}
    forget(used)


def forget(used: set[str]) -> None:
    """Lets go of what older builds used, once that is most of what is kept."""
    kept = files_in(KEPT)
    if len(kept) > 4 * len(used):
        for path in kept:
            if path.name not in used:
                path.unlink()


def write_beside(path: Path, quality: int | None = None) -> list[str]:
    """Returns the names under which the two are kept."""
    data = path.read_bytes()
    if len(data) < SMALL:
        return []
    quality = quality or {".html": PAGES, ".json": PACK}.get(path.suffix, SMALLEST)
    ways: dict[str, Callable[[], bytes]] = {
        f"{quality}.br": lambda: brotli.compress(data, quality=quality, lgwin=WINDOW),
        "9.gz": lambda: gzip.compress(data, 9, mtime=0),
    }
    name = hashlib.sha256(data).hexdigest()
    used = []
    for ending, make in ways.items():
        kept = KEPT / f"{name}.{ending}"
        if not kept.exists():
            kept.write_bytes(make())
        used.append(kept.name)
        beside = path.with_name(f"{path.name}.{ending.split('.')[1]}")
        beside.unlink(missing_ok=True)
        if kept.stat().st_size < len(data):
            beside.write_bytes(kept.read_bytes())
    return used
