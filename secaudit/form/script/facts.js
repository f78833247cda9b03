import { corrections, factWord } from "./conditions.js";
import { data } from "./data.js";
import { all, fill, h, one, template } from "./dom.js";
import { bindTexts, focusIn, valueAt } from "./fields.js";
import { changed, replyTo } from "./store.js";

/** What is known of a system, to be confirmed or corrected. @param {Form} form @param {() => void} after Called when it is. */
export function factsSection(form, after) {
  const section = /** @type {HTMLDetailsElement} */ (one(template("facts"), "details"));
  section.open = !Object.keys(replyTo(form).answers).length;
  const [listed, editing] = [".listed", ".editing"].map((name) => one(section, name));
  const show = (/** @type {boolean} */ edit) => {
    [listed.hidden, editing.hidden] = [edit, !edit];
    fill(
      one(listed, "dl"),
      data.facts.map((fact) => described(form, fact)),
    );
    one(listed, ".note").hidden = Object.keys(corrections(form, replyTo(form))).length === 0;
    focusIn(edit ? editing : listed);
  };
  one(listed, ".main").addEventListener("click", () => {
    section.open = false;
    after();
  });
  one(listed, ".correct").addEventListener("click", () => show(true));
  one(editing, ":scope > button").addEventListener("click", after);
  bindFacts(editing, form);
  show(false);
  return section;
}

/** The facts as they were issued, with what was corrected. @param {Form} form */
function told(form) {
  return { ...form.facts, ...replyTo(form).facts };
}

/** @param {Form} form @param {Fact} fact */
function described(form, fact) {
  const value = told(form)[fact.name];
  const parts = fact.parts.filter(({ name }) => value?.[name] !== undefined);
  const words = parts.length
    ? parts.map((part) => `${part.label}: ${factWord(part, value[part.name])}`).join("; ")
    : factWord(fact, fact.parts.length ? null : value);
  const changed = fact.name in corrections(form, replyTo(form));
  return h("div", {}, h("dt", {}, fact.label), h(changed ? "dd.changed" : "dd", {}, words));
}

/** @param {HTMLElement} editing @param {Form} form */
function bindFacts(editing, form) {
  const facts = told(form);
  bindTexts(editing, facts, (path, value) => correct(form, path, value.trim() || null));
  const choices = /** @type {HTMLInputElement[]} */ (all(editing, ".choice input"));
  for (const input of choices) {
    const path = input.dataset.path ?? "";
    const known = valueAt(facts, path);
    input.checked = Array.isArray(known)
      ? known.includes(input.value)
      : input.value === String(known ?? "");
    input.addEventListener("change", () => {
      const same = choices.filter((each) => each.name === input.name);
      if (input.type === "checkbox") correct(form, path, ticked(same, input.value));
      else
        correct(
          form,
          path,
          { true: true, false: false, "": null }[input.value] ?? (input.value || null),
        );
    });
  }
}

/** The boxes that are ticked; "none" stands alone. @param {HTMLInputElement[]} boxes @param {string} last */
function ticked(boxes, last) {
  for (const box of boxes) if ((box.value === "none") !== (last === "none")) box.checked = false;
  const values = boxes.filter((box) => box.checked).map((box) => box.value);
  return values.length ? values : null;
}

/** @param {Form} form @param {string} path @param {any} value Null where it is not known. */
function correct(form, path, value) {
  const [name, part] = path.split(".");
  const whole = part ? { ...(told(form)[name] ?? {}), [part]: value } : value;
  const parts = part && Object.entries(whole).filter(([, each]) => each !== null);
  replyTo(form).facts[name] = parts ? (parts.length ? Object.fromEntries(parts) : null) : value;
  changed(form);
}
