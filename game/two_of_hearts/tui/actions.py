"""The table of actions as Textual's bindings."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

from two_of_hearts.actions import ACTIONS, BY_ID, Action, label_of, move_of

__all__ = ["ACTIONS", "BY_ID", "Action", "bindings", "label_of", "move_of"]


def bindings(actions: Iterable[Action] = ACTIONS) -> list[Binding]:
    """The keys of a screen. Those for the same thing have the same name on every screen, so that
    they follow when it is given another key."""
    return [
        Binding(action.key, f"act('{action.id}')", action.id, id=action.name) for action in actions
    ]
