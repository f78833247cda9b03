/**
 * What the page was written with (secaudit/form/contents.py), and what is answered on it.
 *
 * @typedef {Record<string, (string | boolean)[]>} When
 * @typedef {{name: string, label: string, kind: string, choices: Record<string, string>}} Part
 * @typedef {Part & {parts: Part[]}} Fact
 * @typedef {Record<string, any>} Facts
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} title
 * @property {string} text
 * @property {string[]} guidance
 * @property {string[]} evidence
 * @property {string[]} levels
 * @property {"status" | "maturity" | "counts"} field
 * @property {boolean} legal
 * @property {number} months How often it is reviewed; 0 where it has no date.
 * @property {string} dated_by The fact that has the date.
 * @property {boolean} proven Whether it needs evidence.
 * @property {boolean} never Whether "not applicable" cannot be answered.
 * @property {When} when
 *
 * @typedef {{reference?: string, seen_on?: string}} Evidence
 *
 * @typedef {object} Answer
 * @property {string} [status] A status, or "unchanged".
 * @property {number | "unchanged"} [maturity]
 * @property {Record<string, Record<string, string>>} [counts] By department and status.
 * @property {string} [reviewed_on]
 * @property {string} [comment]
 * @property {Evidence} [evidence]
 * @property {{what?: string, responsible?: string, due?: string, hours?: string, cost?: string}} [action]
 * @property {{why?: string, until?: string}} [acceptance]
 *
 * @typedef {Omit<Answer, "evidence" | "maturity" | "action"> & {maturity?: number | "unchanged",
 *   evidence: Evidence[], action?: Record<string, string | number | undefined>}} Meant
 *   What an answer comes to.
 *
 * @typedef {object} Earlier
 * @property {string} status
 * @property {number | null} [maturity]
 * @property {string} [comment]
 * @property {Evidence[]} [evidence]
 * @property {{what?: string, responsible?: string, due?: string, hours?: number, cost?: number}} [action]
 * @property {string} on
 * @property {boolean} now Whether it was given in this campaign.
 * @property {boolean} again Whether it may be said to be unchanged.
 * @property {boolean} back Whether it was sent back.
 * @property {string} review
 * @property {string} [reviewed_on]
 * @property {string} [label] What the button for "unchanged" says, where it is for several.
 *
 * @typedef {object} Form
 * @property {string} issue
 * @property {string} kind
 * @property {string} id
 * @property {string} name
 * @property {string} part
 * @property {string} occasion
 * @property {string} issued_on
 * @property {string} due
 * @property {number} minutes
 * @property {Facts} facts
 * @property {string[]} questions
 * @property {string[]} answered
 * @property {string[]} conditional
 * @property {string[]} provides
 * @property {Record<string, Earlier>} earlier
 * @property {{control: string, status: string, on: string}[]} standing
 *
 * @typedef {{facts: Facts, answers: Record<string, Answer>, confirmed?: boolean}} Reply
 * @typedef {{name: string, email: string, answered_on: string}} Respondent
 * @typedef {{control: string, code: string, warning: boolean}} Problem
 *
 * @typedef {object} Data
 * @property {string} language
 * @property {string} campaign
 * @property {string} organisation
 * @property {{id: string, name: string, email: string}} person
 * @property {{name: string, email: string} | null} officer
 * @property {{needed: Record<string, string[]>, planned: string[], not_after: string[][],
 *   not_before: string[][], free: string[][], stale_days: number, cpr: string,
 *   longest: number, most: Record<string, number>, target: number, unwanted: string}} rules
 * @property {Record<string, string>} statuses
 * @property {Fact[]} facts
 * @property {[string, string][]} departments
 * @property {Record<string, Question>} questions
 * @property {Form[]} forms
 * @property {Record<string, string>} texts
 */
