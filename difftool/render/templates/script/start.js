// Ties keys and buttons to what they do. Without script the page still reads, links and folds.

document.documentElement.classList.remove("plain");
const help = byId("keys");
const openHelp = () => help.open || help.showModal();
/** @param {string} verdict */
const decideHere = (verdict) => state.current && decide([state.current], verdict);
const switchLanguage = () => {
  speak(language === "en" ? "zh" : "en");
  unfold(opened());
  sift();
  progress();
  if (state.current) go(state.current);
};

/** @type {Record<string, () => unknown>} */
const keys = {
  n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), d: nextOpen,
  a: () => decideHere("accepted"), r: () => decideHere("rejected"), i: () => decideHere("ignored"),
  c: () => state.current && byId("comment").focus(), u: inline, o: () => unfold(!opened()), 0: everything,
  t: colours, l: switchLanguage, "/": () => byId("find")?.focus(), "?": openHelp,
};

/** @type {Record<string, () => unknown>} by the names of buttons */
const acts = {
  next: keys.n, previous: keys.p, help: openHelp, fold: keys.o, inline, colours, language: switchLanguage,
  export: exported, import: () => byId("file").click(), clear: () => confirm(t("forget all verdicts of this page?")) && (verdicts.clear(), refresh()),
};

byId("comment").addEventListener("change", () => {
  if (!state.current) return;
  set(state.current, verdictOn(state.current), byId("comment").value.trim());
  keep();
});
for (const id of ["comment", "find"]) {
  byId(id)?.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" || event.key === "Escape") byId(id).blur();
  });
}
byId("file")?.addEventListener("change", () => {
  const [file] = byId("file").files;
  if (file) void imported(file);
  byId("file").value = "";
});
for (const [id, what, event] of /** @type {[string, "find" | "side", string][]} */ ([["find", "find", "input"], ["sides", "side", "change"]])) {
  byId(id)?.addEventListener(event, () => {
    state[what] = byId(id).value.toLowerCase();
    sift();
    remember();
  });
}
map.addEventListener("click", jump);
document.addEventListener("click", (event) => {
  const at = /** @type {Element} */ (event.target);
  const button = /** @type {HTMLElement | null} */ (at.closest("button"));
  if (button && acts[button.id]) acts[button.id]();
  if (button?.dataset.filter) toggle(button.dataset.filter);
  if (button?.dataset.verdict) decideHere(button.dataset.verdict);
  if (button?.dataset.step) walkGroup(button);
  if (button?.dataset.all) decide(placesOf(button), button.dataset.all);
  const mark = at.closest("#text :is(del, ins, .caret), .tick");
  const change = mark && named.get(mark.getAttribute("data-change") || mark.id);
  if (change && getSelection()?.isCollapsed) go(change);
  const link = /** @type {HTMLAnchorElement | null} */ (at.closest("#changes a, .differing a, .panel a"));
  const wanted = link && named.get(link.hash.slice(1));
  if (wanted) {
    event.preventDefault();
    go(wanted);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
  const act = keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});
addEventListener("hashchange", follow);
addEventListener("resize", drawMap);
addEventListener("beforeprint", () => unfold(true));
paint(kept("difftool:colours") === "red-green");
take(parsed(kept(HOME)));
refresh();
follow();
