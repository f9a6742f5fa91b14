"""Who sees an item: a private one its user, a shared one everybody whose machine names its namespace. Pure.

Closed when in doubt: an item in a namespace that the config of its store does not name is seen by nobody here, also not by
whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.config import StoreConfig
from engine.item import Item

PRIVATE = "user"
"""The namespace of what belongs to one user alone."""
_MARK = "\x1f"
"""Begins the index key of what is shared. White space, so that no user id begins with it (`engine.acts.user_of`)."""


def shared_of(configs: Mapping[str, StoreConfig | None]) -> dict[str, str]:
    """The shared namespace of each store that is on and names one."""
    named = {store: namespace_of(config) for store, config in configs.items() if config is not None}
    return {store: name for store, name in named.items() if name != PRIVATE}


def namespace_of(config: StoreConfig | None) -> str:
    """Where a store with this config writes."""
    return str(getattr(config, "namespace", "") or PRIVATE)


def key_of(item: Item) -> str:
    """Under whom an item is indexed: its user, or the namespace that it is shared in."""
    return item.user_id if item.namespace == PRIVATE else _shared_key(item.store, item.namespace)


def keys_of(user_id: str, shared: Mapping[str, str]) -> list[str]:
    """Under whom everything is indexed that a user sees."""
    return [user_id, *(_shared_key(store, name) for store, name in shared.items())]


def _shared_key(store: str, namespace: str) -> str:
    return f"{_MARK}{store}{_MARK}{namespace}"
