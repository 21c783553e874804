// The list of changes as a worklist: by section, each entry with its place and both readings.

const CHUNK = 400; // entries made at once: some 20 ms
const BATCH = 60; // entries that are laid out together
let making = 0;

/** Makes the list anew, of what is shown; a long one in parts, so that the page can be used meanwhile. */
function list() {
  const home = byId("list");
  if (!home) return;
  making += 1;
  for (const change of changes) change.entry = null;
  home.textContent = "";
  const wanted = changes.filter((change) => change.section === IGNORED || shown(change)).sort((one, other) => one.section - other.section || one.at - other.at);
  const counts = island.sections.map((_, at) => wanted.filter((change) => change.section === at).length);
  const turn = making;
  /** @type {HTMLElement | null} */
  let group = null;
  let at = 0;
  const more = () => {
    if (turn !== making) return;
    for (const end = Math.min(at + CHUNK, wanted.length); at < end; at += 1) {
      const change = wanted[at];
      const begins = !at || wanted[at - 1].section !== change.section;
      if (begins) {
        const head = made("h3", "", t(island.sections[change.section]));
        head.append(" ", made("b", "", String(counts[change.section])));
        home.append(head);
      }
      if (begins || !group || group.childElementCount >= BATCH) {
        group = made("div", "");
        group.setAttribute("role", "list");
        home.append(group);
      }
      change.entry = entry(change);
      group.append(change.entry);
    }
    if (state.current?.entry) point(state.current);
    if (at < wanted.length) setTimeout(more);
  };
  more();
}

/** Makes an element with a class and a text.
 * @param {string} tag
 * @param {string} name
 * @param {string} [text] */
function made(tag, name, text = "") {
  const one = document.createElement(tag);
  if (name) one.className = name;
  one.textContent = text;
  return one;
}

/** @param {Change} change */
function entry(change) {
  const verdict = verdictOn(change);
  const home = made("div", `entry ${change.kind} ${change.level} ${verdict || ""}`);
  home.setAttribute("role", "listitem");
  const link = /** @type {HTMLAnchorElement} */ (made("a", ""));
  link.href = `#${change.id}`;
  const about = made("span", "about");
  about.append(made("i", "swatch"), `${nameOf(change.kind)} `, made("span", "place", place(change)));
  link.append(about, both(change), made("span", "note", note(change)));
  if (commentOn(change)) link.append(made("span", "comment", commentOn(change)));
  home.append(link);
  return home;
}

/** Makes both readings with a little of what stands around them.
 * @param {Change} change */
function both(change) {
  const home = made("span", "reading");
  home.dir = "auto";
  const [left, right] = [reading(change, "left"), reading(change, "right")];
  if (change.kind === "move") home.append(made("b", "", right));
  if (change.kind === "move") return home;
  const mark = markOn(change, "left") || markOn(change, "right");
  /** @param {Node | null | undefined} node */
  const near = (node) => (node && (!(node instanceof Element) || node.matches("span:not(.caret)")) ? (node.textContent || "").replaceAll("\n", "↵") : "");
  home.append(near(mark?.previousSibling).slice(-10));
  if (left) home.append(made("del", "", left));
  if (right) home.append(made("ins", "", right));
  home.append(near(mark?.nextSibling).slice(0, 10));
  return home;
}

/** Shows in the list which change is the current one.
 * @param {Change} change */
function point(change) {
  const [link, home] = [change.entry?.querySelector("a"), byId("changes")];
  link?.setAttribute("aria-current", "true");
  if (!link || getComputedStyle(home).position !== "sticky") return;
  home.scrollTop += link.getBoundingClientRect().top - home.getBoundingClientRect().top - home.clientHeight / 3;
}
