import { count, data, longDay, questionOf, t } from "./data.js";
import { button, fill, folded, h, link, list, one } from "./dom.js";
import { bind, focusIn } from "./fields.js";
import { knownDate, questionCard, takeKnown, textsOf } from "./question.js";
import { asked, comesTo, isAnswered, isRepeated, problemsOfAnswer, wordOf } from "./rules.js";
import { changed, firstLeft, isDone, replyTo, respondent } from "./store.js";

/** @typedef {{id: string, forms: Form[]}} Group */

/** The questions that several systems are asked, with those systems; A.5.9 before A.5.10. @returns {Group[]} */
export function groups() {
  const ids = new Set(data.forms.flatMap((form) => asked(form, replyTo(form)).ids));
  return [...ids]
    .map((id) => ({ id, forms: systemsAsked(id) }))
    .filter(({ forms }) => forms.length > 1)
    .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

/** How many of a group are answered. @param {Group} group */
function doneOf({ id, forms }) {
  return forms.filter((form) => isDone(form, id)).length;
}

/** A form that stands for those of several systems, with an earlier answer that does. @param {Group} group @returns {Form} */
function standIn({ id, forms }) {
  const again = forms.filter((form) => form.earlier[id]?.again);
  const evidence = [{ reference: "…", seen_on: "0001-01-01" }];
  const label = count("unchanged_for", again.length);
  const said = { ...again[0]?.earlier[id], comment: "…", evidence, action: { what: "…" } };
  const earlier = again.length ? { [id]: { ...said, lines: [], label } } : {};
  return { ...forms[0], issue: "", facts: {}, provides: [], earlier };
}

/** By control, an answer that nobody was given yet. @type {Record<string, Reply>} */
const begun = {};

/** One answer for those that are ticked, then each by itself; and what gives it to them. @param {Group} group */
function together({ id, forms }) {
  const form = standIn({ id, forms });
  const [rows, place, told] = [h("ul.rows"), h("div"), h("p.done", { role: "status" })];
  begun[id] ??= { facts: {}, answers: {} };
  const reply = begun[id];
  let chosen = () => forms;
  const draw = () => {
    const card = questionCard(form, id, reply);
    chosen = choice(card, forms, id, t("together_for"));
    card.append(button(t("same_give"), give, "main"), told);
    fill(place, card);
    fill(rows, ...forms.map((each) => row(each, id)));
  };
  const give = () => {
    if (!isAnswered(reply.answers[id])) return;
    const filled = copyTo(chosen(), id, reply.answers[id]).length;
    told.textContent = filled ? count("filled", filled) : t("none_ticked");
    if (filled) reply.answers = {};
    draw();
  };
  draw();
  return { view: [place, h("section", {}, h("h2", {}, t("each")), rows)], give };
}

/** A system with what is answered for it, to be changed by itself. @param {Form} form @param {string} id */
function row(form, id) {
  const [reply, earlier] = [replyTo(form), form.earlier[id]];
  const [word, missing] = [h("span"), h("span.missing")];
  const draw = () => {
    const answer = reply.answers[id];
    const wrong = problemsOfAnswer(form, id, answer, respondent().answered_on);
    const shown = wrong.filter(({ code, warning }) => !warning || code === "unchanged-overdue");
    const day = answer?.reviewed_on ? ` (${longDay(answer.reviewed_on)})` : "";
    word.className = isDone(form, id) ? "done" : "soft";
    word.textContent = ` ${wordOf(form, id, answer)}${day} `;
    missing.textContent = `${shown.map(({ code }) => t(`problem_${code}`)).join(" ")} `;
  };
  const before = earlier && h("span.soft", {}, earlier.lines[0].join(" "));
  const details = folded([h("strong", {}, form.name), word, missing, before]);
  const unfold = () => {
    const card = questionCard(form, id, reply, () => {
      changed(form);
      draw();
    });
    one(card, "h2").textContent = form.name;
    for (const name of [".about", ".guidance"]) one(card, name).remove();
    details.append(card);
  };
  details.addEventListener("toggle", unfold, { once: true });
  draw();
  return h("li", {}, details);
}

/** The questions that several systems are asked, one at a time, with a list of them. @param {string} id The question to show, if one is. */
export function togetherView(id) {
  const every = groups();
  const isWanted = (/** @type {Group} */ each) =>
    id ? each.id === id : doneOf(each) < each.forms.length;
  const n = Math.max(0, every.findIndex(isWanted));
  const { view, give } = together(every[n]);
  const to = (/** @type {Group | undefined} */ each) => each && `#together/${each.id}`;
  const entries = every.map((each) => [
    link(`#together/${each.id}`, questionOf(each.forms[0], each.id).text),
    ` ${t("of", { done: doneOf(each), all: each.forms.length })}`,
  ]);
  const [left, next, before] = [firstLeft(), to(every[n + 1]), to(every[n - 1])];
  const steps = [
    link(
      next ?? `#${left?.issue ?? "finish"}`,
      t(next ? "next" : left ? "next_left" : "finish"),
      "main button",
    ),
    before && link(before, t("back"), "button"),
  ];
  const buttons = h("p.buttons", {}, steps);
  buttons.addEventListener("click", ({ target }) => {
    if (target !== buttons) give(); // an answer that was chosen is not lost
  });
  return [
    h("h1", { tabindex: -1 }, t("by_question")),
    h("p", {}, t("by_question_hint")),
    folded(count("groups", every.length), list(entries)),
    h("p.soft", {}, t("number", { n: n + 1, all: every.length })),
    view,
    buttons,
  ];
}

/** The systems of the person that are asked the same. @param {string} id */
export function systemsAsked(id) {
  return data.forms.filter(
    (form) => form.kind === "system" && asked(form, replyTo(form)).ids.includes(id),
  );
}

/** Give an answer to other systems, too; what stands there is replaced. Each has a date of its own, and what is unchanged goes to those that have an earlier answer. @param {Form[]} forms @param {string} id @param {Answer} answer */
export function copyTo(forms, id, answer) {
  const fitting = forms.filter((form) => !isRepeated(answer) || form.earlier[id]?.again);
  for (const form of fitting) {
    const copy = structuredClone(answer);
    replyTo(form).answers[id] = copy;
    takeKnown(form, id, copy);
    changed(form);
  }
  return fitting;
}

/** An answer that can stand at another system: the earlier one, where it is unchanged. @param {Form} form @param {string} id @returns {Answer} */
function resolved(form, id) {
  const { evidence, ...others } = comesTo(form, id, replyTo(form).answers[id]);
  if (others.reviewed_on === knownDate(form, id)) delete others.reviewed_on;
  if (questionOf(form, id).field !== "status") delete others.status;
  return textsOf({ ...others, evidence: evidence[0] });
}

/** The systems, to be ticked, each with what is answered there; gives those that are. @param {HTMLElement} place @param {Form[]} forms @param {string} id @param {string} legend */
export function choice(place, forms, id, legend) {
  const answered = (/** @type {Form} */ form) => isAnswered(replyTo(form).answers[id]);
  const chosen = { systems: forms.filter((form) => !answered(form)).map(({ issue }) => issue) };
  const boxes = forms.map((form) => {
    const status = wordOf(form, id, replyTo(form).answers[id]);
    const label = answered(form) ? t("replaces", { name: form.name, status }) : form.name;
    const box = h("input", { type: "checkbox", "data-path": "systems", value: form.issue });
    return h("label.choice", {}, box, h("span", {}, label));
  });
  place.append(h("fieldset.choices", {}, h("legend", {}, legend), boxes));
  bind(one(place, ".choices"), chosen, (_path, issues) => {
    chosen.systems = issues;
  });
  const open = forms.filter((form) => !answered(form));
  const isTicked = (/** @type {Form} */ form) => chosen.systems.includes(form.issue);
  // whoever was answered by itself meanwhile keeps that
  return () => forms.filter((form) => isTicked(form) && !(open.includes(form) && answered(form)));
}

/** "The same answer for my other systems": asks which, then lists what it filled in. @param {Form} form @param {string} id */
export function sameForOthers(form, id) {
  const others = systemsAsked(id).filter((other) => other !== form);
  if (form.kind !== "system" || !others.length) return null;
  const place = h("div.same");
  const ask = () => {
    fill(place);
    const chosen = choice(place, others, id, t("same_which"));
    place.append(button(t("same_give"), () => give(chosen())));
    focusIn(place);
  };
  const give = (/** @type {Form[]} */ chosen) => {
    if (!isAnswered(replyTo(form).answers[id])) return;
    const done = h("p.done", { tabindex: -1 }, count("filled", chosen.length));
    const links = copyTo(chosen, id, resolved(form, id)).map((other) =>
      link(`#${other.issue}/${id}`, t("change", { name: other.name })),
    );
    fill(place, done, list(links));
    done.focus();
  };
  return fill(place, button(count("same", others.length), ask, "plain"));
}
