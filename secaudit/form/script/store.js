import { clean, texts } from "./cleaning.js";
import { data, isoDay } from "./data.js";
import { isAnswered } from "./rules.js";

const WAIT = 300;

/** Who answers, and how things stand between the page and its reader. */
export const state = {
  respondent: { ...data.person, answered_on: "" },
  /** @type {Set<string>} What the browser could not keep. */
  unkept: new Set(),
  found: "",
  mode: "one",
  saved: false,
  changedSince: false,
};
/** @type {Record<string, Reply>} */
const replies = {};
/** @type {Map<string, number>} What is to be kept in the browser, soon. */
const waiting = new Map();
/** @type {() => void} */
let listener = () => {};

/** Call a function soon after something was answered. @param {() => void} called */
export function whenChanged(called) {
  listener = called;
}

/** What is answered in a form. @param {Form} form */
export function replyTo(form) {
  replies[form.issue] ??= { facts: {}, answers: {} };
  return replies[form.issue];
}

/** Take the answers to a form from elsewhere. @param {Form} form @param {any} value */
export function takeReply(form, value) {
  replies[form.issue] = clean(form, value);
}

/** Whether a question needs no answer any more. @param {Form} form @param {string} id */
export function isDone(form, id) {
  return isAnswered(replyTo(form).answers[id]) || form.answered.includes(id);
}

/** Whether anything is said in a form. @param {Form} form */
export function isBegun(form) {
  const { answers, facts } = replyTo(form);
  return Object.values(answers).some(isAnswered) || Object.keys(facts).length > 0;
}

/** Who answers, for the file. @returns {Respondent} */
export function respondent() {
  const { name, email, answered_on } = state.respondent;
  return { name: name.trim(), email: email.trim(), answered_on: answered_on || isoDay() };
}

/** Tell that a form, or who answers, was changed: it is kept, soon. @param {Form} [form] */
export function changed(form) {
  state.changedSince = state.saved;
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
  return `secaudit/1/${form ? form.issue : `${data.campaign}/${data.person.id}`}`;
}

/** @param {string} key */
function wait(key) {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
}

/** @param {Form} [form] */
function keep(form) {
  const { name, email } = state.respondent;
  const value = form ? replyTo(form) : { name, email, mode: state.mode };
  wait(keyOf(form));
  tried(form, () => {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: new Date().toISOString(), value }));
  });
  listener();
}

/** Note whether the browser did it: storage may be refused, or full. @param {Form | undefined} form @param {() => void} action */
function tried(form, action) {
  try {
    action();
    state.unkept.delete(keyOf(form));
  } catch {
    state.unkept.add(keyOf(form));
  }
}

/** Take what the browser kept. */
export function restore() {
  for (const form of [undefined, ...data.forms]) tried(form, () => take(form));
}

/** @param {Form} [form] */
function take(form) {
  const { at, value } = JSON.parse(localStorage.getItem(keyOf(form)) ?? "{}");
  if (!value) return;
  if (form) {
    takeReply(form, value);
    state.found = [state.found, at].sort()[1];
  } else {
    Object.assign(state.respondent, texts(value, ["name", "email"]));
    state.mode = value.mode === "all" ? "all" : "one";
  }
}

/** Follow what another tab of the page writes. @param {() => void} shown Called when this one changed. */
export function followOthers(shown) {
  addEventListener("storage", ({ key, newValue }) => {
    const form = data.forms.find((each) => keyOf(each) === key);
    if (!form || newValue === null) return;
    wait(keyOf(form));
    take(form);
    shown();
  });
}

/** Take everything away that the browser kept. */
export function forget() {
  for (const form of [undefined, ...data.forms]) {
    wait(keyOf(form));
    tried(form, () => localStorage.removeItem(keyOf(form)));
  }
}
