import { corrections, factWord } from "./conditions.js";
import { count, data, t } from "./data.js";
import { all, fill, h, one, template } from "./dom.js";
import { bindTexts, focusIn, valueAt } from "./fields.js";
import { changed, replyTo } from "./store.js";

/** What is known of a system, to be confirmed or corrected. @param {Form} form @param {() => void} after Called when it is. */
export function factsSection(form, after) {
  const section = /** @type {HTMLDetailsElement} */ (one(template("facts"), "details"));
  const [listed, editing] = [".listed", ".editing"].map((name) => one(section, name));
  const corrected = Object.keys(corrections(form, replyTo(form))).length;
  const confirm = () => {
    replyTo(form).confirmed = true;
    changed(form);
    after();
  };
  section.open = !replyTo(form).confirmed;
  one(section, ".state").textContent = replyTo(form).confirmed
    ? corrected
      ? count("corrected", corrected)
      : t("confirmed")
    : "";
  fill(
    one(listed, "dl"),
    data.facts.map((fact) => described(form, fact)),
  );
  one(listed, ".note").hidden = !corrected;
  one(listed, ".main").addEventListener("click", confirm);
  one(listed, ".correct").addEventListener("click", () => {
    [listed.hidden, editing.hidden] = [true, false];
    focusIn(editing);
  });
  one(editing, ".done-editing").addEventListener("click", confirm);
  one(editing, ".undo").addEventListener("click", () => {
    replyTo(form).facts = {};
    changed(form);
    after();
  });
  bindFacts(editing, form);
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
  const look = fact.name in corrections(form, replyTo(form)) ? "dd.changed" : "dd";
  return h("div", {}, h("dt", {}, fact.label), h(look, {}, words));
}

/** @param {HTMLElement} editing @param {Form} form */
function bindFacts(editing, form) {
  const facts = told(form);
  bindTexts(editing, facts, (path, value) => correct(form, path, value.trim() || null));
  const choices = /** @type {HTMLInputElement[]} */ (all(editing, ".choice input"));
  for (const input of choices) {
    const path = input.dataset.path ?? "";
    const known = valueAt(facts, path);
    input.checked = [known ?? ""].flat().map(String).includes(input.value);
    input.addEventListener("change", () => {
      const same = choices.filter((each) => each.name === input.name);
      if (input.type === "checkbox") correct(form, path, ticked(same, input.value));
      else correct(form, path, WORDS.get(input.value) ?? (input.value || null));
    });
  }
}

const WORDS = new Map([
  ["true", true],
  ["false", false],
]);

/** The boxes that are ticked; "none" stands alone. @param {HTMLInputElement[]} boxes @param {string} last */
function ticked(boxes, last) {
  for (const box of boxes) if ((box.value === "none") !== (last === "none")) box.checked = false;
  const values = boxes.filter((box) => box.checked).map((box) => box.value);
  return values.length ? values : null;
}

/** @param {Form} form @param {string} path @param {any} value Null where it is not known. */
function correct(form, path, value) {
  const [name, part] = path.split(".");
  const { facts } = replyTo(form);
  if (part) {
    const parts = Object.entries({ ...(told(form)[name] ?? {}), [part]: value });
    const known = parts.filter(([, each]) => each !== null);
    facts[name] = known.length ? Object.fromEntries(known) : null;
  } else facts[name] = value;
  if (!(name in corrections(form, replyTo(form)))) delete facts[name];
  changed(form);
}
