// The map of the whole text at the edge of the window: a line for each change.

/** @type {HTMLCanvasElement} */
const map = byId("map");
/** @type {Map<Change, number>} how far down the text each change is, from 0 to 1 */
const depth = new Map();

/** Measures the text once, by its characters: rows that were not yet laid out have no height. */
function measure() {
  /** @type {Map<Element | null, number>} */
  const starts = new Map();
  let whole = 0;
  for (const row of document.querySelectorAll("#text > :not(.outside) .row:not(.head)")) {
    starts.set(row, whole);
    whole += 20 + (row.textContent || "").length;
  }
  for (const change of changes) {
    const row = change.marks.map((mark) => mark.closest(".row")).find((one) => starts.has(one));
    if (row) depth.set(change, (starts.get(row) || 0) / whole);
  }
}

/** Draws the map anew: what is hidden is not on it, what is decided is pale. */
function drawMap() {
  const pen = map.getContext("2d");
  if (!pen || !map.clientHeight) return;
  if (!depth.size) measure();
  const scale = devicePixelRatio || 1;
  map.width = map.clientWidth * scale;
  map.height = map.clientHeight * scale;
  const style = getComputedStyle(document.documentElement);
  const inks = new Map([["mask", "--mask-line"], ["move", "--move-line"], ["accidental", "--form"], ["doubtful", "--left-line"], ["substantive", "--right-line"]].map(([word, name]) => [word, style.getPropertyValue(name).trim()]));
  for (const change of changes) {
    const at = shown(change) ? depth.get(change) ?? -1 : -1;
    if (at < 0) continue;
    pen.globalAlpha = verdictOn(change) ? 0.3 : 1;
    pen.fillStyle = inks.get(change.kind) || inks.get(change.level) || "gray";
    pen.fillRect(2 * scale, at * (map.height - 3 * scale), map.width - 4 * scale, Math.max(2, 2 * scale));
  }
}

/** Goes to the shown change nearest to where the map was clicked.
 * @param {MouseEvent} event */
function jump(event) {
  const wanted = event.offsetY / map.clientHeight;
  let best = null;
  let least = Infinity;
  for (const change of changes) {
    const at = shown(change) ? depth.get(change) ?? -1 : -1;
    if (at >= 0 && Math.abs(at - wanted) < least) [best, least] = [change, Math.abs(at - wanted)];
  }
  if (best) go(best);
}
