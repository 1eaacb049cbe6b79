"""Lets ``python -m two_of_hearts`` do what the installed command does."""

from two_of_hearts.cli import main

if __name__ == "__main__":
    main()
