/** What the page was written with. */
export const data = /** @type {Data} */ (
  JSON.parse(document.getElementById("data")?.textContent ?? "{}")
);

/** A text of the page, with what stands in {braces} filled in. @param {string} name @param {Record<string, any>} [words] */
export function t(name, words = {}) {
  return data.texts[name].replace(/\{(\w+)\}/g, (_all, word) => String(words[word]));
}

/** The same for one or several. @param {string} name @param {number} n */
export function count(name, n) {
  return t(n === 1 ? `${name}_one` : `${name}_many`, { n });
}

/** @param {Form} form @param {string} id */
export function questionOf(form, id) {
  return data.questions[`${form.kind}:${id}`];
}

/** The day as ISO 8601 has it, by the clock of this machine. @param {Date} [at] */
export function isoDay(at = new Date()) {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A day some days before another. @param {string} iso @param {number} days */
export function daysBefore(iso, days) {
  const day = new Date(`${iso}T12:00:00`);
  day.setDate(day.getDate() - days);
  return isoDay(day);
}

/** A day as people write it; what is no day, as it stands. @param {string} iso */
export function longDay(iso) {
  const day = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(day.getTime())) return iso;
  return day.toLocaleDateString(data.locale, { dateStyle: "long" });
}
