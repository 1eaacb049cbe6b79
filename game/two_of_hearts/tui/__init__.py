"""The Textual front end. It shows views and plays moves; the rules are elsewhere."""
