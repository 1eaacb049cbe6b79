"""One table of everything that a key can do. Bindings, footer, palette and help come from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.engine.state import Phase
from two_of_hearts.view import View


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does.

    An action with moves is there while one of them is legal. An action without moves belongs to
    the screens that name it.
    """

    id: str
    key: str
    """Textual's name of the key that the game gives it; several are separated by commas."""
    label: str
    """What the footer calls it."""
    help: str
    """What the help page says of it."""
    moves: tuple[type[mv.Move], ...] = ()
    """The moves that it plays, whichever is legal."""
    partner: Partner | None = None
    """Whose own key it is, where it is one."""

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
    Action("next", "enter,space", "go on", "The natural next thing."),
    Action(
        "skip",
        "s",
        "skip",
        "Set this card aside; of appreciations, take another. Free, and no reason needed.",
        (mv.Skip, mv.Swap),
    ),
    Action("more", "m", "tell me more", "Turn up the card's next follow-up.", (mv.TellMore,)),
    Action("free", "f", "say it freely", "An appreciation without a card.", (mv.SayFreely,)),
    Action("clock", "c", "clock", "Start the card's clock, pause it, go on."),
    Action("deeper_a", "a", "deeper", "", (mv.WishDeeper, mv.WithdrawDeeper), Partner.A),
    Action("deeper_l", "l", "deeper", "", (mv.WishDeeper, mv.WithdrawDeeper), Partner.L),
    Action("mood_a", "a", "", "The left partner's own key.", (), Partner.A),
    Action("mood_l", "l", "", "The right partner's own key.", (), Partner.L),
    Action("turns", "t", "turns", "Another length for the coming rounds.", (mv.SetTurns,)),
    Action(
        "answering",
        "h",
        "who answers",
        "Who answers a question: both of you, or only who drew it.",
        (mv.SetAnswering,),
    ),
    Action("moods", "r", "moods", "Back to the moods.", (mv.ChangeMoods,)),
    Action("keep", "k", "keep", "Put a heart on this card, or take it off.", (mv.Keep, mv.LetGo)),
    Action("never", "n", "never again", "Never deal this card again.", (mv.Retire, mv.Restore)),
    Action("note", "j", "jot a line", "Write a line under this card, change it or delete it."),
    Action("cards", "b", "cards", "The cards of this evening: bring one back, keep, never again."),
    Action("album", "v", "look back", "Your evenings, kept cards, plans and written words."),
    Action(
        "erase",
        "delete,backspace",
        "delete the line",
        "In the album: delete a line, when pressed twice.",
    ),
    Action("undo", "u", "undo", "Take the last move back, again and again."),
    Action("wrap", "w", "wrap up", "End the round early, with its appreciations.", (mv.WrapUp,)),
    Action("leave", "g", "goodbye", "End the evening now.", (mv.CloseGently, mv.SayGoodbye)),
    Action("limits", "o", "off-limits", "Topics to leave out, for each in private."),
    Action("names", "e", "names", "Your names, on the first screen."),
    Action("new", "n", "a new evening", "Begin anew though one waits, on the first screen."),
    Action("settings", "comma", "settings", "The rules of your house, the colours, the keys."),
    Action("help", "question_mark", "help", "Every key, and how an evening goes."),
    Action("quit", "q", "quit", "Stop here. The evening waits at this very card."),
)

BY_ID = {action.id: action for action in ACTIONS}

LABELS: dict[type[mv.Move], str] = {
    mv.LetGo: "take heart off",
    mv.Restore: "may come again",
    mv.CloseGently: "close gently",
    mv.WithdrawDeeper: "not deeper after all",
    mv.Swap: "another card",
}
"""The footer's word for a move where it is another than its action's."""


def bindings(actions: Iterable[Action] = ACTIONS) -> list[Binding]:
    """The keys of a screen. Those for the same thing have the same name on every screen, so that
    they follow when it is given another key."""
    return [
        Binding(action.key, f"act('{action.id}')", action.label, id=action.name)
        for action in actions
    ]


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
            return f"{view.next_turns} turns"
        case "answering":
            return "both answer" if view.answering is Answering.BOTH else "the drawer answers"
    if action.id == "note" and any(whose == view.writer for whose, _ in view.notes):
        return "change the line"
    if action.id == "skip" and view.phase is Phase.REPLY:
        return "leave my answer out"
    move = move_of(action, view)
    label = LABELS.get(type(move), action.label) if move else action.label
    if action.partner is not None:
        return f"{view.seats.of(action.partner).name}: {label}"
    return label
