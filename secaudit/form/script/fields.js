import { data, t } from "./data.js";
import { all, h, newId, one } from "./dom.js";

const UNWANTED = new RegExp(data.rules.unwanted, "gu");
const HALF = /\p{Cs}/gu;

/** What is written at a place, such as `action.due`. @param {any} value @param {string} path */
export function valueAt(value, path) {
  return path.split(".").reduce((inner, name) => inner?.[name], value);
}

/** Write a value there; nothing, where it is empty. @param {any} into @param {string} path @param {any} value */
export function put(into, path, value) {
  const [name, ...rest] = path.split(".");
  if (rest.length) {
    into[name] ??= {};
    put(into[name], rest.join("."), value);
  } else if (value === "") delete into[name];
  else into[name] = value;
}

/**
 * Show in the fields below an element what is written at their places; with `set`, bind them to it.
 * What cannot be seen, and would be refused, is taken out as it is typed or pasted.
 *
 * @param {HTMLElement} element
 * @param {any} value
 * @param {(path: string, value: string) => void} [set]
 */
export function bindTexts(element, value, set) {
  const fields = all(element, "textarea, input:not([type=radio], [type=checkbox])");
  for (const field of /** @type {HTMLInputElement[]} */ (fields)) {
    const path = field.dataset.path ?? "";
    field.value = valueAt(value, path) ?? "";
    if (!set) continue;
    field.addEventListener("input", () => set(path, cleaned(field)));
    field.addEventListener("blur", () => {
      if (field.type === "date") tell(field, isDay(field) ? "" : "half_day");
    });
  }
}

/** Whether a field holds a whole day, or nothing. @param {HTMLInputElement} field */
function isDay({ validity }) {
  return !(validity.badInput || validity.rangeUnderflow || validity.rangeOverflow);
}

/** @param {HTMLInputElement} field */
function cleaned(field) {
  if (field.type === "date") return isDay(field) ? field.value : "";
  const plain = field.value.replace(/\r\n?|[\u2028\u2029]/g, "\n");
  const clean = plain.replace(UNWANTED, "").replace(HALF, "");
  if (clean !== field.value) {
    const place = (field.selectionStart ?? 0) - (field.value.length - clean.length);
    field.value = clean;
    field.setSelectionRange(place, place);
    tell(field, "taken_out");
  }
  return field.inputMode === "numeric"
    ? clean.replace(/[. \u00a0]|,-$|kr\.?$/gi, "")
    : clean.trim();
}

/** @param {HTMLElement} field @param {string} text */
function tell(field, text) {
  const told = field.closest(".field")?.querySelector(".told");
  if (told) told.textContent = text && t(text);
}

/**
 * The buttons for one of several, or the boxes for any of them.
 *
 * @param {HTMLElement} fieldset
 * @param {[string, string][]} choices Value and label.
 * @param {string[]} chosen
 * @param {(chosen: string[]) => void} set
 * @param {string} [type]
 */
export function offer(fieldset, choices, chosen, set, type = "radio") {
  const name = newId();
  for (const [value, label] of choices) {
    const checked = chosen.includes(value) && "";
    const change = () => {
      const ticked = /** @type {HTMLInputElement[]} */ (all(fieldset, "input:checked"));
      set(ticked.map((input) => input.value));
    };
    const input = h("input", { type, name, value, checked, change });
    fieldset.append(h("label.choice", {}, input, h("span", {}, label)));
  }
}

/** The first field below an element, to write in it. @param {HTMLElement} element */
export function focusIn(element) {
  one(element, "input, textarea, button")?.focus();
}
