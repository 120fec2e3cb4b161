"""The classroom: one laptop, thirty phones; the hall is a log of acts, and every page a sight of it.

What was asked for and granted is kept, in order, and nothing else is true: a hall is its log applied again.

What can be done, and what comes of it, as values:
- `states` how far a lesson and a table are; `play_acts`, `people_acts`, `lever_acts` a noun for each kind of
  act; `events` any of them under its stamp: who did it, where, for which month and when
- `hall` the hall, its tables and people, and what a side may see of them
- `denials` why an act is not granted; `granting` what one that is does to the hall; `levers` both for the
  facilitator's acts; `decide` brings them together, with what follows of itself

What lasts:
- `store` the log on disk: SQLite, chained digests, an anchor beside it; `writer` the one thread that decides,
  keeps, and only then answers and tells
- `codes` codes and keys, of which only digests are kept; `people` names, apart from the log
- `classroom` a class begun in a folder, or taken up again; `clock` seconds; `live` a class while it goes on

What phones, walls and the console get:
- `door` hosts, origins, sizes, throttles, headers; `viewers` who is asking; `streams` how they hear of news
- `entrance`, `watching`, `shelf` routes for whoever comes in, for whoever watches, for styles and script
- `eyes` all that a phone's pages are made of, `sights` what each shows; `seats` answers with them, `acts`
  takes what phones send
- `pages` fills the templates of `game/pages/classroom`; `app` puts all routes together

A new kind of act is a noun in one of the three files of acts, named in `events`, and a function registered at
`denied` and at `granted`; a new part of the server is a module with `routes()`, named in `app`.
"""
