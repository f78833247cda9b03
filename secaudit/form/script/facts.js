import { count, data, longDay, t } from "./data.js";
import { fill, h, onClick, one, template } from "./dom.js";
import { bind, focusIn, put, valueAt } from "./fields.js";
import { corrections } from "./rules.js";
import { changed, replyTo } from "./store.js";

/** What is known of a system, to be confirmed or corrected. @param {Form} form @param {() => void} after Called when it is. */
export function factsSection(form, after) {
  const section = /** @type {HTMLDetailsElement} */ (one(template("facts"), "details"));
  const [listed, editing] = [".listed", ".editing"].map((name) => one(section, name));
  const reply = replyTo(form);
  const corrected = Object.keys(corrections(form, reply)).length;
  const done = (/** @type {Partial<Reply>} */ said) => () => {
    Object.assign(reply, said);
    changed(form);
    after();
  };
  section.open = !reply.confirmed;
  if (reply.confirmed)
    one(section, ".state").textContent = corrected ? count("corrected", corrected) : t("confirmed");
  fill(one(listed, "dl"), ...described(form, data.facts));
  one(listed, ".note").hidden = !corrected;
  onClick(listed, ".right", done({ confirmed: true }));
  onClick(listed, ".correct", () => {
    [listed.hidden, editing.hidden] = [true, false];
    focusIn(editing);
  });
  onClick(editing, ".done-editing", done({ confirmed: true }));
  onClick(editing, ".undo", done({ facts: {} }));
  bind(editing, told(form), (path, value) => correct(form, path, value));
  return section;
}

/** The facts as they were issued, with what was corrected. @param {Form} form */
function told(form) {
  return { ...form.facts, ...replyTo(form).facts };
}

/** Facts with what is known of them. @param {Form} form @param {Fact[]} facts */
export function described(form, facts) {
  const changed = corrections(form, replyTo(form));
  return facts.map((fact) => {
    const look = fact.path.split(".")[0] in changed ? "dd.changed" : "dd";
    return h("div", {}, h("dt", {}, fact.label), h(look, {}, factWord(form, fact)));
  });
}

/** The word for a fact, as people read it. @param {Form} form @param {Fact} fact */
function factWord(form, { path, kind, choices }) {
  const values = [valueAt(told(form), path) ?? []].flat();
  const words = values.map((one) => choices[one] ?? (kind === "day" ? longDay(one) : String(one)));
  return words.join(", ") || t("not_stated");
}

const WORDS = new Map([
  ["true", true],
  ["false", false],
]);

/** @param {Form} form @param {string} path @param {any} value Empty where it is not known. */
function correct(form, path, value) {
  const [name, part] = path.split(".");
  const { facts } = replyTo(form);
  const said = WORDS.get(value) ?? value;
  facts[name] = part ? { ...told(form)[name] } : said;
  if (part) put(facts[name], part, said);
  if (typeof facts[name] === "object" && !Object.keys(facts[name]).length) facts[name] = "";
  if (facts[name] === "") facts[name] = null;
  if (!(name in corrections(form, replyTo(form)))) delete facts[name];
  changed(form);
}
