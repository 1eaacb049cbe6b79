"""The pages that are laid over the table. Most evenings open none, so they are imported here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp


def lay(app: TableApp, id: str) -> None:
    """Lay a page over the table.

    Raises:
        Trouble: what stands on it cannot be read.
    """
    match id:
        case "help":
            from two_of_hearts.tui.screens.help import HelpPage

            app.push_screen(HelpPage())
        case "note" if app.view is not None:
            from two_of_hearts.tui.screens.note import NotePage

            app.push_screen(NotePage(app.view.writer or "", app.note), app.write_note)
        case "album":
            from two_of_hearts.tui.screens.looking_back import LookingBackPage

            app.push_screen(LookingBackPage(app.keeping()))
        case "keepsake":
            lay_keepsake(app, app.evening)
        case "cards":
            from two_of_hearts.tui.screens.cards import CardsPage

            app.push_screen(CardsPage())
        case "limits":
            from two_of_hearts.tui.screens.off_limits import OffLimitsPage

            app.push_screen(OffLimitsPage())
        case "settings":
            from two_of_hearts.tui.screens.settings import SettingsPage

            app.push_screen(SettingsPage())


def lay_keepsake(app: TableApp, evening: int) -> None:
    """Ask where the keepsake of an evening is to lie.

    Raises:
        Trouble: there is no such evening to look back on.
    """
    from two_of_hearts.tui.screens.keepsake import KeepsakePage

    keeping = app.keeping()
    app.push_screen(KeepsakePage(keeping, evening, keeping.keepsake_path(evening)))
