"""Where the installed command begins, and ``python -m two_of_hearts``."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command.

    Ctrl+C while Python still reads the game ends it at once, and without a traceback: nothing was
    begun by then.
    """
    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from two_of_hearts import cli

    signal.signal(signal.SIGINT, usual)
    cli.main()


if __name__ == "__main__":
    main()
