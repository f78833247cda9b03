import { asked } from "./conditions.js";
import { count, data, longDay, questionOf, t } from "./data.js";
import { button, fill, h } from "./dom.js";
import { factsSection } from "./facts.js";
import { finishView } from "./finish.js";
import { doneOf, groupCard, groups } from "./group.js";
import { questionCard } from "./question.js";
import { isAnswered, problemsOf } from "./rules.js";
import { startView } from "./start.js";
import {
  changed,
  flush,
  followOthers,
  replyTo,
  respondent,
  restore,
  state,
  whenChanged,
} from "./store.js";

const [main, nav, saved] = ["main", "nav", "saved"].map(
  (id) => /** @type {HTMLElement} */ (document.getElementById(id)),
);

/** How far a form is: questions that need nothing more, of those that are asked. @param {Form} form */
function stateOf(form) {
  const reply = replyTo(form);
  const { ids } = asked(form, reply);
  const wrong = problemsOf(form, reply, respondent().answered_on).filter((one) => !one.warning);
  const waiting = new Set(wrong.map((one) => one.control));
  const done = ids.filter(
    (id) => !waiting.has(id) && (isAnswered(reply.answers[id]) || form.answered.includes(id)),
  );
  return { done: done.length, all: ids.length };
}

/** @type {{form: Form, progress: HTMLElement, link: HTMLElement}[]} */
let entries = [];

/** The list of all forms, with how far each is. */
function drawNav() {
  entries = data.forms.map((form) => ({
    form,
    progress: h("span.progress"),
    link: h("a", { href: `#${form.issue}` }, nameOf(form)),
  }));
  const link = (/** @type {string} */ href, /** @type {string} */ text) =>
    h("li", {}, h("a", { href }, t(text)));
  fill(
    nav,
    h(
      "ul",
      {},
      link("#start", "start"),
      groups().length > 0 && link("#together", "by_question"),
      entries.map(({ link, progress }) => h("li", {}, link, progress)),
      link("#finish", "finish"),
    ),
  );
  drawProgress();
}

/** @param {Form} form */
function nameOf(form) {
  const part = { operations: t("operations") }[form.part];
  const occasion = form.occasion && t(`occasion_${form.occasion}`);
  const kind = form.kind === "system" ? "" : t(`kind_${form.kind}`);
  const more = [part, occasion].filter(Boolean).join(", ");
  return (kind || form.name) + (more ? ` (${more})` : "");
}

function drawProgress() {
  for (const { form, progress, link } of entries) {
    const { done, all } = stateOf(form);
    fill(
      progress,
      h("progress", { max: all, value: done, "aria-hidden": "true" }),
      done === all ? `✓ ${t("answered")}` : t("of", { done, all }),
    );
    progress.classList.toggle("done", done === all);
    link.dataset.done = String(done === all);
  }
  saved.textContent = state.kept ? "" : t("not_kept");
}

/** A form: what is known of its system, then its questions. @param {Form} form @param {string} id The question to show, if one is. */
function formView(form, id) {
  const { ids, opened, closed } = asked(form, replyTo(form));
  const { done, all } = stateOf(form);
  const place = ids.includes(id) ? id : (ids.find((one) => !isDone(form, one)) ?? ids[0]);
  const cards = state.mode === "all" ? ids : ids.filter((one) => one === place);
  const other = state.mode === "all" ? "one" : "all";
  return [
    h("h1", { tabindex: -1 }, nameOf(form)),
    h(
      "p.soft",
      {},
      [
        t("progress", { done, all: count("questions", all) }),
        count("minutes", form.minutes),
        t("due", { date: longDay(form.due) }),
      ].join(" · "),
    ),
    factsSection(form, drawNav),
    standing(form),
    closed.length > 0 && h("p.note", {}, count("closed", closed.length)),
    h(
      "p.mode",
      {},
      button(
        t(`mode_${other}`),
        () => {
          state.mode = other;
          changed();
          show();
        },
        "plain",
      ),
    ),
    cards.map((one) => [
      state.mode === "one" &&
        h("p.soft", {}, t("number", { n: ids.indexOf(one) + 1, all: ids.length })),
      questionCard(form, one, { opened: opened.includes(one) }),
    ]),
    steps(form, ids, place),
  ];
}

/** @param {Form} form @param {string} id */
function isDone(form, id) {
  return isAnswered(replyTo(form).answers[id]) || form.answered.includes(id);
}

/** @param {Form} form */
function standing(form) {
  if (!form.standing.length) return null;
  const lines = form.standing.map(({ control, status, on }) =>
    h("li", {}, `${control}: ${status}, ${on}`),
  );
  return h("details", {}, h("summary", {}, t("standing")), h("ul", {}, lines));
}

/** To the question before and after, and to the next form. @param {Form} form @param {string[]} ids @param {string} place */
function steps(form, ids, place) {
  const n = state.mode === "all" ? ids.length - 1 : ids.indexOf(place);
  const next = data.forms[data.forms.indexOf(form) + 1];
  const onward = ids[n + 1]
    ? h("a.main.button", { href: `#${form.issue}/${ids[n + 1]}` }, t("next"))
    : h(
        "a.main.button",
        { href: next ? `#${next.issue}` : "#finish" },
        next ? t("next_form", { name: nameOf(next) }) : t("finish"),
      );
  const back =
    state.mode === "one" &&
    n > 0 &&
    h("a.button", { href: `#${form.issue}/${ids[n - 1]}` }, t("back"));
  return h("p.buttons", {}, onward, back);
}

/** The questions that several systems are asked: one at a time, with a list of all. @param {string} id */
function togetherView(id) {
  const all = groups();
  const n = Math.max(
    0,
    id
      ? all.findIndex((one) => one.id === id)
      : all.findIndex((one) => doneOf(one) < one.forms.length),
  );
  const list = all.map((one) =>
    h(
      "li",
      {},
      h(
        "a",
        { href: `#together/${one.id}` },
        `${one.id} ${questionOf(one.forms[0], one.id).title}`,
      ),
      ` ${t("of", { done: doneOf(one), all: one.forms.length })}`,
    ),
  );
  const next = all[n + 1];
  return [
    h("h1", { tabindex: -1 }, t("by_question")),
    h("p", {}, t("by_question_hint")),
    h("details", {}, h("summary", {}, count("groups", all.length)), h("ul", {}, list)),
    h("p.soft", {}, t("number", { n: n + 1, all: all.length })),
    groupCard(all[n]),
    h(
      "p.buttons",
      {},
      h(
        "a.main.button",
        { href: next ? `#together/${next.id}` : "#finish" },
        t(next ? "next" : "finish"),
      ),
      n > 0 && h("a.button", { href: `#together/${all[n - 1].id}` }, t("back")),
    ),
  ];
}

/** Show what the address asks for. */
function show() {
  flush();
  const [place, id] = decodeURIComponent(location.hash.slice(1)).split("/");
  const form = data.forms.find((one) => one.issue === place);
  if (form) fill(main, formView(form, id));
  else if (place === "together" && groups().length) fill(main, togetherView(id));
  else if (place === "finish") fill(main, finishView());
  else fill(main, startView(show), h("p", { id: "loaded", role: "status" }));
  drawNav();
  for (const link of nav.querySelectorAll("a"))
    if (link.hash === `#${place || "start"}`) link.setAttribute("aria-current", "page");
  focusOn(id);
}

/** What is new is read aloud, and comes into view. @param {string} id */
function focusOn(id) {
  const heading = main.querySelector(id ? `[data-control="${CSS.escape(id)}"] :is(h2, h4)` : "h1");
  const target = /** @type {HTMLElement} */ (heading ?? main.querySelector("h1"));
  target.focus({ preventScroll: true });
  if (id) target.scrollIntoView({ block: "start" });
  else scrollTo(0, 0);
}

restore();
whenChanged(drawProgress);
followOthers(show);
addEventListener("hashchange", show);
addEventListener("pagehide", flush);
show();
