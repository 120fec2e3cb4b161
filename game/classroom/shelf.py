"""The shelf: styles, script and icons that pages load; a name holds a digest, so that none grows old."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.classroom.door import nothing
from game.lint.icon_names import assets, icon_names
from game.pages.rendering import HERE, render

PLACE = "classroom/"
"""Where the templates, styles and scripts of a class stand among the pages."""

FOREVER = {"cache-control": "public, max-age=31536000, immutable"}
"""What is said of something whose name changes whenever it does."""

KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
"""What pages load, by the ending of its name."""

WEIGHTS = ((400, "Pretendard-Regular.otf"), (700, "Pretendard-Bold.otf"))
"""The letters of walls and consoles, by their weight."""

PLAIN = ("phone.js", "watch.js", "wall.css", "desk.css")
"""What is loaded as it is written."""

SURFACES = ("bar", "paper", "sheet", "slate", "panel")
"""The grounds of the theme that pages use."""


@dataclass(frozen=True)
class Item:
    """Something that pages load."""

    content: bytes
    """What it holds."""
    kind: str
    """What a browser is told it is."""

    @cached_property
    def digest(self) -> str:
        """Return what stands for this content in its address."""
        return sha256(self.content).hexdigest()[:16]


@cache
def items() -> dict[str, Item]:
    """Return everything that pages load, by name."""
    style = render(f"{PLACE}look.css", normal=_theme("normal"), contrast=_theme("high-contrast"))
    icons = render(f"{PLACE}icons.svg", icons=_icons())
    letters = {name: Item(_letters(name), "font/otf") for _weight, name in WEIGHTS}
    places = [(weight, f"/a/{letters[name].digest}/{name}") for weight, name in WEIGHTS]
    plain = {name: (HERE / PLACE / name).read_text(encoding="utf-8") for name in PLAIN}
    written = {"look.css": _tight(style), "icons.svg": icons, **plain}
    written["fonts.css"] = render(f"{PLACE}fonts.css", weights=places)
    found = {name: Item(text.encode(), KINDS[name.rpartition(".")[2]]) for name, text in written.items()}
    return {**found, **letters}


def at(name: str) -> str:
    """Return where pages find something."""
    return f"/a/{items()[name].digest}/{name}"


def routes() -> list[Route]:
    """Return where pages load from."""
    return [Route("/a/{digest}/{name}", item)]


async def item(request: Request) -> Response:
    """Answer with something pages load; an old name leads nowhere."""
    found = items().get(request.path_params["name"])
    if found is None or found.digest != request.path_params["digest"]:
        return nothing()
    return Response(found.content, media_type=found.kind, headers=FOREVER)


def _theme(variant: str) -> dict[str, dict[str, object]]:
    """Return the surfaces and bands of a variant of the theme."""
    page = tomllib.loads(assets().joinpath("theme.toml").read_text(encoding="utf-8"))
    return {
        name: {**page["normal"][name], **page[variant][name]} if variant != "normal" else page[variant][name]
        for name in (*SURFACES, "bands")
    }


def _letters(name: str) -> bytes:
    return assets().joinpath("fonts", name).read_bytes()


def _icons() -> dict[str, str]:
    folder = assets().joinpath("icons")
    return {name: folder.joinpath(f"{name}.svg").read_text(encoding="utf-8") for name in sorted(icon_names())}


def _tight(style: str) -> str:
    """Return a style without the blank lines that its template left."""
    return "\n".join(line.strip() for line in style.splitlines() if line.strip())
