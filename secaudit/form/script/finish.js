import { asked, corrections, factWord } from "./conditions.js";
import { count, data, isoDay, questionOf, t } from "./data.js";
import { fill, folded, h, one, template } from "./dom.js";
import { draft } from "./drafts.js";
import { nameOf } from "./progress.js";
import { besideLines } from "./question.js";
import { comesTo, isAnswered, problemsOf, sentence, wordOf } from "./rules.js";
import { bindForget, bindWho } from "./start.js";
import { flush, isBegun, replyTo, respondent, state } from "./store.js";
import { documentOf } from "./yaml.js";

/** @typedef {{form: Form} & Problem} Told */

/** What is missing, what is odd, who answers, and the file to send. */
export function finishView() {
  const view = template("finish");
  const [summary, day, clock] = ["summary", "day", "clock"].map((id) => one(view, `#${id}`));
  const draw = () => fill(summary, summaryOf());
  bindWho(view, draw);
  Object.assign(day, { value: respondent().answered_on, min: latestIssue() });
  day.addEventListener("input", () => {
    state.respondent.answered_on = /** @type {HTMLInputElement} */ (day).value;
    draw();
  });
  clock.hidden = isoDay() >= latestIssue();
  one(view, "#save").addEventListener("click", save);
  one(view, "#save-draft").addEventListener("click", saveDraft);
  bindForget(view);
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

/** All that is told of the answers. @returns {Told[]} */
function allTold() {
  const { answered_on } = respondent();
  return data.forms.flatMap((form) =>
    problemsOf(form, replyTo(form), answered_on).map((problem) => ({ form, ...problem })),
  );
}

/** What is wrong with who answers, and when. */
function wrongAbove() {
  const { name, answered_on: on } = respondent();
  return [
    !name && "no_name",
    on < latestIssue() && "date_before_issue",
    on > isoDay() && "date_in_future",
  ].filter(Boolean);
}

/** Everything of all forms that is missing, as links to it; what only warns, below, by what it is. */
function summaryOf() {
  const [missing, odd] = [false, true].map((warning) =>
    allTold().filter((each) => each.warning === warning),
  );
  const unconfirmed = data.forms.filter(
    (form) => form.kind === "system" && isBegun(form) && !replyTo(form).confirmed,
  );
  const names = unconfirmed.map(nameOf).join(", ");
  return [
    missing.length
      ? h(
          "p.missing",
          {},
          count("left", new Set(missing.map(({ form, control }) => form.issue + control)).size),
        )
      : h("p.done", {}, t("complete")),
    wrongAbove().map((code) => h("p.missing", {}, t(`problem_${code}`))),
    listed(
      missing,
      ({ form }) => nameOf(form),
      ({ code }) => sentence(code),
    ),
    names && h("p.warning", {}, t("unconfirmed", { names })),
    odd.length > 0 &&
      folded(
        t("odd"),
        listed(
          odd,
          ({ code }) => sentence(code),
          ({ form }) => nameOf(form),
        ),
      ),
  ];
}

/** Problems in folds, each of those that have something in common. @param {Told[]} problems @param {(each: Told) => string} common @param {(each: Told) => string} own */
function listed(problems, common, own) {
  const heads = [...new Set(problems.map(common))];
  return heads.map((head) => {
    const those = problems.filter((each) => common(each) === head);
    const items = those.map((each) =>
      h(
        "li",
        { "data-issue": each.form.issue, "data-control": each.control, "data-code": each.code },
        h(
          "a",
          { href: `#${each.form.issue}/${each.control}` },
          questionOf(each.form, each.control).text,
        ),
        each.code !== "unanswered" && ` ${own(each)}`,
      ),
    );
    const folds = folded(`${head} (${those.length})`, h("ul", {}, items));
    folds.toggleAttribute("open", those.length < 8);
    return folds;
  });
}

/** Write the file with all that is answered, and tell what to do with it. */
function save() {
  flush();
  const forms = data.forms.filter(isBegun);
  const file = fileName("svar", "yaml");
  const { name } = respondent();
  if (forms.length)
    write(file, forms.map((form) => documentOf(form, replyTo(form), respondent())).join("---\n"));
  const left = new Set(
    allTold()
      .filter((each) => !each.warning)
      .map(({ form }) => form),
  );
  const names = [
    ...wrongAbove().map((code) => t(`problem_${code}`)),
    ...[...left].map(nameOf),
  ].join(", ");
  const out = { hidden: !names, textContent: t("saved_left", { names }) };
  Object.assign(one(document, "#left-out"), out);
  const subject = encodeURIComponent(t("mail_subject", { campaign: data.campaign, name }));
  const body = encodeURIComponent(t("mail_text", { file, name }));
  const to = encodeURIComponent(data.officer?.email ?? "");
  one(document, "#mail").setAttribute("href", `mailto:${to}?subject=${subject}&body=${body}`);
  one(document, "#file").textContent = forms.length ? t("saved", { file }) : t("nothing");
  one(document, "#sending").hidden = !forms.length;
  one(document, "#sent").hidden = false;
  one(document, "#file").focus();
  Object.assign(state, { saved: forms.length > 0, changedSince: false });
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
      Object.entries(corrections(form, replyTo(form))).map(([name, value]) => {
        const fact = data.facts.find((each) => each.name === name);
        return (
          fact && [
            h("dt", {}, fact.label),
            h(
              "dd",
              {},
              t("corrected_to", {
                value: fact.parts.length
                  ? fact.parts.map((part) => factWord(part, value?.[part.name])).join(", ")
                  : factWord(fact, value),
              }),
            ),
          ]
        );
      }),
      asked(form, replyTo(form)).ids.map((id) => [
        h("dt", {}, questionOf(form, id).text),
        h("dd", {}, answerInWords(form, id)),
      ]),
    ),
  ]);
}

/** @param {Form} form @param {string} id */
function answerInWords(form, id) {
  const answer = replyTo(form).answers[id];
  const meant = comesTo(form, id, answer ?? {});
  const word = wordOf(form, id, answer);
  const status =
    isAnswered(answer) && wordOf(form, id, { status: meant.status, maturity: meant.maturity });
  return [
    h("strong", {}, status && status !== word ? `${word} (${status})` : word),
    isAnswered(answer) && besideLines(/** @type {any} */ (meant)),
  ];
}
