"""The settings view: everything that can be chosen, applied at once and taken back by a toast."""
