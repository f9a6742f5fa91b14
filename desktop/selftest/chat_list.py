"""The left pane: folders, pinned chats, the archive, and what a search finds in messages."""

from __future__ import annotations

from desktop.selftest.session import Session, Step

TITLES = ("A weekend in Porto", "Bearings of the north bridge", "Soup for six", "Words of the harbour", "Tax for 2026")


def sorts(session: Session) -> str:
    """Folders, a pinned chat, and a long list."""
    chats, database = session.window.chats, session.database
    made = [database.create_chat("me", title) for title in TITLES]
    for one in made:
        database.conversation.add_turn(one.id, "user", f"What I wanted to know about {one.title}: is the bridge open?")
    work = database.folders.create("me", "Work")
    database.folders.move("me", made[1].id, work.id)
    database.folders.move("me", made[3].id, work.id)
    database.folders.create("me", "Home")
    database.conversation.pin_chat(made[0].id, True)
    database.conversation.archive_chat(made[4].id, True)
    chats.reload()
    if not session.until(lambda: len(chats.listing.folders) == 2):
        return "the folders are not shown"
    session.picture("chats", narrow=True)
    return ""


def searches(session: Session) -> str:
    """What a search finds, with the words around it."""
    chats = session.window.chats
    chats.search.setText("bridge")
    if not session.until(lambda: any(row.snippet is not None for row in chats.model.rows)):
        return "nothing was found in the messages"
    session.picture("chats-found")
    chats.search.setText("zeppelin")
    session.until(lambda: not chats.model.rows)
    session.picture("chats-nothing")
    chats.search.clear()
    return ""


STEPS: tuple[Step, ...] = (("folders", sorts), ("search in chats", searches))
