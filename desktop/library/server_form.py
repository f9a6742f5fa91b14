"""The form for a model server on the person's own network: address, key, the models it lists, and a plain warning."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit

from desktop.tongue import tr, tr_later
from desktop.widgets import button, column, label, row
from models.remote import Offered
from models.wire import Server

WARNING = tr_later(
    "What you write, and what Keepwise recalls for it, is sent to this address: it leaves this computer. "
    "Only use a server that you trust. Off until you choose a model from it. "
    "Its key is stored in the memory file, and encrypted with it when you turn that on under Settings, Safe-keeping."
)


class ServerForm(QFrame):
    """Says `wanted(address, key)` to look at a server and `chosen(settings)` to use a model of it."""

    wanted = Signal(str, str)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Model server"))
        self._offered: dict[str, Offered] = {}
        self._server: Server | None = None
        layout = column(self, margins=(16, 12, 12, 12), gap=8)
        layout.addWidget(label(tr("Ollama, LM Studio, llama-server or vLLM on your own network."), wrap=True))
        layout.addWidget(label(tr(WARNING), "warning", wrap=True))
        line = row(gap=8)
        self.address = _field(tr("Address of the server"), "http://192.168.1.5:11434")
        self.key = _field(tr("Key of the server, if it wants one"), tr("Key, if it wants one"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.look = button(tr("Show its models"), self._look)
        self.address.returnPressed.connect(self._look)
        self.key.returnPressed.connect(self._look)
        line.addWidget(self.address, 3)
        line.addWidget(self.key, 2)
        line.addWidget(self.look)
        layout.addLayout(line)
        choice = row(gap=8)
        self.models = QComboBox()
        self.models.setAccessibleName(tr("Model of the server"))
        self.models.view().setAccessibleName(tr("Models of the server"))
        self.use = button(tr("Use it: leaves this computer"), self._use)
        choice.addWidget(self.models, 1)
        choice.addWidget(self.use)
        layout.addLayout(choice)
        self.said = label("", "caption", wrap=True)
        layout.addWidget(self.said)
        self._show([])

    def fill(self, address: str, key: str) -> None:
        """Put what was used last into the fields."""
        self.address.setText(address)
        self.key.setText(key)

    def show_offered(self, server: Server, models: list[Offered]) -> None:
        """The models that a server lists."""
        self._server = server
        self._show(models)
        self.said.setText(
            "" if models else tr("{host} answers, but lists no model. Load one there first.").format(host=server.host)
        )

    def show_problem(self, words: str) -> None:
        """Why there is nothing to choose from."""
        self._show([])
        self.said.setText(words)

    def _show(self, models: list[Offered]) -> None:
        self._offered = {one.name: one for one in models}
        self.models.clear()
        self.models.addItems(list(self._offered))
        for part in (self.models, self.use):
            part.setVisible(bool(models))

    def _look(self) -> None:
        self.said.setText(tr("Asking…"))
        self.wanted.emit(self.address.text(), self.key.text())

    def _use(self) -> None:
        one = self._offered.get(self.models.currentText())
        if one is not None and self._server is not None:
            settings: dict[str, Any] = {
                "address": self._server.address,
                "key": self._server.key,
                "model": one.name,
                "context": one.context,
            }
            self.chosen.emit(settings)


def _field(name: str, example: str) -> QLineEdit:
    result = QLineEdit()
    result.setAccessibleName(name)
    result.setPlaceholderText(example)
    return result
