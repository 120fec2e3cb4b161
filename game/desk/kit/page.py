"""A page: layers of widgets, with focus, pointer, keys, tips and pop-overs."""

from typing import Protocol

import pygame

from game.desk.kit import focus
from game.desk.kit.backdrop import Shade
from game.desk.kit.drawing.pen import Motion, Pen
from game.desk.kit.geometry import Box, Way, roomy
from game.desk.kit.keys import key_names
from game.desk.kit.layer import Compose, Layer
from game.desk.kit.touch import Closed, Moved, Picked, Pressed, Touch, Unfold
from game.desk.kit.widgets.base import Spot, Widget
from game.desk.kit.widgets.entry import Entry
from game.desk.kit.widgets.tip import Tip

_WAYS = {pygame.K_LEFT: Way.LEFT, pygame.K_RIGHT: Way.RIGHT, pygame.K_UP: Way.UP, pygame.K_DOWN: Way.DOWN}
_LEAVES = {pygame.K_PAGEUP: -1.0, pygame.K_PAGEDOWN: 1.0, pygame.K_HOME: -1e6, pygame.K_END: 1e6}
_CHOOSE = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
_TIP_AFTER = 0.5


class HasPen(Protocol):
    """Whatever keeps the pen that settings change."""

    pen: Pen


class Page:
    """What a scene shows; *compose* builds its widgets, again after every `refresh`."""

    def __init__(self, stage: HasPen, compose: Compose, size: tuple[int, int] = (1280, 800)) -> None:
        self.stage, self.size = stage, roomy(size)
        self.layers = [Layer(compose, self.pen, self.box)]
        self.hover = self.held = ""
        self._made_with = stage.pen
        self._pointer = (-1, -1)
        self._rested = 0.0
        self._tip = Tip()
        self._shade = Shade()

    @property
    def pen(self) -> Pen:
        """The stage's pen at the scale of the window."""
        return self.stage.pen.fitted(self.size)

    @property
    def box(self) -> Box:
        """The whole window, or more where it is smaller than a page can be."""
        return Box(0, 0, *self.size)

    @property
    def top(self) -> Layer:
        """The layer that has the focus."""
        return self.layers[-1]

    @property
    def face(self) -> Layer:
        """The layer that waits for an answer: the topmost but for brief lists, which ask nothing."""
        asking = (each for each in self.layers if not (each.popover and each.popover.brief))
        return list(asking)[-1]

    @property
    def focused(self) -> str:
        """The name of the spot that has the focus; empty when none has."""
        return self.top.focus

    def refresh(self) -> None:
        """Compose all layers anew, because what they show has changed."""
        self._made_with = self.stage.pen
        for layer in self.layers:
            layer.renew(self.pen, self.box)
        self._shade.forget()

    def open(self, compose: Compose) -> None:
        """Lay a pop-over over the page and give it the focus."""
        self.layers.append(Layer(compose, self.pen, self.box))
        self._shade.forget(fade=self.pen.motion is Motion.FULL)
        self.hover = self.held = ""
        first = self.top.stops()
        self.focus_on(first[0].name if first else "")

    def close(self) -> None:
        """Take the topmost pop-over away; the focus goes back to where it was."""
        if len(self.layers) > 1:
            self.layers.pop()
            self._shade.forget()
            self.hover = self.held = ""
            self._listen()

    def focus_on(self, name: str) -> None:
        """Give a spot the focus; none when the name is empty or not there."""
        self.top.focus_on(name)
        self._rested = 0.0
        self._tip.hide()
        self._listen()

    def point_at(self, name: str) -> None:
        """Draw a ring around a spot of the page itself, as a lesson does; around none for no name."""
        self.layers[0].point_at(name)

    def find(self, name: str) -> Spot | Widget:
        """Return the spot or widget of a name on the topmost layer that has it; KeyError when none has."""
        for layer in reversed(self.layers):
            target = layer.target(name)
            found = target.own if target else layer.widget(name)
            if found is not None:
                return found
        raise KeyError(f"nothing on the page is called {name!r}")

    def press(self, name: str) -> Touch | None:
        """Press a spot of the topmost layer by name, as a pilot does."""
        target = self.top.target(name)
        if target is None:
            raise KeyError(f"nothing that can be pressed is called {name!r}")
        self.focus_on(name)
        touch = None if target.spot.off else target.widget.press(target.spot, target.spot.shown.centre)
        return self._answer(touch) or Moved(name)

    def handle(self, event: pygame.event.Event) -> Touch | None:
        """Return what an event means; None when it means nothing here."""
        if event.type == pygame.VIDEORESIZE:
            return self._resize((event.w, event.h))
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            return self._text(event)
        if event.type == pygame.MOUSEMOTION:
            return self._move(event.pos)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._hold(event.pos)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._release(event.pos)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event.y)
        return self._let_go() if event.type == pygame.WINDOWFOCUSLOST else None

    def advance(self, seconds: float) -> Touch | None:
        """Let time pass; `Moved` when something looks different now."""
        moved = [widget.advance(seconds) for layer in self.layers for widget in layer.root.walk()]
        if any(moved[:-1]) and len(self.layers) > 1:
            self._shade.forget()
        self._rested += seconds
        tip = self._tip_due() and self._tip.show(self.pen, self.box, self._pointed())
        return Moved(self.focused) if any(moved) or tip or self._shade.advance(seconds) else None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all layers, the lower ones dimmed under a pop-over, and the tip."""
        if roomy(surface.get_size()) != self.size or self.stage.pen is not self._made_with:
            self._resize(surface.get_size())
        if len(self.layers) == 1:
            self.top.draw(surface, self.hover, self.held)
        else:
            self._shade.draw(surface, self.layers, self.hover, self.held)
        self._tip.draw(surface)

    def _let_go(self) -> Moved:
        """Hold and point at nothing any more: the person is at another window."""
        self.hover = self.held = ""
        self._tip.hide()
        return Moved(self.focused)

    def _resize(self, size: tuple[int, int]) -> Moved:
        self.size = roomy(size)
        self._tip.hide()
        self.refresh()
        return Moved(self.focused)

    def _listen(self) -> None:
        """Take text only while an entry has the focus, so that letters stay free for keys."""
        if not pygame.display.get_init():
            return
        entry = self._entry()
        if entry:
            pygame.key.start_text_input()
            pygame.key.set_text_input_rect(pygame.Rect(entry.box))
        else:
            pygame.key.stop_text_input()

    def _answer(self, touch: Touch | None) -> Touch | None:
        """Lay out what a widget unfolds; fold a brief list away once something is picked from it."""
        if isinstance(touch, Unfold):
            self.open(touch.make)
            return Moved(self.focused)
        over = self.top.popover
        if over and over.brief and isinstance(touch, Picked | Pressed):
            self.close()
        return touch

    def _key(self, event: pygame.event.Event) -> Touch | None:
        self._tip.hide()
        layer = self.top
        here = layer.target(self.focused)
        if event.key == pygame.K_TAB:
            back = bool(event.mod & pygame.KMOD_SHIFT)
            return self._go(focus.step(layer.stops(), self.focused, back, layer.visited))
        touch = here.widget.key(here.spot, event) if here else None
        if touch:
            return self._answer(touch)
        if event.key == pygame.K_ESCAPE:
            return self._escape()
        if here and event.key in _CHOOSE:
            return self.press(here.name)
        if event.key in _WAYS:
            return self._go(focus.toward(layer.stops(), self.focused, _WAYS[event.key]))
        if event.key in _LEAVES:
            return self._leaf(_LEAVES[event.key], here.spot if here else None)
        return None if self._entry() else self._shortcut(event)

    def _go(self, name: str) -> Moved | None:
        if name == self.focused:
            return None
        self.focus_on(name)
        return Moved(name)

    def _escape(self) -> Closed:
        over = self.top.popover
        self.close()
        return Closed(over.name if over else "")

    def _leaf(self, pages: float, spot: Spot | None) -> Moved | None:
        point = spot.shown.centre if spot else self._pointer
        windows = self.top.windows(point) or self.top.windows(self._pointer)
        return Moved(self.focused) if any(window.leaf(pages) for window in windows[:1]) else None

    def _shortcut(self, event: pygame.event.Event) -> Touch | None:
        printed = {spot.key.lower(): spot.name for spot in reversed(self.top.stops()) if spot.key}
        found = (printed[name] for name in key_names(event) if name in printed)
        name = next(found, None)
        return None if name is None else self.press(name)

    def _text(self, event: pygame.event.Event) -> Touch | None:
        entry = self._entry()
        return entry.text(event) if entry else None

    def _entry(self) -> Entry | None:
        """Return the line of text that has the focus, if one has."""
        here = self.top.target(self.focused)
        return here.widget if here and isinstance(here.widget, Entry) else None

    def _pointed(self) -> Spot | None:
        """Return what the pointer rests on, else what has the focus where hints are wanted for it."""
        target = self.top.target(self.hover or (self.focused if self.pen.hints else ""))
        return target.own if target else None

    def _move(self, point: tuple[int, int]) -> Touch | None:
        self._pointer = point
        if self.held:
            held = self.top.target(self.held)
            return held.widget.drag(held.spot, point) if held else None
        under = self.top.at(point)
        name = under.name if under else ""
        if name == self.hover:
            return None
        self.hover, self._rested = name, 0.0
        self._tip.hide()
        return Moved(self.focused)

    def _hold(self, point: tuple[int, int]) -> Touch | None:
        self._pointer = point
        under = self.top.at(point)
        if under is None:
            over = self.top.popover
            return self._escape() if over and not over.box.contains(point) else None
        self.held = under.name
        if not under.spot.pointer_only:
            self.focus_on(under.name)
        return Moved(self.focused)

    def _release(self, point: tuple[int, int]) -> Touch | None:
        held, self.held = self.top.target(self.held), ""
        if held is None:
            return None
        if held.spot.off or not held.spot.shown.contains(point):
            return Moved(self.focused)
        return self._answer(held.widget.press(held.spot, point))

    def _wheel(self, steps: int) -> Moved | None:
        moved = any(window.wheel(steps) for window in self.top.windows(self._pointer)[:1])
        return Moved(self.focused) if moved else None

    def _tip_due(self) -> bool:
        return self._rested >= _TIP_AFTER and not self.held
