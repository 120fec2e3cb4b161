"""Presenters: from a match and one seat to the words, numbers and marks the scenes show."""
