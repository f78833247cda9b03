import { data } from "./data.js";

const NUMBERS = Object.fromEntries(Object.keys(data.statuses).map((status) => [status, ""]));
/** What an answer may hold: texts, at these places. @type {Record<string, any>} */
const SHAPE = {
  status: "",
  reviewed_on: "",
  comment: "",
  evidence: { reference: "", seen_on: "" },
  action: { what: "", responsible: "", due: "", hours: "", cost: "" },
  acceptance: { why: "", until: "" },
  counts: Object.fromEntries(data.departments.map(([id]) => [id, NUMBERS])),
};

/** What may stand in a form, of what a file or a browser holds. @param {Form} form @param {any} value @returns {Reply} */
export function clean(form, value) {
  const answers = [...form.questions, ...form.conditional]
    .filter((id) => Object.hasOwn(value?.answers ?? {}, id))
    .map((id) => [id, cleanAnswer(form, id, value.answers[id])]);
  const facts = data.facts
    .filter(({ name }) => Object.hasOwn(value?.facts ?? {}, name))
    .map((fact) => [fact.name, cleanFact(fact, value.facts[fact.name])]);
  return {
    facts: Object.fromEntries(facts.filter(([, fact]) => fact !== undefined)),
    answers: Object.fromEntries(answers),
    confirmed: value?.confirmed === true,
  };
}

/** @param {Form} form @param {string} id @param {any} value @returns {Answer} */
function cleanAnswer(form, id, value) {
  const answer = shaped(value, SHAPE);
  const again = form.earlier[id]?.again;
  if (!Object.hasOwn(data.statuses, answer.status ?? "")) delete answer.status;
  if (answer.status === "unchanged" && !again) delete answer.status;
  const level = value?.maturity;
  if ([0, 1, 2, 3, 4, 5].includes(level) || (level === "unchanged" && again))
    answer.maturity = level;
  return answer;
}

/** The texts of a value that stand where a shape has some. @param {any} value @param {Record<string, any>} shape @returns {any} */
function shaped(value, shape) {
  const known = Object.keys(shape).filter((name) => Object.hasOwn(Object(value), name));
  const found = known.map((name) => {
    if (typeof shape[name] === "object") return [name, shaped(value[name], shape[name])];
    return [name, typeof value[name] === "string" ? value[name].trim() : undefined];
  });
  return Object.fromEntries(found.filter(([, each]) => each !== undefined));
}

/** A fact as it may be; undefined where it is none. @param {Part & {parts?: Part[]}} fact @param {any} value @returns {any} */
function cleanFact(fact, value) {
  if (value === null) return null;
  if (fact.parts?.length) {
    const parts = fact.parts.map((part) => [part.name, cleanFact(part, value[part.name])]);
    const found = parts.filter(([, each]) => each !== undefined && each !== null);
    return found.length ? Object.fromEntries(found) : undefined;
  }
  if (fact.kind === "several")
    return Array.isArray(value) && value.every((each) => Object.hasOwn(fact.choices, each))
      ? value
      : undefined;
  if (fact.kind === "yes-no") return typeof value === "boolean" ? value : undefined;
  if (typeof value !== "string") return undefined;
  return fact.kind !== "one" || Object.hasOwn(fact.choices, value) ? value : undefined;
}

/** @param {any} value @param {string[]} names @returns {Record<string, string>} */
export function texts(value, names) {
  return shaped(value, Object.fromEntries(names.map((name) => [name, ""])));
}
