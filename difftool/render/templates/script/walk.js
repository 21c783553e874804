// From change to change.

/** Takes the signs of the current change away. */
function leave() {
  if (!state.current) return;
  for (const mark of state.current.marks) mark.classList.remove("here");
  if (state.current.entry) state.current.entry.querySelector("a")?.removeAttribute("aria-current");
  state.current = null;
}

/** Makes a change the current one and brings it to the middle of the screen.
 * @param {Change} change */
function go(change) {
  leave();
  state.current = change;
  for (const mark of change.marks) mark.classList.add("here");
  const target = isInline() ? inlined(change) : byId(change.id);
  for (let around = target?.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  // Twice: rows that were not laid out yet have an estimated height until the first scroll.
  target?.scrollIntoView({ block: "center", behavior: "instant" });
  requestAnimationFrame(() => {
    target?.scrollIntoView({ block: "center", behavior: "instant" });
    if (state.current === change) point(change);
  });
  const among = changes.filter(shown);
  tell(t("change {n} of {m}, {kind}", { n: among.indexOf(change) + 1, m: among.length, kind: nameOf(change.kind) }));
  weigh(change);
  remember();
}

/** Steps to the nearest change in a direction that no filter hides; stays at either end.
 * @param {number} direction
 * @param {(change: Change) => boolean} [wanted] */
function step(direction, wanted = shown) {
  const start = state.current ? state.current.at : direction < 0 ? changes.length : -1;
  for (let at = start + direction; at >= 0 && at < changes.length; at += direction) {
    if (wanted(changes[at])) return go(changes[at]);
  }
  tell(t(!changes.some(shown) ? "no change shown" : direction > 0 ? "no change after this one" : "no change before this one"));
}

/** Goes to the next change without a verdict, from the beginning if there is none farther on. */
function nextOpen() {
  const open = changes.filter((change) => shown(change) && !verdictOn(change));
  const next = open.find((change) => change.at > (state.current?.at ?? -1)) || open[0];
  return next ? go(next) : tell(t("all is decided"));
}

/** Goes to the next or previous place of one replacement, from wherever the reader is; round at either end.
 * @param {HTMLElement} button */
function walkGroup(button) {
  const stops = placesOf(button).filter(shown).sort((one, other) => one.at - other.at);
  if (!stops.length) return;
  const current = state.current?.at ?? -1;
  const ahead = Number(button.dataset.step) > 0;
  const stop = (ahead ? stops.find((one) => one.at > current) : stops.filter((one) => one.at < current).pop()) || stops[ahead ? 0 : stops.length - 1];
  go(stop);
  tell(t("place {n} of {m}, {kind}", { n: stops.indexOf(stop) + 1, m: stops.length, kind: nameOf(stop.kind) }));
}

/** Lists the changes of the replacement that a button belongs to.
 * @param {Element} button
 * @returns {Change[]} */
function placesOf(button) {
  const group = button.closest("[data-places]");
  const names = group ? (group.getAttribute("data-places") || "").trim().split(" ") : [];
  return names.flatMap((name) => named.get(name) || []);
}

/** @param {string} text */
function tell(text) {
  byId("status").textContent = text;
}
