import { fieldsOf, put } from "./beside.js";
import { asked } from "./conditions.js";
import { count, data, questionOf, t } from "./data.js";
import { button, fill, h } from "./dom.js";
import { boxes, choice } from "./fields.js";
import { aboutQuestion, earlierWord, guidance, questionCard } from "./question.js";
import { isAnswered, problemsOfAnswer, wordOf } from "./rules.js";
import { copyTo, formsAsking, sayUnchanged } from "./same.js";
import { replyTo, respondent } from "./store.js";

/** The questions that several systems are asked, with those systems. @returns {{id: string, forms: Form[]}[]} */
export function groups() {
  const systems = data.forms.filter((form) => form.kind === "system");
  const ids = new Set(systems.flatMap((form) => asked(form, replyTo(form)).ids));
  const all = [...ids].map((id) => ({ id, forms: formsAsking("system", id) }));
  return all.filter((one) => one.forms.length > 1).sort((a, b) => inOrder(a.id, b.id));
}

/** A.5.9 before A.5.10. @param {string} one @param {string} other */
function inOrder(one, other) {
  return one.localeCompare(other, "en", { numeric: true });
}

/** How many of a group are answered. @param {{id: string, forms: Form[]}} group */
export function doneOf({ id, forms }) {
  return forms.filter((form) => isDone(form, id)).length;
}

/** @param {Form} form @param {string} id */
function isDone(form, id) {
  return isAnswered(replyTo(form).answers[id]) || form.answered.includes(id);
}

/** One question for several systems: one answer for all of them, then the exceptions. @param {{id: string, forms: Form[]}} group */
export function groupCard({ id, forms }) {
  const question = questionOf(forms[0], id);
  const rows = h("ul.rows");
  const draw = () =>
    fill(
      rows,
      forms.map((form) => row(form, id)),
    );
  const again = forms.filter((form) => form.earlier[id]?.again);
  const unchanged = () => {
    sayUnchanged(
      again.filter((form) => !isAnswered(replyTo(form).answers[id])),
      id,
    );
    draw();
  };
  draw();
  return h(
    "section.question",
    { "aria-labelledby": "group", "data-control": id },
    h("h2", { id: "group", tabindex: -1 }, question.text),
    aboutQuestion(question),
    guidance(question),
    again.length > 0 && button(count("unchanged_for", again.length), unchanged),
    together(id, forms, draw),
    h("h3", {}, t("each")),
    rows,
  );
}

/** One answer for those that are ticked. @param {string} id @param {Form[]} forms @param {() => void} draw */
function together(id, forms, draw) {
  /** @type {Answer} */
  let answer = {};
  let chosen = forms.filter((form) => !isDone(form, id)).map((form) => form.issue);
  const [fields, place] = [h("div.fields"), h("div")];
  const model = { ...forms[0], earlier: {}, known: {} };
  /** @type {Set<string>} */
  const open = new Set();
  const set = (/** @type {string[]} */ path, /** @type {string} */ value) =>
    put(answer, path, value);
  const show = () => fill(fields, fieldsOf(model, id, answer, { set, draw: show, open }));
  const start = () => {
    answer = {};
    chosen = forms.filter((form) => !isDone(form, id)).map((form) => form.issue);
    fill(fields);
    fill(
      place,
      chosen.length ? whole() : button(t("together_again"), () => fill(place, whole()), "plain"),
    );
  };
  const give = () => {
    if (!isAnswered(answer)) return;
    copyTo(
      forms.filter((form) => chosen.includes(form.issue)),
      id,
      answer,
    );
    draw();
    start();
  };
  const whole = () => {
    const words = Object.entries(data.statuses).filter(([key]) => key !== "unchanged");
    const never = questionOf(model, id).never;
    const offered = words.filter(([key]) => !(never && key === "not-applicable"));
    /** @type {[string, string][]} */
    const names = forms.map((form) => [form.issue, form.name]);
    return h(
      "div.together",
      {},
      choice(
        t("together"),
        offered,
        "",
        (status) => {
          answer.status = status;
          show();
        },
        "answers",
      ),
      fields,
      boxes(t("together_for"), names, chosen, (values) => {
        chosen = values;
      }),
      button(t("together_give"), give, "main"),
    );
  };
  start();
  return place;
}

/** A system with what is answered for it, to be changed by itself. @param {Form} form @param {string} id */
function row(form, id) {
  const answer = replyTo(form).answers[id];
  const earlier = form.earlier[id];
  const wrong = problemsOfAnswer(form, id, replyTo(form), respondent().answered_on);
  const missing = wrong.some((one) => !one.warning) && h("span.missing", {}, ` ${t("missing")}`);
  const before = earlier && t("before", { status: earlierWord(earlier), date: earlier.on });
  const details = h(
    "details",
    {},
    h(
      "summary",
      {},
      h("strong", {}, form.name),
      " ",
      h(isAnswered(answer) ? "span.done" : "span.soft", {}, wordOf(form, id, answer)),
      missing,
    ),
    before && h("p.soft", {}, before),
  );
  details.addEventListener("toggle", () => {
    if (details.querySelector("section")) return;
    details.append(questionCard(form, id, { heading: "h4", title: form.name, within: true }));
  });
  return h("li", {}, details);
}
