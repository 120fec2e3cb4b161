"""Adjudication: one month at every table, all sheets together (§3.4)."""

from game.rules.acts import play_acts
from game.rules.attribution import open_cases, solve_cases
from game.rules.bargaining import bargain_month
from game.rules.board import Board
from game.rules.dice import FAIR, Dice
from game.rules.endings import read_endings, stop_at_once
from game.rules.ledger import SILENT, Ledger, Phase
from game.rules.news import read_news
from game.rules.redlines import answer_lines, cross_lines, owe_answers
from game.rules.rulebook import Rulebook
from game.rules.sheets import Sheets, lay_out
from game.rules.tables import Tables


def adjudicate(
    book: Rulebook, tables: Tables, sheets: Sheets, dice: Dice = FAIR, ledger: Ledger = SILENT
) -> Tables:
    """Play one month at every table, and read the news of the next (§3.4).

    *sheets* is int16 of shape (sides, slots, tables); see `game.rules.sheets`.
    Returns new tables; the given ones are unchanged, and tables that are over stay as they are.
    """
    board = book.open(tables, dice, ledger)
    lay_out(book.acts, sheets, board)
    play_acts(book.acts, board)
    open_cases(book.cases, board)
    board.settle(Phase.ACTS)
    cross_lines(book.lines, board)
    board.settle(Phase.CROSSINGS)
    answer_lines(book.lines, board)
    board.settle(Phase.ANSWERS)
    solve_cases(book.cases, book.lines, board)
    owe_answers(book.lines, board)
    board.settle(Phase.ATTRIBUTION)
    if book.deal is not None:
        bargain_month(book.deal, board)
        board.settle(Phase.AGREEMENTS)
    for rule in book.upkeep:
        board.follow(rule)
    board.settle(Phase.UPKEEP)
    stop_at_once(book.endings, board)
    return _next_month(book, board)


def _next_month(book: Rulebook, board: Board) -> Tables:
    """Turn the calendar: read the news of the month to come, or the endings when time is up."""
    board.recent[1:], board.recent[0] = board.recent[:-1], board.picks
    if board.month == book.months:
        read_endings(book.endings, board)
    board.month += 1
    read_news(book.news.get(board.month, ()), book.deal, board)
    board.settle(Phase.NEWS)
    return board.close(board.month)
