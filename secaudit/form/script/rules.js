import { asked } from "./conditions.js";
import { data, isoDay, questionOf } from "./data.js";

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").Form} Form */
/** @typedef {import("./types.js").Problem} Problem */
/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./types.js").Reply} Reply */

const { rules } = data;
const CPR = new RegExp(rules.cpr);
const DATE = new RegExp(rules.date);

/** Whether anything is answered. @param {Answer | undefined} answer */
export function isAnswered(answer) {
  if (!answer) return false;
  const counted = Object.values(answer.counts ?? {}).some((one) => Object.values(one).some(Boolean));
  return Boolean(answer.status) || answer.maturity !== undefined || counted;
}

/** What is written in a field. @param {any} answer @param {string[]} path @returns {string} */
export function at(answer, path) {
  return String(path.reduce((inner, name) => inner?.[name], answer) ?? "").trim();
}

/**
 * What an answer comes to: where it is unchanged, the earlier one, with what was written anew.
 *
 * @param {Form} form
 * @param {string} id
 * @param {Answer} answer
 * @returns {Answer}
 */
export function comesTo(form, id, answer) {
  const earlier = form.earlier[id];
  if (!earlier || (answer.status !== "unchanged" && answer.maturity !== "unchanged")) return answer;
  const { status, maturity, comment, evidence, action } = earlier;
  const before = { comment, evidence: evidence?.[0], action: texts(action) };
  const typed = Object.entries(answer).filter(([name]) => filled(answer, name));
  const said = questionOf(form, id).levels.length ? { maturity: maturity ?? 0 } : { status };
  return { ...before, ...Object.fromEntries(typed), ...said };
}

/** @param {Record<string, any> | undefined} action */
function texts(action) {
  return action && Object.fromEntries(Object.entries(action).map(([k, v]) => [k, String(v ?? "")]));
}

/** Whether something is written in a field, or a part of it. @param {any} answer @param {string} name */
export function filled(answer, name) {
  const value = answer[name];
  return value && typeof value === "object" ? Object.values(value).some(Boolean) : Boolean(value);
}

/** The status that an answer has, or that its level comes to. @param {Question} question @param {Answer} answer */
export function statusOf(question, answer) {
  if (!question.levels.length) return answer.status ?? "";
  const level = Number(answer.maturity ?? 0);
  if (level >= rules.target) return "met";
  return level ? "partial" : "not-met";
}

/** Whether an answer of a status cannot do without a field. @param {Question} question @param {string} field @param {string} status */
export function needs(question, field, status) {
  const wanted = { reviewed_on: question.dated, evidence: question.proven }[field] ?? true;
  return wanted && rules.needed[field].includes(status);
}

/**
 * Everything that is missing or wrong in a form, and the warnings; by the rules of the validator.
 *
 * @param {Form} form
 * @param {Reply} reply
 * @param {string} on The day of the answers.
 * @returns {Problem[]}
 */
export function problemsOf(form, reply, on) {
  const { ids, opened } = asked(form, reply);
  const closed = form.questions.filter((id) => !ids.includes(id));
  const told = [...ids, ...closed].flatMap((id) => problemsOfAnswer(form, id, reply, on));
  const open = ids.filter((id) => ![...opened, ...form.answered].includes(id));
  const missing = open.filter((id) => !isAnswered(reply.answers[id]));
  return [...missing.map((id) => problem(id, "unanswered", "status")), ...told];
}

/** @param {string} control @param {string} code @param {string} field @param {boolean} [warning] */
function problem(control, code, field, warning = false) {
  return { control, code, field, warning };
}

/** @param {Form} form @param {string} id @param {Reply} reply @param {string} on */
export function problemsOfAnswer(form, id, reply, on) {
  const given = reply.answers[id];
  if (!isAnswered(given)) return [];
  const question = questionOf(form, id);
  const answer = comesTo(form, id, given);
  const status = question.field === "counts" ? "" : statusOf(question, answer);
  /** @type {Problem[]} */
  const found = [];
  const say = (/** @type {string} */ code, /** @type {string} */ field, warning = false) =>
    found.push(problem(id, code, field, warning));
  if (needs(question, "comment", status) && !at(answer, ["comment"]))
    say("comment-missing", "comment");
  if (needs(question, "reviewed_on", status) && !answer.reviewed_on)
    say("review-date-missing", "reviewed_on");
  if (needs(question, "evidence", status) && !at(answer, ["evidence", "reference"]))
    say("evidence-missing", "evidence");
  if (status === "not-applicable" && question.never) say("never-not-applicable", "status");
  else if (status === "not-applicable" && form.provides.includes(id))
    say("provider-not-applicable", "status");
  if (rules.planned.includes(status) && !planned(answer)) say("gap-without-action", "action", true);
  tellDates(form, given, answer, on, say);
  tellNumbers(answer, say);
  if (rules.free.some((path) => CPR.test(at(answer, path)))) say("cpr-number", "comment", true);
  return found;
}

/** @param {Answer} answer */
function planned(answer) {
  return at(answer, ["action", "what"]) || at(answer, ["acceptance", "why"]);
}

/** @typedef {(code: string, field: string, warning?: boolean) => void} Say */

/** @param {Form} form @param {Answer} given @param {Answer} answer @param {string} on @param {Say} say */
function tellDates(form, given, answer, on, say) {
  const right = on >= form.issued_on && on <= isoDay();
  for (const path of [...rules.not_after, ...rules.not_before]) {
    const [day, field] = [at(answer, path), path.join(".")];
    if (!day) continue;
    const before = rules.not_before.includes(path);
    if (!DATE.test(day)) say("pattern", field);
    else if (!right) continue;
    else if (before && day < on) {
      if (at(given, path)) say("date-before-answer", field);
      else if (path[0] === "action") say("unchanged-overdue", field, true);
    } else if (!before && day > on) say("date-after-answer", field);
    else if (path[0] === "evidence" && day < daysBefore(on, rules.stale_days))
      say("stale-evidence", field, true);
  }
}

/** @param {string} iso @param {number} days */
function daysBefore(iso, days) {
  const day = new Date(`${iso}T12:00:00`);
  day.setDate(day.getDate() - days);
  return isoDay(day);
}

/** @param {Answer} answer @param {Say} say */
function tellNumbers(answer, say) {
  for (const name of ["hours", "cost"]) {
    const written = at(answer, ["action", name]);
    if (written && !isWhole(written, rules.most[name])) say("whole-number", `action.${name}`);
  }
  const counts = Object.values(answer.counts ?? {}).flatMap((one) => Object.values(one));
  if (counts.some((n) => n && !isWhole(n, rules.most.count))) say("whole-number", "counts");
}

/** @param {string} written @param {number} most */
function isWhole(written, most) {
  return /^(0|[1-9][0-9]{0,14})$/.test(written) && Number(written) <= most;
}
