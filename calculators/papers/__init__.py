"""Your papers: two piles to take along, one for the reader and one to send.

piles   what a pile may hold, in one list each, and how Python makes each paper
words   what is said over them and about them
"""

from calculators.papers.piles import FOR_YOU, TO_SEND, Household, Paper, cover, make_pile

__all__ = ["FOR_YOU", "TO_SEND", "Household", "Paper", "cover", "make_pile"]
