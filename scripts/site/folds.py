"""Shortens pages without taking a word from them: MkDocs runs this as a hook (mkdocs.yml).

A heading marked `{ .fold }` is folded with all that follows, up to the next heading of its level
or higher. A fact in a sentence gets the number that its source has in the list at the page's end.
The search reads a page before its parts are folded, so it finds each word under its own heading.
"""

import re

from mkdocs.structure.pages import Page

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
# Comments, which nothing else reads: what becomes of them when the page is done.
MARKS = {
    "<!--fold-->": '<details class="fold"><summary>',
    "<!--folded-->": "</summary>",
    "<!--end of fold-->": "</details>",
}
FOLD, FOLDED, END = MARKS
# What a screen reader says before the number of a source, in the page's language.
NOTES = {"en": "source", "es": "fuente"}
SOURCE = re.compile(r'<li id="(source-\w+)">')
FACT = re.compile(r'<a class="fact" href="#(source-\w+)">(.*?)</a>')


def on_page_content(html: str, page: Page, **_: object) -> str:
    return marked(numbered(html, page.meta.get("lang", "en")))


def on_post_page(output: str, **_: object) -> str:
    for mark, html in MARKS.items():
        output = output.replace(mark, html)
    return output


def numbered(html: str, language: str = "en") -> str:
    """Each fact, and after it the small number that leads to its source."""
    numbers = {name: at for at, name in enumerate(SOURCE.findall(html), start=1)}
    word = NOTES[language]
    return FACT.sub(lambda fact: f"{fact[2]}{note(fact[1], numbers[fact[1]], word)}", html)


def note(source: str, number: int, word: str) -> str:
    return (
        f'<sup class="note" data-search-exclude><a href="#{source}" role="doc-noteref">'
        f'<span class="note-word">{word} </span>{number}</a></sup>'
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
