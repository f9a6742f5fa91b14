"""What the engine and the models say in English, put into the language of the window where it is shown.

They know nothing of languages: their errors, notices and reasons are looked up here by their English text, those that
carry values by a template. What is not listed is shown in English: rare failures with the words of the system.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.tongue import tr, tr_later
from engine.errors import KeepwiseError

HEADINGS = (
    *(tr_later("Something went wrong"), tr_later("The memory file could not be used")),
    *(tr_later("The memory file is in use"), tr_later("The memory file could not be read")),
    *(tr_later("That cannot be done"), tr_later("Not found"), tr_later("Not allowed")),
    *(tr_later("Learning is not available"), tr_later("The file was not attached"), tr_later("Cancelled")),
    *(tr_later("The model could not be used"), tr_later("The model is not on this computer")),
    *(tr_later("The model stopped unexpectedly"), tr_later("This is too long for the model")),
    *(tr_later("The download did not succeed"), tr_later("The files could not be changed")),
    tr_later("The disk is too full"),
)
"""The titles of all errors, for the catalogue."""
TEMPLATES = (
    # learning
    tr_later("Learning waits until you are done."),
    tr_later(
        "That looks like a password, key or code. Such secrets are not kept; a password manager is the place for them."
    ),
    tr_later("None of the memories that are on has a place for this."),
    tr_later("This chat is temporary: nothing of it is kept. Keep the chat to have it remembered."),
    tr_later("{name} was archived; it is back."),
    tr_later("No longer kept: {text}"),
    tr_later("One says all that the other says, and more."),
    tr_later("Its date has passed: {date}."),
    tr_later("Not used for {n} days."),
    # why something was recalled
    tr_later("always given"),
    tr_later("{name} is named"),
    tr_later("you asked what is known"),
    tr_later("meaning {cosine}, words {keywords}"),
    tr_later("meaning {cosine}"),
    # acts that are refused
    tr_later("That is known already."),
    tr_later("The text is empty. Write something first."),
    tr_later("The text is empty. Write something, or forget the item instead."),
    tr_later("The text is empty. Write something, or reject the item instead."),
    tr_later("The folder needs a name."),
    tr_later("This item is rejected already."),
    tr_later("Only proposals can be rejected; some of these are none any more."),
    tr_later("This was changed since ({act}). Undo that first, or forget the item instead."),
    tr_later("“{text}” has taken its place since. Undo or forget that first."),
    tr_later("There is room for one value only. Replace the old one, or reject the new one."),
    tr_later("All of that is pinned already."),
    tr_later("None of that is pinned."),
    tr_later("All of that is forgotten already."),
    tr_later("All of that is there already."),
    tr_later("This is how it is now. Nothing was changed."),
    tr_later("Choose something first."),
    tr_later("That older value is not there (any more)."),
    tr_later("There is no item {id} (any more)."),
    tr_later("{name} was merged with another. Take the two apart on that page."),
    tr_later("{name} cannot be linked to itself."),
    tr_later("It is called {name} already."),
    tr_later("{name} is known already. Merge the two, if they are one."),
    tr_later("{name} and {other} are one already."),
    tr_later("The outcome is empty. Say in a few words how it turned out."),
    tr_later("The answer is still being written. Keep the chat when it is finished."),
    tr_later("This chat is kept already. Go on with it there."),
    tr_later("These items have changed since. Look for suggestions again."),
    # files
    tr_later("{name}: This model reads text only, no images. Describe what the picture shows."),
    tr_later("{name} is not text. Text, Markdown, code, CSV, JSON, HTML and PDF files can be attached."),
    tr_later("{name} cannot be read directly. Save it as PDF or plain text and attach that."),
    tr_later("{name} is no file. Attach the files that are in it one by one."),
    tr_later("{name} has {size} MB; text of up to {most} MB is read. Attach the part that matters."),
    tr_later("{name} has {size} MB; a PDF of up to {most} MB is read."),
    tr_later("{name} holds no text."),
    tr_later("{name} is locked by a password. Save a copy without one and attach that."),
    tr_later("{name} is damaged or of a kind of PDF that cannot be read."),
    tr_later("{name} holds only pictures of pages (a scan), no text. Run text recognition on it first."),
    tr_later("first {read} of {all} pages"),
    tr_later("first {part} %"),
    # the model
    tr_later("The model was closed while it was answering."),
    tr_later("The model's process {how}. It is started again at the next message."),
    tr_later("This needs {needed} tokens, and the model holds {limit}. Begin a new chat or send less."),
    tr_later(
        "This message needs {needed} tokens, and the model reads at most {limit} at once. "
        "It is saved; send it in parts, or choose a model with a larger context."
    ),
    tr_later("There is not enough room in {folder}: {needed} bytes are needed, {free} are free."),
    tr_later("{name} is not a model file in GGUF format."),
    tr_later("{name} is not a model file: choose one whose name ends in .gguf."),
    tr_later("{name} holds no language model that can chat. Choose a model file made for chat."),
    tr_later("The connection broke; try again to go on from there."),
    tr_later("{name} does not have the expected checksum; it was deleted."),
    # the catalogue of models
    tr_later("A good start on most computers: answers questions, uses its notes and learns from you."),
    tr_later("For computers with little memory. Chats simply, and keeps what you say in your own words."),
    tr_later("Only for trying out: very small, very fast, and often wrong."),
    tr_later("Finds memories by their meaning. Needed for learning. English above all."),
    tr_later("The best of these at understanding and learning. Wants a computer with 8 GB of memory."),
    tr_later("As light as the starter, and trained for conversation."),
    tr_later("Between light and strong. Its licence is not open source: read it first."),
)
"""Whole sentences, for whole texts: `{name}` stands for any words."""
_EXACT = frozenset(template for template in TEMPLATES if "{" not in template)


def said(text: str) -> str:
    """A text of the engine or the models in the language of the window; in English when it is not known here."""
    if text in _EXACT:
        return tr(text)
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return tr(template).format(**found.groupdict())
    return text


def heading_of(error: Exception) -> str:
    """What happened, in one short line."""
    return tr(error.title) if isinstance(error, KeepwiseError) else tr("Something went wrong")


def message_of(error: Exception) -> str:
    """What happened exactly, and what to do."""
    return said(str(error)) or type(error).__name__


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, _pattern(template)) for template in TEMPLATES if "{" in template)


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    fixed = [re.escape(part) for part in parts[::2]]
    named = [f"(?P<{name}>.+?)" for name in parts[1::2]]
    return re.compile("".join(part for pair in zip(fixed, [*named, ""], strict=True) for part in pair), re.DOTALL)
