// What is shown and what is not, and the address that keeps it.

/** Shows again what no filter hides, in the text, the list, the strips and the map. */
function sift() {
  let count = 0;
  for (const change of changes) {
    const hidden = !shown(change);
    if (!hidden) count += 1;
    if (change.section !== IGNORED) for (const mark of change.marks) mark.classList.toggle("off", hidden);
  }
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.setAttribute("aria-pressed", String(!state.off.has(button.getAttribute("data-filter") || "")));
  }
  if (state.current && !shown(state.current) && state.current.section !== IGNORED) leave();
  list();
  drawMap();
  const all = changes.length - changes.filter((change) => change.section === IGNORED).length;
  tell(count < all ? t("{n} of {m} shown", { n: count, m: all }) : all === 1 ? t("1 change") : t("{n} changes", { n: all.toLocaleString("en") }));
}

/** @param {string} name */
function toggle(name) {
  if (!state.off.delete(name)) state.off.add(name);
  sift();
  remember();
}

/** Shows everything again. */
function everything() {
  state.off.clear();
  state.side = state.find = "";
  fill();
  sift();
  remember();
}

/** Writes what is chosen into the address: `#c12&hide=width,space&side=left&find=2020&view=inline`. */
function remember() {
  const chosen = { hide: [...state.off].join(","), side: state.side, find: state.find, view: isInline() ? "inline" : "" };
  const parts = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  const wanted = [state.current?.id || "", parts.toString().replaceAll("%2C", ",")].filter((one, at) => one || !at).join("&");
  if (location.hash.slice(1) !== wanted) history.replaceState(null, "", `#${wanted}`);
}

/** Follows the address: the filters first, then the change; where it names no filter all stays as it is. */
function follow() {
  const [id, ...rest] = location.hash.slice(1).split("&");
  if (rest.length) {
    const wanted = new URLSearchParams(rest.join("&"));
    const known = new Set([...island.kinds, ...island.levels].map(([word]) => word));
    state.off = new Set((wanted.get("hide") || "").split(",").filter((word) => known.has(word)));
    state.side = ["left", "right"].find((side) => side === wanted.get("side")) || "";
    state.find = (wanted.get("find") || "").toLowerCase();
    fill();
    if ((wanted.get("view") === "inline") !== isInline()) inline();
    sift();
  }
  const change = named.get(id);
  if (change) go(change);
}

/** Shows in the fields what is sought. */
function fill() {
  if (byId("find")) [byId("find").value, byId("sides").value] = [state.find, state.side];
}
