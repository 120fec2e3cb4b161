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

  const choose = (id) => {
    chosen = chosen === id ? null : id;
    history.replaceState(null, "", chosen ? `#${encodeURIComponent(chosen)}` : "#");
    draw();
    // The list was made anew: whoever came by keyboard goes on from the same piece.
    document.querySelector(`.node[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  };

  const button = (node, far) => {
    const element = make("button", node.title, `node ${marks[node.side] || ""}`);
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
      list.replaceChildren(...here.map((node) => {
        const item = make("li");
        item.append(button(node, far));
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
    const places = new Map([...document.querySelectorAll(".node")].map((each) => [each.dataset.id, each.getBoundingClientRect()]));
    for (const edge of edges) {
      const from = places.get(edge.source);
      const to = places.get(edge.target);
      if (!from || !to) continue;
      const near = edge.source === chosen || edge.target === chosen;
      if (!near && (far.get(edge.source) + far.get(edge.target) !== 3)) continue;
      const back = from.left >= to.left;
      const [x1, x2] = back ? [from.left, to.right] : [from.right, to.left];
      const [y1, y2] = [from.top + from.height / 2, to.top + to.height / 2];
      const bend = back && from.left === to.left ? -30 : (x2 - x1) / 2;
      const [a, b] = [x1 - frame.left, x2 - frame.left];
      const [c, d] = [y1 - frame.top, y2 - frame.top];
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", `M${a},${c} C${a + bend},${c} ${b - bend},${d} ${b},${d}`);
      path.setAttribute("class", `${near ? "near" : ""} ${back ? "back" : ""}`);
      svg.append(path);
    }
  };

  const linked = (title, ends, which) => {
    if (!ends.length) return [];
    const list = make("ul");
    for (const edge of ends) {
      const item = make("li");
      const link = make("button", byId.get(edge[which]).title);
      link.type = "button";
      link.addEventListener("click", () => choose(edge[which]));
      item.append(link, ` ${edge.how}`);
      list.append(item);
    }
    return [make("h4", title), list];
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
