"""Shortens pages without taking a word from them: an extension of Markdown (mkdocs.yml).

A heading marked `{ .fold }` is folded with all that follows, up to the next heading of its level
or higher. A fact in a sentence gets the number that its source has in the list at the page's end.
The search reads a page before its parts are folded, so it finds each word under its own heading:
here stand marks, of which docs/_theme/main.html makes folds.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

FOLDS = ' class="fold"'
# A heading of the page's own. What is included has other classes, or no id.
NAMED = r'(?: class="fold"| id="[^"]*")+'
PART = re.compile(rf"(?=<h[1-6]{NAMED}>)")
HEADING = re.compile(
    rf"<h(?P<level>[1-6])(?P<named>{NAMED})>(?P<words>.*?)"
    # Its own link would lie inside what opens and closes the fold.
    r'(?:<a class="headerlink".*?</a>)?</h[1-6]>',
    re.DOTALL,
)
# Comments, which nothing else reads.
FOLD, FOLDED, END = "<!--fold-->", "<!--folded-->", "<!--end of fold-->"
SOURCE = re.compile(r'<li id="(source-\w+)">')
FACT = re.compile(r'<a class="fact" href="#(source-\w+)">(.*?)</a>')


class Folds(Postprocessor):  # type: ignore[misc]
    def run(self, text: str) -> str:
        return marked(numbered(text.strip()))


class FoldsExtension(Extension):  # type: ignore[misc]
    def extendMarkdown(self, md: Markdown) -> None:
        # The last of all: it reads the page as others have made it.
        md.postprocessors.register(Folds(md), "folds", 0)


def makeExtension() -> Extension:
    """Markdown asks for it by this name."""
    return FoldsExtension()


def numbered(html: str) -> str:
    """Each fact, and after it the small number that leads to its source."""
    numbers = {name: at for at, name in enumerate(SOURCE.findall(html), start=1)}
    return FACT.sub(lambda fact: f"{fact[2]}{note(fact[1], numbers[fact[1]])}", html)


def note(source: str, number: int) -> str:
    """A screen reader says the word before the number; main.html says it in the page's language."""
    return (
        f'<sup class="note" data-search-exclude><a href="#{source}" role="doc-noteref">'
        f'<span class="note-word">source </span>{number}</a></sup>'
    )


def marked(html: str) -> str:
    """The page with a mark at each end of what is to be folded."""
    made: list[str] = []
    # The levels of the folds that are open at this place, the outermost first.
    levels: list[int] = []
    for part in PART.split(html):
        heading = HEADING.match(part)
        if heading:
            level = int(heading["level"])
            while levels and level <= levels[-1]:
                levels.pop()
                made.append(END)
            if FOLDS in heading["named"]:
                levels.append(level)
                named = heading["named"].replace(FOLDS, "")
                words = f"<h{level}{named}>{heading['words']}</h{level}>"
                part = f"{FOLD}{words}{FOLDED}{part[heading.end() :]}"
        made.append(part)
    return "".join([*made, *(END for _ in levels)])
