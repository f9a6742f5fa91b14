"""What can be told from words alone, without a model: dates, names, sentences and their kinds, search terms. Pure functions."""
