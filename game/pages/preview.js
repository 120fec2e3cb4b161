"use strict";
(() => {
  const { nodes, edges, details, marks, labels } = JSON.parse(document.getElementById("graph").textContent);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const columns = [...document.querySelectorAll(".column ol")];
  const svg = document.querySelector(".graph svg");
  const panel = document.querySelector(".panel");
  const make = (name, text = "", kind = "") => {
    const element = document.createElement(name);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };
  const GUTTER = 44;
  let chosen = null;
  let side = "";
  let sought = "";

  const mine = (node) => !side || node.side === side || (side === "world" ? !node.side : node.column === 1);
  const found = (node) => !sought || node.title.toLowerCase().includes(sought);

  // What bears on a piece within two steps, and what it bears on; 0 is the piece itself.
  const around = (id) => {
    const far = new Map([[id, 0]]);
    const walk = (from, to) => {
      let front = [id];
      for (const step of [1, 2]) {
        const next = [];
        for (const edge of edges) {
          if (!front.includes(edge[from]) || far.has(edge[to])) continue;
          if (step === 2 && byId.get(id).column !== 0 && byId.get(id).column !== 3) continue;
          far.set(edge[to], step);
          next.push(edge[to]);
        }
        front = next;
      }
    };
    walk("target", "source");
    walk("source", "target");
    return far;
  };

  // An amount stays on one line with its word.
  const told = (edge) => edge.how.replaceAll("perhaps ", "perhaps\u00a0");

  // How a piece bears on the chosen one, or the chosen one on it.
  const how = (id) =>
    edges.filter((edge) => chosen && id !== chosen && [edge.source, edge.target].includes(id) && [edge.source, edge.target].includes(chosen))
      .map(told).join(", ");

  const choose = (id) => {
    chosen = chosen === id ? null : id;
    history.replaceState(null, "", chosen ? `#${encodeURIComponent(chosen)}` : "#");
    draw();
    // The list was made anew: whoever came by keyboard goes on from the same piece.
    document.querySelector(`.node[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  };

  const button = (node, far) => {
    const element = make("button", "", `node ${marks[node.side] || ""}`);
    element.append(make("span", node.title));
    if (how(node.id)) element.append(make("small", how(node.id)));
    element.type = "button";
    element.dataset.id = node.id;
    element.setAttribute("aria-pressed", node.id === chosen);
    if (node.id === chosen) element.classList.add("chosen");
    if (far && far.get(node.id) === 2) element.classList.add("far");
    element.addEventListener("click", () => choose(node.id));
    return element;
  };

  const draw = () => {
    const far = chosen ? around(chosen) : null;
    const shown = nodes.filter((node) => (far ? far.has(node.id) && (node.id === chosen || mine(node)) : mine(node) && found(node)));
    for (const [number, list] of columns.entries()) {
      const here = shown.filter((node) => node.column === number);
      if (far) here.sort((a, b) => far.get(a.id) - far.get(b.id));
      const first = far && here.find((node) => far.get(node.id) === 2);
      list.replaceChildren(...here.map((node) => {
        const item = make("li");
        item.append(button(node, far));
        item.firstChild.classList.toggle("first", node === first);
        return item;
      }));
    }
    paint(far);
    describe();
  };

  // Edges are drawn only around the chosen piece: a whole scenario at once would be a hairball.
  const paint = (far) => {
    svg.replaceChildren();
    if (!far) return;
    const frame = svg.getBoundingClientRect();
    const place = (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top };
    };
    const boxes = columns.map((list) => [...list.querySelectorAll(".node")].map(place));
    const places = new Map([...document.querySelectorAll(".node")].map((each) => [each.dataset.id, place(each)]));
    const lines = [];
    for (const edge of edges) {
      const [from, to] = [places.get(edge.source), places.get(edge.target)];
      if (!from || !to) continue;
      const near = edge.source === chosen || edge.target === chosen;
      if (!near && (far.get(edge.source) + far.get(edge.target) !== 3)) continue;
      const [start, end] = [byId.get(edge.source).column, byId.get(edge.target).column];
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", start === end ? loop(from, to) : course(from, to, start, end, boxes));
      path.setAttribute("class", `${near ? "near" : ""} ${start >= end ? "back" : ""}`);
      path.dataset.ends = `${edge.source} ${edge.target}`;
      lines.push([near, path]);
    }
    svg.append(...lines.sort((a, b) => a[0] - b[0]).map((line) => line[1]));
  };

  const middle = (box) => (box.top + box.bottom) / 2;

  const loop = (from, to) => {
    const [x, out] = [from.right, from.right + GUTTER * 0.6];
    return `M${x},${middle(from)} C${out},${middle(from)} ${out},${middle(to)} ${x},${middle(to)}`;
  };

  // Lines rise and fall between columns only; a column on the way is passed between two of its pieces, so
  // that no line seems to come from a piece it only passes.
  const course = (from, to, start, end, boxes) => {
    const step = end > start ? 1 : -1;
    const [out, into] = step > 0 ? ["right", "left"] : ["left", "right"];
    let [x, y, path] = [from[out], middle(from), `M${from[out]},${middle(from)}`];
    const bend = (toX, toY) => {
      path += ` C${(x + toX) / 2},${y} ${(x + toX) / 2},${toY} ${toX},${toY}`;
      [x, y] = [toX, toY];
    };
    for (let column = start + step; column !== end; column += step) {
      if (!boxes[column].length) continue;
      bend(boxes[column][0][into], opening(boxes[column], middle(to)));
      x = boxes[column][0][out];
      path += ` H${x}`;
    }
    bend(to[into], middle(to));
    return path;
  };

  // Where a column can be passed, as near to a height as may be.
  const opening = (column, height) => {
    const between = column.slice(1).map((box, at) => (column[at].bottom + box.top) / 2);
    const ways = [Math.min(height, column[0].top - 6), ...between, Math.max(height, column.at(-1).bottom + 6)];
    return ways.reduce((best, way) => (Math.abs(way - height) < Math.abs(best - height) ? way : best));
  };

  // Pointing at a piece shows its own lines among the others.
  const light = (event) => {
    const id = event.type === "pointerout" || event.type === "focusout" ? null : event.target.closest?.(".node")?.dataset.id;
    svg.classList.toggle("lit", Boolean(id));
    for (const path of svg.children) path.classList.toggle("on", Boolean(id) && path.dataset.ends.split(" ").includes(id));
  };

  const linked = (title, ends, which) => {
    if (!ends.length) return [];
    const list = make("ul");
    for (const edge of ends) {
      const item = make("li");
      const link = make("button", byId.get(edge[which]).title);
      link.type = "button";
      link.addEventListener("click", () => choose(edge[which]));
      item.append(link, make("small", told(edge)));
      list.append(item);
    }
    return [make("h3", title), list];
  };

  const describe = () => {
    if (!chosen) {
      panel.replaceChildren(make("h2", "What leads to what"), make("p", "Choose anything: a card, a track, a line, an ending. What bears on it and what it bears on stay; the rest steps aside. Choose it again to see all."));
      return;
    }
    const node = byId.get(chosen);
    const list = make("dl");
    for (const [word, said] of details[chosen]) {
      if (word) list.append(make("dt", word), make("dd", said));
      else list.append(make("dd", said, "whole"));
    }
    panel.replaceChildren(
      make("p", labels[node.side] || ({ track: "Shared", ending: "For all" })[chosen.split(":")[0]] || "The world", "note"),
      make("h2", node.title),
      list,
      ...linked("What bears on it", edges.filter((edge) => edge.target === chosen), "source"),
      ...linked("What it bears on", edges.filter((edge) => edge.source === chosen), "target"),
    );
  };

  for (const press of document.querySelectorAll("[data-side]")) {
    if (press.tagName !== "BUTTON") continue;
    press.addEventListener("click", () => {
      side = press.dataset.side;
      for (const other of document.querySelectorAll("button[data-side]")) other.setAttribute("aria-pressed", other === press);
      for (const words of document.querySelectorAll("article[data-side]")) words.hidden = Boolean(side) && words.dataset.side !== side;
      draw();
    });
  }
  document.querySelector("input").addEventListener("input", (event) => {
    sought = event.target.value.trim().toLowerCase();
    chosen = null;
    draw();
  });
  for (const event of document.querySelectorAll(".month button")) {
    event.addEventListener("click", () => choose(event.dataset.id));
  }
  for (const kind of ["pointerover", "pointerout", "focusin", "focusout"]) {
    document.querySelector(".graph").addEventListener(kind, light);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) choose(chosen);
  });
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  addEventListener("resize", () => paint(chosen ? around(chosen) : null));
  const wanted = decodeURIComponent(location.hash.slice(1));
  chosen = byId.has(wanted) ? wanted : document.body.querySelector("[data-first]").dataset.first;
  draw();
})();
