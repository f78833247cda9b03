import { clean, textsIn } from "./cleaning.js";
import { data, isoDay } from "./data.js";
import { asked, isAnswered, problemsOf } from "./rules.js";

/** Who answers, and how things stand between the page and its reader. */
export const state = {
  respondent: { ...data.person, answered_on: "" },
  found: "",
  mode: "one",
  saved: false,
  changedSince: false,
  /** @type {Set<string>} What the browser could not keep. */
  unkept: new Set(),
};
/** @type {Record<string, Reply>} */
const replies = {};
/** @type {Map<string, string>} What lies in the browser, as far as this tab knows. */
const stored = new Map();
const PLACES = [undefined, ...data.forms];
/** How long after what is typed the page shows what it comes to. */
const WAIT = 300;
/** @type {() => void} */
let listener = () => {};
let timer = 0;

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

/** Take from elsewhere who answers. @param {any} value */
export function takeWho(value) {
  Object.assign(state.respondent, textsIn(value, ["name", "email"]));
}

/** Whether a question needs no answer any more. @param {Form} form @param {string} id */
export function isDone(form, id) {
  return isAnswered(replyTo(form).answers[id]) || form.answered.includes(id);
}

/** Whether anything is said in a form. @param {Form} form */
export function isBegun(form) {
  const reply = replyTo(form);
  return Object.values(reply.answers).some(isAnswered) || Object.keys(reply.facts).length > 0;
}

/** Who answers, for the file. @returns {Respondent} */
export function respondent() {
  const { name, email, answered_on } = state.respondent;
  return { name: name.trim(), email: email.trim(), answered_on: answered_on || isoDay() };
}

/** Tell that a form, or who answers, was changed. @param {Form} [form] */
export function changed(form) {
  state.changedSince = state.saved;
  if (form) replyTo(form).on = "";
  keep(form);
}

/** Keep a form, or who answers, in the browser. @param {Form} [form] */
export function keep(form) {
  const { name, email } = state.respondent;
  const value = form ? replyTo(form) : { name, email, mode: state.mode };
  const text = JSON.stringify({ at: new Date().toISOString(), value });
  tried(form, () => localStorage.setItem(keyOf(form), text));
  stored.set(keyOf(form), text);
  clearTimeout(timer);
  timer = setTimeout(() => listener(), WAIT);
}

/** @param {Form} [form] */
function keyOf(form) {
  return `secaudit/1/${form ? form.issue : `${data.campaign}/${data.person.id}`}`;
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

/** Take what the browser stored. */
export function restore() {
  for (const form of PLACES) tried(form, () => take(form));
}

/** @param {Form} [form] */
function take(form) {
  const text = localStorage.getItem(keyOf(form)) ?? "{}";
  stored.set(keyOf(form), text);
  const { at, value } = JSON.parse(text);
  if (!form) {
    takeWho(value);
    state.mode = value?.mode === "all" ? "all" : "one";
  } else if (value) {
    takeReply(form, value);
    state.found = [state.found, String(at)].sort()[1];
  }
}

/** Follow what another tab of the page writes, or wrote before this one was turned to. @param {() => void} shown Called when this one changed. */
export function followOthers(shown) {
  const follow = () => {
    const others = data.forms.filter(isOther);
    for (const form of others) tried(form, () => take(form));
    if (others.length) shown();
  };
  addEventListener("storage", follow);
  addEventListener("focus", follow);
}

/** Whether another tab wrote a form since this one did. @param {Form} form */
function isOther(form) {
  let text = null;
  tried(form, () => {
    text = localStorage.getItem(keyOf(form));
  });
  return text !== null && text !== stored.get(keyOf(form));
}

/** Take everything away that the browser stored. */
export function forget() {
  for (const form of PLACES) tried(form, () => localStorage.removeItem(keyOf(form)));
}

/** How far a form is: the questions that need nothing more, of those that are asked. @param {Form} form */
export function stateOf(form) {
  const reply = replyTo(form);
  const { ids: all, opened } = asked(form, reply);
  const ids = all.filter((id) => !opened.includes(id) || isDone(form, id));
  const wrong = problemsOf(form, reply, respondent().answered_on).filter((each) => !each.warning);
  const waiting = new Set(wrong.map(({ control }) => control));
  const done = ids.filter((id) => !waiting.has(id) && isDone(form, id)).length;
  return { done, all: ids.length, left: done < ids.length };
}

/** The first form in which anything is missing. */
export function firstLeft() {
  return data.forms.find((form) => stateOf(form).left);
}
