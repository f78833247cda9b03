import { asked } from "./conditions.js";
import { count, data, isoDay, questionOf, t } from "./data.js";
import { add, button, fill, folded, h } from "./dom.js";
import { field } from "./fields.js";
import { comesTo, isAnswered, problemsOf } from "./rules.js";
import { said } from "./question.js";
import { whoFields } from "./start.js";
import { draft, flush, forget, replyTo, respondent, state } from "./store.js";
import { documentOf } from "./yaml.js";

/** @typedef {import("./types.js").Form} Form */
/** @typedef {import("./types.js").Problem} Problem */

/** What is missing, what is odd, who answers, and the file to send. */
export function finishView() {
  const place = h("div", { id: "after" });
  const date = field({
    label: t("answered_on"),
    kind: "day",
    wanted: true,
    value: respondent().answered_on,
    min: earliest(),
    set: (value) => {
      state.respondent.answered_on = value;
      draw();
    },
  });
  const summary = h("div");
  const draw = () => fill(summary, summaryOf());
  draw();
  return [
    h("h1", { tabindex: -1 }, t("finish")),
    summary,
    h("section", { "aria-labelledby": "who" }, h("h2", { id: "who" }, t("who")), whoFields(), date, clockNote()),
    h(
      "p.buttons",
      {},
      button(t("save"), () => fill(place, save()), "main"),
      button(t("draft_save"), () => fill(place, saveDraft())),
    ),
    place,
    folded(t("all_answers"), overview()),
  ];
}

/** @returns {string} The latest day that one of the forms was issued. */
function earliest() {
  return data.forms.map((form) => form.issued_on).sort().at(-1) ?? "";
}

function clockNote() {
  return isoDay() < earliest() && h("p.warning", {}, t("clock"));
}

/** Everything of all forms that is missing, as links to it; what only warns, below. */
function summaryOf() {
  const found = data.forms.map((form) => ({ form, told: toldOf(form) }));
  const missing = found.map(({ form, told }) => ({ form, told: told.filter((one) => !one.warning) }));
  const odd = found.map(({ form, told }) => ({ form, told: told.filter((one) => one.warning) }));
  const left = missing.reduce((sum, { told }) => sum + told.length, 0);
  return [
    left ? h("p.missing", { id: "left" }, count("left", left)) : h("p.done", { id: "left" }, t("complete")),
    ...dateProblem(),
    left > 0 && lists(missing),
    odd.some(({ told }) => told.length) && folded(t("odd"), lists(odd)),
  ];
}

function dateProblem() {
  const on = respondent().answered_on;
  const wrong = on < earliest() ? "date_before_issue" : on > isoDay() ? "date_in_future" : "";
  return wrong ? [h("p.missing", {}, t(`problem_${wrong}`))] : [];
}

/** @param {Form} form */
function toldOf(form) {
  return problemsOf(form, replyTo(form), respondent().answered_on);
}

/** @param {{form: Form, told: Problem[]}[]} found */
function lists(found) {
  return found
    .filter(({ told }) => told.length)
    .map(({ form, told }) =>
      h(
        "details",
        { open: told.length < 8 },
        h("summary", {}, `${form.name} (${told.length})`),
        h(
          "ul",
          { "data-issue": form.issue },
          told.map((one) =>
            h(
              "li",
              { "data-code": one.code, "data-control": one.control },
              h("a", { href: `#${form.issue}/${one.control}` }, questionOf(form, one.control).text),
              one.code !== "unanswered" && ` ${said(one)}`,
            ),
          ),
        ),
      ),
    );
}

/** Write the file with all that is answered, and tell what to do with it. */
function save() {
  flush();
  const forms = data.forms.filter(isBegun);
  if (!forms.length) return h("p.missing", { role: "alert" }, t("nothing"));
  const left = forms.flatMap(toldOf).filter((one) => !one.warning).length;
  const name = nameOf("svar", "yaml");
  const texts = forms.map((form) => documentOf(form, replyTo(form), respondent()));
  write(name, texts.join("---\n"));
  const element = h("div.sent", { role: "alert" }, h("p", {}, h("strong", {}, t("saved", { name }))));
  add(element, left > 0 && h("p.warning", {}, count("saved_left", left)), sending(name));
  const clear = button(t("forget"), () => {
    forget();
    fill(gone, t("forgotten"));
  });
  const gone = h("p", { role: "status" });
  add(element, h("p.soft", {}, t("forget_hint")), clear, gone);
  return element;
}

/** @param {Form} form */
function isBegun(form) {
  const reply = replyTo(form);
  return Object.values(reply.answers).some(isAnswered) || Object.keys(reply.facts).length > 0;
}

/** To whom the file goes, with a mail to put it in. @param {string} name */
function sending(name) {
  const { officer } = data;
  if (!officer) return h("p", {}, t("send_back"));
  const subject = t("mail_subject", { campaign: data.campaign, name: respondent().name });
  const body = t("mail_text", { name, respondent: respondent().name });
  const href = `mailto:${encodeURIComponent(officer.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return [
    h("ol", {}, ["send_1", "send_2"].map((step) => h("li", {}, t(step, { ...officer, file: name })))),
    h("p", {}, h("a.button", { href }, t("mail"))),
  ];
}

/** Write everything into a file that the page can load. */
function saveDraft() {
  flush();
  const name = nameOf("kladde", "json");
  write(name, JSON.stringify(draft(), null, 1));
  return h("p.sent", { role: "alert" }, t("draft_saved", { name }));
}

/** @param {string} kind @param {string} suffix */
function nameOf(kind, suffix) {
  const now = new Date();
  const time = now.toTimeString().slice(0, 8).replaceAll(":", "");
  return `${kind}-${data.campaign}-${data.person.id}-${isoDay(now).replaceAll("-", "")}-${time}.${suffix}`;
}

/** @param {string} name @param {string} text */
function write(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Every answer, for the eye and for paper. */
function overview() {
  return data.forms.filter(isBegun).map((form) => [
    h("h3", {}, form.name),
    h(
      "dl.overview",
      {},
      asked(form, replyTo(form)).ids.map((id) => [
        h("dt", {}, questionOf(form, id).text),
        h("dd", {}, ...inWords(form, id)),
      ]),
    ),
  ]);
}

/** @param {Form} form @param {string} id */
function inWords(form, id) {
  const answer = replyTo(form).answers[id];
  if (!isAnswered(answer)) return [h("span.soft", {}, t(form.answered.includes(id) ? "answered" : "unanswered"))];
  const { comment, evidence, action } = comesTo(form, id, answer);
  const level = answer.maturity ?? undefined;
  const word = level === undefined ? data.statuses[answer.status ?? ""] : t("level", { n: String(level) });
  return [h("strong", {}, word ?? ""), ...[comment, evidence?.reference, action?.what].filter(Boolean).map((text) => h("p", {}, text))];
}
