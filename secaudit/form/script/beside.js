import { data, questionOf, t } from "./data.js";
import { button, h } from "./dom.js";
import { field } from "./fields.js";
import { comesTo, filled, isAnswered, isRepeated, needs, statusOf } from "./rules.js";
import { respondent } from "./store.js";

/** Write a value into an answer; what is empty goes. @param {any} answer @param {string[]} path @param {string} value */
export function put(answer, [name, ...rest], value) {
  if (!rest.length) {
    answer[name] = value;
    if (!value) delete answer[name];
    return;
  }
  answer[name] ??= {};
  put(answer[name], rest, value);
}

/** @param {any} answer @param {string[]} path @returns {string} */
function valueAt(answer, path) {
  return path.reduce((inner, name) => inner?.[name], answer) ?? "";
}

/**
 * The fields that the answer needs, those in which something is written, and those opened by hand.
 *
 * @param {Form} form
 * @param {string} id
 * @param {Answer | undefined} given
 * @param {{set: (path: string[], value: string) => void, draw: () => void, open: Set<string>}} card
 */
export function fieldsOf(form, id, given, card) {
  if (!given || !isAnswered(given)) return [];
  const question = questionOf(form, id);
  const shows = shownFields(form, question, given, card.open);
  const { status, wanted } = shows;
  const on = respondent().answered_on;
  const text = (/** @type {string} */ label, /** @type {string[]} */ path, more = {}) =>
    field({
      label: t(label),
      value: valueAt(given, path),
      set: (value) => card.set(path, value),
      ...more,
    });
  const day = (/** @type {string} */ label, /** @type {string[]} */ path, more = {}) =>
    text(label, path, { kind: "day", ...more });
  const comment = `comment_${status.replace("-", "_")}`;
  return [
    shows.has("reviewed_on") &&
      day("reviewed_on", ["reviewed_on"], { max: on, wanted: wanted("reviewed_on") }),
    shows.has("comment") &&
      text(comment in data.texts ? comment : "comment", ["comment"], {
        kind: "text",
        wanted: wanted("comment"),
      }),
    shows.has("evidence") &&
      h(
        "div.pair",
        {},
        text("evidence_where", ["evidence", "reference"], { wanted: wanted("evidence") }),
        day("evidence_seen", ["evidence", "seen_on"], { max: on }),
      ),
    shows.has("action") && actionFields(text, day, on),
    shows.has("acceptance") && wishFields(text, day, on),
    openers(shows, card),
  ].filter(Boolean);
}

/** @param {Form} form @param {Question} question @param {Answer} given @param {Set<string>} open */
function shownFields(form, question, given, open) {
  const { id } = question;
  const status = statusOf(question, comesTo(form, id, given));
  const again = isRepeated(given);
  const before = again ? form.earlier[id] : undefined;
  const planned = data.rules.planned.includes(status);
  const due = before?.action?.due ?? "9999";
  const wanted = (/** @type {string} */ name) =>
    needs(question, name, status) && !(name !== "reviewed_on" && before && filled(before, name));
  /** @type {Record<string, boolean>} What belongs to an answer that is not an earlier one. */
  const natural = {
    reviewed_on: question.dated && status !== "not-applicable",
    comment: status !== "met",
    evidence: data.rules.needed.evidence.includes(status),
    action: planned,
  };
  const has = (/** @type {string} */ name) =>
    wanted(name) ||
    filled(given, name) ||
    open.has(name) ||
    (!again && natural[name]) ||
    (name === "action" && due < respondent().answered_on);
  return { status, wanted, has, planned: planned && !again };
}

/** Buttons for what may be said, and need not. @param {ReturnType<typeof shownFields>} shows @param {{draw: () => void, open: Set<string>}} card */
function openers(shows, card) {
  const names = ["comment", ...(shows.planned ? ["acceptance"] : [])];
  return names
    .filter((name) => !shows.has(name))
    .map((name) =>
      button(
        t(`add_${name}`),
        () => {
          const holder = document.activeElement?.closest(".fields");
          card.open.add(name);
          card.draw();
          const texts = holder?.querySelectorAll("textarea") ?? [];
          texts[name === "comment" ? 0 : texts.length - 1]?.focus();
        },
        "plain",
      ),
    );
}

/** @typedef {(label: string, path: string[], more?: object) => HTMLElement} Make */

/** @param {Make} text @param {Make} day @param {string} on */
function actionFields(text, day, on) {
  return h(
    "fieldset.group",
    {},
    h("legend", {}, t("action")),
    text("action_what", ["action", "what"], { kind: "text" }),
    h(
      "div.pair",
      {},
      text("action_responsible", ["action", "responsible"]),
      day("action_due", ["action", "due"], { min: on }),
    ),
    h(
      "div.pair",
      {},
      text("action_hours", ["action", "hours"], { kind: "number" }),
      text("action_cost", ["action", "cost"], { kind: "number" }),
    ),
  );
}

/** @param {Make} text @param {Make} day @param {string} on */
function wishFields(text, day, on) {
  return h(
    "fieldset.group",
    {},
    h("legend", {}, t("wish")),
    h("p.hint", {}, t("wish_hint")),
    text("wish_why", ["acceptance", "why"], { kind: "text" }),
    day("wish_until", ["acceptance", "until"], { min: on }),
  );
}
