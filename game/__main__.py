"""The program's entrance: `simmer`, `python main.py` and `python -m game` all come in here."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code, even if it is broken off while it is read in."""
    try:
        from game.cli import run
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)  # noqa: T201 - nothing else is there yet to say it
        raise SystemExit(130) from None
    raise SystemExit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
