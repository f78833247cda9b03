import { data, t } from "./data.js";
import { add, h, newId } from "./dom.js";

/** @typedef {{label: string, value: string, set: (value: string) => void, kind?: string, hint?: string,
 *   wanted?: boolean, min?: string, max?: string}} FieldOf */

const UNWANTED = new RegExp(data.rules.unwanted, "gu");
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A label and what is filled in: `line`, `text`, `day` or `number`. What cannot be seen, and would
 * be refused, is taken out as it is typed or pasted; the field says so.
 *
 * @param {FieldOf} of
 */
export function field(of) {
  const [id, kind] = [newId(), of.kind ?? "line"];
  const told = h("p.told", { role: "status" });
  const hint = of.hint ? h("p.hint", { id: `${id}-hint` }, of.hint) : undefined;
  const input = /** @type {HTMLInputElement} */ (
    h(kind === "text" ? "textarea" : "input", {
      id,
      type: { day: "date", text: undefined }[kind] ?? (kind === "text" ? undefined : "text"),
      inputmode: kind === "number" && "numeric",
      rows: kind === "text" && 3,
      min: kind === "day" && (of.min ?? "1900-01-01"),
      max: kind === "day" && (of.max ?? "2099-12-31"),
      maxlength: kind === "number" ? 15 : kind !== "day" && data.rules.longest,
      "aria-describedby": hint?.id,
      required: of.wanted,
      value: of.value,
      autocomplete: "off",
    })
  );
  input.addEventListener("input", () => of.set(cleaned(input, kind, told)));
  if (kind === "day") input.addEventListener("blur", () => tellHalfDay(input, told));
  const label = h(
    "label",
    { for: id },
    of.label,
    !of.wanted && h("span.soft", {}, ` (${t("optional")})`),
  );
  return h(`div.field.${kind}`, {}, label, hint, input, told);
}

/** @param {HTMLInputElement} input @param {string} kind @param {HTMLElement} told */
function cleaned(input, kind, told) {
  const plain = input.value.replace(/[\u2028\u2029]/g, "\n").replace(/\r\n?/g, "\n");
  const clean = plain.replace(UNWANTED, "").replace(HALF, "");
  if (kind === "number") return clean.replace(/[. \u00a0]|,-$|kr\.?$/gi, "");
  if (clean !== input.value) {
    const place = (input.selectionStart ?? 0) - (input.value.length - clean.length);
    input.value = clean;
    input.setSelectionRange(place, place);
    told.textContent = t("taken_out");
  }
  return clean;
}

/** A day of which something is missing has no value, and would be lost. @param {HTMLInputElement} input @param {HTMLElement} told */
function tellHalfDay(input, told) {
  told.textContent = input.validity.badInput ? t("half_day") : "";
}

/**
 * One of several, as radio buttons.
 *
 * @param {string} legend
 * @param {[string, string][]} choices Value and label.
 * @param {string} value
 * @param {(value: string) => void} set
 * @param {string} [look]
 */
export function choice(legend, choices, value, set, look = "choices") {
  const name = newId();
  const fieldset = h(`fieldset.${look}`, {}, h("legend", {}, legend));
  for (const [key, label] of choices) {
    const radio = h("input", {
      type: "radio",
      name,
      value: key,
      checked: key === value,
      change: () => set(key),
    });
    add(fieldset, h("label.choice", {}, radio, h("span", {}, label)));
  }
  return fieldset;
}

/**
 * Any of several, as boxes to tick.
 *
 * @param {string} legend
 * @param {[string, string][]} choices
 * @param {string[]} values
 * @param {(values: string[], last: string) => void} set
 */
export function boxes(legend, choices, values, set) {
  const element = h("fieldset.choices", {}, h("legend", {}, legend));
  for (const [key, label] of choices) {
    const box = /** @type {HTMLInputElement} */ (
      h("input", { type: "checkbox", value: key, checked: values.includes(key) })
    );
    box.addEventListener("change", () => {
      const ticked = [...element.querySelectorAll("input:checked")];
      set(
        ticked.map((one) => /** @type {HTMLInputElement} */ (one).value),
        key,
      );
    });
    add(element, h("label.choice", {}, box, h("span", {}, label)));
  }
  return element;
}
