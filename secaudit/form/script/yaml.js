import { asked, corrections } from "./conditions.js";
import { data } from "./data.js";
import { isAnswered } from "./rules.js";

/** What needs no quotes: it can be read as nothing but the text. */
const PLAIN = /^([A-Z][A-Za-z0-9._-]*|[a-z][a-z0-9_-]*|[0-9]{4}-[0-9]{2}-[0-9]{2})$/;
const RESERVED = /^(null|true|false|yes|no|on|off|y|n)$/i;

/**
 * A form with its answers as a document of YAML, such as `secaudit record` reads.
 *
 * @param {Form} form
 * @param {Reply} reply
 * @param {Respondent} respondent
 */
export function documentOf(form, reply, respondent) {
  const given = asked(form, reply).ids.filter((id) => isAnswered(reply.answers[id]));
  const facts = corrections(form, reply);
  return written({
    form: "secaudit/1",
    campaign: data.campaign,
    subject: { kind: form.kind, id: form.id, name: form.name },
    issue: form.issue,
    respondent,
    ...(Object.keys(facts).length ? { facts } : {}),
    answers: Object.fromEntries(given.map((id) => [id, said(reply.answers[id])])),
  });
}

/** An answer in the words of the campaign's language, without what is empty. @param {Answer} answer */
function said(answer) {
  const { status, maturity, evidence, action, ...others } = answer;
  const numbers = { hours: whole(action?.hours), cost: whole(action?.cost) };
  return kept({
    status: status && data.statuses[status],
    maturity: maturity === "unchanged" ? data.statuses.unchanged : maturity,
    ...others,
    evidence: evidence && kept(evidence) ? [kept(evidence)] : undefined,
    action: action && { ...action, ...numbers },
    counts: kept(
      Object.fromEntries(
        Object.entries(answer.counts ?? {}).map(([id, counts]) => [
          id,
          Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, whole(n)])),
        ]),
      ),
    ),
  });
}

/** A number, if one is written. @param {string | undefined} text */
function whole(text) {
  return text && /^[0-9]{1,15}$/.test(text) ? Number(text) : text;
}

/** What is not empty; nothing if all is. @param {Record<string, any>} value @returns {any} */
function kept(value) {
  const full = Object.entries(value)
    .map(([key, one]) => [key, typeof one === "string" ? one.trim() : one])
    .map(([key, one]) => [key, isMapping(one) ? kept(one) : one])
    .filter(([, one]) => one !== "" && one !== undefined && one !== null);
  return full.length ? Object.fromEntries(full) : undefined;
}

/** @param {any} value */
function isMapping(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A mapping as lines of YAML. @param {Record<string, any>} mapping @param {number} [indent] @returns {string} */
function written(mapping, indent = 0) {
  const start = " ".repeat(indent);
  return Object.entries(mapping)
    .map(([key, value]) => `${start}${scalar(key, 0)}:${behind(value, indent)}`)
    .join("");
}

/** What stands behind a name. @param {any} value @param {number} indent @returns {string} */
function behind(value, indent) {
  if (Array.isArray(value) && value.some(isMapping))
    return `\n${value.map((one) => item(one, indent + 2)).join("")}`;
  if (Array.isArray(value)) return ` [${value.map((one) => scalar(one, 0)).join(", ")}]\n`;
  if (isMapping(value))
    return Object.keys(value).length ? `\n${written(value, indent + 2)}` : " {}\n";
  return ` ${scalar(value, indent + 2)}\n`;
}

/** An entry of a list. @param {Record<string, any>} mapping @param {number} indent */
function item(mapping, indent) {
  return `${" ".repeat(indent)}- ${written(mapping, indent + 2).trimStart()}`;
}

/** A text is a block where quotes would need escapes, so that it stands as it was typed. @param {any} value @param {number} indent */
function scalar(value, indent) {
  if (typeof value !== "string") return String(value ?? "");
  if (PLAIN.test(value) && !RESERVED.test(value)) return value;
  if (!/["\\\n]/.test(value)) return `"${value}"`;
  const start = " ".repeat(indent);
  const lines = value.split("\n").map((line) => (line.trim() ? start + line : ""));
  return `|2-\n${lines.join("\n")}`;
}
