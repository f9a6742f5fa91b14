"""The middle pane: rich text, finding, versions, judging, a full context, files, and the temporary chat."""

from __future__ import annotations

from desktop.chat.answer import AnswerView
from desktop.chat.message import QuestionView
from desktop.selftest.session import Session, Step
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
MATHS = r"""The roots of $ax^2 + bx + c = 0$ are

$$
x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
$$

and the mean of $n$ values is \(\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i\), with $\sigma^2 \geq 0$ and $\alpha_k \to \infty$.

\[
A = \begin{pmatrix} \cos\varphi & -\sin\varphi \\ \sin\varphi & \cos\varphi \end{pmatrix},
\quad \int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}
\]

It costs $5 or $10, and `$x_i$` in code stays as it is.
"""
ARABIC = "مرحبا، هذه رسالة تُكتب من اليمين إلى اليسار."
HEBREW = (
    "## כותרת\n\nזהו טקסט בעברית עם **מילים מודגשות**, ואחריו:\n\n1. הפריט הראשון\n2. הפריט השני\n\nAnd English again."
)


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
    session.picture("chat-rtl", before=pane.transcript.to_end)
    session.picture("chat-rich", narrow=True, before=lambda: pane.transcript.go(0))
    return ""


def finds_in_chat(session: Session) -> str:
    """The find bar with its marks."""
    pane = session.window.conversation
    pane.find_bar.open()
    pane.find_bar.field.setText("count")
    pane.find_bar.search()
    session.picture("chat-find", narrow=True)
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
    session.picture("chat-edit")
    view.editor.field.setPlainText("Remember that I count on Fridays. What do you remember about me?")
    view.editor.send()
    if not session.until(lambda: (last := session.answer) is not None and last.finished):
        return "the changed message was not answered"
    questions = (v for v in pane.transcript.views if isinstance(v, QuestionView))
    changed = list(questions)[-1]
    if not session.until(lambda: changed.arrows.place.text() == "2 of 2"):
        return "the versions are not offered"
    session.until(lambda: session.window.bridge.state == "idle" and bool((last := session.answer) and last.chips.chips))
    return _judged(session, session.answer)


def _judged(session: Session, answer: AnswerView | None) -> str:
    if answer is None:
        return "there is no answer"
    answer.chips.toggle_used()
    answer.chips.thumbs.judge(False)
    answer.chips.thumbs.reason.field.setText("Too short")
    answer.chips.show_timings(Timings(800, 700, 214, 0.4, 6.9, 1014))
    session.window.toast.hide()
    session.picture("chat-versions", before=session.window.conversation.transcript.to_end)
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
    session.picture("chat-stopped", before=lambda: pane.transcript.go(1))
    return ""


def shows_maths(session: Session) -> str:
    """Formulas in an answer."""
    database = session.database
    chat = database.create_chat("me", "Formulas").id
    for role, text in (("user", "Which formulas do I need?"), ("assistant", MATHS)):
        database.conversation.mark_learned(database.conversation.add_turn(chat, role, text).id)
    pane = session.window.conversation
    pane.open(chat)
    if not session.until(lambda: len(pane.transcript.shown) == 2 and bool(pane.transcript.views)):
        return "the chat was not shown"
    session.picture("chat-maths", before=lambda: pane.transcript.go(0))
    return ""


def takes_files(session: Session) -> str:
    """A file and one that cannot be read wait to be sent; then the file stands on the message."""
    window, pane = session.window, session.window.conversation
    notes, picture = session.folder / "Notes on the bearings.md", session.folder / "bridge.png"
    notes.write_text("# Bearings\n\nThe north bridge has eight of them.\n", encoding="utf-8")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    pane.new_chat()
    window.files.add([notes, picture])
    if not session.until(lambda: all(one.file is not None or one.failed for one in window.files.waiting)):
        return "the files were not read"
    session.picture("files", narrow=True)
    window.files.waiting[-1].chip.button.click()
    pane.send("How many bearings are there? What do you remember about me?")
    if not session.until(lambda: (last := session.answer) is not None and last.finished):
        return "the message was not answered"
    session.until(lambda: session.window.bridge.state == "idle")
    session.picture("files-sent", before=lambda: pane.transcript.go(0))
    return ""


def forgets(session: Session) -> str:
    """A temporary chat: empty, and with an answer."""
    window, pane = session.window, session.window.conversation
    window.temporary.start()
    if not session.until(lambda: window.temporary.here and not window.temporary.bar.isHidden()):
        return "it did not begin"
    session.picture("temporary-empty", narrow=True)
    pane.send("What do you remember about me?")
    if not session.until(lambda: (last := session.answer) is not None and last.finished):
        return "it was not answered"
    session.picture("temporary", before=pane.transcript.to_end)
    pane.new_chat()
    session.picture("temporary-ended")
    return "" if window.temporary.bar.isHidden() else "it did not end"


STEPS: tuple[Step, ...] = (
    ("rich text", shows_rich_text),
    ("find in chat", finds_in_chat),
    ("other versions, judging", offers_versions),
    ("a full context, a stopped answer", says_what_is_left_out),
    ("maths", shows_maths),
    ("files", takes_files),
    ("a temporary chat", forgets),
)
