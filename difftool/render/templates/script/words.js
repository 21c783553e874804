// The page in one of two languages; what the documents say is never touched.

let language = island.language;
/** From what is shown in Chinese back to its English. */
const english = new Map(Object.entries(island.labels).map(([one, other]) => [other, one]));

/** Gives a fixed text in the language of the page, its gaps filled in.
 * @param {string} label
 * @param {Record<string, string | number>} [gaps] */
function t(label, gaps = {}) {
  const text = language === "zh" ? island.labels[label] || label : label;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(gaps[name]));
}

/** Kinds and significances in Chinese. */
const chinese = new Map([...island.kinds, ...island.levels]);
/** @param {string} word */
const nameOf = (word) => (language === "zh" ? chinese.get(word) || word : word);
/** @param {Change} change */
const note = (change) => island.notes[change.note][language === "zh" ? 1 : 0];

/** Puts the page into a language: texts that have a number, what is only heard, and attributes that are fixed texts.
 * @param {string} wanted */
function speak(wanted) {
  language = document.documentElement.lang = wanted;
  const at = wanted === "zh" ? 1 : 0;
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = island.texts[Number(one.getAttribute("data-t"))][at];
  for (const one of document.querySelectorAll("#text i")) {
    const [mark, cell] = [one.closest("del, ins"), one.closest(".cell")];
    const of = mark ? [t(mark.localName === "del" ? "deleted" : "inserted"), nameOf(mark.classList[0])] : [t(cell?.classList[1] || ""), cell?.getAttribute("data-n")];
    one.textContent = `${of.join(", ")}: `;
  }
  for (const name of ["title", "aria-label", "placeholder", "label"]) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      const [whole, keys] = (one.getAttribute(name) || "").split(/(?= \([a-z], [a-z]\)$)/);
      const label = english.get(whole) || whole;
      if (label in island.labels) one.setAttribute(name, t(label) + (keys || ""));
    }
  }
}
