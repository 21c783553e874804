// How the text is shown: folds, one column or two, colours. What is chosen for the colours is kept in this browser.

const isInline = () => document.body.classList.contains("inlined");
const opened = () => byId("fold").getAttribute("aria-pressed") === "true";

/** @param {boolean} open */
function unfold(open) {
  for (const one of document.querySelectorAll("#text details")) /** @type {HTMLDetailsElement} */ (one).open = open;
  byId("fold").setAttribute("aria-pressed", String(open));
  byId("fold").textContent = t(open ? "close all" : "open all");
}

/** Shows both readings in one text, or side by side again. */
function inline() {
  const on = !isInline();
  if (on) for (const row of document.querySelectorAll("#text .row:not(.head):not(.origin)")) merge(row);
  document.body.classList.toggle("inlined", on);
  byId("inline").setAttribute("aria-pressed", String(on));
  if (state.current) go(state.current);
  remember();
}

/** Makes of a row's two cells one paragraph: that of the right with what the left has, struck, before each change.
 * @param {Element} row */
function merge(row) {
  const [left, right] = [".cell.left:not(.none)", ".cell.right:not(.none)"].map((one) => row.querySelector(one));
  if (!left || !right || row.querySelector(".merged") || !right.querySelector("ins, .caret")) return;
  const text = made("p", "merged");
  for (const node of right.querySelector("p")?.childNodes || []) {
    const change = node instanceof Element ? named.get(node.getAttribute("data-change") || node.id) : undefined;
    const was = change && change.marks.find((mark) => left.contains(mark));
    for (const one of was ? [was, node] : [node]) {
      if (one instanceof Element && one.classList.contains("caret")) continue;
      const copy = one.cloneNode(true);
      if (copy instanceof Element && change) {
        copy.removeAttribute("id");
        copy.setAttribute("data-change", change.id);
        change.marks.push(copy);
      }
      text.append(copy);
    }
  }
  right.append(text);
}

/** Finds where a change stands when both readings are one text.
 * @param {Change} change */
function inlined(change) {
  return change.marks.find((mark) => mark.closest(".merged")) || byId(change.id);
}

/** Changes the colours: orange and blue, which colour-blind people can tell apart, or red and green. */
function colours() {
  const redGreen = document.documentElement.dataset.colours !== "red-green";
  kept("difftool:colours", redGreen ? "red-green" : "");
  paint(redGreen);
}

/** @param {boolean} redGreen */
function paint(redGreen) {
  document.documentElement.dataset.colours = redGreen ? "red-green" : "orange-blue";
  byId("colours").setAttribute("aria-pressed", String(redGreen));
  drawMap();
}
