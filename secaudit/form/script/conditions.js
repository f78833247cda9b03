import { questionOf } from "./data.js";

/** The facts that are told otherwise than they were issued. @param {Form} form @param {Reply} reply @returns {Facts} */
export function corrections(form, reply) {
  const told = Object.entries(reply.facts);
  return Object.fromEntries(
    told.filter(([name, fact]) => compared(fact) !== compared(form.facts[name])),
  );
}

/** The order of a list, or of the parts of a fact, is no difference. @param {any} fact @returns {string} */
function compared(fact) {
  if (fact === null || typeof fact !== "object") return JSON.stringify(fact ?? null);
  return JSON.stringify((Array.isArray(fact) ? [...fact] : Object.entries(fact)).sort());
}

/**
 * The questions of a form by the facts as they were corrected: those that are asked, in order,
 * those of them that a correction opened, and those that it closed.
 *
 * @param {Form} form
 * @param {Reply} reply
 */
export function asked(form, reply) {
  const changed = corrections(form, reply);
  const facts = { ...form.facts, ...changed, common_service: form.provides.length > 0 };
  const holds = (/** @type {[string, any[]][]} */ when) =>
    when.every(([name, wanted]) => isKnownAs(wanted, facts, name));
  const when = (/** @type {string} */ id) => Object.entries(questionOf(form, id).when);
  const corrected = (/** @type {string} */ id) =>
    when(id).filter(([name]) => name.split(".")[0] in changed);
  const isClosed = (/** @type {string} */ id) =>
    !form.provides.includes(id) && !holds(corrected(id));
  const closed = form.questions.filter(isClosed);
  const anew = Object.keys(changed).length ? form.conditional : [];
  const opened = anew.filter((id) => holds(when(id)));
  const ids = [...form.questions.filter((id) => !closed.includes(id)), ...opened];
  return { ids, opened, closed };
}

/** Whether a fact has one of the values; one that is unknown asks. @param {any[]} wanted @param {Facts} facts @param {string} place */
function isKnownAs(wanted, facts, place) {
  const [name, part] = place.split(".");
  const known = part ? facts[name]?.[part] : facts[name];
  if (Array.isArray(known)) return known.some((one) => wanted.includes(one));
  return known === undefined || known === null || wanted.includes(known);
}
