"""Pages that answers name in a sentence, “like this”: the menu's words for each, and its file.

`core/pages` makes a link of each.
"""

PLACES = {
    "Old and charged-off loans": "more/old-and-charged-off-loans.md",
    "When the loan’s end has come": "more/when-the-loan-ends.md",
}
