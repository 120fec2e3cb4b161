"""`python main.py` is the command simmer."""

from game.__main__ import main

if __name__ == "__main__":
    main()
