"""Writes build/fragments: what the Markdown pages include.

calculators/<slug>.html   the form and its worked example, computed by the code of the browser
calculators/<slug>-folded.html   the same, closed, for a page of words
python/<slug>.html        the source of a calculator, folded
calculators/list.md       every calculator's question, for the home page
letters/<slug>.html       the form and the blank letter
log.html                  the form of the log and its blank sheet
sheets/<name>.html        a blank sheet for a counselor's desk, and a blank plan
offers.html               the form of two offers and their blank sheet
my-figures.html           every box of every form, for the page of all that a reader has said
papers.html               what the two piles of papers may hold
facts/<id>.html           one fact, for a sentence; facts/es/<id>.html for a Spanish one
facts/cite/<id>.html      under a quote of a state's law: its section, and the date of the text
sources/<page>.html       the facts that a page uses, for its end
sources/of/<page>.html    the facts on a page of the list of all, by subject
identity/<name>.md        whose copy this is, as scripts/site/identity.py has it
notices.html              what others wrote (scripts/site/licenses.py)
hosting/<name>.md         the settings of a host, as scripts/hosting has them
door/<page>.html          the front door, as scripts/site/door.py has it
states/<name>.html        all states in a list, and the offices of one (scripts/site/states.py)
states/ask.md             one line that leads to them, for guides and letters
"""

import ast
import json
import re
from html import escape
from itertools import groupby
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from calculators import CALCULATORS, run
from calculators.core.forms import boxes
from calculators.core.pages import (
    NAME,
    SOURCE_PAGES,
    Asked,
    blank_place,
    blank_plan,
    fact_link,
    figures_section,
    folded_sources,
    letter_section,
    log_section,
    offers_section,
    section,
    sheet_place,
    source_list,
    source_page,
)
from calculators.facts import FACTS, fact
from calculators.identity import IDENTITY
from calculators.letters import LETTERS
from calculators.letters import write as write_letter
from calculators.log import SLUG as LOG
from calculators.log import TITLE as LOG_TITLE
from calculators.log import Inputs as Entry
from calculators.sheets import SHEETS
from calculators.sheets.offers import OFFERS, Owed
from calculators.sheets.offers import Inputs as Offer
from calculators.sheets.offers_words import LABELS
from scripts.runtime.files import BUILD, ROOT
from scripts.runtime.make import MANIFEST
from scripts.site import settings
from scripts.site.door import door_fragments
from scripts.site.identity import identity_fragments
from scripts.site.licenses import notices
from scripts.site.papers import papers_fragment
from scripts.site.spanish import SOURCES, is_spanish, link_in_spanish
from scripts.site.states import state_fragments

FRAGMENTS = BUILD / "fragments"
DOCS = ROOT / "docs"
HOSTING = ROOT / "scripts" / "hosting"
INCLUDED_FACT = re.compile(r"\{!facts/(?:es/)?(\w+)\.html!\}")
# The second copy of a calculator on one page has ids of its own.
COPIES = ("", "-2")
# The name of the first copy, in the examples of scripts/hosting.
FIRST = "second-mortgage-help"
# What the button that prints it calls a sheet.
SHEET_WORDS = {"action-plan": "the action plan", "summary": "the summary"}
# Pygments marks every name and every comma, which the theme shows as plain text anyway.
PLAIN = re.compile(r'<span class="(?:n|nn|p|o|w)">(.*?)</span>')


def main() -> None:
    written: set[Path] = set()
    # What scripts/runtime has made by now.
    download = json.loads(MANIFEST.read_text())["download"]
    for slug, calculator in CALCULATORS.items():
        example = run(slug, {box.name: box.example for box in boxes(calculator.inputs)})
        if not example["ok"]:
            raise SystemExit(f"{slug}: its own example is refused: {example['errors']}")
        for copy in COPIES:
            html = section(calculator, f"{slug}{copy}", example, download)
            written.add(write(f"calculators/{slug}{copy}.html", html))
        html = folded(calculator.question, section(calculator, slug, example, download))
        written.add(write(f"calculators/{slug}-folded.html", html))
        written.add(write(f"python/{slug}.html", see_the_python(slug)))
    written.add(write("calculators/list.md", calculator_list()))
    for slug, letter in LETTERS.items():
        html = letter_section(
            slug, letter.inputs, f"letter-{slug}", write_letter(slug, {}), download, letter.title
        )
        written.add(write(f"letters/{slug}.html", html))
    written.add(write("my-figures.html", my_figures()))
    written.add(write("papers.html", papers_fragment()))
    written.add(write("log.html", log_section(LOG_TITLE, Entry, "../")))
    written.add(write("offers.html", offers()))
    written.add(write("sheets/plan.html", blank_place(blank_plan())))
    for name, words in SHEET_WORDS.items():
        html = sheet_place(name, words, SHEETS[name].blank(), "../")
        written.add(write(f"sheets/{name}.html", html))
    for known in FACTS.values():
        written.add(write(f"facts/{known.id}.html", fact_link(known)))
        if html := link_in_spanish(known):
            written.add(write(f"facts/es/{known.id}.html", html))
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        used = [fact(fact_id) for fact_id in dict.fromkeys(INCLUDED_FACT.findall(text))]
        html = folded_sources(used, **SOURCES) if is_spanish(text) else folded_sources(used)
        written.add(write(f"sources/{page.relative_to(DOCS).with_suffix('')}.html", html))
    for name in SOURCE_PAGES.values():
        written.add(write(f"sources/of/{Path(name).stem}.html", all_sources(name)))
    written.add(write("notices.html", notices()))
    for path in HOSTING.iterdir():
        # A folder of theirs in the example.
        text = path.read_text(encoding="utf-8").replace(f"/srv/{FIRST}", f"/srv/{IDENTITY.slug}")
        written.add(write(f"hosting/{path.name}.md", f"```\n{text}```"))
    for fragments in (door_fragments(), state_fragments(DOCS), identity_fragments()):
        written |= {write(name, html) for name, html in fragments.items()}
    remove_others(written)
    settings.main()


def folded(question: str, calculator: str) -> str:
    """A calculator on a page of words: a button until somebody wants it."""
    summary = f"<summary>Open the calculator: {escape(question)}</summary>"
    return f'<details class="calc-embedded">{summary}{calculator}</details>'


def offers() -> str:
    """The form of two offers, and their blank sheet."""
    return offers_section("Two offers", Owed, Offer, OFFERS, LABELS.values(), "../")


def my_figures() -> str:
    """Every box of every form, by the names that the page keeps them under."""
    forms = [Asked(slug, each.title, each.inputs) for slug, each in CALCULATORS.items()]
    forms += [Asked(f"{NAME}{slug}", each.title, each.inputs) for slug, each in LETTERS.items()]
    forms += [Asked(slug, f"Offer {number}", Offer) for number, slug in enumerate(OFFERS, 1)]
    forms.append(Asked(LOG, "In the log, not added yet", Entry))
    return figures_section(forms, [each for one in CALCULATORS.values() for each in one.figures])


def see_the_python(slug: str) -> str:
    """The source of one calculator, for readers who want to check it. One line."""
    module = CALCULATORS[slug].calculate.__module__
    source = (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    code = PLAIN.sub(r"\1", highlight(source, PythonLexer(), HtmlFormatter(nowrap=True)))
    parts = ", ".join(f"<code>{part}</code>" for part in built_on(source))
    html = (
        '<details class="see-python" data-search-exclude><summary>See the Python</summary>'
        "<p>This is the program that works out the answer above, on your device and in our "
        f"example. It builds on parts that the calculators share: {parts}.</p>"
        '<div class="highlight"><pre><code tabindex="0" role="region" aria-label="The program">'
        f"{code}</code></pre></div></details>"
    )
    # A blank line would end a raw block in Markdown.
    return html.replace("\n", "&#10;")


def built_on(source: str) -> list[str]:
    """The modules of ours that a program imports, as people would look for them."""
    nodes = list(ast.walk(ast.parse(source)))
    names = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    names |= {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
    ours = "calculators."
    return sorted(name.removeprefix(ours) for name in names if name.startswith(ours))


def calculator_list() -> str:
    """Their questions in Markdown; the links are the page's own, and builders follow them."""
    return "\n".join(
        f"- [{each.question}](calculators/{slug}.md)" for slug, each in CALCULATORS.items()
    )


def all_sources(page: str) -> str:
    """The facts on a page of the list of all, under the names of their files."""
    parts = []
    for subject, facts in groupby(FACTS.values(), lambda known: known.subject):
        known = list(facts)
        if source_page(known[0]) == page:
            title = subject.replace("_", " ").capitalize()
            parts.append(f"<h2>{title}</h2>{source_list(known)}")
    return "".join(parts)


def write(name: str, html: str) -> Path:
    """Write one fragment, if it changed: MkDocs watches them."""
    path = FRAGMENTS / name
    # A fragment must not start an include of its own.
    html = html.replace("{!", "&#123;!")
    if not path.exists() or path.read_text(encoding="utf-8") != html:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return path


def remove_others(written: set[Path]) -> None:
    """A fragment that nothing makes any more must not go on being included."""
    for path in [*FRAGMENTS.rglob("*.html"), *FRAGMENTS.rglob("*.md")]:
        if path not in written:
            path.unlink()


if __name__ == "__main__":
    main()
