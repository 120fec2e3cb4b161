"use strict";
// A phone looks again when it hears of something new, sends forms without leaving the page, and counts down.
// Everything works without this file.
(() => {
  const root = document.documentElement, body = () => document.body;
  root.classList.add("js");
  let version = Number(body().dataset.version || 0), left = -1, at = 0, silent = 0, turn = 0, lines = null, closed = false, owed = false;  // owed: news of a month that was closed

  const clock = () => {
    left = Number(body().dataset.left || -1);
    at = performance.now();
  };
  const tick = () => {
    const shown = document.getElementById("clock");
    if (!shown || left < 0 || body().dataset.state === "paused") return;
    const now = Math.max(0, Math.round(left - (performance.now() - at) / 1000));
    shown.textContent = Math.floor(now / 60) + ":" + String(now % 60).padStart(2, "0");
  };

  const typed = () => document.activeElement && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) &&
    document.activeElement.type !== "radio";

  // Put another page in place of this one: what is being typed, opened or scrolled to stays.
  const put = (html, url) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.body.classList.contains("phone")) { location.href = url; return; }
    const main = document.getElementById("main"), scroll = main ? main.scrollTop : 0;
    const same = url === location.pathname + location.search, open = new Set();
    document.querySelectorAll("details").forEach((each, n) => { if (each.open !== each.hasAttribute("data-open")) open.add(n); });
    const focus = document.activeElement, name = focus && (focus.id || focus.getAttribute("name"));
    const held = [...document.querySelectorAll("textarea,input:not([type]),select")].map(each => [each.id || each.name, each.value]);
    const was = body().dataset.state;
    root.lang = page.documentElement.lang;
    document.title = page.title;
    const next = document.adoptNode(page.body);
    body().replaceWith(next);
    if (same) {
      const to = document.getElementById("main");
      if (to) to.scrollTop = scroll;
      held.forEach(([key, value]) => {
        const field = key && (document.getElementById(key) || document.getElementsByName(key)[0]);
        if (field && value && !field.dataset.sent) field.value = value;
      });
      document.querySelectorAll("details").forEach((each, n) => { if (open.has(n)) each.open = true; });
      const again = name && (document.getElementById(name) || document.getElementsByName(name)[0]);
      if (again) again.focus({preventScroll: true});
    } else {
      history.pushState(null, "", url);
      const to = document.querySelector(location.hash || "#main") || document.getElementById("main");
      if (to) to.id === "main" ? to.focus({preventScroll: true}) : to.scrollIntoView();
    }
    version = Number(next.dataset.version || 0);
    clock();
    drafts();
    owed = next.dataset.state === "reveal" && location.pathname !== "/seat/news" && (owed || same && was === "open");
    if (owed && same && !typed()) look("/seat/news");
  };
  // Of two answers under way the one asked for last counts; a look at what is new never leads elsewhere.
  const look = async (url = "") => {
    const mine = url ? ++turn : turn, here = location.pathname + location.search;
    try {
      const answer = await fetch(url || here, {headers: {accept: "text/html"}});
      const html = await answer.text(), to = new URL(answer.url);
      lost(false);
      const stays = url || here === location.pathname + location.search;
      if (mine === turn && stays && (answer.ok || answer.status === 409)) put(html, to.pathname + to.search);
    } catch { lost(true); }
  };
  const lost = on => { const told = document.getElementById("lost"); if (told) told.hidden = !on; };

  // A draft stays in the browser until it was kept.
  const drafts = () => document.querySelectorAll("form[data-draft] textarea").forEach(field => {
    const key = field.form.dataset.draft, count = field.form.querySelector(".count");
    const told = () => {
      const rest = field.dataset.most - field.value.length;
      if (count) count.textContent = rest < 80 ? rest : "";
    };
    if (!field.value) field.value = localStorage.getItem(key) || "";
    field.addEventListener("input", () => { localStorage.setItem(key, field.value); told(); });
    told();
  });
  const send = async (form, button) => {
    const fields = new URLSearchParams(new FormData(form, button));
    if (button) button.disabled = true;
    for (let times = 0; times < 20; times++) {
      try {
        const answer = await fetch(form.action, {method: "POST", body: fields, headers: {accept: "text/html"}});
        if (answer.status === 503 && times < 19) throw new Error("busy");
        if (answer.ok && form.dataset.draft) {
          localStorage.removeItem(form.dataset.draft);
          form.querySelectorAll("textarea").forEach(each => { each.value = ""; });
          form.querySelectorAll("select").forEach(each => { each.selectedIndex = 0; });
        }
        const url = new URL(answer.url), told = answer.headers.get("content-type");
        const html = await answer.text();
        lost(false);
        turn++;
        if (url.pathname === "/") { location.href = "/"; return; }
        const where = answer.redirected ? url.pathname + url.search : location.pathname + location.search;
        if (told.startsWith("text/html")) put(html, where);
        else if (button) button.disabled = false;
        return;
      } catch {
        lost(true);
        await new Promise(done => setTimeout(done, 1500));
      }
    }
    if (button) button.disabled = false;
  };

  const listen = () => {
    if (!document.body.dataset.version) return;
    if (lines) lines.close();
    lines = new EventSource("/stream");
    silent = performance.now();
    lines.addEventListener("seq", told => {
      silent = performance.now();
      lost(false);
      if (Number(told.data) !== version) typed() ? setTimeout(() => look(), 400) : look();
    });
    lines.addEventListener("replaced", () => { lines.close(); lines = null; });
    lines.addEventListener("closed", () => {
      lines.close();
      lines = null;
      closed = true;
      document.getElementById("closed").hidden = false;
    });
    lines.onerror = () => setTimeout(() => { if (lines && lines.readyState !== 1) lost(true); }, 3000);
  };
  const watch = () => {
    if (lines && performance.now() - silent > 25000) listen();
    if (!lines && !closed && document.visibilityState === "visible" && document.body.dataset.version) look();
  };

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='/seat/'],a[href^='/why/']");
    if (!link || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    const url = new URL(link.href);
    look(url.pathname + url.search).then(() => {
      const to = url.hash && document.querySelector(url.hash);
      if (to) to.scrollIntoView({block: "nearest"});
    });
  });
  document.addEventListener("submit", event => {
    if (!document.body.dataset.version || !event.target.action.includes("/act/")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  addEventListener("popstate", () => { turn++; look(); });
  for (const name of ["visibilitychange", "pageshow", "online"]) addEventListener(name, () => {
    if (document.visibilityState === "visible" && !(lines && lines.readyState === 1)) listen();
  });
  setInterval(tick, 1000);
  setInterval(watch, 5000);
  clock();
  drafts();
  listen();
})();
