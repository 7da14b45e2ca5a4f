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
slides    “what if”: boxes to move in a copy of an answer
facts     a fact in a sentence, and the list of sources
card      one thing to do or to know, in a plan
door      the front door: its questions, cards and graph
plan      what a household's own numbers add to its plan
sheet     a sheet of paper on a page, blank or filled
log       the form of the log, what comes next, and its sheet
desk      the action plan and the summary, for a counselor's desk
desk_tables  their tables
blank_plan  the plan as a sheet to fill in by hand
offers    the form and the sheet of two offers side by side
choices   choices side by side
charts/   pictures of an answer
"""

from calculators.core.pages.answer import answer, section
from calculators.core.pages.blank_plan import blank_plan
from calculators.core.pages.card import call_button
from calculators.core.pages.desk import action_plan_html, summary_html
from calculators.core.pages.door import door_html
from calculators.core.pages.facts import fact_link, folded_sources, source_list, sources_of
from calculators.core.pages.figures import Asked, figures_section
from calculators.core.pages.letter import NAME, letter_html, letter_section, letter_sheet, running
from calculators.core.pages.links import SOURCE_PAGES, phone_button, source_page
from calculators.core.pages.log import blank_log, log_html, log_section
from calculators.core.pages.offers import blank_offers, offers_html, offers_section
from calculators.core.pages.paper import Head, answer_paper, cover_paper, most_paper, weekday
from calculators.core.pages.pile import papers_form
from calculators.core.pages.plan import figures_html, plan_paper
from calculators.core.pages.sheet import blank_place, sheet_place

__all__ = [
    "NAME",
    "SOURCE_PAGES",
    "Asked",
    "Head",
    "action_plan_html",
    "answer",
    "answer_paper",
    "blank_log",
    "blank_offers",
    "blank_place",
    "blank_plan",
    "call_button",
    "cover_paper",
    "door_html",
    "fact_link",
    "figures_html",
    "figures_section",
    "folded_sources",
    "letter_html",
    "letter_section",
    "letter_sheet",
    "log_html",
    "log_section",
    "most_paper",
    "offers_html",
    "offers_section",
    "papers_form",
    "phone_button",
    "plan_paper",
    "running",
    "section",
    "sheet_place",
    "source_list",
    "source_page",
    "sources_of",
    "summary_html",
    "weekday",
]
