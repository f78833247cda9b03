import { asked } from "./conditions.js";
import { data, t } from "./data.js";
import { problemsOf } from "./rules.js";
import { isDone, replyTo, respondent } from "./store.js";

/** What a form is about. @param {Form} form */
export function nameOf({ kind, name, part, occasion }) {
  const more = [part === "operations" && t("operations"), occasion && t(`occasion_${occasion}`)];
  const said = more.filter(Boolean).join(", ");
  return (kind === "system" ? name : t(`kind_${kind}`)) + (said && ` (${said})`);
}

/** How far a form is: the questions that need nothing more, of those that are asked. @param {Form} form */
export function stateOf(form) {
  const reply = replyTo(form);
  const { ids } = asked(form, reply);
  const wrong = problemsOf(form, reply, respondent().answered_on).filter((each) => !each.warning);
  const waiting = new Set(wrong.map(({ control }) => control));
  const done = ids.filter((id) => !waiting.has(id) && isDone(form, id)).length;
  return { done, all: ids.length };
}

/** The first form in which anything is missing. */
export function firstLeft() {
  return data.forms.find((form) => {
    const { done, all } = stateOf(form);
    return done < all;
  });
}
