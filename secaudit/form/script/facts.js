import { corrections, factWord } from "./conditions.js";
import { data, longDay, t } from "./data.js";
import { button, fill, h } from "./dom.js";
import { boxes, choice, field } from "./fields.js";
import { changed, replyTo } from "./store.js";

/** What is known of a system, to be confirmed or corrected. @param {Form} form @param {() => void} after Called when a correction may open or close questions. */
export function factsSection(form, after) {
  if (form.kind !== "system") return null;
  const place = h("div");
  const show = () => fill(place, listed(form), button(t("facts_correct"), edit), note(form));
  const edit = () => {
    fill(
      place,
      h("p.hint", {}, t("facts_hint")),
      data.facts.map((fact) => factField(form, fact)),
      button(t("facts_done"), done),
    );
    place.querySelector("input")?.focus();
  };
  const done = () => {
    show();
    after();
    place.querySelector("button")?.focus();
  };
  show();
  return h(
    "section.facts",
    { "aria-labelledby": "facts" },
    h("h2", { id: "facts" }, t("facts")),
    place,
  );
}

/** @param {Form} form */
function told(form) {
  return { ...form.facts, ...replyTo(form).facts };
}

/** @param {Form} form */
function listed(form) {
  const facts = told(form);
  const changes = corrections(form, replyTo(form));
  return h(
    "dl",
    {},
    data.facts.map((fact) => [
      h("dt", {}, fact.label),
      h(fact.name in changes ? "dd.changed" : "dd", {}, words(fact, facts[fact.name])),
    ]),
  );
}

/** @param {Fact} fact @param {any} value */
function words(fact, value) {
  if (!fact.parts.length) return shown(fact, value);
  const known = fact.parts.filter(
    (part) => value?.[part.name] !== undefined && value[part.name] !== null,
  );
  if (!known.length) return factWord(fact, undefined);
  return known.map((part) => `${part.label}: ${shown(part, value[part.name])}`).join("; ");
}

/** @param {Part} part @param {any} value */
function shown(part, value) {
  return part.kind === "day" && value ? longDay(value) : factWord(part, value);
}

/** @param {Form} form */
function note(form) {
  const changes = Object.keys(corrections(form, replyTo(form)));
  return changes.length > 0 && h("p.note", {}, t("facts_corrected"));
}

/** @param {Form} form @param {Fact} fact */
function factField(form, fact) {
  const value = told(form)[fact.name];
  const set = (/** @type {any} */ next) => {
    replyTo(form).facts[fact.name] = next;
    changed(form);
  };
  if (!fact.parts.length) return partField(fact, value, set);
  return h(
    "fieldset.group",
    {},
    h("legend", {}, fact.label),
    fact.parts.map((part) =>
      partField(part, value?.[part.name], (next) => {
        const whole = { ...(told(form)[fact.name] ?? {}), [part.name]: next };
        const kept = Object.entries(whole).filter(([, one]) => one !== null);
        set(kept.length ? Object.fromEntries(kept) : null);
      }),
    ),
  );
}

/** @param {Part} part @param {any} value @param {(next: any) => void} set */
function partField(part, value, set) {
  const choices = Object.entries(part.choices);
  if (part.kind === "several") return severalField(part, choices, value ?? [], set);
  if (part.kind === "yes-no") {
    /** @type {[string, string][]} */
    const words = [
      ["true", t("yes")],
      ["false", t("no")],
      ["", t("not_stated")],
    ];
    const now = typeof value === "boolean" ? String(value) : "";
    return choice(part.label, words, now, (next) => set(next ? next === "true" : null));
  }
  if (part.kind === "one") {
    const words = /** @type {[string, string][]} */ ([...choices, ["", t("not_stated")]]);
    return choice(part.label, words, value ?? "", (next) => set(next || null));
  }
  return field({
    label: part.label,
    kind: part.kind === "day" ? "day" : "line",
    value: value ?? "",
    set: (next) => set(next.trim() || null),
  });
}

/** None of several stands alone. @param {Part} part @param {[string, string][]} choices @param {string[]} value @param {(next: any) => void} set */
function severalField(part, choices, value, set) {
  const element = boxes(part.label, choices, value, (ticked, last) => {
    const left = ticked.filter((one) => (last === "none" ? one === "none" : one !== "none"));
    for (const box of element.querySelectorAll("input")) box.checked = left.includes(box.value);
    set(left.length ? left : null);
  });
  return element;
}
