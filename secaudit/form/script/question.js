import { data, daysBefore, longDay, questionOf, t } from "./data.js";
import { all, fill, h, line, newId, onClick, one, template } from "./dom.js";
import { bind, focusIn, put } from "./fields.js";
import { filled, isAnswered, isRepeated, needs, problemsOfAnswer, statusGiven } from "./rules.js";
import { replyTo, respondent } from "./store.js";

/**
 * A question with all that is to be seen and answered of it.
 *
 * @param {Form} form
 * @param {string} id
 * @param {Reply} reply Where the answer is written.
 * @param {() => void} [changed]
 */
export function questionCard(form, id, reply, changed = () => {}) {
  const { field } = questionOf(form, id);
  const card = one(template("question"), "section");
  card.prepend(...template(`${form.kind}:${id}`).children);
  card.dataset.control = id;
  const [heading, answers, fields] = ["h2", ".answers", ".fields"].map((name) => one(card, name));
  heading.id = newId();
  answers.setAttribute("aria-labelledby", heading.id);
  showEarlier(card, form.earlier[id]);
  reply.answers[id] ??= {};
  const answer = reply.answers[id];
  const show = () => showFields(card, form, id, answer);
  const set = (/** @type {string} */ path, /** @type {any} */ value) => {
    put(answer, path, value);
    if (path === field) {
      card.classList.add("fresh");
      takeKnown(form, id, answer);
      bindAll();
    }
    changed();
    show();
  };
  const bindAll = () => {
    for (const part of [answers, fields]) bind(part, answer, set);
  };
  bindAll();
  fields.addEventListener("focusout", () => card.classList.remove("fresh"));
  for (const opener of all(card, "[data-open]"))
    opener.addEventListener("click", () => {
      const part = one(card, `[data-part=${opener.dataset.open}]`);
      part.dataset.opened = "";
      show();
      focusIn(part);
    });
  onClick(card, ".reuse", () => {
    reuse(form.earlier[id], answer);
    bindAll();
    changed();
    show();
  });
  onClick(card, ".clear", () => {
    set(field, "");
    focusIn(answers);
  });
  show();
  return card;
}

/** What was said before, whole, and the button that says it again. @param {HTMLElement} card @param {Earlier | undefined} earlier */
function showEarlier(card, earlier) {
  const [place, again] = [".earlier", ".unchanged"].map((name) => one(card, name));
  place.hidden = !earlier?.lines.length;
  place.classList.toggle("back", Boolean(earlier?.back));
  fill(place, earlier?.lines.map(line));
  if (!again) return;
  again.hidden = !earlier?.again;
  one(again, "span").textContent = earlier?.label ?? "";
}

/** Take the earlier texts where nothing is written. @param {Earlier} earlier @param {Answer} answer */
function reuse({ comment, evidence, action }, answer) {
  const [first] = evidence ?? [];
  for (const [name, value] of Object.entries({ comment, evidence: first, action }))
    if (value && !filled(answer, name)) put(answer, name, textsOf(value));
}

/** The same with texts in the place of numbers. @param {any} value @returns {any} */
export function textsOf(value) {
  if (value === null || typeof value !== "object") return String(value ?? "");
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, textsOf(each)]));
}

/** Take the date that the municipality's list has, where the answer needs one and it is not too old. @param {Form} form @param {string} id @param {Answer} answer */
export function takeKnown(form, id, answer) {
  const known = knownDate(form, id);
  if (!known) return;
  if (answer.reviewed_on === known) delete answer.reviewed_on;
  const question = questionOf(form, id);
  const oldest = daysBefore(respondent().answered_on, question.months * 30.4);
  const needed = question.needed.reviewed_on.includes(statusGiven(form, id, answer));
  if (needed && known >= oldest) answer.reviewed_on ??= known;
}

/** What the list says of the day that is asked for. @param {Form} form @param {string} id @returns {string} */
export function knownDate(form, id) {
  const fact = { ...form.facts, ...replyTo(form).facts }[questionOf(form, id).dated_by];
  return fact?.on ?? (typeof fact === "string" ? fact : "");
}

/** Show the fields that the answer needs, and what is missing or odd. @param {HTMLElement} card @param {Form} form @param {string} id @param {Answer} answer */
function showFields(card, form, id, answer) {
  const status = statusGiven(form, id, answer);
  const known = knownDate(form, id);
  let reusable = false;
  for (const part of all(card, "[data-part]")) {
    const name = part.dataset.part ?? "";
    const field = fieldOf(form, id, answer, name);
    part.hidden = !field.shown && !(field.mayOpen && "opened" in part.dataset);
    part.classList.toggle("later", field.dayOnly);
    one(part, ".soft").hidden = field.wanted;
    reusable ||= field.reusable;
    const opener = one(card, `[data-open=${name}]`);
    if (opener) opener.hidden = !(field.mayOpen && part.hidden);
  }
  const label = `comment_${status}` in data.texts ? `comment_${status}` : "comment";
  one(card, "[data-part=comment] .name").textContent = t(label);
  const source = answer.reviewed_on === known ? "known" : "known_old";
  one(card, ".known").textContent = known && t(source, { date: longDay(known) });
  one(card, ".reuse").hidden = !reusable;
  one(card, ".clear").hidden = !(answer.status || answer.maturity);
  const told = problemsOfAnswer(form, id, answer, respondent().answered_on);
  const line = (/** @type {Problem} */ { code, warning }) =>
    h(warning ? "p.warning" : "p.missing", {}, t(`problem_${code}`));
  fill(one(card, ".problems"), told.map(line));
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
  const old = before && (isOld(before, name) || (name === "action" && !filled(before, name)));
  const again = old && (name !== "action" || data.rules.planned.includes(status));
  const belongs = wanted || filled(given, name) || (before ? again : natural);
  return {
    wanted,
    shown: answered && belongs,
    mayOpen: answered && (name === "comment" || planned),
    /** Whether the earlier text can be taken. */
    reusable: answered && !before && natural && isLeft(earlier, given, name),
    /** Whether only the day is to be written anew. */
    dayOnly: filled(before, name) && name in DAYS && !isTyped(given, name),
  };
}

/** The part of a field that can be written anew beside an earlier answer. @type {Record<string, string>} */
const DAYS = { action: "due", evidence: "seen_on" };

/** Whether more than that is written. @param {any} given @param {string} name */
function isTyped(given, name) {
  return Object.entries(given[name] ?? {}).some(([part, text]) => text && part !== DAYS[name]);
}

/** Whether an earlier text, of this system, is there to be taken. @param {Earlier | undefined} earlier @param {Answer} given @param {string} name */
function isLeft(earlier, given, name) {
  return Boolean(earlier?.lines.length) && filled(earlier, name) && !filled(given, name);
}

/** Whether a day of an earlier answer has passed, or is long ago: a new one can be given. @param {Earlier} before @param {string} name */
function isOld({ action, evidence = [] }, name) {
  const on = respondent().answered_on;
  if (name === "action") return (action?.due ?? "9999") < on;
  const old = daysBefore(on, data.rules.stale_days);
  return name === "evidence" && evidence.some(({ seen_on }) => (seen_on ?? "9999") < old);
}
