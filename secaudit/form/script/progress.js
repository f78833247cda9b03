import { asked } from "./conditions.js";
import { data } from "./data.js";
import { problemsOf } from "./rules.js";
import { isDone, replyTo, respondent } from "./store.js";

/** How far a form is: the questions that need nothing more, of those that are asked. @param {Form} form */
export function stateOf(form) {
  const reply = replyTo(form);
  const { ids } = asked(form, reply);
  const wrong = problemsOf(form, reply, respondent().answered_on).filter((each) => !each.warning);
  const waiting = new Set(wrong.map(({ control }) => control));
  const done = ids.filter((id) => !waiting.has(id) && isDone(form, id)).length;
  return { done, all: ids.length, left: done < ids.length };
}

/** The first form in which anything is missing. */
export function firstLeft() {
  return data.forms.find((form) => stateOf(form).left);
}
