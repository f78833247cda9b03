import { asked } from "./conditions.js";
import { data, isoDay, questionOf, t } from "./data.js";

const { rules } = data;
const CPR = new RegExp(rules.cpr);
const DATE = new RegExp(rules.date);

/** Whether anything is answered. @param {Answer | undefined} answer */
export function isAnswered(answer) {
  if (!answer) return false;
  const counted = Object.values(answer.counts ?? {}).some((one) =>
    Object.values(one).some(Boolean),
  );
  return Boolean(answer.status) || answer.maturity !== undefined || counted;
}

/** What is written in a field; of evidence in each piece of it. @param {any} answer @param {string[]} path @returns {string[]} */
function textsAt(answer, [name, ...rest]) {
  const value = answer?.[name];
  if (Array.isArray(value)) return value.flatMap((one) => textsAt(one, rest));
  if (rest.length) return textsAt(value, rest);
  return [String(value ?? "").trim()].filter(Boolean);
}

/**
 * What an answer comes to: where it is unchanged, the earlier one, with what was written anew.
 *
 * @param {Form} form
 * @param {string} id
 * @param {Answer} answer
 * @returns {Meant}
 */
export function comesTo(form, id, answer) {
  const written = filled(answer, "evidence") ? [answer.evidence ?? {}] : [];
  const earlier = form.earlier[id];
  if (!earlier || !isRepeated(answer)) return { ...answer, evidence: written };
  const [first, ...others] = earlier.evidence ?? [];
  const { evidence, action } = answer;
  return {
    ...answer,
    status: earlier.status,
    maturity: earlier.maturity ?? undefined,
    comment: filled(answer, "comment") ? answer.comment : earlier.comment,
    evidence: evidence?.reference
      ? written
      : first
        ? [{ ...first, ...evidence }, ...others]
        : written,
    action: action?.what ? action : { ...earlier.action, ...action },
  };
}

/** Whether it says that the earlier answer still holds. @param {Answer} answer */
export function isRepeated(answer) {
  return answer.status === "unchanged" || answer.maturity === "unchanged";
}

/** Whether something is written in a field, or a part of it. @param {any} answer @param {string} name */
export function filled(answer, name) {
  const value = answer?.[name];
  return value && typeof value === "object" ? Object.values(value).some(Boolean) : Boolean(value);
}

/** The status that an answer has, or that its level comes to. @param {Question} question @param {Meant} answer */
export function statusOf(question, answer) {
  if (question.field === "counts") return "";
  if (!question.levels.length) return answer.status ?? "";
  const level = Number(answer.maturity ?? 0);
  if (level >= rules.target) return "met";
  return level ? "partial" : "not-met";
}

/** Whether an answer of a status cannot do without a field. @param {Question} question @param {string} field @param {string} status */
export function needs(question, field, status) {
  const wanted = { reviewed_on: question.dated, evidence: question.proven }[field] ?? true;
  return wanted && (rules.needed[field] ?? []).includes(status);
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
  const status = statusOf(question, answer);
  /** @type {Problem[]} */
  const found = [];
  const say = (/** @type {string} */ code, /** @type {string} */ field, warning = false) =>
    found.push(problem(id, code, field, warning));
  if (needs(question, "comment", status) && !textsAt(answer, ["comment"]).length)
    say("comment-missing", "comment");
  if (needs(question, "reviewed_on", status) && !answer.reviewed_on)
    say("review-date-missing", "reviewed_on");
  if (needs(question, "evidence", status) && !textsAt(answer, ["evidence", "reference"]).length)
    say("evidence-missing", "evidence");
  if (status === "not-applicable" && question.never) say("never-not-applicable", "status");
  else if (status === "not-applicable" && form.provides.includes(id))
    say("provider-not-applicable", "status");
  if (rules.planned.includes(status) && !planned(answer)) say("gap-without-action", "action", true);
  tellDates(form, given, answer, on, say);
  tellNumbers(answer, say);
  if (rules.free.some((path) => textsAt(answer, path).some((text) => CPR.test(text))))
    say("cpr-number", "comment", true);
  return found;
}

/** @param {Meant} answer */
function planned(answer) {
  return [
    ["action", "what"],
    ["acceptance", "why"],
  ].some((path) => textsAt(answer, path).length);
}

/** @typedef {(code: string, field: string, warning?: boolean) => void} Say */

/** @param {Form} form @param {Answer} given @param {Meant} answer @param {string} on @param {Say} say */
function tellDates(form, given, answer, on, say) {
  const right = on >= form.issued_on && on <= isoDay();
  for (const path of [...rules.not_after, ...rules.not_before])
    for (const day of textsAt(answer, path)) {
      if (!DATE.test(day)) say("pattern", path.join("."));
      else if (right && rules.not_before.includes(path)) tellPlanned(given, path, day < on, say);
      else if (right) tellSeen(path, day, on, say);
    }
}

/** @param {Answer} given @param {string[]} path @param {boolean} passed @param {Say} say */
function tellPlanned(given, path, passed, say) {
  const repeated = isRepeated(given) && path[0] === "action" && !textsAt(given, path).length;
  if (passed) say(repeated ? "unchanged-overdue" : "date-before-answer", path.join("."), repeated);
}

/** @param {string[]} path @param {string} day @param {string} on @param {Say} say */
function tellSeen(path, day, on, say) {
  if (day > on) say("date-after-answer", path.join("."));
  else if (path[0] === "evidence" && day < daysBefore(on, rules.stale_days))
    say("stale-evidence", path.join("."), true);
}

/** @param {string} iso @param {number} days */
function daysBefore(iso, days) {
  const day = new Date(`${iso}T12:00:00`);
  day.setDate(day.getDate() - days);
  return isoDay(day);
}

/** @param {Meant} answer @param {Say} say */
function tellNumbers(answer, say) {
  for (const name of ["hours", "cost"])
    if (textsAt(answer, ["action", name]).some((n) => !isWhole(n, rules.most[name])))
      say("whole-number", `action.${name}`);
  const counts = Object.values(answer.counts ?? {}).flatMap((one) => Object.values(one));
  if (counts.some((n) => n && !isWhole(n, rules.most.count))) say("whole-number", "counts");
}

/** @param {string} written @param {number} most */
function isWhole(written, most) {
  return /^(0|[1-9][0-9]{0,14})$/.test(written) && Number(written) <= most;
}

/** What is wrong, in a sentence. @param {string} code */
export function sentence(code) {
  return t(`problem_${code.replaceAll("-", "_")}`);
}

/** The word for what is answered. @param {Form} form @param {string} id @param {Answer | undefined} answer */
export function wordOf(form, id, answer) {
  const { status, maturity } = answer ?? {};
  if (status) return data.statuses[status];
  if (maturity === "unchanged") return data.statuses.unchanged;
  if (maturity !== undefined) return t("level", { n: maturity });
  const answered = isAnswered(answer) || form.answered.includes(id);
  return t(answered ? "answered" : "unanswered");
}
