// What the page knows: the changes with their marks in the text, and what is chosen. All that is shown is made as text.

/** @typedef {{id: string, at: number, kind: string, level: string, section: number, note: number, key: string, marks: Element[], entry: HTMLElement | null}} Change */
/** @typedef {{key: string, verdict: string | null, comment: string}} Verdict */

/** Finds what the page always has.
 * @param {string} id
 * @returns {any} */
const byId = (id) => document.getElementById(id);

/** @type {{tool: object, left: {name: string, sha256: string}, right: {name: string, sha256: string}, settings: object, language: string, texts: [string, string][], labels: Record<string, string>, kinds: [string, string][], levels: [string, string][], sections: string[], notes: [string, string][], changes: [number, number, number, number, number, string][]}} */
const island = JSON.parse(byId("island").textContent);

/** @type {Change[]} in the order of the text */
const changes = island.changes.map(([number, kind, level, section, note, key], at) => ({
  id: `c${number}`, at, kind: island.kinds[kind][0], level: island.levels[level][0], section, note, key, marks: [], entry: null,
}));
/** @type {Map<string, Change>} */
const named = new Map(changes.map((change) => [change.id, change]));
const IGNORED = island.sections.length - 1;

// Gathered once: to search ten thousand marks at each step would be felt.
for (const mark of document.querySelectorAll("#text :is(del, ins, .caret, .sign a), .tick")) {
  const change = named.get(mark.getAttribute("data-change") || mark.id);
  if (change) change.marks.push(mark);
}

/** What is hidden, sought and chosen; a part of the address but for `current`. */
const state = {
  /** @type {Set<string>} kinds and significances */
  off: new Set(),
  side: "",
  find: "",
  /** @type {Change | null} */
  current: null,
};

/** Gives the mark of a change on a side, where the paragraph stands now and not where it was moved from.
 * @param {Change} change
 * @param {string} side */
const markOn = (change, side) => change.marks.find((mark) => mark.closest(`.cell.${side}`) && !mark.closest(".origin, .merged"));

/** Reads what a side has there; of a move, how its paragraph begins.
 * @param {Change} change
 * @param {string} side */
function reading(change, side) {
  const isMove = change.kind === "move";
  const row = isMove && change.marks.map((mark) => mark.closest(".row:not(.origin)")).find(Boolean);
  const text = textOf(row ? side === "right" && row.querySelector(".cell.right p") : markOn(change, side)).replaceAll("\n", "");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Reads an element without what is only heard.
 * @param {Element | false | null | undefined} one */
function textOf(one) {
  const copy = one ? /** @type {Element} */ (one.cloneNode(true)) : made("i", "");
  for (const heard of copy.querySelectorAll("i")) heard.remove();
  return copy.textContent || "";
}

/** Names the paragraphs on both sides, by number and as people cite them.
 * @param {Change} change */
function place(change) {
  const mark = change.marks.find((one) => one.closest(".row") && !one.closest(".origin"));
  const row = mark && mark.closest(".row");
  if (!row) return "";
  const sides = [...row.querySelectorAll(".cell:not(.none)")].map((cell) => `¶${cell.getAttribute("data-n")} ${cell.firstElementChild?.getAttribute("data-at") || ""}`.trim());
  return sides.length > 1 && sides[0] === sides[1] ? sides[0] : sides.join(" → ");
}

/** Tells whether no filter hides a change.
 * @param {Change} change */
function shown(change) {
  if (change.section === IGNORED || state.off.has(change.kind) || state.off.has(change.level)) return false;
  if (state.side && reading(change, state.side === "left" ? "right" : "left")) return false;
  return !state.find || `${reading(change, "left")} ${reading(change, "right")} ${place(change)} ${note(change)} ${commentOn(change)}`.toLowerCase().includes(state.find);
}
