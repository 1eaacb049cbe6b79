"""The rules of the game, with no clock, no file, no screen and no chance of its own.

Start with `rules.py`: `legal(state)` lists what may be done, `decide(state, move)` says what
happens, and `evolve(state, event)`, in `evolve.py`, makes it true.
"""
