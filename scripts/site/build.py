"""Builds the whole site into site/, ready to be put on any static host."""

import argparse
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from calculators.identity import IDENTITY
from scripts.runtime import make as runtime
from scripts.runtime.core import pruned_core, split_core
from scripts.runtime.files import BUILD, ROOT, files_in
from scripts.setup.alone import alone
from scripts.site import compress, generate, pages, search, ship
from scripts.site.whole import replaced

LOCK = BUILD / "lock"
STEPS = 5
# Seconds after which a step that goes on says so again.
PATIENCE = 10


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/build", description=__doc__)
    parser.add_argument(
        "--site-url",
        metavar="URL",
        help="the address it will be served at, if not that of identity.toml",
    )
    parser.add_argument("--output", type=Path, default=ROOT / "site", metavar="DIR")
    chosen = parser.parse_args()
    with alone(LOCK, "build"):
        build(chosen.output, chosen.site_url)


def build(output: Path, address: str | None) -> None:
    """Nothing of what stands in `output` is touched until the new site is whole."""
    with step(1, "Pyodide's core, without what only C packages use"):
        core = split_core(pruned_core())
    # To compress these takes longer than all the rest, which goes on meanwhile.
    threading.Thread(target=compress_all, args=[core], daemon=True).start()
    with step(2, "The calculators and Python's library, compiled for the browser"):
        runtime.main()
    threading.Thread(target=compress_all, args=[runtime.RUNTIME], daemon=True).start()
    with step(3, "Examples, letters and facts for the pages"):
        generate.main()
    with replaced(output) as folder:
        with step(4, "The pages"):
            pages.make(ROOT / "mkdocs.yml", folder, address or IDENTITY.address)
            search.add_words(folder)
        with step(5, "Names, the offline list, the printable copy, compressed files"):
            ship.main(folder)
    print(f"The site is in {output}", flush=True)


def compress_all(core: Path) -> None:
    for path in files_in(core):
        compress.keep(path)


@contextmanager
def step(number: int, words: str) -> Iterator[None]:
    """Says what is being done, that it goes on, and how long it took."""
    print(f"[{number}/{STEPS}] {words}", flush=True)
    began = time.monotonic()
    done = threading.Event()

    def tell() -> None:
        while not done.wait(PATIENCE):
            print(f"      still at it, {time.monotonic() - began:.0f} s", flush=True)

    telling = threading.Thread(target=tell, daemon=True)
    telling.start()
    try:
        yield
    finally:
        done.set()
        telling.join()
    print(f"      done in {time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
