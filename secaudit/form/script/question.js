import { data, longDay, questionOf, t } from "./data.js";
import { all, fill, h, list, newId, one, template } from "./dom.js";
import { bindTexts, focusIn, offer, put } from "./fields.js";
import {
  comesTo,
  filled,
  isAnswered,
  isRepeated,
  needs,
  problemsOfAnswer,
  sentence,
  statusOf,
} from "./rules.js";
import { respondent } from "./store.js";

/**
 * A question with all that is to be seen and answered of it.
 *
 * @param {Form} form
 * @param {string} id
 * @param {Reply} reply Where the answer is written.
 * @param {() => void} changed
 */
export function questionCard(form, id, reply, changed) {
  const question = questionOf(form, id);
  const card = one(template("question"), "section");
  const [heading, answers, clear] = ["h2", ".answers", ".clear"].map((name) => one(card, name));
  heading.id = newId();
  heading.textContent = question.text;
  answers.setAttribute("aria-labelledby", heading.id);
  card.dataset.control = id;
  fill(
    one(card, ".about"),
    `${id} ${question.title}`,
    question.legal && h("span.law", {}, ` · ${t("law")}`),
  );
  one(card, ".guidance").append(...guidance(question));
  showEarlier(one(card, ".earlier"), form.earlier[id]);
  /** @type {Set<string>} */
  const open = new Set();
  const answer = () => {
    reply.answers[id] ??= form.known[id] ? { reviewed_on: form.known[id] } : {};
    return reply.answers[id];
  };
  const show = () => showFields(card, form, id, reply, open);
  const set = (/** @type {string} */ path, /** @type {any} */ value) => {
    put(answer(), path, value);
    changed();
    show();
  };
  offerAnswers(answers, form, id, answer(), set);
  bindTexts(card, answer(), set);
  for (const opener of all(card, "[data-open]"))
    opener.addEventListener("click", () => {
      const name = opener.dataset.open ?? "";
      open.add(name);
      show();
      focusIn(one(card, `[data-part=${name}]`));
    });
  clear.addEventListener("click", () => {
    set(question.field, "");
    for (const radio of all(answers, "input")) Object.assign(radio, { checked: false });
    focusIn(answers);
  });
  show();
  return card;
}

/** What the answers mean, and what they need. @param {Question} question */
function guidance(question) {
  const { note, dated, proven, never, evidence } = question;
  const demands = [
    note,
    dated && t("needs_date"),
    proven && t("needs_evidence"),
    never && t("never", { status: data.statuses["not-applicable"] }),
  ];
  const examples = evidence.length ? [h("p", {}, t("examples")), list(evidence)] : [];
  return [
    list(question.guidance),
    ...examples,
    ...demands.filter(Boolean).map((said) => h("p", {}, said)),
  ];
}

/** What was said before, whole. @param {HTMLElement} place @param {Earlier | undefined} earlier */
function showEarlier(place, earlier) {
  place.hidden = !earlier;
  if (!earlier) return;
  const { comment, evidence, action, review, now, back, again } = earlier;
  const seen = evidence?.map(({ reference, seen_on }) =>
    joined([reference, seen_on && t("seen", { date: longDay(seen_on) })]),
  );
  const due = action?.due && t("until", { date: longDay(action.due) });
  const lines = {
    comment,
    evidence: seen?.join("; "),
    action: joined([action?.what, action?.responsible, due]),
    review,
  };
  place.classList.toggle("back", back);
  fill(
    place,
    h(
      "p",
      {},
      t(now ? "answered_now" : "answered_before", { date: earlier.on }),
      h("strong", {}, earlierWord(earlier)),
    ),
    Object.entries(lines).map(
      ([name, text]) => text && h("p", {}, h("span.soft", {}, `${t(name)}: `), text),
    ),
    now && !back && !again && h("p.soft", {}, t("stands")),
  );
}

/** @param {(string | undefined)[]} texts */
function joined(texts) {
  return texts.filter(Boolean).join(", ");
}

/** @param {Earlier} earlier */
export function earlierWord({ maturity, status }) {
  return typeof maturity === "number" ? t("level", { n: maturity }) : data.statuses[status];
}

/**
 * The buttons for an answer: the words for a status, or a level; else employees by department.
 *
 * @param {HTMLElement} place
 * @param {Form} form
 * @param {string} id
 * @param {Answer} answer
 * @param {(path: string, value: any) => void} set
 */
function offerAnswers(place, form, id, answer, set) {
  const { field, levels, never } = questionOf(form, id);
  const earlier = form.earlier[id];
  if (field === "counts") place.append(template("counts"));
  if (field === "counts") return;
  /** @type {[string, string][]} */
  const words = levels.length
    ? levels.map((said, level) => [String(level), `${level}: ${said}`])
    : Object.entries(data.statuses).filter(
        ([key]) => key !== "unchanged" && !(never && key === "not-applicable"),
      );
  if (earlier?.again)
    words.unshift(["unchanged", t("unchanged", { status: earlierWord(earlier) })]);
  place.classList.toggle("levels", levels.length > 0);
  const chosen = String(answer[field] ?? "");
  offer(place, words, [chosen], ([value]) =>
    set(field, levels.length && value !== "unchanged" ? Number(value) : value),
  );
}

/**
 * Show the fields that the answer needs, those in which something is written, and those opened by
 * hand; and what is missing or odd.
 *
 * @param {HTMLElement} card
 * @param {Form} form
 * @param {string} id
 * @param {Reply} reply
 * @param {Set<string>} open
 */
function showFields(card, form, id, reply, open) {
  const [question, given] = [questionOf(form, id), reply.answers[id]];
  const answered = isAnswered(given);
  const status = statusOf(question, comesTo(form, id, given));
  const before = isRepeated(given) ? form.earlier[id] : undefined;
  const planned = data.rules.planned.includes(status) && !before;
  const overdue = (before?.action?.due ?? "9999") < respondent().answered_on;
  /** @type {Record<string, boolean>} What belongs to an answer that is not an earlier one. */
  const natural = {
    reviewed_on: question.dated && !["not-applicable", ""].includes(status),
    comment: status !== "met",
    evidence: data.rules.needed.evidence.includes(status),
    action: planned,
  };
  for (const part of all(card, "[data-part]")) {
    const name = part.dataset.part ?? "";
    const wanted =
      needs(question, name, status) && (name === "reviewed_on" || !filled(before, name));
    const shown = wanted || filled(given, name) || open.has(name) || (!before && natural[name]);
    part.hidden = !(answered && (shown || (name === "action" && overdue)));
    for (const mark of all(part, ".soft")) mark.hidden = wanted && mark === one(part, ".soft");
  }
  const asks = t(
    ["partial", "not-met", "not-applicable", "unknown"].includes(status)
      ? `comment_${status.replace("-", "_")}`
      : "comment",
  );
  const label = one(card, "[data-part=comment] label").firstChild;
  if (label) label.textContent = `${asks} `;
  for (const opener of all(card, "[data-open]")) {
    const name = opener.dataset.open ?? "";
    const may = name === "comment" || planned;
    opener.hidden = !(answered && may && one(card, `[data-part=${name}]`).hidden);
  }
  one(card, ".clear").hidden = !answered || question.field === "counts";
  const told = problemsOfAnswer(form, id, reply, respondent().answered_on);
  fill(
    one(card, ".problems"),
    told.map(({ code, warning }) => h(warning ? "p.warning" : "p.missing", {}, sentence(code))),
  );
}
