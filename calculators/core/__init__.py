"""What the calculators and the letters share. Each module says at its top what it is for.

Arithmetic and rules:  money dates loan pause courses options liens apr servicing
What is asked:         kinds lines form household
What is answered:      answer what_if month_by_month
In sentences:          words options_words servicing_words
How it is shown:       render render_table render_letter chart plot
What is taken along:   export ics
"""
