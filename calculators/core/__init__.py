"""Pure arithmetic (money, loan, apr) and the vocabulary that every calculator shares."""
