"""What the calculators and the letters share, from the ground floor up; each room has a face.

loans     pure arithmetic: money, a loan, a pause, an APR, liens
forms     what is asked: kinds of value, boxes, the household's names
answers   what is answered: figures, tables, notes, the reply
rules     law as code over facts
files     what is taken along: text, CSV, calendar
pages     HTML and charts, the only room that knows a tag

A room knows only the rooms above it in this list, and calculators/facts.
"""
