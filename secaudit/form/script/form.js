import { count, t } from "./data.js";
import { fill, h, onClick, one, template } from "./dom.js";
import { factsSection } from "./facts.js";
import { questionCard } from "./question.js";
import { asked } from "./rules.js";
import { sameForOthers } from "./several.js";
import { changed, isDone, replyTo, state } from "./store.js";

/** A form: what is known of its system, then its questions, one at a time or all. @param {Form} form @param {string} id The question to show, if one is. @param {() => void} show Shows the form once more. */
export function formView(form, id, show) {
  const { ids, opened, closed } = asked(form, replyTo(form));
  const shown = ids.includes(id) ? id : (ids.find((each) => !isDone(form, each)) ?? ids[0]);
  const [view, every] = [template(form.issue), state.mode === "all"];
  history.replaceState(null, "", `#${form.issue}/${shown}`);
  if (form.kind === "system") one(view, ".about-system").replaceWith(factsSection(form, show));
  one(view, ".closed").textContent = closed.length ? count("closed", closed.length) : "";
  one(view, ".mode").hidden = ids.length < 2;
  one(view, ".mode button").textContent = t(every ? "mode_one" : "mode_all");
  onClick(view, ".mode button", () => {
    state.mode = every ? "one" : "all";
    changed();
    show();
  });
  const cards = (every ? ids : [shown]).map((each) => {
    const card = questionCard(form, each, replyTo(form), () => changed(form));
    const n = t("number", { n: ids.indexOf(each) + 1, all: ids.length });
    card.prepend(h("p.soft", {}, `${form.label} · ${n}`));
    card.append(sameForOthers(form, each) ?? "");
    one(card, ".opened").hidden = !opened.includes(each);
    return card;
  });
  fill(one(view, ".cards"), cards);
  const n = every ? ids.length - 1 : ids.indexOf(shown);
  lead(one(view, ".next"), form, ids[n + 1]);
  lead(one(view, ".back"), form, every ? undefined : ids[n - 1]);
  one(view, ".next-form").hidden = n + 1 < ids.length;
  return view;
}

/** Let a link lead to a question, if there is one. @param {HTMLElement} link @param {Form} form @param {string | undefined} id */
function lead(link, form, id) {
  link.hidden = !id;
  link.setAttribute("href", `#${form.issue}/${id}`);
}
