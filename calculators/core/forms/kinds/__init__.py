"""The kinds of value a reader can type or be shown: each reads, bounds and prints itself.

kind      what all kinds share
money     dollars: an amount, a change of one, an amount a month
rates     interest rates and shares, in percent
counts    whole numbers: of things, of months, and which month
dates     calendar days
choices   one of a few answers, yes or no among them
words     words: ours in figures and tables, a reader's own for letters
"""
