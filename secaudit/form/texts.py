"""What the page says, by the name that its script has for it."""

from secaudit.language import later

TEXTS = {
    "skip": later("To the questions"),
    "forms": later("Your forms"),
    "noscript": later(
        "This page needs JavaScript. Open it in Edge, Chrome or Firefox, or fill in "
        "the YAML files that lie beside it."
    ),
    "start": later("Start"),
    "how": later(
        "Answer as well as you can. 'Do not know' is an honest answer. You may close "
        "the page and go on later on the same computer."
    ),
    "begin": later("Begin"),
    "go_on": later("Go on"),
    "found": later("Your answers from {time} are here."),
    "who": later("Who answers?"),
    "name": later("Name"),
    "email": later("E-mail"),
    "privacy": later("What we do with what you write"),
    "draft_load": later("Go on with a draft that you saved as a file"),
    "draft_file": later("Choose the file; its name begins with kladde"),
    "loaded": later("The draft is loaded."),
    "loaded_newer": later(
        "The draft is loaded. A form was issued anew since; answers to the same "
        "questions are kept, so look it through."
    ),
    "loaded_part": later(
        "The draft is loaded, but for what this page does not ask about: {names}"
    ),
    "not_draft": later(
        "The file is not a draft from this page. Choose a file whose name begins with"
        " kladde."
    ),
    "not_draft_answers": later(
        "This is a file with answers, to be sent. Choose a file whose name begins "
        "with kladde."
    ),
    "other_campaign": later(
        "The draft is from another campaign, {campaign}. Nothing was loaded."
    ),
    "other_person": later("The draft is another person's. Nothing was loaded."),
    "not_kept": later(
        "The browser cannot keep your answers here. Press 'Save a draft' before you "
        "close the page."
    ),
    "by_question": later("Answer for several systems at once"),
    "by_question_hint": later(
        "Here you answer the same question for several systems at once. What you "
        "answer here also stands in each system's form."
    ),
    "finish": later("Check and save"),
    "operations": later("operations' part"),
    "occasion_due": later("what falls due"),
    "occasion_returned": later("sent back"),
    "kind_owner": later("Your own duties"),
    "kind_organisation": later("The organisation"),
    "kind_employees": later("The employees"),
    "answered": later("answered"),
    "unanswered": later("not answered"),
    "of": later("{done} of {all}"),
    "progress": later("{done} of {all} answered"),
    "due": later("Answer by {date}"),
    "mode_one": later("Show one question at a time"),
    "mode_all": later("Show all questions"),
    "number": later("Question {n} of {all}"),
    "next": later("Next question"),
    "back": later("Back"),
    "next_form": later("Go on: {name}"),
    "standing": later("Answers from earlier years that still stand"),
    "facts": later("Is this right?"),
    "facts_right": later("Yes, it is right"),
    "facts_correct": later("Correct"),
    "facts_done": later("Done"),
    "facts_hint": later(
        "Correct what is wrong and add what is missing; leave what you are in doubt "
        "about. Nothing changes in the municipality's list before it is read."
    ),
    "facts_corrected": later("Your corrections are sent with your answers."),
    "opened": later(
        "This is asked because you corrected the facts. Answer now if you can, else "
        "you are asked later."
    ),
    "not_stated": later("not stated"),
    "yes": later("yes"),
    "no": later("no"),
    "clear_answer": later("Clear the answer"),
    "unchanged": later("Unchanged: {status}"),
    "level": later("level {n}"),
    "counts": later("How many employees answered what?"),
    "law": later("required by law"),
    "guidance": later("What do the answers mean?"),
    "examples": later("What you can point at, for example:"),
    "needs_date": later("'Met' and 'partly met' need the date of the latest review."),
    "needs_evidence": later("'Met' and 'partly met' need evidence."),
    "never": later("'{status}' cannot be answered here."),
    "answered_before": later("Last answered {date}: "),
    "answered_now": later("Answered {date}: "),
    "stands": later("The answer stands, unless you answer again."),
    "review": later("Review"),
    "comment": later("Comment"),
    "comment_partial": later("What is missing?"),
    "comment_not_met": later("Why is it not met?"),
    "comment_not_applicable": later("Why is it not applicable?"),
    "comment_unknown": later("Who may know?"),
    "evidence": later("Evidence"),
    "evidence_where": later("Where can it be seen?"),
    "evidence_seen": later("When did you see it?"),
    "seen": later("seen {date}"),
    "until": later("by {date}"),
    "reviewed_on": later("When was it last reviewed?"),
    "action": later("Action"),
    "action_what": later("What will be done?"),
    "action_responsible": later("By whom?"),
    "action_due": later("By when?"),
    "action_hours": later("Hours"),
    "action_cost": later("Cost in kroner"),
    "wish": later("A wish that the gap be accepted"),
    "wish_hint": later("Only a decision of the management accepts a gap."),
    "wish_why": later("Why?"),
    "wish_until": later("Until and including"),
    "add_comment": later("Add a comment"),
    "add_acceptance": later("Wish that the gap be accepted"),
    "optional": later("may be left empty"),
    "taken_out": later("An invisible sign was taken out."),
    "half_day": later("The date is not right. Write day, month and year."),
    "same_which": later("Which systems get the same answer?"),
    "fill_in": later("Fill in"),
    "change": later("change"),
    "together_for": later("This answer is for"),
    "each": later("Each system"),
    "before": later("Last answered {date}: {status}"),
    "missing": later("something is missing"),
    "complete": later("Nothing is missing."),
    "odd": later("Worth a second look"),
    "answered_on": later("Day of the answers"),
    "clock": later(
        "The clock of this computer is wrong. Write the day of your answers."
    ),
    "save": later("Save the answers"),
    "draft_save": later("Save a draft"),
    "draft_saved": later(
        "The draft is saved as {file}. Open it on this page to go on."
    ),
    "saved": later("The answers are saved as {file}"),
    "nothing": later("Nothing is answered yet, so nothing was saved."),
    "mail": later("Write the mail"),
    "mail_subject": later("Self-assessment {campaign}: answers from {name}"),
    "mail_text": later(
        "My answers are in the attached file, {file}.\n\nKind regards\n{name}"
    ),
    "forget_hint": later(
        "If others use this computer, take your answers away from it when the file is"
        " sent."
    ),
    "forget": later("Take the answers away from this browser"),
    "forgotten": later(
        "The answers are taken away from this browser. They stand here until you "
        "close the page."
    ),
    "all_answers": later("See all your answers"),
    "problem_unanswered": later("Not answered."),
    "problem_comment_missing": later("Write a comment that says why."),
    "problem_review_date_missing": later("Write when it was last reviewed."),
    "problem_evidence_missing": later("Write where it can be seen."),
    "problem_never_not_applicable": later(
        "This concerns everyone; choose another answer."
    ),
    "problem_provider_not_applicable": later(
        "Other systems rely on this answer; choose another one."
    ),
    "problem_gap_without_action": later("It does not say what will be done."),
    "problem_date_after_answer": later("The date is after the day of the answers."),
    "problem_date_before_answer": later("The date is before the day of the answers."),
    "problem_unchanged_overdue": later(
        "The day by which it was to be done has passed. Give a new one."
    ),
    "problem_stale_evidence": later("The evidence was last seen more than a year ago."),
    "problem_whole_number": later("Write a whole number."),
    "problem_cpr_number": later("This looks like a CPR number; take it out if it is."),
    "problem_date_before_issue": later(
        "The day of the answers is before the forms were issued."
    ),
    "problem_date_in_future": later("The day of the answers is in the future."),
    "questions_one": later("{n} question"),
    "questions_many": later("{n} questions"),
    "minutes_one": later("about {n} minute"),
    "minutes_many": later("about {n} minutes"),
    "closed_one": later("{n} question falls away by your corrections."),
    "closed_many": later("{n} questions fall away by your corrections."),
    "left_one": later("Something is missing in {n} place:"),
    "left_many": later("Something is missing in {n} places:"),
    "saved_left_one": later(
        "Something is still missing in {n} place. Send the file now, or fill in the "
        "rest and save again."
    ),
    "saved_left_many": later(
        "Something is still missing in {n} places. Send the file now, or fill in the "
        "rest and save again."
    ),
    "same_one": later("Same answer for my other system"),
    "same_many": later("Same answer for my {n} other systems"),
    "filled_one": later("{n} system got the same answer:"),
    "filled_many": later("{n} systems got the same answer:"),
    "unchanged_for_one": later("Unchanged for {n} system"),
    "unchanged_for_many": later("Unchanged for the {n} systems with an earlier answer"),
    "groups_one": later("See the {n} question"),
    "groups_many": later("See all {n} questions"),
}
