import { asked } from "./conditions.js";
import { count, data, longDay, questionOf, t } from "./data.js";
import { button, fill, folded, h, link, one } from "./dom.js";
import { firstLeft } from "./progress.js";
import { earlierWord, questionCard } from "./question.js";
import { isAnswered, problemsOfAnswer, sentence, wordOf } from "./rules.js";
import { copyTo, fitting, formsAsking, systems } from "./same.js";
import { changed, isDone, replyTo, respondent } from "./store.js";

/** @typedef {{id: string, forms: Form[]}} Group */

/** The questions that several systems are asked, with those systems; A.5.9 before A.5.10. @returns {Group[]} */
export function groups() {
  const all = data.forms.filter((form) => form.kind === "system");
  const ids = new Set(all.flatMap((form) => asked(form, replyTo(form)).ids));
  const found = [...ids].map((id) => ({ id, forms: formsAsking("system", id) }));
  return found
    .filter(({ forms }) => forms.length > 1)
    .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

/** How many of a group are answered. @param {Group} group */
function doneOf({ id, forms }) {
  return forms.filter((form) => isDone(form, id)).length;
}

/** An earlier answer that stands for those of several systems. @param {Group} group @returns {Record<string, Earlier>} */
function earlierOf({ id, forms }) {
  const again = forms.filter((form) => form.earlier[id]?.again);
  if (!again.length) return {};
  const label = count("unchanged_for", again.length);
  const evidence = [{ reference: "…", seen_on: "0001-01-01" }];
  const said = { ...again[0].earlier[id], comment: "…", evidence, action: undefined, review: "" };
  return { [id]: { ...said, on: "", label } };
}

/** One answer for those that are ticked, then each by itself; and what gives it to them. @param {Group} group */
function together(group) {
  const { id, forms } = group;
  const model = { ...forms[0], issue: "", facts: {}, provides: [], earlier: earlierOf(group) };
  const [rows, place, told] = [h("ul.rows"), h("div"), h("p.done", { role: "status" })];
  /** @type {Form[]} */
  let chosen = [];
  /** @type {Reply} */
  let reply = { facts: {}, answers: {} };
  const draw = () => {
    reply = { facts: {}, answers: {} };
    const card = questionCard(model, id, reply, () => {});
    const which = systems(forms, id, t("together_for"), (ticked) => {
      chosen = ticked;
    });
    card.append(which, button(t("same_give"), give, "main"), told);
    fill(place, card);
    fill(
      rows,
      forms.map((form) => row(form, id)),
    );
  };
  const give = () => {
    if (!isAnswered(reply.answers[id])) return;
    const to = fitting(chosen, id, reply.answers[id]);
    copyTo(to, id, reply.answers[id]);
    told.textContent = count("filled", to.length);
    draw();
  };
  draw();
  return { view: [place, h("section", {}, h("h2", {}, t("each")), rows)], give };
}

/** A system with what is answered for it, to be changed by itself. @param {Form} form @param {string} id */
function row(form, id) {
  const [reply, earlier] = [replyTo(form), form.earlier[id]];
  const [word, before, missing] = [h("span"), h("span.soft"), h("span.missing")];
  const draw = () => {
    const wrong = problemsOfAnswer(form, id, reply, respondent().answered_on);
    const shown = wrong.filter(({ code, warning }) => !warning || code === "unchanged-overdue");
    const day = reply.answers[id]?.reviewed_on;
    word.className = isDone(form, id) ? "done" : "soft";
    word.textContent = ` ${wordOf(form, id, reply.answers[id])} ${day ? `(${longDay(day)}) ` : ""}`;
    missing.textContent = `${[...new Set(shown.map(({ code }) => sentence(code)))].join(" ")} `;
  };
  if (earlier) before.textContent = t("before", { status: earlierWord(earlier), date: earlier.on });
  const details = folded([h("strong", {}, form.name), word, missing, before]);
  details.addEventListener("toggle", () => {
    if (one(details, "section")) return;
    const card = questionCard(form, id, reply, () => {
      changed(form);
      draw();
    });
    one(card, "h2").textContent = form.name;
    for (const name of [".about", ".guidance"]) one(card, name).remove();
    details.append(card);
  });
  draw();
  return h("li", {}, details);
}

/** The questions that several systems are asked, one at a time, with a list of them. @param {string} id The question to show, if one is. */
export function togetherView(id) {
  const every = groups();
  const wanted = every.findIndex((each) =>
    id ? each.id === id : doneOf(each) < each.forms.length,
  );
  const n = Math.max(0, wanted);
  const { view, give } = together(every[n]);
  const entries = every.map((each) => [
    link(`#together/${each.id}`, questionOf(each.forms[0], each.id).text),
    ` ${t("of", { done: doneOf(each), all: each.forms.length })}`,
  ]);
  const left = firstLeft();
  const next = every[n + 1]
    ? link(`#together/${every[n + 1].id}`, t("next"), "main button")
    : link(left ? `#${left.issue}` : "#finish", t(left ? "next_left" : "finish"), "main button");
  next.addEventListener("click", give); // an answer that was chosen is not lost
  return [
    h("h1", { tabindex: -1 }, t("by_question")),
    h("p", {}, t("by_question_hint")),
    folded(
      count("groups", every.length),
      h(
        "ul",
        {},
        entries.map((each) => h("li", {}, each)),
      ),
    ),
    h("p.soft", {}, t("number", { n: n + 1, all: every.length })),
    view,
    h("p.buttons", {}, next, n > 0 && link(`#together/${every[n - 1].id}`, t("back"), "button")),
  ];
}
