"""Makes a zip named after the site: the pages for places without a network.

Each page is what an article of the site holds, without what needs a script: opened from a disk, it
shows the words, the worked examples, the blank letters and the sheets, and links to its neighbors.
"""

import posixpath
import re
import zipfile
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from calculators.identity import IDENTITY
from scripts.runtime.files import ROOT, add, files_in, megabytes
from scripts.site.release import newest

NAME = IDENTITY.slug
STYLES = ROOT / "docs" / "assets" / "css"
# What the theme does on the site; then the site's own looks, on a screen and on paper.
STYLE = ROOT / "docs" / "_theme" / "paper.css"
SHARED = ("calculator.css", "letter.css", "folds.css", "sheets.css", "print.css")
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LEFT_OUT = {"button", "form", "link", "noscript", "progress", "script", "style", "template"}
CLASSES_LEFT_OUT = {
    "calc-buttons",
    "calc-private",
    "calc-problems",
    "calc-progress",
    "calc-said",
    "choices-pick",
    "headerlink",
    "page-due",
    "page-tools",
    "page-top",
    "paper-download",
    "papers",
    "see-python",
    "states-find",
    "unready",
}
# What only scripts and the theme's styles read; print.css reads the state of an answer.
ATTRIBUTES = re.compile(r"^(data-(?!state$)|tabindex$|aria-live$|markdown$)")
# What print.css says where the name, the address and the release go.
FOOT = '"Printed from this site"'
EXAMPLE = "This copy cannot work out your own figures. It shows our example."
LETTER = "Print this page, and fill in the letter by hand."


class Article(HTMLParser):
    """The article of a built page, with links to the files of this copy."""

    def __init__(self, page: str, files: dict[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.page = page
        self.files = files
        self.parts: list[str] = []
        self.title = ""
        # How many tags deep we stand: in the article, and in something left out of it.
        self.depth = 0
        self.hidden = 0
        self.in_title = False
        self.language = "en"

    def read(self, html: str) -> None:
        """Its head and its article: a menu of all pages, which each one has, is left alone."""
        head, body = html.split("</head>", 1)
        self.feed(head)
        self.feed(body[body.index("<article") : body.rindex("</article>")])
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        classes = set((given.get("class") or "").split())
        self.in_title = tag == "title"
        if tag == "html":
            self.language = given.get("lang") or self.language
        if not self.depth:
            self.depth = int(tag == "article" and "md-content__inner" in classes)
            return
        if tag not in VOID:
            self.depth += 1
        left_out = tag in LEFT_OUT or classes & CLASSES_LEFT_OUT or "data-kept" in given
        if self.hidden or left_out:
            self.hidden += tag not in VOID
            return
        if tag == "img":
            # The copy is words alone.
            self.parts.append(f'<em class="paper-note">{escape(given.get("alt") or "")}</em>')
            return
        # No script opens what a link or a search leads into: all is open, until a reader closes it.
        opened = " open" if tag == "details" else ""
        self.parts.append(f"<{tag}{self.attributes(attributes)}{opened}>")
        if "data-calculator" in given:
            letter = (given["data-calculator"] or "").startswith("letter-")
            self.parts.append(f'<p class="paper-note">{LETTER if letter else EXAMPLE}</p>')

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.handle_starttag(tag, attributes)
        elif self.depth and not self.hidden:
            self.parts.append(f"<{tag}{self.attributes(attributes)}/>")

    def handle_endtag(self, tag: str) -> None:
        self.in_title = False
        if not self.depth or tag in VOID:
            return
        self.depth -= 1
        if self.hidden:
            self.hidden -= 1
        elif self.depth:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.title += data
        elif self.depth and not self.hidden:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def attributes(self, attributes: list[tuple[str, str | None]]) -> str:
        kept = []
        for name, value in attributes:
            if name == "href":
                value = self.link(value or "")
            if not ATTRIBUTES.search(name):
                kept.append(f" {name}" if value is None else f' {name}="{escape(value)}"')
        return "".join(kept)

    def link(self, href: str) -> str:
        """To the file of this copy; links in the page and out of the site stay as they are."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path:
            return href
        path = urljoin(f"/{self.page}", parts.path).lstrip("/")
        file = self.files.get(path + "index.html" if path.endswith("/") or not path else path)
        if not file:
            raise SystemExit(f"{self.page} links to {href}, which is not in the printable copy")
        here = posixpath.dirname(self.files[self.page])
        to = posixpath.relpath(file, here or ".")
        return f"{to}#{parts.fragment}" if parts.fragment else to


def make(site: Path, address: str) -> str:
    """Writes the archive into the site and returns its size in words."""
    pages = [path.relative_to(site).as_posix() for path in files_in(site)]
    files = {page: file_of(page) for page in pages if page.endswith("index.html")}
    archive = site / f"{NAME}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        add(made, f"{NAME}/style.css", style(address))
        for page, file in files.items():
            article = Article(page, files)
            article.read((site / page).read_text(encoding="utf-8"))
            add(made, f"{NAME}/{file}", whole_page(article, file, address))
    return megabytes(archive.stat().st_size)


def style(address: str) -> str:
    paths = [STYLE, *(STYLES / name for name in SHARED)]
    css = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return with_address(css, address)


def with_address(css: str, address: str) -> str:
    """Each printed sheet bears the site's name, short address and release at its foot."""
    if FOOT not in css:
        raise SystemExit(f"print.css no longer says {FOOT} at the foot of a sheet: see {__name__}")
    short = address.split("://")[1].rstrip("/")
    return css.replace(FOOT, f'"{IDENTITY.name}: {short}. {newest().words}"')


def file_of(page: str) -> str:
    """A file's name in the copy: steps/1-assess/index.html is steps/1-assess.html there."""
    folder = posixpath.dirname(page)
    return f"{folder}.html" if folder else page


def whole_page(article: Article, file: str, address: str) -> str:
    up = "../" * file.count("/")
    return (
        # A closed list of sources is not printed; print.css leaves it out unless it is asked for.
        f'<!doctype html>\n<html lang="{article.language}" data-print="sources">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{article.title.strip()}</title>\n"
        f'<link rel="stylesheet" href="{up}style.css">\n</head>\n<body>\n'
        f'<p class="paper-home" lang="en"><a href="{up}index.html">'
        f"{escape(IDENTITY.name)}</a></p>\n"
        '<main class="md-content__inner md-typeset">\n'
        f"{''.join(article.parts).strip()}\n</main>\n"
        '<p class="paper-from" lang="en">A copy of '
        f'<a href="{address}">{address}</a> for reading and printing. Look there '
        f"for newer pages when you can. {newest().words}.</p>\n</body>\n</html>\n"
    )
