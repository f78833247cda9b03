import { data, isoDay, questionOf, t } from "./data.js";
import { comesTo, daysBefore, filled, isAnswered, isRepeated, needs, statusOf } from "./rules.js";
import { respondent } from "./store.js";

/**
 * Which fields belong to an answer.
 *
 * @param {Form} form
 * @param {string} id
 * @param {Answer} given
 */
export function fieldsOf(form, id, given) {
  const question = questionOf(form, id);
  const answered = isAnswered(given);
  const status = answered ? statusOf(question, comesTo(form, id, given)) : "";
  const earlier = form.earlier[id];
  const before = isRepeated(given) ? earlier : undefined;
  const planned = data.rules.planned.includes(status) && !before;
  /** @type {Record<string, boolean>} What belongs to an answer that is not an earlier one. */
  const natural = {
    reviewed_on: needs(question, "reviewed_on", status),
    comment: status !== "met",
    evidence: data.rules.needed.evidence.includes(status),
    action: planned,
  };
  const wanted = (/** @type {string} */ name) =>
    needs(question, name, status) && (name === "reviewed_on" || !filled(before, name));
  const shown = (/** @type {string} */ name) =>
    answered &&
    (wanted(name) || filled(given, name) || (before ? isOld(before, name) : natural[name]));
  return {
    answered,
    wanted,
    shown,
    repeated: Boolean(before),
    /** Whether more than the day is to be written anew, beside an earlier answer. */
    whole: (/** @type {string} */ name) => !filled(before, name),
    mayOpen: (/** @type {string} */ name) => answered && (name === "comment" || planned),
    reusable: (/** @type {string} */ name) =>
      answered && !before && filled(earlier, name) && natural[name] && !filled(given, name),
    commentLabel: t(
      `comment_${status.replace("-", "_")}` in data.texts
        ? `comment_${status.replace("-", "_")}`
        : "comment",
    ),
  };
}

/** Whether a day of an earlier answer has passed, or is long ago: a new one can be given. @param {Earlier} before @param {string} name */
function isOld(before, name) {
  const on = respondent().answered_on;
  if (name === "action") return (before.action?.due ?? "9999") < on;
  const old = daysBefore(on || isoDay(), data.rules.stale_days);
  return (
    name === "evidence" && (before.evidence ?? []).some(({ seen_on }) => (seen_on ?? "9999") < old)
  );
}
