import { asked } from "./conditions.js";
import { count, data, questionOf, t } from "./data.js";
import { button, fill, h } from "./dom.js";
import { boxes } from "./fields.js";
import { comesTo, isAnswered, wordOf } from "./rules.js";
import { answerTo, changed, replyTo } from "./store.js";

/** The forms of the person that ask the same. @param {string} kind @param {string} id */
export function formsAsking(kind, id) {
  return data.forms.filter(
    (form) => form.kind === kind && asked(form, replyTo(form)).ids.includes(id),
  );
}

/**
 * Give an answer to a question of other forms, too; what stands there is replaced.
 *
 * @param {Form[]} forms
 * @param {string} id
 * @param {Answer} answer
 */
export function copyTo(forms, id, answer) {
  for (const form of forms) {
    const copied = structuredClone(answer);
    const known = form.known[id];
    replyTo(form).answers[id] = known ? { ...copied, reviewed_on: known } : copied;
    changed(form);
  }
}

/** An answer that can stand at another system: not that an earlier one is unchanged. @param {Form} form @param {string} id @param {Answer} given @returns {Answer} */
function resolved(form, id, given) {
  const { evidence, action, ...others } = comesTo(form, id, given);
  const texts = Object.entries(action ?? {}).map(([name, value]) => [name, String(value ?? "")]);
  return { ...others, evidence: evidence[0], action: Object.fromEntries(texts) };
}

/** Say that what was answered before still holds, in some forms. @param {Form[]} forms @param {string} id */
export function sayUnchanged(forms, id) {
  for (const form of forms) {
    const levels = questionOf(form, id).levels.length;
    Object.assign(answerTo(form, id), levels ? { maturity: "unchanged" } : { status: "unchanged" });
    changed(form);
  }
}

/** "The same answer for my other systems": asks which, then lists what it filled in. @param {Form} form @param {string} id */
export function sameForOthers(form, id) {
  const others = formsAsking(form.kind, id).filter((one) => one !== form);
  if (form.kind !== "system" || !others.length) return null;
  const place = h("div");
  /** @type {string[]} */
  let chosen = [];
  const give = () => {
    const given = replyTo(form).answers[id];
    if (!isAnswered(given)) return;
    const to = others.filter((one) => chosen.includes(one.issue));
    copyTo(to, id, resolved(form, id, given));
    const links = to.map((one) =>
      h("li", {}, h("a", { href: `#${one.issue}/${id}` }, `${one.name}: ${t("change")}`)),
    );
    fill(place, h("p.done", { role: "status" }, count("filled", to.length)), h("ul", {}, links));
  };
  const open = () => {
    const open = others.filter((one) => !isAnswered(replyTo(one).answers[id]));
    chosen = open.map((one) => one.issue);
    /** @type {[string, string][]} */
    const names = others.map((one) => [
      one.issue,
      `${one.name}: ${wordOf(one, id, replyTo(one).answers[id])}`,
    ]);
    fill(
      place,
      boxes(t("same_which"), names, chosen, (values) => {
        chosen = values;
      }),
      button(t("same_give"), give),
    );
    place.querySelector("input")?.focus();
  };
  const start = button(count("same", others.length), open, "plain");
  fill(place, start);
  return h("div.same", {}, place);
}
