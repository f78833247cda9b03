import { data, daysBefore, isoDay, questionOf, t } from "./data.js";

const { rules } = data;
const CPR = new RegExp(rules.cpr);
/** Quotes alone are no text. */
const QUOTES = new RegExp(`[\\s${rules.quotes}]`, "g");

/** Whether anything is answered. @param {Answer | undefined} answer */
export function isAnswered(answer) {
  return ["status", "maturity", "counts"].some((name) => filled(answer, name));
}

/** Whether something is written in a field, or a part of it. @param {any} answer @param {string} name @returns {boolean} */
export function filled(answer, name) {
  const value = answer?.[name];
  if (value === null || typeof value !== "object") return Boolean(value);
  return Object.keys(value).some((part) => filled(value, part));
}

/** What is written in a field; of evidence in each piece of it. @param {any} answer @param {string[]} path @returns {string[]} */
export function textsAt(answer, [name, ...rest]) {
  const value = answer?.[name];
  if (Array.isArray(value)) return value.flatMap((one) => textsAt(one, rest));
  if (rest.length) return textsAt(value, rest);
  return [String(value ?? "")].filter((text) => text.replace(QUOTES, ""));
}

/** What an answer comes to: where it is unchanged, the earlier one, with what was written anew. @param {Form} form @param {string} id @param {Answer} answer @returns {Meant} */
export function comesTo(form, id, answer) {
  const { evidence = {}, action = {} } = answer;
  const written = filled(answer, "evidence") ? [evidence] : [];
  const earlier = form.earlier[id];
  if (!earlier || !isRepeated(answer)) return { ...answer, evidence: written };
  const [first, ...others] = earlier.evidence ?? [];
  const { status, maturity } = earlier;
  return {
    ...answer,
    status,
    maturity,
    comment: answer.comment || earlier.comment,
    evidence: first && !evidence.reference ? [{ ...first, ...evidence }, ...others] : written,
    action: action.what ? action : { ...earlier.action, ...action },
  };
}

/** Whether it says that the earlier answer still holds. @param {Answer} answer */
export function isRepeated(answer) {
  return answer.status === "unchanged" || answer.maturity === "unchanged";
}

/** The status that an answer has, or that its level comes to. @param {Question} question @param {Meant} answer */
function statusOf(question, answer) {
  if (question.field !== "maturity") return answer.status ?? "";
  const level = Number(answer.maturity);
  if (level >= rules.target) return "met";
  return level ? "partial" : "not-met";
}

/** The status that a question is answered with, or that its answer comes to. @param {Form} form @param {string} id @param {Answer} given */
export function statusGiven(form, id, given) {
  return isAnswered(given) ? statusOf(questionOf(form, id), comesTo(form, id, given)) : "";
}

/** Whether an answer of a status cannot do without a field. @param {Question} question @param {string} field @param {string} status */
export function needs(question, field, status) {
  return (question.needed[field] ?? []).includes(status);
}

/** Everything that is missing or wrong in a form, and the warnings; by the rules of the validator. @param {Form} form @param {Reply} reply @param {string} on The day of the answers. @returns {Problem[]} */
export function problemsOf(form, reply, on) {
  const { ids, opened } = asked(form, reply);
  const may = [...opened, ...form.answered];
  const missing = ids.filter((id) => !may.includes(id) && !isAnswered(reply.answers[id]));
  return [
    ...missing.map((control) => ({ control, code: "unanswered", warning: false })),
    ...ids.flatMap((id) => problemsOfAnswer(form, id, reply.answers[id], on)),
  ];
}

/** @param {Form} form @param {string} id @param {Answer | undefined} given @param {string} on @returns {Problem[]} */
export function problemsOfAnswer(form, id, given, on) {
  if (!given || !isAnswered(given)) return [];
  const [question, answer] = [questionOf(form, id), comesTo(form, id, given)];
  const status = statusOf(question, answer);
  const says = (/** @type {string[]} */ ...path) => textsAt(answer, path).length > 0;
  const lacks = (/** @type {string[]} */ ...path) =>
    needs(question, path[0], status) && !says(...path);
  const refused = status === "not-applicable";
  const unread = wrongNumbers(answer);
  const planned = unread || says("action", "what") || says("acceptance", "why");
  const free = rules.free.flatMap((path) => textsAt(answer, path));
  const found = [
    lacks("comment") && "comment-missing",
    lacks("reviewed_on") && "review-date-missing",
    lacks("evidence", "reference") && "evidence-missing",
    refused && question.never && "never-not-applicable",
    refused && !question.never && form.provides.includes(id) && "provider-not-applicable",
    unread && "whole-number",
    ...(on >= form.issued_on && on <= isoDay() ? wrongDays(given, answer, on) : []),
    rules.planned.includes(status) && !planned && "gap-without-action",
    free.some((text) => CPR.test(text)) && "cpr-number",
  ].filter((code) => typeof code === "string");
  return [...new Set(found)].map((code) => ({
    control: id,
    code,
    warning: rules.warnings.includes(code),
  }));
}

/** What is wrong with the days in an answer. @param {Answer} given @param {Meant} answer @param {string} on */
function wrongDays(given, answer, on) {
  const old = daysBefore(on, rules.stale_days);
  const seen = rules.not_after.flatMap((path) => {
    const days = textsAt(answer, path);
    const stale = path[0] === "evidence" && days.some((day) => day < old);
    return [days.some((day) => day > on) && "date-after-answer", stale && "stale-evidence"];
  });
  const planned = rules.not_before.map((path) => {
    const repeated = isRepeated(given) && path[0] === "action" && !textsAt(given, path).length;
    const passed = textsAt(answer, path).some((day) => day < on);
    return passed && (repeated ? "unchanged-overdue" : "date-before-answer");
  });
  return [...seen, ...planned];
}

/** Whether something is no whole number that should be one. @param {Meant} answer */
function wrongNumbers({ counts = {}, action = {} }) {
  const numbers = [
    ...Object.values(counts).flatMap((each) => Object.values(each).map((n) => ["count", n])),
    ...["hours", "cost"].map((name) => [name, action[name]]),
  ];
  return numbers.some(
    ([name, n]) => (n ?? "") !== "" && !isWhole(String(n), rules.most[`${name}`]),
  );
}

/** @param {string} written @param {number} most */
function isWhole(written, most) {
  return /^[0-9]{1,15}$/.test(written) && Number(written) <= most;
}

/** The word for what is answered. @param {Form} form @param {string} id @param {Answer | Meant} [answer] */
export function wordOf(form, id, answer = {}) {
  const said = answer.status || String(answer.maturity ?? "");
  const answered = filled(answer, "counts") || form.answered.includes(id);
  return data.words[said] ?? t(answered ? "answered" : "unanswered");
}

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
