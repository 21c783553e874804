// The page in one of two languages; what the documents say is never touched.

let language = island.language;
const LANGUAGES = ["en", "zh"];
/** From what is shown in Chinese back to its English. */
const english = new Map(Object.entries(island.labels).map(([one, other]) => [other, one]));

/** Gives a fixed text in the language of the page, its gaps filled in.
 * @param {string} label
 * @param {Record<string, string | number>} [gaps] */
function t(label, gaps = {}) {
  const text = language === "zh" ? island.labels[label] || label : label;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(gaps[name]));
}

/** Names a kind or a significance.
 * @param {string} word */
function nameOf(word) {
  const pair = [...island.kinds, ...island.levels].find(([one]) => one === word);
  return pair ? pair[LANGUAGES.indexOf(language)] : word;
}

/** @param {Change} change */
const note = (change) => island.notes[change.note][LANGUAGES.indexOf(language)];

/** Puts the page into a language: texts that have a number, and attributes that are fixed texts.
 * @param {string} wanted */
function speak(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
  const at = LANGUAGES.indexOf(wanted);
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = island.texts[Number(one.getAttribute("data-t"))][at];
  for (const name of ["title", "aria-label", "placeholder", "label"]) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      const [whole, keys] = (one.getAttribute(name) || "").split(/(?= \([a-z], [a-z]\)$)/);
      const label = english.get(whole) || whole;
      if (label in island.labels) one.setAttribute(name, t(label) + (keys || ""));
    }
  }
}
