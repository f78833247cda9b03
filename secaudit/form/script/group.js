import { asked } from "./conditions.js";
import { count, data, questionOf, t } from "./data.js";
import { button, fill, folded, h, link, one } from "./dom.js";
import { offer } from "./fields.js";
import { earlierWord, questionCard } from "./question.js";
import { isAnswered, problemsOfAnswer, wordOf } from "./rules.js";
import { copyTo, formsAsking, sayUnchanged } from "./same.js";
import { changed, isDone, replyTo, respondent } from "./store.js";

/** @typedef {{id: string, forms: Form[]}} Group */

/** The questions that several systems are asked, with those systems; A.5.9 before A.5.10. @returns {Group[]} */
export function groups() {
  const systems = data.forms.filter((form) => form.kind === "system");
  const ids = new Set(systems.flatMap((form) => asked(form, replyTo(form)).ids));
  const found = [...ids].map((id) => ({ id, forms: formsAsking("system", id) }));
  return found
    .filter(({ forms }) => forms.length > 1)
    .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

/** How many of a group are answered. @param {Group} group */
export function doneOf({ id, forms }) {
  return forms.filter((form) => isDone(form, id)).length;
}

/** One question for several systems: one answer for those that are ticked, then each by itself. @param {Group} group */
export function groupCard({ id, forms }) {
  /** @type {Reply} */
  const reply = { facts: {}, answers: {} };
  const card = questionCard({ ...forms[0], earlier: {}, known: {} }, id, reply, () => {});
  const rows = h("ul.rows");
  const draw = () =>
    fill(
      rows,
      forms.map((form) => row(form, id)),
    );
  const open = () => forms.filter((form) => !isDone(form, id));
  const again = forms.filter((form) => form.earlier[id]?.again);
  let chosen = open().map((form) => form.issue);
  const which = h("fieldset.choices", {}, h("legend", {}, t("together_for")));
  offer(
    which,
    forms.map((form) => [form.issue, form.name]),
    chosen,
    (values) => {
      chosen = values;
    },
    "checkbox",
  );
  const give = () => {
    if (isAnswered(reply.answers[id]))
      copyTo(
        forms.filter((form) => chosen.includes(form.issue)),
        id,
        reply.answers[id],
      );
    draw();
  };
  const unchanged = () => {
    sayUnchanged(
      again.filter((form) => open().includes(form)),
      id,
    );
    draw();
  };
  if (again.length)
    one(card, ".answers").before(button(count("unchanged_for", again.length), unchanged));
  card.append(which, button(t("fill_in"), give, "main"), h("h3", {}, t("each")), rows);
  draw();
  return card;
}

/** A system with what is answered for it, to be changed by itself. @param {Form} form @param {string} id */
function row(form, id) {
  const [reply, earlier] = [replyTo(form), form.earlier[id]];
  const [word, before, missing] = [h("span"), h("span.soft"), h("span.missing")];
  const draw = () => {
    const wrong = problemsOfAnswer(form, id, reply, respondent().answered_on);
    word.className = isDone(form, id) ? "done" : "soft";
    word.textContent = ` ${wordOf(form, id, reply.answers[id])} `;
    missing.textContent = wrong.some(({ warning }) => !warning) ? t("missing") : "";
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
  const entry = (/** @type {Group} */ group) => [
    link(`#together/${group.id}`, `${group.id} ${questionOf(group.forms[0], group.id).title}`),
    ` ${t("of", { done: doneOf(group), all: group.forms.length })}`,
  ];
  const next = every[n + 1];
  return [
    h("h1", { tabindex: -1 }, t("by_question")),
    h("p", {}, t("by_question_hint")),
    folded(
      count("groups", every.length),
      h(
        "ul",
        {},
        every.map((each) => h("li", {}, entry(each))),
      ),
    ),
    h("p.soft", {}, t("number", { n: n + 1, all: every.length })),
    groupCard(every[n]),
    h(
      "p.buttons",
      {},
      next
        ? link(`#together/${next.id}`, t("next"), "main button")
        : link("#finish", t("finish"), "main button"),
      n > 0 && link(`#together/${every[n - 1].id}`, t("back"), "button"),
    ),
  ];
}
