import { data, t } from "./data.js";
import { all, newId, one, template } from "./dom.js";

const UNWANTED = new RegExp(data.rules.unwanted, "gu");

/** What may stand beside an answer: where it is written, and what it is called. */
export const BESIDE = all(template("question"), "[data-path]").map((field) => ({
  path: field.dataset.path ?? "",
  label: `${field.closest("label")?.firstElementChild?.textContent}:`.replace("?:", "?"),
  isDay: field.type === "date",
}));

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
 * Show in the fields below an element what is written at their places, and bind them to it: `set`
 * gets a text, or of boxes the list of those that are ticked.
 *
 * @param {HTMLElement} element
 * @param {any} value
 * @param {(path: string, value: any) => void} set
 */
export function bind(element, value, set) {
  element.id ||= newId();
  for (const field of all(element, "[data-path]")) {
    const path = field.dataset.path ?? "";
    const known = valueAt(value, path) ?? "";
    if (["radio", "checkbox"].includes(field.type)) {
      field.name = `${element.id}.${path}`;
      field.checked = [known].flat().map(String).includes(field.value);
      field.onchange = () => set(path, field.type === "radio" ? field.value : ticked(field));
    } else {
      field.value = known;
      field.oninput = () => set(path, cleaned(field));
      field.onblur = () => field.type === "date" && tell(field, isDay(field) ? "" : "half_day");
    }
  }
}

/** The boxes that are ticked, of those beside one that changed; "none" stands alone. @param {HTMLInputElement} last */
function ticked(last) {
  const boxes = all(/** @type {Element} */ (last.closest("fieldset")), "input");
  for (const box of boxes)
    if ((box.value === "none") !== (last.value === "none")) box.checked = false;
  return boxes.filter((box) => box.checked).map((box) => box.value);
}

/** Whether a field holds a whole day, or nothing. @param {HTMLInputElement} field */
function isDay({ validity }) {
  return !(validity.badInput || validity.rangeUnderflow || validity.rangeOverflow);
}

/** What is typed, without what cannot be seen and would be refused. @param {HTMLInputElement} field */
function cleaned(field) {
  if (field.type === "date") return isDay(field) ? field.value : "";
  const clean = field.value.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(UNWANTED, "");
  if (clean !== field.value) {
    const place = (field.selectionStart ?? 0) - (field.value.length - clean.length);
    field.value = clean;
    field.setSelectionRange(place, place);
    tell(field, "taken_out");
  }
  if (field.maxLength > 0 && clean.length >= field.maxLength) tell(field, "full");
  // 1.200 and 15 000 kr. are whole numbers, and 7.5 is none
  return field.inputMode === "numeric"
    ? clean.replace(/[. \u00a0](?=\d{3}(?!\d))|,-$|kr\.?$/gi, "").trim()
    : clean.trim();
}

/** @param {HTMLElement} field @param {string} text */
function tell(field, text) {
  const told = field.closest(".field")?.querySelector(".told");
  if (told) told.textContent = text && t(text);
}

/** The first field below an element, to write in it. @param {HTMLElement} element */
export function focusIn(element) {
  one(element, "input, textarea, button")?.focus();
}
