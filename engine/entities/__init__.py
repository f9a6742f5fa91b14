"""Entities: people, places, projects and things as graphs of small items that share a subject."""
