import { fieldsOf, put } from "./beside.js";
import { data, longDay, questionOf, t } from "./data.js";
import { button, fill, folded, h, newId } from "./dom.js";
import { choice, field } from "./fields.js";
import { isAnswered, problemsOfAnswer, sentence } from "./rules.js";
import { sameForOthers } from "./same.js";
import { answerTo, changed, replyTo, respondent } from "./store.js";

/**
 * A question with all that is to be seen and answered of it.
 *
 * @param {Form} form
 * @param {string} id
 * @param {{heading?: string, title?: string, opened?: boolean, within?: boolean}} [shown]
 *   `within` a group that tells of the question itself.
 */
export function questionCard(form, id, shown = {}) {
  const question = questionOf(form, id);
  const [fields, told, labelled] = [
    h("div.fields"),
    h("div.problems", { role: "status" }),
    newId(),
  ];
  /** @type {Set<string>} */
  const open = new Set();
  const tell = () => fill(told, problemsShown(form, id));
  const set = (/** @type {string[]} */ path, /** @type {string} */ value) => {
    put(answerTo(form, id), path, value);
    changed(form);
    tell();
  };
  const draw = () => {
    const given = replyTo(form).answers[id];
    fill(fields, fieldsOf(form, id, given, { set, draw, open }));
    clear.hidden = question.field === "counts" || !isAnswered(given);
    tell();
  };
  const redraw = () => {
    changed(form);
    draw();
  };
  const choices = answerChoices(form, id, redraw);
  const clear = button(t("clear"), () => clearAnswer(form, id, choices, redraw), "plain");
  draw();
  return h(
    "section.question",
    { "aria-labelledby": labelled, "data-control": id },
    h(shown.heading ?? "h2", { id: labelled, tabindex: -1 }, shown.title ?? question.text),
    !shown.within && [aboutQuestion(question), guidance(question)],
    shown.opened && h("p.note", {}, t("opened")),
    earlierAnswer(form, id),
    choices,
    fields,
    told,
    clear,
    !shown.within && sameForOthers(form, id),
  );
}

/** Take an answer back; what was written beside it stays. @param {Form} form @param {string} id @param {HTMLElement} choices @param {() => void} redraw */
function clearAnswer(form, id, choices, redraw) {
  const answer = answerTo(form, id);
  delete answer.status;
  delete answer.maturity;
  const radios = choices.querySelectorAll("input");
  for (const radio of radios) radio.checked = false;
  radios[0]?.focus();
  redraw();
}

/** @param {Question} question */
export function aboutQuestion(question) {
  const law = question.legal && h("span.law", {}, t("law"));
  return h("p.about", {}, `${question.id} ${question.title}`, law && " · ", law);
}

/** @param {Question} question */
export function guidance(question) {
  const demands = [
    question.note,
    question.dated && t("needs_date"),
    question.proven && t("needs_evidence"),
    question.never && t("never", { status: data.statuses["not-applicable"] }),
  ];
  const list = (/** @type {string[]} */ lines) =>
    h(
      "ul",
      {},
      lines.map((line) => h("li", {}, line)),
    );
  return folded(
    t("guidance"),
    list(question.guidance),
    question.evidence.length > 0 && [h("p", {}, t("examples")), list(question.evidence)],
    demands.filter(Boolean).map((said) => h("p", {}, said)),
  );
}

/** What was said before, whole. @param {Form} form @param {string} id */
export function earlierAnswer(form, id) {
  const earlier = form.earlier[id];
  if (!earlier) return null;
  const intro = earlier.now ? "answered_now" : "answered_before";
  return h(
    earlier.back ? "div.earlier.back" : "div.earlier",
    {},
    h("p", {}, t(intro, { date: earlier.on }), h("strong", {}, earlierWord(earlier))),
    detailsOf(earlier).map(([label, text]) => h("p", {}, h("span.soft", {}, `${label}: `), text)),
    earlier.review && h("p", {}, h("span.soft", {}, `${t("review")}: `), earlier.review),
    earlier.now && !earlier.back && !earlier.again && h("p.soft", {}, t("stands")),
  );
}

/** @param {Earlier} earlier */
export function earlierWord(earlier) {
  const level = earlier.maturity ?? undefined;
  return level === undefined ? data.statuses[earlier.status] : t("level", { n: level });
}

/** @param {Earlier} earlier @returns {[string, string][]} */
function detailsOf({ comment, evidence, action }) {
  const seen = (evidence ?? []).map(({ reference, seen_on }) =>
    [reference, seen_on && t("seen", { date: longDay(seen_on) })].filter(Boolean).join(", "),
  );
  const due = action?.due && t("until", { date: longDay(action.due) });
  const doing = [action?.what, action?.responsible, due].filter(Boolean).join(", ");
  /** @type {[string, string][]} */
  const all = [
    [t("comment"), comment ?? ""],
    [t("evidence"), seen.join("; ")],
    [t("action"), doing],
  ];
  return all.filter(([, text]) => text);
}

/**
 * The buttons for an answer: the five words, a level, or employees by department.
 *
 * @param {Form} form
 * @param {string} id
 * @param {() => void} after
 */
export function answerChoices(form, id, after) {
  const question = questionOf(form, id);
  if (question.field === "counts") return countsTable(form, id, after);
  const answer = replyTo(form).answers[id] ?? {};
  const earlier = form.earlier[id];
  const chosen = String(answer[question.field] ?? "");
  /** @type {[string, string][]} */
  const words = question.levels.length
    ? question.levels.map((said, level) => [String(level), `${level}: ${said}`])
    : Object.entries(data.statuses).filter(([key]) => key !== "unchanged");
  const allowed = words.filter(([key]) => !(question.never && key === "not-applicable"));
  if (earlier?.again)
    allowed.unshift(["unchanged", t("unchanged", { status: earlierWord(earlier) })]);
  const set = (/** @type {string} */ key) => {
    const level = key === "unchanged" ? key : Number(key);
    Object.assign(
      answerTo(form, id),
      question.levels.length ? { maturity: level } : { status: key },
    );
    after();
  };
  const look = question.levels.length ? "answers.levels" : "answers";
  return choice(t("answer"), allowed, chosen, set, look);
}

/** @param {Form} form @param {string} id @param {() => void} after */
function countsTable(form, id, after) {
  const answer = answerTo(form, id);
  const words = Object.entries(data.statuses).filter(([key]) => key !== "unchanged");
  return h(
    "fieldset.counts",
    {},
    h("legend", {}, t("counts")),
    data.departments.map(([unit, name]) =>
      h(
        "div.row",
        { role: "group", "aria-label": name },
        h("p", {}, name),
        words.map(([key, label]) =>
          field({
            label,
            kind: "number",
            wanted: true,
            value: answer.counts?.[unit]?.[key] ?? "",
            set: (value) => {
              put(answerTo(form, id), ["counts", unit, key], value);
              after();
            },
          }),
        ),
      ),
    ),
  );
}

/** What is missing or odd in an answer, in sentences. @param {Form} form @param {string} id */
function problemsShown(form, id) {
  const found = problemsOfAnswer(form, id, replyTo(form), respondent().answered_on);
  return found.map(({ code, warning }) =>
    h(warning ? "p.warning" : "p.missing", {}, sentence(code)),
  );
}
