"""Lays out the pages to compare with, beside the built site."""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.runtime.files import BUILD, PYODIDE, files_in
from scripts.runtime.make import CORE_FILES
from scripts.site.compress import SMALLEST, write_beside

PAGES = Path(__file__).parent / "pages"
# Where scripts/bench has put what package.json here names.
TOOLS = BUILD / "bench-tools" / "node_modules"
PYSCRIPT = TOOLS / "@pyscript" / "core"
OURS = "calculators/payment/"


def lay_out(site: Path) -> dict[str, str]:
    """The address of each page that is measured, under the site's own."""
    work = site / "peers"
    shutil.copytree(PAGES, work)
    (work / "pyodide").mkdir()
    for name in (*CORE_FILES, "python_stdlib.zip", "pyodide-lock.json"):
        shutil.copy(PYODIDE / name, work / "pyodide")
    (work / "pyscript").mkdir()
    for path in (PYSCRIPT / "dist").iterdir():
        if path.suffix in (".js", ".css"):
            shutil.copy(path, work / "pyscript")
    files = files_in(work)
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda path: write_beside(path, SMALLEST), files))
    # With what is in it in its name, browsers are told to keep it, as they are told of ours.
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
    work.rename(site / f"peers-{digest}")
    base = f"peers-{digest}/"
    return {
        "ours": OURS,
        "stock": f"{base}stock.html",
        "pyscript": f"{base}pyscript.html",
        "plain": f"{base}plain.html",
    }
