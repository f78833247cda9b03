import { asked } from "./conditions.js";
import { count, data, t } from "./data.js";
import { button, fill, h, link } from "./dom.js";
import { focusIn, offer } from "./fields.js";
import { knownDate, takeKnown } from "./question.js";
import { comesTo, isAnswered, isRepeated, wordOf } from "./rules.js";
import { changed, replyTo } from "./store.js";

/** The forms of the person that ask the same. @param {string} kind @param {string} id */
export function formsAsking(kind, id) {
  return data.forms.filter(
    (form) => form.kind === kind && asked(form, replyTo(form)).ids.includes(id),
  );
}

/** Give an answer to a question of other forms, too; what stands there is replaced. Each has a date of its own. @param {Form[]} forms @param {string} id @param {Answer} answer */
export function copyTo(forms, id, answer) {
  for (const form of forms) {
    const copy = structuredClone(answer);
    replyTo(form).answers[id] = copy;
    takeKnown(form, id, copy);
    changed(form);
  }
}

/** Those that may be given an answer: where it is unchanged, those that have an earlier one. @param {Form[]} forms @param {string} id @param {Answer} answer */
export function fitting(forms, id, answer) {
  return forms.filter((form) => !isRepeated(answer) || form.earlier[id]?.again);
}

/** An answer that can stand at another system: the earlier one, where it is unchanged. @param {Form} form @param {string} id @returns {Answer} */
function resolved(form, id) {
  const { evidence, action, ...others } = comesTo(form, id, replyTo(form).answers[id]);
  const texts = Object.entries(action ?? {}).map(([name, value]) => [name, String(value ?? "")]);
  if (others.reviewed_on === knownDate(form, id)) delete others.reviewed_on;
  return { ...others, evidence: evidence[0], action: Object.fromEntries(texts) };
}

/** The systems, to be ticked, each with what is answered there. @param {Form[]} forms @param {string} id @param {string} legend @param {(chosen: Form[]) => void} set */
export function systems(forms, id, legend, set) {
  const which = h("fieldset.choices", {}, h("legend", {}, legend));
  const open = forms.filter((form) => !isAnswered(replyTo(form).answers[id]));
  const label = (/** @type {Form} */ form) =>
    open.includes(form)
      ? form.name
      : t("replaces", { name: form.name, status: wordOf(form, id, replyTo(form).answers[id]) });
  set(open);
  const choose = (/** @type {string[]} */ issues) =>
    set(forms.filter((form) => issues.includes(form.issue)));
  const names = forms.map((form) => /** @type {[string, string]} */ ([form.issue, label(form)]));
  offer(
    which,
    names,
    open.map((form) => form.issue),
    choose,
    "checkbox",
  );
  return which;
}

/** "The same answer for my other systems": asks which, then lists what it filled in. @param {Form} form @param {string} id */
export function sameForOthers(form, id) {
  const others = formsAsking(form.kind, id).filter((other) => other !== form);
  if (form.kind !== "system" || !others.length) return null;
  const place = h("div.same");
  /** @type {Form[]} */
  let chosen = [];
  const give = () => {
    if (!isAnswered(replyTo(form).answers[id])) return;
    copyTo(chosen, id, resolved(form, id));
    const links = chosen.map((other) =>
      h("li", {}, link(`#${other.issue}/${id}`, t("change", { name: other.name }))),
    );
    const done = h("p.done", { tabindex: -1 }, count("filled", chosen.length));
    fill(place, done, h("ul", {}, links));
    done.focus();
  };
  const ask = () => {
    const which = systems(others, id, t("same_which"), (forms) => {
      chosen = forms;
    });
    fill(place, which, button(t("same_give"), give));
    focusIn(place);
  };
  fill(place, button(count("same", others.length), ask, "plain"));
  return place;
}
