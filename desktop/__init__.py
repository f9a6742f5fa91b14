"""desktop: what you see. The window, the command line, every thread, and the one composition root (compose)."""
