"""Answering suggestions: one at a time, many at once, and where the chat itself asks."""
