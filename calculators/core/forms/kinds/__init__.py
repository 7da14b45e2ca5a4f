"""The kinds of value a reader can type or be shown: each reads, bounds and prints itself."""
