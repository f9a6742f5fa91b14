"""The right side of the window: what was learned, and what waits for your word."""
