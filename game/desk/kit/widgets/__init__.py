"""The things that lie on the desk, one a file."""
