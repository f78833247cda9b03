import { asked } from "./conditions.js";
import { count, data, isoDay, questionOf, t } from "./data.js";
import { fill, folded, h, one, template } from "./dom.js";
import { nameOf } from "./form.js";
import { comesTo, isAnswered, problemsOf, sentence, wordOf } from "./rules.js";
import { bindWho } from "./start.js";
import { draft, flush, forget, replyTo, respondent, state } from "./store.js";
import { documentOf } from "./yaml.js";

/** What is missing, what is odd, who answers, and the file to send. */
export function finishView() {
  const view = template("finish");
  const [summary, day, clock] = ["summary", "day", "clock"].map((id) => one(view, `#${id}`));
  const draw = () => fill(summary, summaryOf());
  bindWho(view);
  Object.assign(day, { value: respondent().answered_on, min: latestIssue() });
  day.addEventListener("input", () => {
    state.respondent.answered_on = /** @type {HTMLInputElement} */ (day).value;
    draw();
  });
  clock.hidden = isoDay() >= latestIssue();
  one(view, "#save").addEventListener("click", save);
  one(view, "#save-draft").addEventListener("click", saveDraft);
  one(view, "#forget").addEventListener("click", () => {
    forget();
    one(document, "#forget").replaceWith(t("forgotten"));
  });
  fill(one(view, "#overview"), overview());
  draw();
  return view;
}

function latestIssue() {
  return (
    data.forms
      .map((form) => form.issued_on)
      .sort()
      .at(-1) ?? ""
  );
}

/** Everything of all forms that is missing, as links to it; what only warns, below. */
function summaryOf() {
  const [missing, odd] = [false, true].map((warning) =>
    data.forms
      .map((form) => ({ form, told: toldOf(form).filter((each) => each.warning === warning) }))
      .filter(({ told }) => told.length),
  );
  const left = missing.reduce((sum, { told }) => sum + told.length, 0);
  const on = respondent().answered_on;
  const wrong = on < latestIssue() ? "date_before_issue" : on > isoDay() && "date_in_future";
  return [
    left ? h("p.missing", {}, count("left", left)) : h("p.done", {}, t("complete")),
    wrong && h("p.missing", {}, t(`problem_${wrong}`)),
    missing.map(listOf),
    odd.length > 0 && folded(t("odd"), odd.map(listOf)),
  ];
}

/** @param {Form} form */
function toldOf(form) {
  return problemsOf(form, replyTo(form), respondent().answered_on);
}

/** @param {{form: Form, told: Problem[]}} found */
function listOf({ form, told }) {
  const items = told.map(({ control, code }) =>
    h(
      "li",
      { "data-code": code, "data-control": control },
      h("a", { href: `#${form.issue}/${control}` }, questionOf(form, control).text),
      code !== "unanswered" && ` ${sentence(code)}`,
    ),
  );
  const folds = folded(
    `${nameOf(form)} (${told.length})`,
    h("ul", { "data-issue": form.issue }, items),
  );
  folds.toggleAttribute("open", told.length < 8);
  return folds;
}

/** Write the file with all that is answered, and tell what to do with it. */
function save() {
  flush();
  const forms = data.forms.filter(isBegun);
  const left = forms.flatMap(toldOf).filter((each) => !each.warning).length;
  const file = fileName("svar", "yaml");
  const { name } = respondent();
  if (forms.length)
    write(file, forms.map((form) => documentOf(form, replyTo(form), respondent())).join("---\n"));
  one(document, "#file").textContent = forms.length ? t("saved", { file }) : t("nothing");
  const out = { hidden: !left, textContent: count("saved_left", left) };
  Object.assign(one(document, "#left-out"), out);
  const subject = encodeURIComponent(t("mail_subject", { campaign: data.campaign, name }));
  const body = encodeURIComponent(t("mail_text", { file, name }));
  const to = encodeURIComponent(data.officer?.email ?? "");
  one(document, "#mail").setAttribute("href", `mailto:${to}?subject=${subject}&body=${body}`);
  one(document, "#sent").hidden = false;
  one(document, "#file").focus();
}

/** @param {Form} form */
function isBegun(form) {
  const { answers, facts } = replyTo(form);
  return Object.values(answers).some(isAnswered) || Object.keys(facts).length > 0;
}

/** Write everything into a file that the page can load. */
function saveDraft() {
  flush();
  const file = fileName("kladde", "json");
  write(file, JSON.stringify(draft(), null, 1));
  one(document, "#draft-saved").textContent = t("draft_saved", { file });
}

/** @param {string} kind @param {string} suffix */
function fileName(kind, suffix) {
  const now = new Date();
  const time = now.toTimeString().slice(0, 8).replaceAll(":", "");
  const day = isoDay(now).replaceAll("-", "");
  return `${kind}-${data.campaign}-${data.person.id}-${day}-${time}.${suffix}`;
}

/** @param {string} name @param {string} text */
function write(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Every answer, for the eye and for paper. */
function overview() {
  return data.forms.filter(isBegun).map((form) => [
    h("h3", {}, nameOf(form)),
    h(
      "dl",
      {},
      asked(form, replyTo(form)).ids.map((id) => [
        h("dt", {}, questionOf(form, id).text),
        h(
          "dd",
          {},
          h("strong", {}, wordOf(form, id, replyTo(form).answers[id])),
          besideOf(form, id),
        ),
      ]),
    ),
  ]);
}

/** @param {Form} form @param {string} id */
function besideOf(form, id) {
  const { comment, evidence, action } = comesTo(form, id, replyTo(form).answers[id] ?? {});
  const texts = [comment, ...(evidence ?? []).map((each) => each.reference), action?.what];
  return texts.filter(Boolean).map((text) => h("p", {}, text));
}
