"""One person, place or thing as a row of the list: name, type, how much is known, and when it was last spoken of."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.sidebar.shapes import type_label
from desktop.sidebar.sift import pinned
from desktop.sidebar.tile import Tile
from desktop.tongue import tr, tr_later, tr_n
from desktop.widgets import ElidedLabel, IconLabel, column, label, row
from desktop.words import relative
from engine.entities.graph import Entity

_BUTTONS = (
    ("chevron-right", tr_later("Open page"), "open"),
    ("trash", tr_later("Forget"), "forget"),
    ("more", tr_later("More"), "menu"),
)


class EntityTile(Tile):
    """Shows an entity; Enter or a click opens its page."""

    def __init__(self, entity: Entity) -> None:
        super().__init__("card", _BUTTONS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = column(self, margins=(12, 8, 12, 8), gap=2)
        line = row(gap=6)
        self.pin = IconLabel("pin", tone="accent", size=14)
        self.name = ElidedLabel("", "strong")
        self.when = label("", "caption")
        line.addWidget(self.pin)
        line.addWidget(self.name, 1)
        line.addWidget(self.when)
        layout.addLayout(line)
        self.about = ElidedLabel("", "caption")
        layout.addWidget(self.about)
        self.show_entity(entity)

    def show_entity(self, entity: Entity, *, readonly: bool = False) -> None:
        """Show the entity as it is now."""
        self.entity, self.readonly = entity, readonly
        self.ids = tuple(dict.fromkeys(item.id for item in entity.known))
        count = len([item for item in entity.known if item.kind != "entity"])
        known = tr_n("{n} things known", "{n} thing known", count) if count else ""
        kind = type_label(entity.type or "")
        when = relative(entity.touched)
        self.pin.setVisible(pinned(entity))
        self.name.set_full(entity.name)
        self.when.setText(when)
        archived = tr("Archived") if entity.archived else ""
        told = " · ".join(part for part in (archived, kind, known, entity.description) if part)
        self.about.set_full(told)
        self.setToolTip(", ".join((tr("Also called"), *entity.aliases)) if entity.aliases else "")
        spoken = tr("{name}. {told}. Last spoken of {when}").format(name=entity.name, told=told, when=when)
        self.name_it((tr("Pinned. ") if pinned(entity) else "") + spoken)
