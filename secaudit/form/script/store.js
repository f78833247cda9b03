import { data, isoDay } from "./data.js";
import { isAnswered } from "./rules.js";

const FIELDS = "status maturity counts reviewed_on comment evidence action acceptance".split(" ");
const WAIT = 400;
/** Milliseconds after the last change until it is kept in the browser. */

/** @type {Record<string, Reply>} */
const replies = {};
/** Who answers, and what the browser will not do. */
export const state = {
  respondent: { ...data.person, answered_on: "" },
  kept: true,
  found: "",
  mode: "one",
};
/** @type {Set<() => void>} */
const listeners = new Set();
/** @type {Map<string, number>} */
const waiting = new Map();

/** Call a function whenever something was answered. @param {() => void} listener */
export function whenChanged(listener) {
  listeners.add(listener);
}

/** What is answered in a form. @param {Form} form */
export function replyTo(form) {
  replies[form.issue] ??= { facts: {}, answers: {} };
  return replies[form.issue];
}

/** Whether a question needs no answer any more. @param {Form} form @param {string} id */
export function isDone(form, id) {
  return isAnswered(replyTo(form).answers[id]) || form.answered.includes(id);
}

/** Who answers, for the file. @returns {Respondent} */
export function respondent() {
  const { name, email, answered_on } = state.respondent;
  return { name: name.trim(), email: email.trim(), answered_on: answered_on || isoDay() };
}

/** Tell that a form, or who answers, was changed: it is kept, soon. @param {Form} [form] */
export function changed(form) {
  for (const listener of listeners) listener();
  const key = keyOf(form);
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => keep(form), WAIT),
  );
}

/** Keep what is still waiting to be kept. */
export function flush() {
  for (const form of [undefined, ...data.forms]) if (waiting.has(keyOf(form))) keep(form);
}

/** @param {Form} [form] */
function keyOf(form) {
  const whose = form ? form.issue : `${data.campaign}/${data.person.id}`;
  return `secaudit/1/${whose}`;
}

/** @param {Form} [form] */
function keep(form) {
  const key = keyOf(form);
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  const { name, email } = state.respondent;
  const value = form ? replyTo(form) : { name, email, mode: state.mode };
  try {
    localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), value }));
    state.kept = true;
  } catch {
    state.kept = false;
  }
  for (const listener of listeners) listener();
}

/** Take what the browser kept; true if there was anything. */
export function restore() {
  for (const form of [undefined, ...data.forms]) take(form);
  return Boolean(state.found);
}

/** @param {Form} [form] */
function take(form) {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(form)) ?? "null");
    if (!kept) return;
    if (form) {
      replies[form.issue] = clean(form, kept.value);
      if (kept.at > state.found) state.found = kept.at;
      return;
    }
    Object.assign(state.respondent, texts(kept.value, ["name", "email"]));
    state.mode = kept.value.mode === "all" ? "all" : "one";
  } catch {
    state.kept = false;
  }
}

/** Follow what another tab of the page writes. @param {() => void} shown Called when this one changed. */
export function followOthers(shown) {
  addEventListener("storage", (event) => {
    const form = data.forms.find((one) => keyOf(one) === event.key);
    if (!form || event.newValue === null) return;
    clearTimeout(waiting.get(keyOf(form)));
    waiting.delete(keyOf(form));
    take(form);
    shown();
  });
}

/** Take everything away that the browser kept. */
export function forget() {
  for (const form of [undefined, ...data.forms]) {
    clearTimeout(waiting.get(keyOf(form)));
    waiting.delete(keyOf(form));
    localStorage.removeItem(keyOf(form));
  }
}

/** What may be in a reply, of what somebody's file or browser holds. @param {Form} form @param {any} value @returns {Reply} */
function clean(form, value) {
  const ids = [...form.questions, ...form.conditional];
  const named = data.facts.map((fact) => fact.name);
  const answers = Object.entries(value?.answers ?? {}).filter(([id]) => ids.includes(id));
  const facts = Object.entries(value?.facts ?? {}).filter(([name]) => named.includes(name));
  return {
    facts: Object.fromEntries(facts),
    answers: Object.fromEntries(answers.map(([id, answer]) => [id, cleanAnswer(answer)])),
  };
}

/** @param {any} answer @returns {Answer} */
function cleanAnswer(answer) {
  const known = Object.entries(answer ?? {}).filter(([name]) => FIELDS.includes(name));
  return Object.fromEntries(known);
}

/** @param {any} value @param {string[]} names */
function texts(value, names) {
  const found = names.filter((name) => typeof value?.[name] === "string");
  return Object.fromEntries(found.map((name) => [name, value[name]]));
}

/** Everything that is answered, to be loaded again. */
export function draft() {
  const forms = data.forms.filter(
    (form) => Object.keys(replyTo(form).answers).length || hasFacts(form),
  );
  return {
    draft: "secaudit/1",
    campaign: data.campaign,
    person: data.person.id,
    respondent: respondent(),
    forms: forms.map((form) => ({ issue: form.issue, about: about(form), ...replyTo(form) })),
  };
}

/** @param {Form} form */
function hasFacts(form) {
  return Object.keys(replyTo(form).facts).length > 0;
}

/** What a form is about, also where it was issued anew. @param {Form} form */
function about(form) {
  return [form.kind, form.id, form.part, form.occasion].join(" ");
}

/**
 * Take the answers of a draft. Gives what is to be told of it: the name of a text, and words for it.
 *
 * @param {string} text
 * @returns {[string, Record<string, string>]}
 */
export function load(text) {
  const found = parsed(text);
  if (!found) return [text.includes("form: secaudit/") ? "not_draft_answers" : "not_draft", {}];
  if (found.campaign !== data.campaign) return ["other_campaign", { campaign: found.campaign }];
  if (found.person !== data.person.id) return ["other_person", {}];
  const told = found.forms.map((/** @type {any} */ one) => taken(one));
  Object.assign(state.respondent, texts(found.respondent, ["name", "email"]));
  const lost = told.filter((/** @type {any} */ one) => typeof one === "string");
  if (lost.length) return ["loaded_part", { names: lost.join(", ") }];
  return [told.includes(false) ? "loaded_newer" : "loaded", {}];
}

/** @param {string} text */
function parsed(text) {
  try {
    const found = JSON.parse(text);
    return found?.draft === "secaudit/1" && Array.isArray(found.forms) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Take a form of a draft: true; false into a newer form; else what it was about. @param {any} one */
function taken(one) {
  const same = data.forms.find((form) => form.issue === one?.issue);
  const form = same ?? data.forms.find((each) => about(each) === one?.about);
  if (!form) return String(one?.about ?? "?").split(" ")[1] ?? "?";
  replies[form.issue] = clean(form, one);
  changed(form);
  return Boolean(same);
}
