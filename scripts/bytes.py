"""Prints what a reader downloads before the first answer, against stock Pyodide.

    python -m scripts.bytes     after scripts/build, or python -m scripts.runtime

Brotli is at its best (11), as for files that are compressed once; so is gzip (9).
"""

import gzip
import json
from pathlib import Path

import brotli

from scripts.runtime import RUNTIME
from scripts.runtime_stdlib import PYODIDE, ROOT

CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")


def main() -> None:
    stock = measure([PYODIDE / name for name in (*CORE, "python_stdlib.zip", "pyodide-lock.json")])
    ours = measure(our_files())
    show("stock loadPyodide", stock)
    show("ours", ours)
    ratios = [mine / theirs for mine, theirs in zip(total(ours), total(stock), strict=True)]
    print("ratio".ljust(24), *(f"{ratio:12.3f}" for ratio in ratios))


def our_files() -> list[Path]:
    """All that the worker asks for: itself, the manifest, and what that names."""
    manifest = json.loads((RUNTIME / "runtime.json").read_text())
    core = RUNTIME / manifest["pyodide"]
    return [
        ROOT / "docs/assets/js/worker.js",
        RUNTIME / "runtime.json",
        *(core / name for name in CORE),
        RUNTIME / manifest["stdlib"],
        RUNTIME / manifest["wheel"],
    ]


def measure(paths: list[Path]) -> dict[str, tuple[int, int, int]]:
    """By file: bytes as they are, with gzip, and with brotli."""
    sizes = {}
    for path in paths:
        data = path.read_bytes()
        packed = brotli.compress(data, quality=11, lgwin=24)
        sizes[path.name] = (len(data), len(gzip.compress(data, 9)), len(packed))
    return sizes


def total(sizes: dict[str, tuple[int, int, int]]) -> list[int]:
    return [sum(column) for column in zip(*sizes.values(), strict=True)]


def show(title: str, sizes: dict[str, tuple[int, int, int]]) -> None:
    print(title.ljust(24), *(f"{heading:>12}" for heading in ("bytes", "gzip", "brotli")))
    for name, row in [*sizes.items(), ("together", total(sizes))]:
        print(f"  {name[:22]:22}", *(f"{count:12,}" for count in row))


if __name__ == "__main__":
    main()
