"""Shortens pages without taking a word from them: MkDocs runs this as a hook (mkdocs.yml).

A heading marked `{ .fold }` is folded with all that follows, up to the next heading of its level
or higher. A fact in a sentence gets the number that its source has in the list at the page's end.
The search reads a page before its parts are folded, so it finds each word under its own heading.
"""

import re
from typing import override
from xml.etree.ElementTree import Comment, Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig

HEADING = re.compile(r"h[1-6]")
# A heading's own link would lie inside what opens and closes the fold.
HEADING_LINK = "headerlink"
# Comments, which nothing else reads: what becomes of them when the page is done.
MARKS = {
    "fold": '<details class="fold"><summary>',
    "folded": "</summary>",
    "end of fold": "</details>",
}
SOURCE = re.compile(r'<li id="(source-\w+)">')
FACT = re.compile(r'<a class="fact" href="#(source-\w+)">(.*?)</a>')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.markdown_extensions.append(Folds())  # type: ignore[arg-type]
    return config


def on_page_content(html: str, **_: object) -> str:
    """Each fact, and after it the small number that leads to its source."""
    numbers = {name: at for at, name in enumerate(SOURCE.findall(html), start=1)}
    return FACT.sub(lambda fact: f"{fact[2]}{note(fact[1], numbers[fact[1]])}", html)


def note(source: str, number: int) -> str:
    return (
        f'<sup class="note" data-search-exclude><a href="#{source}" role="doc-noteref">'
        f'<span class="note-word">source </span>{number}</a></sup>'
    )


def on_post_page(output: str, **_: object) -> str:
    for name, html in MARKS.items():
        output = output.replace(f"<!--{name}-->", html)
    return output


class Folds(Extension):
    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # After the headings have got their classes, ids and links.
        md.treeprocessors.register(MarkFolds(md), "folds", 1)


class MarkFolds(Treeprocessor):
    """Puts marks around each part to be folded."""

    @override
    def run(self, root: Element) -> None:
        marked: list[Element] = []
        # The levels of the folds that are open at this place, the outermost first.
        levels: list[int] = []
        for element in list(root):
            level = int(element.tag[1]) if is_heading(element) else 0
            while level and levels and level <= levels[-1]:
                levels.pop()
                marked.append(Comment("end of fold"))
            if level and "fold" in (element.get("class") or "").split():
                levels.append(level)
                without_link(element)
                marked += [Comment("fold"), element, Comment("folded")]
            else:
                marked.append(element)
        root[:] = [*marked, *(Comment("end of fold") for _ in levels)]


def is_heading(element: Element) -> bool:
    return isinstance(element.tag, str) and HEADING.fullmatch(element.tag) is not None


def without_link(heading: Element) -> None:
    heading.attrib.pop("class")
    for link in heading.findall("a"):
        if link.get("class") == HEADING_LINK:
            heading.remove(link)
