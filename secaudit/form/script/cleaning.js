import { data, questionOf } from "./data.js";
import { all, template } from "./dom.js";
import { BESIDE, put, valueAt } from "./fields.js";

/** What may stand in a form, of what a file or a browser holds. @param {Form} form @param {any} value @returns {Reply} */
export function clean(form, value) {
  const ids = [...form.questions, ...form.conditional];
  const known = ids.filter((id) => Object.hasOwn(Object(value?.answers), id));
  return {
    facts: cleanFacts(Object(value?.facts)),
    answers: Object.fromEntries(known.map((id) => [id, cleanAnswer(form, id, value.answers[id])])),
    confirmed: value?.confirmed === true,
    on: typeof value?.on === "string" ? value.on : "",
  };
}

/** What the fields of a question can hold. @param {Form} form @param {string} id @param {any} value @returns {Answer} */
function cleanAnswer(form, id, value) {
  const { field } = questionOf(form, id);
  const own = all(template(`${form.kind}:${id}`), "[data-path]");
  const paths = own.map((each) => each.dataset.path ?? "");
  const answer = textsIn(value, [...paths, ...BESIDE.map(({ path }) => path)]);
  const word = answer[field];
  const may = word !== "unchanged" || form.earlier[id]?.again;
  if (field !== "counts" && !(may && own.some((radio) => radio.value === word)))
    delete answer[field];
  return answer;
}

/** The texts at some places of a value. @param {any} value @param {string[]} paths */
export function textsIn(value, paths) {
  /** @type {Record<string, any>} */
  const found = {};
  for (const path of paths) {
    const text = valueAt(value, path);
    if (typeof text === "string") put(found, path, text.trim());
  }
  return found;
}

/** The facts that may be. @param {any} value @returns {Facts} */
function cleanFacts(value) {
  const facts = {};
  for (const { path, choices } of data.facts) {
    const [name] = path.split(".");
    const told = valueAt(value, path);
    if (value[name] === null) put(facts, name, null);
    else if ([told].flat().every((one) => isFact(one, choices))) put(facts, path, told);
  }
  return facts;
}

/** Whether something is a text or, where there are choices, one of them. @param {any} told @param {Record<string, string>} choices */
function isFact(told, choices) {
  if (!Object.keys(choices).length) return typeof told === "string";
  return Object.hasOwn(choices, String(told));
}
