/** What the page was written with. */
export const data = /** @type {Data} */ (
  JSON.parse(document.getElementById("data")?.textContent ?? "{}")
);

/**
 * A text of the page, with what stands in {braces} filled in.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [words]
 */
export function t(name, words = {}) {
  return data.texts[name].replace(/\{(\w+)\}/g, (_all, word) => String(words[word]));
}

/**
 * The same for one or several.
 *
 * @param {string} name
 * @param {number} n
 */
export function count(name, n) {
  return t(n === 1 ? `${name}_one` : `${name}_many`, { n });
}

/** @param {Form} form @param {string} id */
export function questionOf(form, id) {
  return data.questions[`${form.kind}:${id}`];
}

/** The day as ISO 8601 has it, by the clock of this machine. @param {Date} [at] */
export function isoDay(at = new Date()) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A day as people write it; what is no day, as it stands. @param {string} iso */
export function longDay(iso) {
  const day = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(day.getTime())) return iso;
  const locale = data.language === "da" ? "da-DK" : "en-GB";
  return day.toLocaleDateString(locale, { dateStyle: "long" });
}
