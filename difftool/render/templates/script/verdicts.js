// What the reviewer decided: kept in this browser under both digests, written to a file and read from one.

// A text with concealed places has no digest: who knows the rest of it could try values.
const HOME = `difftool:${island.left.sha256 || island.left.name}:${island.right.sha256 || island.right.name}`;
const WORDS = ["accepted", "rejected", "ignored"];
/** @type {Map<string, Verdict>} by the keys of the changes, which another run gives them again */
const verdicts = new Map();

/** @param {Change} change */
const verdictOn = (change) => verdicts.get(change.key)?.verdict || null;
/** @param {Change} change */
const commentOn = (change) => verdicts.get(change.key)?.comment || "";

/** Reads or writes what this browser keeps under a name, or takes it away; a page may be opened where nothing is kept.
 * @param {string} name
 * @param {string} [value] */
function kept(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    if (value) tell(t("export verdicts"));
  }
  return null;
}

/** @param {string | null} text */
function parsed(text) {
  try {
    return JSON.parse(text || "null");
  } catch {
    return null;
  }
}

const keep = () => kept(HOME, verdicts.size ? JSON.stringify([...verdicts.values()]) : "");

/** Takes verdicts over, and gives how many of them belong to a change of this page.
 * @param {unknown} some */
function take(some) {
  const known = new Set(changes.map((change) => change.key));
  let count = 0;
  for (const one of Array.isArray(some) ? some : []) {
    if (!one || !known.has(one.key)) continue;
    const verdict = WORDS.includes(one.verdict) ? one.verdict : null;
    const comment = typeof one.comment === "string" ? one.comment : "";
    if (verdict || comment) verdicts.set(one.key, { key: one.key, verdict, comment });
    count += 1;
  }
  return count;
}

/** Decides on changes: the same verdict again takes it back.
 * @param {Change[]} some
 * @param {string} verdict */
function decide(some, verdict) {
  const all = some.every((change) => verdictOn(change) === verdict);
  for (const change of some) set(change, all ? null : verdict, commentOn(change));
  keep();
  progress();
  if (state.current) weigh(state.current);
}

/** @param {Change} change
 * @param {string | null} verdict
 * @param {string} comment */
function set(change, verdict, comment) {
  if (verdict || comment) verdicts.set(change.key, { key: change.key, verdict, comment });
  else verdicts.delete(change.key);
  if (change.entry) {
    const fresh = entry(change);
    change.entry.replaceWith(fresh);
    change.entry = fresh;
    if (change === state.current) fresh.querySelector("a")?.setAttribute("aria-current", "true");
  }
  sign(change);
}

/** @param {Change} change */
function sign(change) {
  const verdict = verdictOn(change);
  for (const mark of change.marks) for (const word of WORDS) mark.classList.toggle(`is-${word}`, word === verdict);
}

/** Shows how much is decided. */
function progress() {
  const bar = byId("progress");
  if (!bar) return;
  const open = changes.filter((change) => change.section !== IGNORED);
  bar.max = open.length || 1;
  bar.value = open.filter(verdictOn).length;
  byId("decided").textContent = t("{n} of {m} decided", { n: bar.value, m: open.length });
  drawMap();
}

/** Shows the current change where it is decided.
 * @param {Change} change */
function weigh(change) {
  byId("decide").hidden = false;
  byId("decide").className = change.kind;
  byId("what").textContent = `${nameOf(change.kind)}, ${nameOf(change.level)}`;
  byId("why").textContent = note(change);
  byId("which").replaceChildren(both(change));
  for (const button of document.querySelectorAll("[data-verdict]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-verdict") === verdictOn(change)));
  }
  byId("comment").value = commentOn(change);
}

/** Writes all verdicts to a file that `difftool review` takes. */
function exported() {
  const { tool, left, right, settings } = island;
  const text = `${JSON.stringify({ schema: "difftool.verdicts/1", tool, left, right, settings, verdicts: changes.flatMap((change) => verdicts.get(change.key) || []) }, null, 1)}\n`;
  const link = /** @type {HTMLAnchorElement} */ (made("a", ""));
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "verdicts.json";
  link.click();
}

/** Reads verdicts from a file; those of other files are refused.
 * @param {File} file */
async function imported(file) {
  const found = parsed(await file.text());
  if (!found || found.schema !== "difftool.verdicts/1") return tell(t("this is no file of verdicts"));
  const isOurs = found.left?.sha256 === island.left.sha256 && found.right?.sha256 === island.right.sha256;
  if (!isOurs) return tell(t("these verdicts are of other files"));
  const n = take(found.verdicts);
  refresh();
  tell(t("{n} verdicts taken over", { n }));
}

/** Shows all verdicts as they are now. */
function refresh() {
  keep();
  changes.forEach(sign);
  list();
  progress();
  if (state.current) weigh(state.current);
}
