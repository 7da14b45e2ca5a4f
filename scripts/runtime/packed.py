"""What compressed files are kept as, in build/compressed, by their content: each is made once."""

import fcntl
import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

from scripts.runtime.files import BUILD

KEPT = BUILD / "compressed"


def gzipped(data: bytes) -> Path:
    name = hashlib.sha256(data).hexdigest()
    return keep_as(f"{name}.9.gz", lambda: gzip.compress(data, 9, mtime=0))


def keep_as(name: str, make: Callable[[], bytes]) -> Path:
    kept = KEPT / name
    KEPT.mkdir(parents=True, exist_ok=True)
    if not kept.exists():
        # Whoever else is at the same file is waited for.
        with kept.with_suffix(".part").open("ab") as part:
            fcntl.flock(part, fcntl.LOCK_EX)
            if not kept.exists():
                part.truncate(0)
                part.write(make())
                part.flush()
                Path(part.name).rename(kept)
    return kept
