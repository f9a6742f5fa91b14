"""DuckDB is spoken in this package and nowhere else; `Database` is its one public name."""

from engine.database.database import Database

__all__ = ["Database"]
