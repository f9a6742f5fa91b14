"""The composition root: parts that are missing, modes that were chosen, and the order in which things close."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.compose import MODEL_SETTING, Settings, chosen_model, open_app, put_together
from desktop.home import home_folder
from desktop.memory import set_mode
from engine import Database, LearningMode
from engine.errors import DatabaseBusy, DatabaseUnreadable
from models import ModelMissing
from models.fake import FakeChat, FakeEmbedder


@pytest.fixture
def no_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def test_without_model_and_embedder_the_memories_are_still_there(no_models: Path) -> None:
    with open_app(Settings()) as app:
        assert (app.model, app.agent, app.embedder) == (None, None, None)
        assert [type(problem) for problem in app.problems] == [ModelMissing, ModelMissing]
        app.learning.write("user_memory", "Prefers tea.", user_id="me")
        assert len(app.learning.items(user_id="me")) == 1


def test_a_command_without_need_of_a_model_is_told_of_none(no_models: Path) -> None:
    with open_app(Settings(with_model=False)) as app:
        assert ["starter" in problem.message for problem in app.problems] == [False]


def test_the_data_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KEEPWISE_HOME", str(tmp_path))
    assert home_folder() == tmp_path
    assert Settings().database_path == tmp_path / "memory.duckdb"


def test_without_a_named_folder_the_system_says_where(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> None:
    monkeypatch.delenv("KEEPWISE_HOME")
    assert own_home in home_folder().parents


def test_modes_chosen_in_the_window_hold_unless_the_settings_say_otherwise() -> None:
    settings = Settings(modes={"decision_log": LearningMode.AGENTIC})
    with Database(settings.database_path) as database:
        learning = put_together(Settings(), database, None, None).learning
        set_mode(learning, database, "user_memory", LearningMode.PROPOSE)
        set_mode(learning, database, "decision_log", None)
        modes = put_together(settings, database, None, None).learning.modes
    assert (modes["user_memory"], modes["decision_log"]) == (LearningMode.PROPOSE, LearningMode.AGENTIC)


def test_the_model_chosen_last_comes_before_the_first_that_is_here(no_models: Path) -> None:
    with Database(Settings().database_path) as database:
        assert chosen_model(database) == "starter"
        database.set_setting(MODEL_SETTING, "small")
        assert chosen_model(database) == "small"


def test_closing_ends_the_model_and_frees_the_memory_file() -> None:
    settings, model = Settings(), FakeChat()
    with put_together(settings, Database(settings.database_path), model, FakeEmbedder()) as app:
        assert app.model_name == "fake"
    assert model.closed
    Database(settings.database_path).close()


def test_a_failed_opening_leaves_nothing_open(no_models: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.duckdb"
    path.write_bytes(b"\0" * 5000)
    with pytest.raises((DatabaseUnreadable, DatabaseBusy)):
        open_app(Settings(database=path))
    path.unlink()
