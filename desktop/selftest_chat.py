"""States of the middle pane for the self-test: versions, used memories, judging, finding, long lines, right-to-left text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop.chat.answer import AnswerView
from desktop.chat.message import QuestionView
from desktop.window import MainWindow
from engine import Database, LearningMachine
from models.protocols import Timings

RICH = """Three ways to write it, and what each costs:

| way | memory | speed | when |
|:--|--:|--:|:--|
| a plain loop | 12 MB | 1.0 | small lists, and whenever it should be read by others |
| a `Counter` | 14 MB | 3.2 | most of the time |
| a sorted array | **8 MB** | 0.7 | when memory is short |

> The frequency is $f_i = n_i / \\sum_j n_j$, and \\(a_b*c*d\\) stays as it is written.

- first, count with *care*
    - and a nested point
- then look at [the documentation](https://docs.example.org/counter?page=2)

```python
totals = {name: sum(weight * value for weight, value in zip(weights, values)) for name, values in measured.items()}
```

![a chart](https://tracker.example.net/chart.png)
"""
ARABIC = "مرحبا، هذه رسالة تُكتب من اليمين إلى اليسار."
HEBREW = (
    "## כותרת\n\nזהו טקסט בעברית עם **מילים מודגשות**, ואחריו:\n\n1. הפריט הראשון\n2. הפריט השני\n\nAnd English again."
)


class Session(Protocol):
    """What the self-test hands to its steps."""

    window: MainWindow
    database: Database
    learning: LearningMachine

    def until(self, condition: Callable[[], bool]) -> bool: ...

    def settle(self) -> None: ...

    def picture(self, name: str) -> None: ...


def shows_rich_text(session: Session) -> str:
    """A table, code with a long line, maths, a picture that is not loaded, and text from right to left."""
    database = session.database
    chat = database.create_chat("me", "Ways to count").id
    for role, text in (("user", "How do I count words?"), ("assistant", RICH), ("user", ARABIC), ("assistant", HEBREW)):
        data = {"timings": {"generated_tokens": 214, "generate_seconds": 6.9, "prompt_tokens": 800}}
        turn = database.conversation.add_turn(chat, role, text, data=data if role == "assistant" else {})
        database.conversation.mark_learned(turn.id)
    pane = session.window.conversation
    pane.open(chat)
    if not session.until(lambda: len(pane.transcript.shown) == 4 and bool(pane.transcript.views)):
        return "the chat was not shown"
    session.settle()
    session.picture("chat-rtl")
    pane.transcript.go(0)
    session.settle()
    session.picture("chat-rich")
    return ""


def finds_in_chat(session: Session) -> str:
    """The find bar with its marks."""
    pane = session.window.conversation
    pane.find_bar.open()
    pane.find_bar.field.setText("count")
    pane.find_bar.search()
    session.settle()
    session.picture("chat-find")
    found = pane.find_bar.count.text()
    pane.find_bar.close_bar()
    return "" if " of " in found else f"the find bar says {found!r}"


def offers_versions(session: Session) -> str:
    """A message that was changed, with arrows; then the field in which it is changed."""
    pane = session.window.conversation
    pane.branching.edit_last()
    view = next((v for v in reversed(pane.transcript.views) if isinstance(v, QuestionView)), None)
    if view is None or view.editor is None:
        return "the message is no field"
    session.settle()
    session.picture("chat-edit")
    view.editor.field.setPlainText("Remember that I count on Fridays. What do you remember about me?")
    view.editor.send()
    answer = pane.transcript.last_answer
    if not session.until(lambda: (last := answer()) is not None and last.finished):
        return "the changed message was not answered"
    questions = (v for v in pane.transcript.views if isinstance(v, QuestionView))
    changed = list(questions)[-1]
    if not session.until(lambda: changed.arrows.place.text() == "2 of 2"):
        return "the versions are not offered"
    session.until(lambda: session.window.bridge.state == "idle" and bool((last := answer()) and last.chips.chips))
    return _judged(session, answer())


def _judged(session: Session, answer: AnswerView | None) -> str:
    if answer is None:
        return "there is no answer"
    answer.chips.toggle_used()
    answer.chips.thumbs.judge(False)
    answer.chips.thumbs.reason.field.setText("Too short")
    answer.chips.show_timings(Timings(800, 700, 214, 0.4, 6.9, 1014))
    session.window.toast.hide()
    session.settle()
    session.window.conversation.transcript.to_end()
    session.settle()
    session.picture("chat-versions")
    return "" if answer.chips.used is not None else "what was used is not shown"


def says_what_is_left_out(session: Session) -> str:
    """The notice where the context was full, and a stopped answer with its next step."""
    pane = session.window.conversation
    pane.transcript.show_left_out(2)
    answer = pane.transcript.last_answer()
    if answer is None:
        return "there is no answer"
    answer.chips.thumbs.reason.hide()
    answer.finish("stopped", answer.used)
    pane.transcript.go(1)
    session.settle()
    session.picture("chat-stopped")
    return ""


STEPS: tuple[tuple[str, Callable[[Session], str]], ...] = (
    ("rich text", shows_rich_text),
    ("find in chat", finds_in_chat),
    ("other versions, judging", offers_versions),
    ("a full context, a stopped answer", says_what_is_left_out),
)
