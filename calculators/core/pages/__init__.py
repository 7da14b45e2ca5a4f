"""HTML: the only room that knows a tag.

form      a form with its boxes and buttons
figures   all that a reader has said, on one page
answer    an answer, and a calculator with its worked example
table     tables, and the values in them
letter    a letter and its form
pile      which papers to take along
paper     an answer on a sheet of its own, and the first sheets of a pile
notes     notes, and questions about what was typed
links     where links lead
facts     a fact in a sentence, and the list of sources
card      one thing to do or to know, in a plan
door      the front door: its questions, cards and graph
plan      what a household's own numbers add to its plan
choices   choices side by side
charts/   pictures of an answer
"""

from calculators.core.pages.answer import answer, section
from calculators.core.pages.door import door_html
from calculators.core.pages.facts import fact_link, source_list
from calculators.core.pages.figures import Asked, figures_section
from calculators.core.pages.letter import NAME, letter_html, letter_section, letter_sheet, running
from calculators.core.pages.paper import Head, answer_paper, cover_paper, most_paper
from calculators.core.pages.pile import papers_form
from calculators.core.pages.plan import figures_html, plan_paper

__all__ = [
    "NAME",
    "Asked",
    "Head",
    "answer",
    "answer_paper",
    "cover_paper",
    "door_html",
    "fact_link",
    "figures_html",
    "figures_section",
    "letter_html",
    "letter_section",
    "letter_sheet",
    "most_paper",
    "papers_form",
    "plan_paper",
    "running",
    "section",
    "source_list",
]
