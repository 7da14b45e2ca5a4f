"""Puts a .br and a .gz beside each file of the built site that gets smaller, for hosts that can
send those. What was compressed once is kept in build/compressed by its content.
"""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from scripts.runtime.files import files_in
from scripts.runtime.packed import KEPT, gzipped, keep_as

ENDINGS = {".bin", ".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"}
ENDINGS |= {".whl", ".xml", ".zip"}
# Pages change with each edit: nearly as small, and many times faster. The pack holds them all.
PAGES, PACK, SMALLEST = 7, 9, 11
# Python's memory too: 4 % more than the smallest, in a quarter of the time.
MEMORY = 10
# In the pack one page's end can be like another's, however far apart they stand.
WINDOW, PACK_WINDOW = 22, 24
# Below this a packet more or less makes no difference.
SMALL = 512


def compress(site: Path) -> None:
    used = {path.name for kept in each(write_beside, site) for path in kept}
    forget(used)


def each[R](work: Callable[[Path], R], folder: Path) -> list[R]:
    paths = [path for path in files_in(folder) if path.suffix in ENDINGS]
    # Both libraries let other threads run meanwhile.
    with ThreadPoolExecutor() as pool:
        return list(pool.map(work, paths))


def forget(used: set[str]) -> None:
    """Lets go of what older builds used, once that is most of what is kept."""
    kept = files_in(KEPT)
    if len(kept) > 4 * len(used):
        for path in kept:
            if path.name not in used:
                path.unlink()


def write_beside(path: Path, quality: int | None = None) -> list[Path]:
    """Returns where the two are kept."""
    used = keep(path, quality)
    for kept in used:
        beside = path.with_name(path.name + kept.suffix)
        beside.unlink(missing_ok=True)
        if kept.stat().st_size < path.stat().st_size:
            beside.write_bytes(kept.read_bytes())
    return used


def keep(path: Path, quality: int | None = None) -> list[Path]:
    """Compresses a file both ways, unless that was done before."""
    data = path.read_bytes()
    if len(data) < SMALL:
        return []
    quality = quality or {".html": PAGES, ".json": PACK, ".bin": MEMORY}.get(path.suffix, SMALLEST)
    window = PACK_WINDOW if quality == PACK else WINDOW
    name = hashlib.sha256(data).hexdigest()
    return [
        keep_as(
            f"{name}.{quality}-{window}.br",
            lambda: brotli.compress(data, quality=quality, lgwin=window),
        ),
        gzipped(data),
    ]
