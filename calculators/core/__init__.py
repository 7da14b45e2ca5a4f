"""What the calculators and letters share, in rooms that need not know each other:

arithmetic and rules   money loan pause courses options liens apr dates servicing
what is asked          kinds lines form household
what is answered       answer what_if month_by_month, and in sentences words *_words
how it is shown        render* chart plot as HTML; export ics as files to keep
"""
