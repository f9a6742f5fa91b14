"""The one composition root: where the data folder is, which model speaks, how the parts are put together.

The window and every command go through here, and nothing else constructs a Database, a model or a LearningMachine.
A model or embedder that is missing is no reason to keep someone from their memories: `App.problems` says what is not
there, and the rest works.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias, TypeVar

from desktop.assets import asset
from desktop.home import home_folder
from desktop.memory import restore_modes
from engine import Agent, Database, KeepwiseError, LearningMachine, LearningMode
from engine.database.opening import is_encrypted
from models import ModelMissing, open_chat, open_embedder
from models.catalogue import entries, folder_of, is_installed
from models.fetch import OnProgress, fetch
from models.protocols import ChatModel, Embedder, Message
from models.remote import RemoteChat
from models.wire import server_at

DEFAULT_USER = "me"
DEFAULT_MODEL = "starter"
MODEL_SETTING = "model"
"""The database setting that holds the model chosen last."""
SERVER = "@server"
"""In place of a model's name: the one of the server that the setting of this name (without its mark) describes."""
SERVER_SETTING = "server"
_FIRST_WORDS: tuple[Message, ...] = ({"role": "user", "content": "Hello"},)

STORES = ("user_profile", "user_memory", "session_context", "entity_memory", "learned_knowledge", "decision_log")

Part = TypeVar("Part")
Fetching: TypeAlias = Callable[[str, OnProgress], object]
"""Fetches a model of the catalogue by name, telling how far it is; tests hand in one that stays on this machine."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What to open. An empty `model` means `chosen_model`; `modes` override those in the memory file.

    with_model: False leaves the language model out, for commands that only read and write memories. passphrase: of an
    encrypted memory file; a plain one is opened without it, and a new one is made encrypted.
    """

    home: Path = field(default_factory=home_folder)
    database: Path | None = None
    user_id: str = DEFAULT_USER
    model: str = ""
    modes: Mapping[str, LearningMode | None] = field(default_factory=dict)
    with_model: bool = True
    passphrase: str = field(default="", repr=False)

    @property
    def database_path(self) -> Path:
        """The memory file."""
        return self.database or self.home / "memory.duckdb"


def fetched(name: str, progress: OnProgress) -> object:
    """Fetch a model of the catalogue from where the catalogue says."""
    return fetch(name, progress=progress)


@dataclass(slots=True)
class App:
    """The parts, put together. `model`, `agent` and `embedder` are None when `problems` says why; the model can change.

    fetching: how a model of the catalogue is fetched.
    """

    settings: Settings
    database: Database
    learning: LearningMachine
    model: ChatModel | None = None
    embedder: Embedder | None = None
    agent: Agent | None = None
    problems: tuple[KeepwiseError, ...] = ()
    fetching: Fetching = fetched

    @property
    def model_name(self) -> str:
        """The model that speaks; empty without one."""
        return self.model.name if self.model is not None else ""

    def need_model(self) -> tuple[ChatModel, Agent]:
        """The model and the agent. Raises the reason when there is none."""
        if self.model is None or self.agent is None:
            raise next((problem for problem in reversed(self.problems)), ModelMissing("Choose one with --model."))
        return self.model, self.agent

    def open_model(self, name: str) -> ChatModel:
        """Open a model and have it say a word, so that one which cannot run is found out while the old one still speaks.

        Takes as long as loading takes. Raises what opening and loading raise; then nothing has changed.
        """
        model = opened_model(name, self.database)
        try:
            list(model.stream(_FIRST_WORDS, max_tokens=1))
        except BaseException:
            model.close()
            raise
        return model

    def adopt(self, model: ChatModel) -> ChatModel | None:
        """Let an opened model speak and learn from now on; gives the one before, to be closed. While nothing runs."""
        before, self.model = self.model, model
        self.learning.model = model
        self.agent = agent_of(model, self.learning, self.database)
        return before

    def switch_model(self, name: str) -> Agent:
        """Speak with another model from now on and at the next start. While nothing runs; raises as `open_model`."""
        before = self.adopt(self.open_model(name))
        self.database.set_setting(MODEL_SETTING, name)
        if before is not None:
            before.close()
        assert self.agent is not None
        return self.agent

    def find_embedder(self) -> bool:
        """Take the embedder into use once it is there; whether it is."""
        if self.embedder is None and is_installed("embedder"):
            self.embedder = ready_embedder()
            self.learning.take_embedder(self.embedder)
        return self.embedder is not None

    def close(self) -> None:
        """Close the parts in order: the model stops, then the memory file is closed. Idempotent."""
        try:
            if self.model is not None:
                self.model.close()
        finally:
            self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


Compose: TypeAlias = Callable[[Settings], App]
"""How commands get their parts; tests hand in one with a scripted model."""


def open_app(settings: Settings) -> App:
    """Open the memory file, then the embedder, then the model, and put them together.

    Raises DatabaseBusy, DatabaseUnreadable, PassphraseNeeded; a missing model or embedder is told in `App.problems`.
    """
    database = open_database(settings)
    try:
        return assemble(settings, database)
    except BaseException:
        database.close()
        raise


def open_database(settings: Settings) -> Database:
    """The memory file, with the passphrase where one is needed. Raises DatabaseBusy, DatabaseUnreadable, PassphraseNeeded."""
    file = settings.database_path.expanduser()
    needed = settings.passphrase and (is_encrypted(file) or not file.exists())
    return Database(file, passphrase=settings.passphrase if needed else None)


def assemble(settings: Settings, database: Database) -> App:
    """The App around a memory file that is open already."""
    problems: list[KeepwiseError] = []
    embedder = _attempt(ready_embedder, problems)
    name = settings.model or chosen_model(database)
    model = _attempt(lambda: opened_model(name, database), problems) if settings.with_model else None
    return put_together(settings, database, model, embedder, tuple(problems))


def opened_model(name: str, database: Database) -> ChatModel:
    """The model of that name, path, or SERVER, with the context and threads of the settings. Raises ModelMissing, ModelError."""
    context = int(database.setting("context", 0)) or None
    if name == SERVER:
        chosen = dict(database.setting(SERVER_SETTING, {}))
        server = server_at(str(chosen.get("address", "")), str(chosen.get("key", "")))
        known = int(chosen.get("context", 0))
        return RemoteChat(server, str(chosen.get("model", "")), context=min(context or known, known) or context or 0)
    return open_chat(name, context=context, threads=int(database.setting("threads", 0)) or None)


def agent_of(model: ChatModel, learning: LearningMachine, database: Database) -> Agent:
    """The agent that speaks with this model, at the temperature of the settings."""
    return Agent(model=model, learning=learning, temperature=float(database.setting("temperature", 0.0)))


def chosen_model(database: Database) -> str:
    """The model the window was last told to use, else the first of the catalogue that is here, else the starter."""
    here = (one.name for one in entries() if one.purpose == "chat" and is_installed(one.name))
    return str(database.setting(MODEL_SETTING, "")) or next(here, DEFAULT_MODEL)


def ready_embedder() -> Embedder:
    """The embedder. A bundle brings its files along and lays them into the models folder the first time (23 MB)."""
    brought = asset("models", "embedder")
    if brought.is_dir() and not is_installed("embedder"):
        shutil.copytree(brought, folder_of("embedder"), dirs_exist_ok=True)
    return open_embedder()


def put_together(
    settings: Settings,
    database: Database,
    model: ChatModel | None,
    embedder: Embedder | None,
    problems: tuple[KeepwiseError, ...] = (),
) -> App:
    """The App of parts that are open already: also how tests and evaluations make theirs.

    Each store learns as was chosen in the window, unless `settings` says otherwise.
    """
    learning = LearningMachine(
        database,
        model=model,
        embedder=embedder,
        user_profile=True,
        user_memory=True,
        session_context=True,
        entity_memory=True,
        learned_knowledge=True,
        decision_log=True,
    )
    restore_modes(learning, database)
    for store, mode in settings.modes.items():
        learning.set_mode(store, mode)
    agent = agent_of(model, learning, database) if model is not None else None
    return App(settings, database, learning, model, embedder, agent, problems)


def _attempt(opening: Callable[[], Part], problems: list[KeepwiseError]) -> Part | None:
    """What `opening` opens, or None with the reason added to `problems`."""
    try:
        return opening()
    except KeepwiseError as problem:
        problems.append(problem)
        return None
