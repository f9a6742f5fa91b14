"""The agent: one turn from the user's message to what was learned from it, as a generator of events.

The message is saved before anything else; the answer is flushed every second; learning comes after `Finished`, so it never
delays a reply. A caller that stops consuming, or calls `interrupt`, stops the turn; what was said is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict

from engine.answers import Answers, told
from engine.attachments import Attachment, plain
from engine.composer import Composer
from engine.database import Database
from engine.errors import InvalidInput, KeepwiseError
from engine.events import (
    Asked,
    Changed,
    Event,
    Failed,
    Finished,
    Learned,
    Proposed,
    Retracted,
    Started,
    Text,
)
from engine.evidence import attach, exchange_of
from engine.item import State, Turn
from engine.language.titles import title_of
from engine.machine import LearningMachine
from engine.prompt import as_sent, left_out
from engine.speaking import LIVELY, Answer, Speaking
from engine.steering import Due, hint
from engine.stop import Stop
from engine.tools import WRITES, Function
from models.protocols import ChatModel

STEPS = 8
"""Most model calls of one turn: a model that keeps calling tools is stopped."""


class Agent:
    """Holds conversations with a model and lets a LearningMachine recall before and learn after each answer.

    tools: further plain functions that the model may call. name: written as `agent_id` on what it notes.
    steps, writes: most model calls, and most writes of the memory's tools, in one turn.
    temperature: of answers, 0.0 for always the likeliest word; may be changed at any time. Learning always uses 0.
    """

    def __init__(
        self,
        model: ChatModel,
        learning: LearningMachine,
        tools: Sequence[Function] = (),
        *,
        name: str = "keepwise",
        steps: int = STEPS,
        writes: int = WRITES,
        temperature: float = 0.0,
    ) -> None:
        self.model = model
        self.learning = learning
        self.name = name
        self.temperature = temperature
        self._steps = steps
        self._writes = writes
        self._tools = tuple(tools)
        self._answers = Answers(learning)
        self._running = Stop()
        self._composer = Composer(model, learning)

    @property
    def _db(self) -> Database:
        return self.learning.db

    def run(
        self,
        message: str,
        user_id: str = "me",
        session_id: str = "default",
        *,
        attachments: Sequence[Attachment] = (),
        instead_of: str = "",
        stop: Stop | None = None,
    ) -> Generator[Event, None, None]:
        """One turn. Yields Started, Recalled, Prefill, Text and ToolUsed as they come, Finished, then what was learned;
        or Failed, with what was said so far saved. Closing the generator cancels the turn.

        attachments: files that are sent with the message as data (`engine.attachments.fit`); nothing is learned from them.
        instead_of: the turn of an earlier message of this chat whose place this one takes; the old one and what followed
        stay as another version, and what only it had taught is taken back (Retracted). It keeps the old one's files
        where no others are given. stop: ends this turn and no other; it may be set before the turn has begun.
        """
        self._running = stop = stop or Stop()
        if not message.strip():
            yield Failed(InvalidInput("The message is empty. Write something first."))
            return
        user_turn, before, changed = self._enter(message, str(user_id), session_id, attachments, instead_of)
        answer = Answer(self._db.conversation.add_turn(session_id, "assistant", "", state="streaming"))
        yield Started(session_id, user_turn.id, answer.turn.id)
        if changed is not None:
            yield Retracted(changed.items, changed.act)
        yield from self._reply(user_turn, before, answer, stop)

    def regenerate(self, turn_id: str, *, stop: Stop | None = None) -> Generator[Event, None, None]:
        """Another answer in the place of one, which stays as another version. Events as of `run`; nothing is learned twice."""
        self._running = stop = stop or Stop()
        with self._db.transaction():
            user_turn, before, turn = self.learning.versions.answer_again(turn_id)
        yield Started(turn.chat_id, user_turn.id, turn.id)
        yield from self._reply(user_turn, as_sent(before), Answer(turn, temperature=LIVELY), stop)

    def resume(self, turn_id: str, *, stop: Stop | None = None) -> Generator[Event, None, None]:
        """Let the last answer of a chat go on where it was stopped (one that has not begun is answered). Events as of `run`."""
        self._running = stop = stop or Stop()
        user_turn, before, turn = self.learning.versions.go_on(turn_id)
        yield Started(turn.chat_id, user_turn.id, turn_id)
        yield from self._reply(user_turn, as_sent(before), Answer.resumed(turn), stop)

    def _reply(self, user_turn: Turn, before: Sequence[Turn], answer: Answer, stop: Stop) -> Iterator[Event]:
        try:
            yield from self._answer(user_turn, before, answer, stop)
        except KeepwiseError as error:
            self._save(answer, "stopped")
            yield Failed(error, answer.turn.id, answer.text)
            return
        except GeneratorExit:
            self._save(answer, "stopped")
            raise
        stopped = answer.reason == "interrupted"
        yield Finished(answer.turn.id, answer.text, stopped, answer.timings, self.model.context, answer.left_out)
        yield from self._noted(answer)
        if not stopped:
            yield from self._learn(user_turn, stop)

    def warm(self, *, stop: Stop | None = None) -> Iterator[Event]:
        """In idle time before the first message: read ahead what learning begins with. No events."""
        self._running = stop = stop or Stop()
        self.learning.warm(stop)
        yield from ()

    def learn_pending(self, user_id: str = "me", *, stop: Stop | None = None) -> Iterator[Event]:
        """Learn what was left "not yet learned"."""
        self._running = stop = stop or Stop()
        for event in self.learning.learn_pending(user_id, stop):
            yield (
                Proposed(event.items) if isinstance(event, Asked) else event
            )  # the turn is over: nobody is there to ask

    def answer(self, item_id: str, verdict: str, text: str | None = None) -> None:
        """The human's word on an item of `Asked`, from any thread: "accept", "edit" (with its new text), "reject", or
        "always": accept it, and save without asking in this store from now on. The turn carries it out as it goes on.

        A word on another proposal, or one that comes late, is carried out at once. Raises InvalidInput, NotFound.
        """
        self._answers.give(item_id, verdict, text)

    def interrupt(self) -> None:
        """End what was begun last, the answer or the learning, within 300 ms; from any thread."""
        self._running.set()

    def print_response(self, message: str, user_id: str = "me", session_id: str = "default") -> None:
        """Run one turn and print it: the answer as it streams, then what was remembered. Raises what failed."""
        for event in self.run(message, user_id, session_id):
            if isinstance(event, Text):
                print(event.text, end="", flush=True)  # noqa: T201 - that is what it is for
            elif isinstance(event, Finished):
                print()  # noqa: T201
            elif isinstance(event, (Learned, Proposed)):
                word = "Remembered" if isinstance(event, Learned) else "Suggested"
                for item in event.items:
                    print(f"  {word}: {item.text}", file=sys.stderr)  # noqa: T201
                for notice in getattr(event, "notices", ()):
                    print(f"  {notice}", file=sys.stderr)  # noqa: T201
            elif isinstance(event, Failed):
                raise event.error

    def _enter(
        self, message: str, user_id: str, session_id: str, attachments: Sequence[Attachment], instead_of: str
    ) -> tuple[Turn, list[Turn], Changed | None]:
        """Save the message first. Returns its turn, the turns before it, and what it took back of another's."""
        conversation = self._db.conversation
        with self._db.transaction():
            chat = conversation.chat(session_id) or conversation.create_chat(user_id, title_of([message]), session_id)
            if chat.user_id != user_id:
                raise InvalidInput(f"The session {session_id!r} belongs to another user. Choose another session id.")
            if not chat.title:
                conversation.rename_chat(session_id, title_of([message]))
            if instead_of:
                if conversation.turn(instead_of).chat_id != session_id:
                    raise InvalidInput("That message is in another chat.")
                new, before, changed = self.learning.versions.say_instead(instead_of, message, attachments)
                return new, as_sent(before), changed
            before = as_sent(conversation.turns(session_id))
            return conversation.add_turn(session_id, "user", message, data=plain(attachments)), before, None

    def _answer(self, user_turn: Turn, before: Sequence[Turn], answer: Answer, stop: Stop) -> Iterator[Event]:
        answer.box = self.learning.toolbox(user_turn.user_id, user_turn.chat_id, self.name, self._writes)
        functions = {f.__name__: f for f in (*self._tools, *answer.box.functions)}
        due: Sequence[Due] = ()
        messages = self._composer.resume(user_turn, before, answer.turn) if answer.begun else []
        if not messages:
            due = self.learning.calls_due(exchange_of([*before, user_turn], user_turn), answer.box, self.model)
            asked = "\n\n".join(part for part in (user_turn.text, hint(due)) if part)
            noted = answer.turn.id if "sent" in user_turn.data else ""
            message = user_turn.text
            recalled, messages = self._composer.compose(message, asked, user_turn, before, answer.box, functions, noted)
            data = {"recalled": [asdict(item) for item in recalled.items]}
            self._db.conversation.update_turn(answer.turn.id, data=data)
            yield recalled
        answer.turn = self._db.conversation.turn(answer.turn.id)
        answer.left_out = left_out([*before, self._db.conversation.turn(user_turn.id), answer.turn])
        speaking = Speaking(self.learning, self.model, self._answers, stop, self._composer.reserve)
        answer.temperature = max(answer.temperature, self.temperature)
        yield from speaking.speak(messages, functions, answer, due, self._steps)
        self._save(answer, "stopped" if answer.reason == "interrupted" else "complete")
        before_pair = f"{before[-1].role}: {before[-1].text}" if before else ""
        self.learning.remember_turn(user_turn, before_pair)

    def _noted(self, answer: Answer) -> Iterator[Event]:
        """What the tools wrote in this turn, for the chips under the answer."""
        noted = answer.box.notebook.noted if answer.box else []
        learned = [new.item for new in noted if new.item.state is State.ACTIVE]
        proposed = [new.item for new in noted if new.item.state is State.PROPOSED]
        act = max((new.act for new in noted), default=0)
        attach(self._db, answer.turn.id, learned, proposed, act, answer.malformed)
        yield from told(noted)

    def _save(self, answer: Answer, state: str) -> None:
        self._db.conversation.update_turn(answer.turn.id, text=answer.text, state=state, data=answer.kept())

    def _learn(self, user_turn: Turn, stop: Stop) -> Iterator[Event]:
        turns = self._db.turns(user_turn.chat_id)
        for event in self.learning.learn_turn(turns, user_turn, stop):
            if not isinstance(event, Asked):
                yield event
                continue
            self._answers.open(event.items)
            yield event
            yield from told(self._answers.settle(event.items))
