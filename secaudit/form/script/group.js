import { asked } from "./conditions.js";
import { count, data, longDay, questionOf, t } from "./data.js";
import { button, fill, folded, h, link, list, one } from "./dom.js";
import { firstLeft } from "./progress.js";
import { questionCard } from "./question.js";
import { isAnswered, problemsOfAnswer, wordOf } from "./rules.js";
import { choice, copyTo, systemsAsked } from "./same.js";
import { changed, isDone, replyTo, respondent } from "./store.js";

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
  const said = { ...again[0]?.earlier[id], comment: "…", evidence, action: undefined };
  const earlier = again.length ? { [id]: { ...said, lines: [], label } } : {};
  return { ...forms[0], issue: "", facts: {}, provides: [], earlier };
}

/** One answer for those that are ticked, then each by itself; and what gives it to them. @param {Group} group */
function together({ id, forms }) {
  const form = standIn({ id, forms });
  const [rows, place, told] = [h("ul.rows"), h("div"), h("p.done", { role: "status" })];
  /** @type {Reply} */
  const reply = { facts: {}, answers: {} };
  let chosen = () => forms;
  const draw = () => {
    reply.answers = {};
    const card = questionCard(form, id, reply);
    chosen = choice(card, forms, id, t("together_for"));
    card.append(button(t("same_give"), give, "main"), told);
    fill(place, card);
    fill(rows, ...forms.map((each) => row(each, id)));
  };
  const give = () => {
    if (!isAnswered(reply.answers[id])) return;
    told.textContent = count("filled", copyTo(chosen(), id, reply.answers[id]).length);
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
  buttons.addEventListener("click", give); // an answer that was chosen is not lost
  return [
    h("h1", { tabindex: -1 }, t("by_question")),
    h("p", {}, t("by_question_hint")),
    folded(count("groups", every.length), list(entries)),
    h("p.soft", {}, t("number", { n: n + 1, all: every.length })),
    view,
    buttons,
  ];
}
