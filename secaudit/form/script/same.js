import { asked } from "./conditions.js";
import { count, data, questionOf, t } from "./data.js";
import { button, fill, h, link, list, one } from "./dom.js";
import { bind, focusIn } from "./fields.js";
import { knownDate, takeKnown, textsOf } from "./question.js";
import { comesTo, isAnswered, isRepeated, wordOf } from "./rules.js";
import { changed, replyTo } from "./store.js";

/** The systems of the person that are asked the same. @param {string} id */
export function systemsAsked(id) {
  return data.forms.filter(
    (form) => form.kind === "system" && asked(form, replyTo(form)).ids.includes(id),
  );
}

/** Give an answer to other systems, too; what stands there is replaced. Each has a date of its own, and what is unchanged goes to those that have an earlier answer. @param {Form[]} forms @param {string} id @param {Answer} answer */
export function copyTo(forms, id, answer) {
  const fitting = forms.filter((form) => !isRepeated(answer) || form.earlier[id]?.again);
  for (const form of fitting) {
    const copy = structuredClone(answer);
    replyTo(form).answers[id] = copy;
    takeKnown(form, id, copy);
    changed(form);
  }
  return fitting;
}

/** An answer that can stand at another system: the earlier one, where it is unchanged. @param {Form} form @param {string} id @returns {Answer} */
function resolved(form, id) {
  const { evidence, ...others } = comesTo(form, id, replyTo(form).answers[id]);
  if (others.reviewed_on === knownDate(form, id)) delete others.reviewed_on;
  if (questionOf(form, id).field !== "status") delete others.status;
  return textsOf({ ...others, evidence: evidence[0] });
}

/** The systems, to be ticked, each with what is answered there; gives those that are. @param {HTMLElement} place @param {Form[]} forms @param {string} id @param {string} legend */
export function choice(place, forms, id, legend) {
  const answered = (/** @type {Form} */ form) => isAnswered(replyTo(form).answers[id]);
  const chosen = { systems: forms.filter((form) => !answered(form)).map(({ issue }) => issue) };
  const boxes = forms.map((form) => {
    const status = wordOf(form, id, replyTo(form).answers[id]);
    const label = answered(form) ? t("replaces", { name: form.name, status }) : form.name;
    const box = h("input", { type: "checkbox", "data-path": "systems", value: form.issue });
    return h("label.choice", {}, box, h("span", {}, label));
  });
  place.append(h("fieldset.choices", {}, h("legend", {}, legend), boxes));
  bind(one(place, ".choices"), chosen, (_path, issues) => {
    chosen.systems = issues;
  });
  return () => forms.filter(({ issue }) => chosen.systems.includes(issue));
}

/** "The same answer for my other systems": asks which, then lists what it filled in. @param {Form} form @param {string} id */
export function sameForOthers(form, id) {
  const others = systemsAsked(id).filter((other) => other !== form);
  if (form.kind !== "system" || !others.length) return null;
  const place = h("div.same");
  const ask = () => {
    fill(place);
    const chosen = choice(place, others, id, t("same_which"));
    place.append(button(t("same_give"), () => give(chosen())));
    focusIn(place);
  };
  const give = (/** @type {Form[]} */ chosen) => {
    if (!isAnswered(replyTo(form).answers[id])) return;
    const done = h("p.done", { tabindex: -1 }, count("filled", chosen.length));
    const links = copyTo(chosen, id, resolved(form, id)).map((other) =>
      link(`#${other.issue}/${id}`, t("change", { name: other.name })),
    );
    fill(place, done, list(links));
    done.focus();
  };
  return fill(place, button(count("same", others.length), ask, "plain"));
}
