"""One table of everything that can be done. Keys, footer, palette and help come from it, and what
can be typed where there is no screen."""

from __future__ import annotations

from dataclasses import dataclass

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.state import Phase
from two_of_hearts.view import View
from two_of_hearts.words import actions as words


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key or a word does.

    An action with moves is there while one of them is legal. An action without moves belongs to
    the screens that name it.
    """

    id: str
    key: str
    """Textual's name of the key that the game gives it; several are separated by commas."""
    moves: tuple[type[mv.Move], ...] = ()
    """The moves that it plays, whichever is legal."""
    partner: Partner | None = None
    """Whose own key it is, where it is one."""

    @property
    def label(self) -> str:
        """What the footer calls it."""
        return words.label(self.id)

    @property
    def help(self) -> str:
        """What the help page says of it; empty where it says nothing."""
        return words.help(self.id)

    @property
    def name(self) -> str:
        """What config.toml calls its key. A partner's own key is one, whatever it does."""
        match self.partner:
            case Partner.A:
                return "left"
            case Partner.L:
                return "right"
            case None:
                return self.id


ACTIONS = (
    Action("next", "enter,space"),
    Action("skip", "s", (mv.Skip, mv.Swap)),
    Action("more", "m", (mv.TellMore,)),
    Action("free", "f", (mv.SayFreely,)),
    Action("clock", "c"),
    Action("deeper_a", "a", (mv.WishDeeper, mv.WithdrawDeeper), Partner.A),
    Action("deeper_l", "l", (mv.WishDeeper, mv.WithdrawDeeper), Partner.L),
    Action("mood_a", "a", (), Partner.A),
    Action("mood_l", "l", (), Partner.L),
    Action("turns", "t", (mv.SetTurns,)),
    Action("answering", "h", (mv.SetAnswering,)),
    Action("moods", "r", (mv.ChangeMoods,)),
    Action("keep", "k", (mv.Keep, mv.LetGo)),
    Action("never", "n", (mv.Retire, mv.Restore)),
    Action("note", "j"),
    Action("cards", "b"),
    Action("album", "v"),
    Action("keepsake", "p"),
    Action("erase", "delete,backspace"),
    Action("undo", "u"),
    Action("wrap", "w", (mv.WrapUp,)),
    Action("leave", "g", (mv.CloseGently, mv.SayGoodbye)),
    Action("limits", "o"),
    Action("names", "e"),
    Action("new", "n"),
    Action("settings", "comma"),
    Action("help", "question_mark"),
    Action("quit", "q"),
)

BY_ID = {action.id: action for action in ACTIONS}


def move_of(action: Action, view: View) -> mv.Move | None:
    """The legal move that an action would play now, or None.

    Of moves with a card it takes the one for the card on the table; of moves with a partner the
    one of the action's own.
    """
    card = view.card.id if view.card else None
    for move in view.moves:
        if not isinstance(move, action.moves):
            continue
        if isinstance(move, mv.Keep | mv.LetGo | mv.Retire | mv.Restore) and move.card != card:
            continue
        if isinstance(move, mv.WishDeeper | mv.WithdrawDeeper) and move.partner != action.partner:
            continue
        return move
    return None


def label_of(action: Action, view: View) -> str:
    """What the footer calls an action now; a setting is called by what it is."""
    match action.id:
        case "next":
            return view.natural_label
        case "turns":
            return words.turns(view.next_turns)
        case "answering":
            return words.answering(view.answering)
    if action.id == "note" and any(whose == view.writer for whose, _ in view.notes):
        return words.change_note()
    if action.id == "skip" and view.phase is Phase.REPLY:
        return words.skip_reply()
    label = words.label(action.id, type(move_of(action, view)).__name__)
    if action.partner is not None:
        return words.for_one(view.seats.of(action.partner).name, label)
    return label
