import { data, longDay, questionOf } from "./data.js";

/** The facts that are told otherwise than they were issued. @param {Form} form @param {Reply} reply */
export function corrections(form, reply) {
  /** @type {Facts} */
  const changed = {};
  for (const [name, told] of Object.entries(reply.facts))
    if (compared(told) !== compared(form.facts[name])) changed[name] = told;
  return changed;
}

/** The order of a list, or of the parts of a fact, is no difference. @param {any} fact @returns {string} */
function compared(fact) {
  if (Array.isArray(fact)) return JSON.stringify([...fact].sort());
  if (fact === null || typeof fact !== "object") return JSON.stringify(fact ?? null);
  return JSON.stringify(Object.entries(fact).sort());
}

/**
 * The questions of a form by the facts as they were corrected: those that are asked, in order,
 * those that a correction opened, and those that it closed.
 *
 * @param {Form} form
 * @param {Reply} reply
 */
export function asked(form, reply) {
  const changed = corrections(form, reply);
  const facts = { ...form.facts, ...changed, common_service: form.provides.length > 0 };
  const closed = form.questions.filter((id) => {
    if (form.provides.includes(id)) return false;
    const when = Object.entries(questionOf(form, id).when);
    const told = when.filter(([name]) => name.split(".")[0] in changed);
    return !holds(Object.fromEntries(told), facts);
  });
  const opened = Object.keys(changed).length
    ? form.conditional.filter((id) => holds(questionOf(form, id).when, facts))
    : [];
  const ids = [...form.questions.filter((id) => !closed.includes(id)), ...opened];
  return { ids, opened, closed };
}

/** Whether every fact named has one of the values; an unknown fact asks. @param {When} when @param {Facts} facts */
function holds(when, facts) {
  return Object.entries(when).every(([name, wanted]) => {
    const [fact, part] = name.split(".");
    const known = part ? facts[fact]?.[part] : facts[fact];
    if (Array.isArray(known)) return known.some((one) => wanted.includes(one));
    return known === undefined || known === null || wanted.includes(known);
  });
}

/** The word for a fact, as people read it. @param {Part} part @param {any} value @returns {string} */
export function factWord(part, value) {
  if (value === undefined || value === null || value === "" || value.length === 0)
    return data.texts.not_stated;
  if (Array.isArray(value)) return value.map((one) => part.choices[one] ?? one).join(", ");
  if (typeof value === "boolean") return data.texts[value ? "yes" : "no"];
  if (part.kind === "day") return longDay(value);
  return part.choices[value] ?? String(value);
}
