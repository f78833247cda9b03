import { asked } from "./conditions.js";
import { count, data, longDay, t } from "./data.js";
import { button, folded, h, link, list, one } from "./dom.js";
import { factsSection } from "./facts.js";
import { questionCard } from "./question.js";
import { sameForOthers } from "./same.js";
import { changed, isDone, replyTo, state } from "./store.js";

/** A form: what is known of its system, then its questions, one at a time or all. @param {Form} form @param {string} id The question to show, if one is. @param {() => void} show Shows the form once more. */
export function formView(form, id, show) {
  const { ids, opened, closed } = asked(form, replyTo(form));
  const shown = ids.includes(id) ? id : (ids.find((each) => !isDone(form, each)) ?? ids[0]);
  const every = state.mode === "all";
  const toggle = () => {
    state.mode = every ? "one" : "all";
    changed();
    show();
  };
  const about = [count("minutes", form.minutes), t("due", { date: longDay(form.due) })];
  history.replaceState(null, "", `#${form.issue}/${shown}`);
  return [
    h("h1", { tabindex: -1 }, form.label),
    h("p.soft", {}, [count("questions", ids.length), ...about].join(" · ")),
    form.kind === "system" && factsSection(form, show),
    form.standing.length > 0 && folded(t("standing"), list(form.standing)),
    closed.length > 0 && h("p.note", {}, count("closed", closed.length)),
    ids.length > 1 && h("p.mode", {}, button(t(every ? "mode_one" : "mode_all"), toggle, "plain")),
    (every ? ids : [shown]).map((each) => {
      const n = t("number", { n: ids.indexOf(each) + 1, all: ids.length });
      return cardOf(form, each, `${form.label} · ${n}`, opened.includes(each));
    }),
    steps(form, ids, every ? ids.length - 1 : ids.indexOf(shown)),
  ];
}

/** @param {Form} form @param {string} id @param {string} above What stands above the question. @param {boolean} opened Whether a correction opened it. */
function cardOf(form, id, above, opened) {
  const card = questionCard(form, id, replyTo(form), () => changed(form));
  card.prepend(h("p.soft", {}, above));
  one(card, ".opened").hidden = !opened;
  card.append(sameForOthers(form, id) ?? "");
  return card;
}

/** To the question before and after the nth, and to the next form. @param {Form} form @param {string[]} ids @param {number} n */
function steps(form, ids, n) {
  const next = data.forms[data.forms.indexOf(form) + 1];
  const last = next
    ? link(`#${next.issue}`, t("next_form", { name: next.label }), "main button")
    : link("#finish", t("finish"), "main button");
  const onward = ids[n + 1] && link(`#${form.issue}/${ids[n + 1]}`, t("next"), "main button");
  const before = ids[n - 1] && state.mode === "one" && `#${form.issue}/${ids[n - 1]}`;
  return h("p.buttons", {}, onward || last, before && link(before, t("back"), "button"));
}
