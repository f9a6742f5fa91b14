"""The tools for what is known of the user: profile fields, memories, and the slots of the present conversation."""

from __future__ import annotations

from engine.clock import now, to_local
from engine.errors import InvalidInput
from engine.stores import Chosen, Draft, SessionContext, Store, UserProfile
from engine.tools.functions import Function
from engine.tools.notebook import Notebook


def profile(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """update_profile."""
    assert isinstance(store, UserProfile)

    def update_profile(field: str, value: str) -> str:
        draft = store.draft(field.strip().lower().replace(" ", "_"), value)
        if draft is None and not value.strip():
            raise InvalidInput("The value is blank. Nothing was changed.")
        if draft is None:
            raise InvalidInput(f"There is no field {field!r}. Fields: {', '.join(store.fields)}.")
        return notebook.add(draft, store.name)

    update_profile.__doc__ = (
        f"Note who the user is: one field and its value, as the user said it. Fields: {', '.join(store.fields)}."
    )
    return [("update", update_profile)]


def memory(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """add_memory, update_memory, delete_memory."""

    def add_memory(text: str) -> str:
        """Note a lasting thing about the user in one short sentence, such as a preference, habit, plan or possession."""
        return notebook.add(drafted(store, text), store.name)

    def update_memory(id_or_text: str, new_text: str) -> str:
        """Replace what is noted about the user by what holds now; name the old note by its id or its text."""
        old = notebook.one(store.name, id_or_text)
        return notebook.add(drafted(store, new_text), store.name, replaces=old.id)

    def delete_memory(id_or_text: str) -> str:
        """Forget one note about the user, named by its id or its text; only when the user asks for it."""
        return notebook.forget(notebook.one(store.name, id_or_text))

    return [("add", add_memory), ("update", update_memory), ("delete", delete_memory)]


def session(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """set_goal, set_plan, set_progress; set_summary when planning is off."""
    assert isinstance(store, SessionContext)

    def set_goal(goal: str) -> str:
        """Note what the user wants to reach in this conversation."""
        return notebook.add(_slot("goal", goal), store.name)

    def set_plan(plan: str) -> str:
        """Note the steps that are agreed on in this conversation, one a line, in place of the earlier plan."""
        held = next((item.id for item in notebook.active(store.name) if item.key == "plan"), "")
        return notebook.add(_slot("plan", plan), store.name, replaces=held)

    def set_progress(progress: str) -> str:
        """Note what has been done in this conversation since the last note; what was noted before stays."""
        return notebook.add(_slot("progress", progress), store.name)

    def set_summary(summary: str) -> str:
        """Note in one sentence what this conversation is about."""
        return notebook.add(_slot("summary", summary), store.name)

    planned = [("update", set_goal), ("update", set_plan), ("update", set_progress)]
    return list(planned) if "goal" in store.keys else [("update", set_summary)]


def drafted(store: Store, text: str) -> Draft:
    """What a store makes of a plain text. Raises InvalidInput when that is nothing."""
    drafts = store.plain(Chosen(store.name, text.strip(), text.strip(), to_local(now()))) if text.strip() else []
    if not drafts:
        raise InvalidInput("The text is blank, or says nothing that belongs here. Nothing was saved.")
    return drafts[0]


def _slot(part: str, text: str) -> Draft:
    lines = [row.strip() for row in text.splitlines() if row.strip()]
    if not lines:
        raise InvalidInput("The text is blank. Nothing was changed.")
    return Draft("slot", "\n".join(lines), "session", part, {"lines": lines})
