// Moves from change to change, filters by kind and significance, opens folds. Without it the page still
// reads, links and folds; nothing here makes HTML out of text.
"use strict";
(() => {
  /** Each change that counts: [id, kind, significance, what it is, key], in the order of the text. */
  const changes = JSON.parse(document.getElementById("island").textContent);
  const status = document.getElementById("status");
  const help = document.getElementById("keys");
  const fold = document.getElementById("fold");
  const place = new Map(changes.map((change, index) => [change[0], index]));
  const off = new Set();
  let current = -1;

  // Gathered once: to search ten thousand marks at each step would be felt.
  const links = [...document.querySelectorAll("#changes .entry a")];
  const gathered = changes.map(() => []);
  for (const mark of document.querySelectorAll("[data-change]")) {
    const index = place.get(mark.dataset.change);
    if (index !== undefined) gathered[index].push(mark);
  }
  const shown = ([, kind, significance]) => !off.has(kind) && !off.has(significance);

  function leave() {
    if (current < 0) return;
    for (const mark of gathered[current]) mark.classList.remove("here");
    links[current].removeAttribute("aria-current");
  }

  /** Makes the change at `index` the current one and brings it to the middle of the screen. */
  function go(index) {
    leave();
    current = index;
    const [id, kind, significance, note] = changes[index];
    for (const mark of gathered[index]) mark.classList.add("here");
    const target = document.getElementById(id);
    if (target) {
      for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
      // Twice: rows that were not laid out yet have an estimated height until the first scroll.
      target.scrollIntoView({ block: "center", behavior: "instant" });
      requestAnimationFrame(() => target.scrollIntoView({ block: "center", behavior: "instant" }));
    }
    const link = links[index];
    link.setAttribute("aria-current", "true");
    const list = link.closest("nav");
    if (getComputedStyle(list).position === "sticky") {
      list.scrollTop += link.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
    }
    const visible = changes.filter(shown);
    status.textContent = `change ${visible.indexOf(changes[index]) + 1} of ${visible.length}, ${kind}`;
    status.title = `${significance}: ${note}`;
    if (location.hash !== `#${id}`) history.replaceState(null, "", `#${id}`);
  }

  /** Steps to the nearest change in a direction that no filter hides; stays at either end. */
  function step(direction) {
    const start = current < 0 && direction < 0 ? changes.length : current;
    for (let index = start + direction; index >= 0 && index < changes.length; index += direction) {
      if (shown(changes[index])) return go(index);
    }
    const count = changes.filter(shown).length;
    status.textContent = count ? (direction > 0 ? "no change after this one" : "no change before this one") : "no change shown";
  }

  /** Shows or hides what a filter button stands for, in the text, the list and the strips. */
  function toggle(button, wanted) {
    const name = button.dataset.filter;
    if (wanted) off.delete(name);
    else off.add(name);
    button.setAttribute("aria-pressed", String(wanted));
    changes.forEach((change, index) => {
      const hidden = !shown(change);
      links[index].parentElement.hidden = hidden;
      for (const mark of gathered[index]) mark.classList.toggle("off", hidden);
    });
    if (current >= 0 && !shown(changes[current])) {
      leave();
      current = -1;
    }
    const count = changes.filter(shown).length;
    status.textContent = count === changes.length ? `${count} change${count === 1 ? "" : "s"}` : `${count} of ${changes.length} shown`;
  }

  function folds(open) {
    for (const one of document.querySelectorAll("#text details")) one.open = open;
    fold.setAttribute("aria-pressed", String(open));
    fold.textContent = open ? "close all" : "open all";
  }

  /** Follows a link to a change, from the list or from outside. */
  function follow() {
    // Not decoded: ids are plain, and an address cut off inside an escape would raise an error.
    const index = place.get(location.hash.slice(1));
    if (index !== undefined) go(index);
  }

  const filters = [...document.querySelectorAll("[data-filter]")];
  const everything = () => filters.forEach((button) => toggle(button, true));
  const opened = () => fold.getAttribute("aria-pressed") === "true";
  const openHelp = () => help.open || help.showModal();
  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    o: () => folds(!opened()), 0: everything, "?": openHelp,
  };

  for (const button of filters) {
    button.addEventListener("click", () => toggle(button, button.getAttribute("aria-pressed") === "false"));
  }
  /** Goes to the next or previous place of one replacement, from wherever the reader is; round at either end. */
  function walk(button) {
    const stops = button.closest("[data-places]").dataset.places.trim().split(" ").map((id) => place.get(id));
    const open = stops.filter((index) => index !== undefined && shown(changes[index])).sort((one, other) => one - other);
    if (!open.length) return;
    const ahead = button.dataset.step > 0 ? open.find((index) => index > current) : open.findLast((index) => index < current);
    const stop = ahead ?? (button.dataset.step > 0 ? open[0] : open[open.length - 1]);
    go(stop);
    status.textContent = `place ${open.indexOf(stop) + 1} of ${open.length}, ${changes[stop][1]}`;
  }
  for (const button of document.querySelectorAll("[data-step]")) button.addEventListener("click", () => walk(button));
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.getElementById("help").addEventListener("click", openHelp);
  fold.addEventListener("click", () => folds(!opened()));
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".words [data-change], .tick");
    const index = mark && place.get(mark.dataset.change);
    if (index !== undefined && index !== null && getSelection().isCollapsed) go(index);
    // The same link twice changes no address, so no event comes of it.
    const link = event.target.closest("#changes a, .differing a");
    if (link && link.hash === location.hash) follow();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, textarea, select")) return;
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => folds(true));
  if (location.hash) follow();
})();
