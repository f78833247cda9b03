import { count, data, isoDay, longDay, questionOf, t } from "./data.js";
import { all, fill, folded, h, line, link, onClick, one, template } from "./dom.js";
import { draft } from "./drafts.js";
import { described } from "./facts.js";
import { BESIDE } from "./fields.js";
import { asked, comesTo, corrections, isAnswered, problemsOf, textsAt, wordOf } from "./rules.js";
import { bindWho } from "./start.js";
import { isBegun, keep, replyTo, respondent, state } from "./store.js";
import { documentOf } from "./yaml.js";

/** @typedef {{form: Form, about: string, said: string} & Problem} Told */

/** What is missing, what is odd, who answers, and the file to send. */
export function finishView() {
  const view = template("finish");
  const [day] = all(view, "#day");
  const draw = () => fill(one(view, "#summary"), ...summary());
  bindWho(view, draw);
  Object.assign(day, { value: respondent().answered_on, min: data.latest });
  day.addEventListener("input", () => {
    state.respondent.answered_on = day.value;
    draw();
  });
  one(view, "#clock").hidden = isoDay() >= data.latest;
  onClick(view, "#save", save);
  onClick(view, "#save-draft", saveDraft);
  fill(one(view, "#overview"), ...data.forms.filter(isBegun).map(answersOf));
  draw();
  return view;
}

/** All that is told of the answers. @returns {Told[]} */
function allTold() {
  const { answered_on } = respondent();
  return data.forms.flatMap((form) =>
    problemsOf(form, replyTo(form), answered_on).map((problem) => {
      return { ...problem, form, about: form.label, said: t(`problem_${problem.code}`) };
    }),
  );
}

/** What is wrong with who answers, and when. */
function wrongAbove() {
  const { name, answered_on: on } = respondent();
  const codes = [
    !name && "no-name",
    on < data.latest && "date-before-issue",
    on > isoDay() && "date-in-future",
  ];
  return codes.filter(Boolean).map((code) => t(`problem_${code}`));
}

/** Everything of all forms that is missing, as links to it; what only warns, below, by what it is. */
function summary() {
  const told = allTold();
  const missing = told.filter(({ warning }) => !warning);
  const odd = told.filter(({ warning }) => warning);
  const left = new Set(missing.map(({ form, control }) => form.issue + control)).size;
  const unconfirmed = data.forms.filter(
    (form) => form.kind === "system" && isBegun(form) && !replyTo(form).confirmed,
  );
  const names = unconfirmed.map(({ label }) => label).join(", ");
  return [
    left ? h("p.missing", {}, count("left", left)) : h("p.done", {}, t("complete")),
    wrongAbove().map((said) => h("p.missing", {}, said)),
    listed(missing, "about", "said"),
    names && h("p.warning", {}, t("unconfirmed", { names })),
    odd.length > 0 && folded(t("odd"), listed(odd, "said", "about")),
  ];
}

/** Problems in folds, each of those that have something in common. @param {Told[]} problems @param {"about" | "said"} common @param {"about" | "said"} own */
function listed(problems, common, own) {
  return [...new Set(problems.map((each) => each[common]))].map((head) => {
    const those = problems.filter((each) => each[common] === head);
    const items = those.map(({ form, control, code, ...each }) => {
      const to = link(`#${form.issue}/${control}`, questionOf(form, control).text);
      const names = {
        "data-issue": form.issue,
        "data-control": control,
        "data-code": code,
        "data-warning": each.warning,
      };
      return h("li", names, to, code !== "unanswered" && ` ${each[own]}`);
    });
    const folds = folded(`${head} (${those.length})`, h("ul", {}, items));
    folds.toggleAttribute("open", those.length < 8);
    return folds;
  });
}

/** Write the file with all that is answered, and tell what to do with it. */
function save() {
  const { name } = respondent();
  const forms = data.forms.filter(isBegun);
  const documents = forms.map(documentNow);
  const file = forms.length ? saveAs("svar", "yaml", documents.join("---\n")) : "";
  const missing = allTold().filter(({ warning }) => !warning);
  const names = new Set([...wrongAbove(), ...missing.map(({ about }) => about)]);
  const told = one(document, "#left-out");
  told.hidden = !names.size;
  told.textContent = t("saved_left", { names: [...names].join(", ") });
  const mail = {
    subject: t("mail_subject", { campaign: data.campaign, name }),
    body: t("mail_text", { file, name }),
  };
  const query = Object.entries(mail).map(([key, text]) => `${key}=${encodeURIComponent(text)}`);
  const to = encodeURIComponent(data.officer?.email ?? "");
  one(document, "#mail").setAttribute("href", `mailto:${to}?${query.join("&")}`);
  one(document, "#file").textContent = t(file ? "saved" : "nothing", { file });
  one(document, "#sending").hidden = !file;
  one(document, "#sent").hidden = false;
  one(document, "#file").focus();
  Object.assign(state, { saved: file !== "", changedSince: false });
}

/** A form as a document, of today or of the day that was chosen; of the day that it was saved on, where nothing was changed since, so that it is known again. @param {Form} form */
function documentNow(form) {
  const [reply, who] = [replyTo(form), respondent()];
  reply.on = state.respondent.answered_on || reply.on || who.answered_on;
  keep(form);
  return documentOf(form, reply, { ...who, answered_on: reply.on });
}

/** Write everything into a file that the page can load. */
function saveDraft() {
  const file = saveAs("kladde", "json", JSON.stringify(draft(), null, 1));
  one(document, "#draft-saved").textContent = t("draft_saved", { file });
}

/** Write a file, named for its kind, the person and the time; its name. @param {string} kind @param {string} suffix @param {string} text */
function saveAs(kind, suffix, text) {
  const now = new Date();
  const [day, time] = [isoDay(now).replaceAll("-", ""), now.toTimeString().slice(0, 8)];
  const at = `${day}-${time.replaceAll(":", "")}`;
  const download = `${kind}-${data.campaign}-${data.person.id}-${at}.${suffix}`;
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  h("a", { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return download;
}

/** Every answer in a form, for the eye and for paper. @param {Form} form */
function answersOf(form) {
  const changed = corrections(form, replyTo(form));
  const facts = data.facts.filter(({ path }) => path.split(".")[0] in changed);
  const answers = asked(form, replyTo(form)).ids.map((id) => {
    return [h("dt", {}, questionOf(form, id).text), h("dd", {}, answerInWords(form, id))];
  });
  return [h("h3", {}, form.label), h("dl", {}, described(form, facts), answers)];
}

/** @param {Form} form @param {string} id */
function answerInWords(form, id) {
  const answer = replyTo(form).answers[id];
  const word = wordOf(form, id, answer);
  if (!isAnswered(answer)) return h("strong", {}, word);
  const meant = comesTo(form, id, answer);
  const status = wordOf(form, id, meant);
  const lines = BESIDE.map(({ label, path, isDay }) => {
    const texts = textsAt(meant, path.split(".")).map((text) => (isDay ? longDay(text) : text));
    return texts.length > 0 && line([label, texts.join("; ")]);
  });
  return [h("strong", {}, status === word ? word : `${word} (${status})`), lines];
}
