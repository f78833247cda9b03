import { asked } from "./conditions.js";
import { data, isoDay, questionOf, t } from "./data.js";

const { rules } = data;
const CPR = new RegExp(rules.cpr);

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
  const wanted = { reviewed_on: question.months > 0, evidence: question.proven }[field] ?? true;
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
  const told = ids.flatMap((id) => problemsOfAnswer(form, id, reply, on));
  const open = ids.filter((id) => ![...opened, ...form.answered].includes(id));
  const missing = open.filter((id) => !isAnswered(reply.answers[id]));
  return [...missing.map((control) => ({ control, code: "unanswered", warning: false })), ...told];
}

const MISSING = {
  comment: "comment-missing",
  reviewed_on: "review-date-missing",
  evidence: "evidence-missing",
};

/** @param {Form} form @param {string} id @param {Reply} reply @param {string} on @returns {Problem[]} */
export function problemsOfAnswer(form, id, reply, on) {
  const given = reply.answers[id];
  if (!isAnswered(given)) return [];
  const [question, answer] = [questionOf(form, id), comesTo(form, id, given)];
  const status = statusOf(question, answer);
  const missing = Object.entries(MISSING).filter(
    ([name]) => needs(question, name, status) && !textsAt(answer, pathOf(name)).length,
  );
  const never = question.never ? "never-not-applicable" : "provider-not-applicable";
  const refused = status === "not-applicable" && (question.never || form.provides.includes(id));
  const unread = wrongNumbers(answer);
  const planned = [
    ["action", "what"],
    ["acceptance", "why"],
  ].some((path) => textsAt(answer, path).length);
  const cpr = rules.free.some((path) => textsAt(answer, path).some((text) => CPR.test(text)));
  const days = on >= form.issued_on && on <= isoDay() ? wrongDays(given, answer, on) : [];
  const errors = [...missing.map(([, code]) => code), refused && never, unread && "whole-number"];
  const warnings = [
    rules.planned.includes(status) && !planned && !unread && "gap-without-action",
    cpr && "cpr-number",
  ];
  const told = (/** @type {boolean} */ warning) => (/** @type {any} */ code) => ({
    control: id,
    code,
    warning,
  });
  return [
    ...errors.filter(Boolean).map(told(false)),
    ...days.filter((code) => !WARNED.includes(code)).map(told(false)),
    ...days.filter((code) => WARNED.includes(code)).map(told(true)),
    ...warnings.filter(Boolean).map(told(true)),
  ];
}

const WARNED = ["unchanged-overdue", "stale-evidence"];

/** Where a field of MISSING is written. @param {string} name */
function pathOf(name) {
  return name === "evidence" ? ["evidence", "reference"] : [name];
}

/** What is wrong with the days in an answer. @param {Answer} given @param {Meant} answer @param {string} on */
function wrongDays(given, answer, on) {
  const old = daysBefore(on, rules.stale_days);
  const seen = rules.not_after.flatMap((path) =>
    textsAt(answer, path).map((day) => {
      if (day > on) return "date-after-answer";
      return path[0] === "evidence" && day < old ? "stale-evidence" : "";
    }),
  );
  const planned = rules.not_before.flatMap((path) => {
    const repeated = isRepeated(given) && path[0] === "action" && !textsAt(given, path).length;
    const passed = textsAt(answer, path).filter((day) => day < on);
    return passed.map(() => (repeated ? "unchanged-overdue" : "date-before-answer"));
  });
  return [...seen, ...planned].filter(Boolean);
}

/** @param {string} iso @param {number} days */
export function daysBefore(iso, days) {
  const day = new Date(`${iso}T12:00:00`);
  day.setDate(day.getDate() - days);
  return isoDay(day);
}

/** Whether something is no whole number that should be one. @param {Meant} answer */
function wrongNumbers(answer) {
  const counts = Object.values(answer.counts ?? {}).flatMap((each) => Object.values(each));
  return (
    counts.some((n) => n && !isWhole(n, rules.most.count)) ||
    ["hours", "cost"].some((name) =>
      textsAt(answer, ["action", name]).some((n) => !isWhole(n, rules.most[name])),
    )
  );
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
