"""`python main.py` is the command simmer."""

from game.cli import main

if __name__ == "__main__":
    main()
