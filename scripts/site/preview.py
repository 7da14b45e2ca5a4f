"""The site while it is being written: only the pages that a change shows on are made again."""

import logging
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchfiles import watch

from scripts.runtime.files import BUILD, ROOT
from scripts.runtime.make import RUNTIME
from scripts.setup.alone import alone
from scripts.site.build import LOCK
from scripts.site.generate import HOSTING
from scripts.site.search import add_words
from scripts.site.settings import SETTINGS

DOCS, CONFIG = ROOT / "docs", ROOT / "mkdocs.yml"
THEME = DOCS / "_theme"
FRAGMENTS = BUILD / "fragments"
INCLUDED = re.compile(r"\{!(.+?)!\}")


def serve_watched(port: int, address: str) -> None:
    """A server makes the pages; a thread remakes what is generated from Python and facts."""
    print("Making Python for the browser, and the pages (a minute the first time) ...", flush=True)
    remake()
    threading.Thread(target=remake_on_change, daemon=True).start()
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    # MkDocs warns that it cannot know which pages a change shows on. We do.
    made = logging.getLogger("mkdocs.commands.build")
    made.addFilter(lambda record: "'dirty'" not in record.getMessage())
    with tempfile.TemporaryDirectory(prefix="second-mortgage-help-") as folder:
        pages = Pages(Path(folder), address)
        pages.make()
        server = LiveReloadServer(pages.make, "127.0.0.1", port, root=folder)
        for path in (DOCS, FRAGMENTS, CONFIG, SETTINGS):
            server.watch(str(path))
        print(f"Serving at {address} (Ctrl+C stops)", flush=True)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


class Pages:
    """The pages in a folder, and what they were made of."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self.runtime = folder / "assets" / "runtime"
        self.made_of: dict[Path, int] = {}
        self.config().plugins.on_startup(command="serve", dirty=True)

    def config(self) -> MkDocsConfig:
        return load_config(
            str(CONFIG), site_dir=str(self.folder), site_url=self.address, strict=False
        )

    def make(self) -> None:
        """Everything at first, and when what all pages share has changed."""
        before, self.made_of = self.made_of, sources()
        changed = {path for path, _ in before.items() ^ self.made_of.items()}
        # A page more or less changes the navigation.
        come_or_gone = before.keys() ^ self.made_of.keys()
        everywhere = not changed.isdisjoint({CONFIG, SETTINGS}) or any(
            path.is_relative_to(THEME) or path in come_or_gone
            for path in changed
            if not path.is_relative_to(FRAGMENTS)
        )
        if not everywhere:
            for page in DOCS.rglob("*.md"):
                if page in changed or not changed.isdisjoint(included(page)):
                    self.forget(page)
        build(self.config(), serve_url=self.address, dirty=not everywhere)
        add_words(self.folder, whole=False)
        self.runtime.unlink(missing_ok=True)
        self.runtime.symlink_to(RUNTIME)

    def forget(self, page: Path) -> None:
        """MkDocs makes a page whose file is missing, whatever the clock says."""
        name = page.relative_to(DOCS).with_suffix("")
        place = name.parent if name.name == "index" else name
        (self.folder / place / "index.html").unlink(missing_ok=True)


def sources() -> dict[Path, int]:
    """What the pages are made of, and when each was written."""
    folders = (DOCS.rglob("*.md"), THEME.rglob("*.*"), FRAGMENTS.rglob("*.*"))
    paths = [CONFIG, SETTINGS, *(path for folder in folders for path in folder)]
    return {path: path.stat().st_mtime_ns for path in paths}


def included(page: Path) -> set[Path]:
    return {FRAGMENTS / name for name in INCLUDED.findall(page.read_text(encoding="utf-8"))}


def remake_on_change() -> None:
    # A page is watched too: which facts it includes decides its list of sources.
    for _ in watch(ROOT / "calculators", DOCS, HOSTING, ignore_permission_denied=True):
        remake(check=False)


def remake(check: bool = True) -> None:
    with alone(LOCK, "build"):
        for module in ("scripts.runtime.make", "scripts.site.generate"):
            subprocess.run([sys.executable, "-m", module], cwd=ROOT, check=check)
