"""The classroom: one laptop, thirty phones; the hall is a log of acts, and every page a sight of it.

What was asked for and granted is kept, in order, and nothing else is true: a hall is its log applied again.

- `events`  what can be done, a noun a kind, and the stamp that says who did it, where and when
- `hall`    hall, table and person as values; what a side may see of them
- `denials`  why an act is not granted: value, enum and sentence; one door, `why_denied`, open to more kinds
- `granting`  an act granted: hall in, hall out; one door, `applied`, open to more kinds
- `decide`  acts in, granted acts with what follows from them out, or why not
- `codes`   codes of seats and keys of people, of which only digests are kept
- `store`   the log on disk: SQLite, one writer, chained digests, an anchor beside it
- `writer`  the one thread that decides, commits, and only then answers and tells
- `people`  names and keys, apart from the log, so that they can be forgotten
- `clock`   the seconds of a table, on a clock that is given
- `door`    who may come in: hosts, origins, sizes, throttles, and the headers of every answer
- `app`     the routes put together; `seats` and `acts` answer phones, `stream` tells them when to look again
- `sights`  what a phone's pages show, from a glimpse alone; `phone` puts it into HTML
- `serving` the server started and stopped

Levers, console, board and doctor, and the record of a lesson stand beside these in files of their own: a kind
of act is a noun in `events` and one function each registered at `why_denied` and at `applied`.
"""
