import { asked } from "./conditions.js";
import { count, data, questionOf, t } from "./data.js";
import { button, fill, h } from "./dom.js";
import { focusIn, offer } from "./fields.js";
import { comesTo, isAnswered, wordOf } from "./rules.js";
import { changed, replyTo } from "./store.js";

/** The forms of the person that ask the same. @param {string} kind @param {string} id */
export function formsAsking(kind, id) {
  return data.forms.filter(
    (form) => form.kind === kind && asked(form, replyTo(form)).ids.includes(id),
  );
}

/** Give an answer to a question of other forms, too; what stands there is replaced. @param {Form[]} forms @param {string} id @param {Answer} answer */
export function copyTo(forms, id, answer) {
  for (const form of forms) {
    const known = form.known[id] ? { reviewed_on: form.known[id] } : {};
    replyTo(form).answers[id] = { ...structuredClone(answer), ...known };
    changed(form);
  }
}

/** Say that what was answered before still holds. @param {Form[]} forms @param {string} id */
export function sayUnchanged(forms, id) {
  for (const form of forms) copyTo([form], id, { [questionOf(form, id).field]: "unchanged" });
}

/** An answer that can stand at another system: the earlier one, where it is unchanged. @param {Form} form @param {string} id @returns {Answer} */
function resolved(form, id) {
  const { evidence, action, ...others } = comesTo(form, id, replyTo(form).answers[id]);
  const texts = Object.entries(action ?? {}).map(([name, value]) => [name, String(value ?? "")]);
  return { ...others, evidence: evidence[0], action: Object.fromEntries(texts) };
}

/** "The same answer for my other systems": asks which, then lists what it filled in. @param {Form} form @param {string} id */
export function sameForOthers(form, id) {
  const others = formsAsking(form.kind, id).filter((other) => other !== form);
  if (form.kind !== "system" || !others.length) return null;
  const place = h("div.same");
  const ask = () => {
    let chosen = others
      .filter((other) => !isAnswered(replyTo(other).answers[id]))
      .map((other) => other.issue);
    const which = h("fieldset.choices", {}, h("legend", {}, t("same_which")));
    const label = (/** @type {Form} */ other) =>
      `${other.name}: ${wordOf(other, id, replyTo(other).answers[id])}`;
    offer(
      which,
      others.map((other) => [other.issue, label(other)]),
      chosen,
      (values) => {
        chosen = values;
      },
      "checkbox",
    );
    fill(
      place,
      which,
      button(t("fill_in"), () => give(chosen)),
    );
    focusIn(place);
  };
  const give = (/** @type {string[]} */ chosen) => {
    if (!isAnswered(replyTo(form).answers[id])) return;
    const to = others.filter((other) => chosen.includes(other.issue));
    copyTo(to, id, resolved(form, id));
    const links = to.map((other) =>
      h("li", {}, h("a", { href: `#${other.issue}/${id}` }, `${other.name}: ${t("change")}`)),
    );
    fill(place, h("p.done", { role: "status" }, count("filled", to.length)), h("ul", {}, links));
  };
  fill(place, button(count("same", others.length), ask, "plain"));
  return place;
}
