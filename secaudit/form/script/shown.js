import { data, daysBefore, questionOf } from "./data.js";
import { comesTo, filled, isAnswered, isRepeated, needs, statusOf } from "./rules.js";
import { respondent } from "./store.js";

/** The status that a question is answered with, or that its answer comes to. @param {Form} form @param {string} id @param {Answer} given */
export function statusGiven(form, id, given) {
  return isAnswered(given) ? statusOf(questionOf(form, id), comesTo(form, id, given)) : "";
}

/** How a field stands to an answer. @param {Form} form @param {string} id @param {Answer} given @param {string} name */
export function fieldOf(form, id, given, name) {
  const [question, answered] = [questionOf(form, id), isAnswered(given)];
  const status = statusGiven(form, id, given);
  const earlier = form.earlier[id];
  const before = isRepeated(given) ? earlier : undefined;
  const planned = data.rules.planned.includes(status) && !before;
  const wanted = needs(question, name, status) && (name === "reviewed_on" || !filled(before, name));
  /** Whether it belongs to an answer that is not an earlier one. */
  const natural =
    name === "comment"
      ? status !== "met"
      : name === "evidence"
        ? data.rules.needed.evidence.includes(status)
        : name === "action" && planned;
  const belongs = wanted || filled(given, name) || (before ? isOld(before, name) : natural);
  return {
    wanted,
    shown: answered && belongs,
    mayOpen: answered && (name === "comment" || planned),
    /** Whether the earlier text can be taken. */
    reusable: answered && !before && natural && filled(earlier, name) && !filled(given, name),
    /** Whether only the day is to be written anew. */
    dayOnly: name !== "comment" && filled(before, name),
  };
}

/** Whether a day of an earlier answer has passed, or is long ago: a new one can be given. @param {Earlier} before @param {string} name */
function isOld({ action, evidence = [] }, name) {
  const on = respondent().answered_on;
  if (name === "action") return (action?.due ?? "9999") < on;
  const old = daysBefore(on, data.rules.stale_days);
  return name === "evidence" && evidence.some(({ seen_on }) => (seen_on ?? "9999") < old);
}
