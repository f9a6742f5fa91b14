"""The middle of the window: the transcript, its messages and the field to write in."""
