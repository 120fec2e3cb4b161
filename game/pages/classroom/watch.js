"use strict";
// The wall and the console look again when they hear of something new, count down, and blank at a key.
// Everything works without this file, by loading the page again.
(() => {
  const body = () => document.body;
  let lines = null, at = performance.now(), turn = 0, waiting = false;

  const tick = () => {
    const shown = document.getElementById("clock"), left = Number(body().dataset.left);
    if (!shown || !(left >= 0)) return;
    const now = Math.max(0, Math.round(left - (performance.now() - at) / 1000));
    shown.textContent = Math.floor(now / 60) + ":" + String(now % 60).padStart(2, "0");
  };
  const busy = () => /^(INPUT|TEXTAREA|SELECT)$/.test((document.activeElement || {}).tagName);
  const put = html => {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.body.dataset.seq) { location.reload(); return; }
    const open = new Set([...document.querySelectorAll("details[open]")].map(each => each.id)), y = scrollY;
    document.title = page.title;
    body().replaceWith(document.adoptNode(page.body));
    document.querySelectorAll("details").forEach(each => { if (open.has(each.id)) each.open = true; });
    scrollTo(0, y);
    at = performance.now();
    tick();
  };
  const look = async () => {
    const mine = ++turn;
    if (busy()) { waiting = true; return; }
    waiting = false;
    try {
      const answer = await fetch(location.href, {headers: {accept: "text/html"}});
      const html = await answer.text();
      if (answer.ok && mine === turn) put(html);
    } catch { setTimeout(look, 2000); }
  };
  const listen = () => {
    const from = body().dataset.stream;
    if (!from) return;
    lines = new EventSource(from);
    lines.addEventListener("seq", told => { if (Number(told.data) !== Number(body().dataset.seq)) look(); });
    lines.addEventListener("replaced", () => lines.close());
    lines.addEventListener("closed", () => { lines.close(); look(); });
  };
  document.addEventListener("focusout", () => { if (waiting) setTimeout(look, 200); });
  document.addEventListener("keydown", event => {
    if (busy() || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = document.querySelector("[data-key='" + (event.key === " " ? "space" : event.key.toLowerCase()).replace(/['\\]/g, "") + "']");
    if (key) { event.preventDefault(); key.click(); }
  });
  addEventListener("pageshow", event => { if (event.persisted) look(); });
  setInterval(tick, 1000);
  tick();
  listen();
})();
