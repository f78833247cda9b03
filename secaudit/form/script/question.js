import { data, longDay, questionOf, t } from "./data.js";
import { all, fill, h, list, newId, one, template } from "./dom.js";
import { bindTexts, focusIn, offer, put } from "./fields.js";
import { daysBefore, filled, isAnswered, problemsOfAnswer, sentence } from "./rules.js";
import { fieldsOf } from "./shown.js";
import { replyTo, respondent } from "./store.js";

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
  const [heading, answers] = ["h2", ".answers"].map((name) => one(card, name));
  heading.id = newId();
  heading.textContent = question.text;
  answers.setAttribute("aria-labelledby", heading.id);
  card.dataset.control = id;
  const law = question.legal && h("span.law", {}, ` · ${t("law")}`);
  fill(one(card, ".about"), `${id} ${question.title}`, law);
  one(card, ".guidance").append(...guidance(question));
  showEarlier(one(card, ".earlier"), form.earlier[id]);
  reply.answers[id] ??= {};
  const answer = reply.answers[id];
  /** @type {Set<string>} */
  const open = new Set();
  const show = () => showFields(card, form, id, reply, open);
  const set = (/** @type {string} */ path, /** @type {any} */ value) => {
    put(answer, path, value);
    changed();
    show();
  };
  offerAnswers(answers, form, id, answer, (value) => {
    card.classList.add("fresh");
    put(answer, question.field, value);
    takeKnown(form, id, answer);
    set(question.field, value);
    bindTexts(card, answer);
  });
  bindTexts(card, answer, set);
  one(card, ".fields").addEventListener("focusout", () => card.classList.remove("fresh"));
  bindButtons(card, form, id, answer, { open, set, show });
  show();
  return card;
}

/** The date that the municipality's list has, where the answer needs one and it is not too old. @param {Form} form @param {string} id @param {Answer} answer */
export function takeKnown(form, id, answer) {
  const known = knownDate(form, id);
  if (!known) return;
  if (answer.reviewed_on === known) delete answer.reviewed_on;
  const oldest = daysBefore(respondent().answered_on, questionOf(form, id).months * 30.4);
  if (known >= oldest && fieldsOf(form, id, answer).wanted("reviewed_on"))
    answer.reviewed_on ??= known;
}

/** What the list says of the day that is asked for. @param {Form} form @param {string} id @returns {string} */
export function knownDate(form, id) {
  const fact = { ...form.facts, ...replyTo(form).facts }[questionOf(form, id).dated_by];
  return fact?.on ?? (typeof fact === "string" ? fact : "");
}

/** What opens a field, fills in the earlier texts, or takes the answer away. @param {HTMLElement} card @param {Form} form @param {string} id @param {Answer} answer @param {{open: Set<string>, set: (path: string, value: any) => void, show: () => void}} of */
function bindButtons(card, form, id, answer, { open, set, show }) {
  for (const opener of all(card, "[data-open]"))
    opener.addEventListener("click", () => {
      const name = opener.dataset.open ?? "";
      open.add(name);
      show();
      focusIn(one(card, `[data-part=${name}]`));
    });
  one(card, ".reuse").addEventListener("click", () => {
    const { comment, evidence, action } = form.earlier[id];
    for (const [name, value] of Object.entries({ comment, evidence: evidence?.[0], action }))
      if (value && !filled(answer, name)) put(answer, name, textsOf(value));
    bindTexts(card, answer);
    set("comment", answer.comment ?? "");
  });
  one(card, ".clear").addEventListener("click", () => {
    set(questionOf(form, id).field, "");
    for (const radio of all(card, ".answers input")) Object.assign(radio, { checked: false });
    focusIn(one(card, ".answers"));
  });
}

/** @param {any} value */
function textsOf(value) {
  if (typeof value === "string") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, String(each ?? "")]),
  );
}

/** What the answers mean, and what they need. @param {Question} question */
function guidance({ guidance: grades, months, dated_by, proven, never, evidence }) {
  const demands = [
    months > 0 && t("needs_date"),
    dated_by && t(`dated_${dated_by}`),
    proven && t("needs_evidence"),
    never && t("never", { status: data.statuses["not-applicable"] }),
  ];
  const examples = evidence.length ? [h("p", {}, t("examples")), list(evidence)] : [];
  return [list(grades), ...examples, ...demands.filter(Boolean).map((said) => h("p", {}, said))];
}

/** What was said before, whole. @param {HTMLElement} place @param {Earlier | undefined} earlier */
function showEarlier(place, earlier) {
  place.hidden = !earlier?.on;
  if (!earlier) return;
  const { now, back, again, on } = earlier;
  place.classList.toggle("back", back);
  fill(
    place,
    h(
      "p",
      {},
      t(now ? "answered_now" : "answered_before", { date: on }),
      h("strong", {}, earlierWord(earlier)),
    ),
    besideLines(earlier),
    now && !back && !again && h("p.soft", {}, t("stands")),
  );
}

/** What stands beside an answer, a line each. @param {Partial<Earlier>} answer */
export function besideLines({ comment, evidence, action, reviewed_on, review }) {
  const seen = evidence?.map(({ reference, seen_on }) =>
    joined([
      reference || (seen_on && t("no_reference")),
      seen_on && t("seen", { date: longDay(seen_on) }),
    ]),
  );
  const due = action?.due && t("until", { date: longDay(action.due) });
  const lines = {
    reviewed: reviewed_on && longDay(reviewed_on),
    comment,
    evidence: seen?.join("; "),
    action: joined([action?.what, action?.responsible, due]),
    review,
  };
  return Object.entries(lines).map(
    ([name, text]) => text && h("p", {}, h("span.soft", {}, `${t(name)}: `), text),
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
 * @param {(value: any) => void} set
 */
function offerAnswers(place, form, id, answer, set) {
  const { field, levels, never } = questionOf(form, id);
  const earlier = form.earlier[id];
  if (field === "counts") place.append(...template("counts").children);
  if (field === "counts") return;
  const may = Object.entries(data.statuses).filter(([key]) => key !== "unchanged");
  /** @type {[string, string][]} */
  const words = levels.length
    ? levels.map((said, level) => [String(level), `${level}: ${said}`])
    : may.filter(([key]) => !(never && key === "not-applicable"));
  const unchanged = earlier?.label ?? (earlier && t("unchanged", { status: earlierWord(earlier) }));
  if (earlier?.again && unchanged) words.unshift(["unchanged", unchanged]);
  place.classList.toggle("levels", levels.length > 0);
  offer(place, words, [String(answer[field] ?? "")], ([value]) =>
    set(levels.length && value !== "unchanged" ? Number(value) : value),
  );
}

/** Show the fields that the answer needs, and what is missing or odd. @param {HTMLElement} card @param {Form} form @param {string} id @param {Reply} reply @param {Set<string>} open */
function showFields(card, form, id, reply, open) {
  const given = reply.answers[id];
  const fields = fieldsOf(form, id, given);
  for (const part of all(card, "[data-part]")) {
    const name = part.dataset.part ?? "";
    part.hidden = !(fields.shown(name) || (fields.answered && open.has(name)));
    part.classList.toggle("later", fields.repeated && !fields.whole(name) && name !== "comment");
    one(part, ".soft").hidden = fields.wanted(name);
  }
  const label = one(card, "[data-part=comment] label").firstChild;
  if (label) label.textContent = `${fields.commentLabel} `;
  const known = knownDate(form, id);
  fill(
    one(card, ".known"),
    known && t(given.reviewed_on === known ? "known" : "known_old", { date: longDay(known) }),
  );
  for (const opener of all(card, "[data-open]")) {
    const name = opener.dataset.open ?? "";
    opener.hidden = !(fields.mayOpen(name) && one(card, `[data-part=${name}]`).hidden);
  }
  const reusable = ["comment", "evidence", "action"].some((name) => fields.reusable(name));
  one(card, ".reuse").hidden = !reusable;
  one(card, ".clear").hidden = !fields.answered || questionOf(form, id).field === "counts";
  const told = isAnswered(given) ? problemsOfAnswer(form, id, reply, respondent().answered_on) : [];
  fill(
    one(card, ".problems"),
    told.map(({ code, warning }) => h(warning ? "p.warning" : "p.missing", {}, sentence(code))),
  );
}
