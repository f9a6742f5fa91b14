"""Items that a person writes by hand: shaped as their store shapes what is said. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.clock import now, to_local
from engine.item import Item
from engine.keeper import new_item
from engine.stores import Chosen, Draft, Store, UserProfile


def item_by_hand(
    store: Store, text: str, *, user_id: str, session_id: str, namespace: str, data: Mapping[str, Any]
) -> Item:
    """An item of `store` that says `text`; data: its values, and its `key` and `subject` when they are known."""
    values = dict(data)
    key, subject = str(values.pop("key", "")), str(values.pop("subject", ""))
    drafts = store.plain(Chosen(store.name, text, text, to_local(now())))
    draft = drafts[0] if drafts and not key else None
    if isinstance(store, UserProfile) and draft is None:
        field = key or "name"
        shown = f"{field.replace('_', ' ').capitalize()}: {text}"
        draft = store.draft(field, text) or Draft("field", shown, "user", field, {"value": text})
    if draft is None:
        kind = "fact" if store.name == "entity_memory" else "memory"
        draft = Draft(kind, text, subject or text.split(maxsplit=1)[0], key)
    return new_item(
        store.name,
        draft.kind,
        draft.text,
        user_id=user_id,
        session_id=session_id if store.scope == "session" else "",
        namespace=namespace,
        subject=subject or draft.subject,
        key=key or draft.key,
        data={**draft.data, **values},
    )
