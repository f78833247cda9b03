"""How many employees answered, by forvaltning; a small one is never told by itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from secaudit.assessment.counts import FEWEST
from secaudit.campaign import Campaign, Issue, Word
from secaudit.gaps.figures import Ratio
from secaudit.language import _, counted, number

_Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Response:
    """How many employees of a forvaltning answered."""

    department: str
    """Its id; empty for those that are not told by themselves, together."""
    name: str
    respondents: int
    employees: int | None
    """How many work there; None where that is not known."""

    @property
    def rate(self) -> Ratio | None:
        """The share that answered; None where it is not known, or more answered than there are."""
        if not self.employees or self.respondents > self.employees:
            return None
        return Ratio(self.respondents, self.employees)

    @property
    def called(self) -> str:
        """Its name, in the active language where it has none."""
        return self.name or _("others")

    @property
    def said(self) -> str:
        """The share in words; how many answered, where it is not known."""
        share = f"{self.rate.percent} %" if self.rate else number(self.respondents)
        return f"{self.called} {share}"


@dataclass(frozen=True)
class Responses:
    """How many employees answered: forvaltninger in order, last those that stand together."""

    lines: tuple[Response, ...] = ()
    """None where fewer than five answered."""
    whole: Response = Response("", "", 0, None)

    @property
    def said(self) -> str:
        """How many answered, in all and by forvaltning; empty where too few did."""
        if not self.lines:
            return ""
        whole, rate = self.whole, self.whole.rate
        told = counted(
            "{n} employee answered", "{n} employees answered", whole.respondents
        )
        if rate:
            sentence = _("{part} of {whole} employees answered ({percent} %)")
            part, staff = number(rate.part), number(rate.whole)
            told = sentence.format(part=part, whole=staff, percent=rate.percent)
        named = any(line.department for line in self.lines)
        parts = ", ".join(line.said for line in self.lines) if named else ""
        return f"{told}: {parts}" if parts else told


def responses(campaign: Campaign) -> Responses:
    """How many employees answered in a campaign, by what was recorded last of each form.

    Which stand together is told by the question that most answered, and only by it: of two
    questions, each with others together, one could subtract.
    """
    asked = [_by_forvaltning(counts, campaign) for counts in _newest(campaign)]
    fullest = max(asked, key=lambda counts: counts.total(), default=Counter[str]())
    if fullest.total() < FEWEST:
        return Responses()
    most = {id: max(counts[id] for counts in asked) for id in fullest if id}
    if fullest[""]:
        most[""] = fullest[""]
    lines = tuple(_lines(most, campaign))
    staff = _sum(campaign.staff.get(id) for id in _tops(campaign))
    whole = Response("", "", sum(most.values()), staff)
    return Responses(lines, whole)


def _newest(campaign: Campaign) -> Iterator[_Counts]:
    """The counts of the newest event of each form; where the newest of all is of a survey, those
    of that survey alone. Others are of another time, and nobody knows of how many."""
    forms = [i for i in campaign.current() if i.subject.kind == "employees"]
    words = [list(_counted(form, campaign)) for form in forms]
    newest = [max((word.sequence for word in of_form), default=0) for of_form in words]
    survey = campaign.surveys.get(max(newest, default=0))
    for of_form, event in zip(words, newest, strict=True):
        if survey in (None, campaign.surveys.get(event)):
            yield from (w.answer.counts or {} for w in of_form if w.sequence == event)


def _counted(form: Issue, campaign: Campaign) -> Iterator[Word]:
    """What was said to the questions of a form in counts."""
    for id in form.form.questions:
        word = campaign.words.get((form.subject.key, id))
        if word and word.answer.counts:
            yield word


def _by_forvaltning(counts: _Counts, campaign: Campaign) -> Counter[str]:
    """How many answered a question, by the forvaltning of their department."""
    found = Counter[str]()
    for department, by_status in counts.items():
        top, _name = campaign.forvaltning_of(department)
        found[top] += sum(by_status.values())
    return found


def _lines(most: Mapping[str, int], campaign: Campaign) -> Iterable[Response]:
    tops = _tops(campaign)
    for id, name in tops.items():
        if id in most:
            yield Response(id, name, most[id], campaign.staff.get(id))
    if "" in most:
        rest = [campaign.staff.get(id) for id in tops if id not in most]
        # of one alone it is no share: those who told no department are among them
        yield Response("", "", most[""], _sum(rest) if len(rest) > 1 else None)


def _tops(campaign: Campaign) -> dict[str, str]:
    """The forvaltninger: name by id."""
    found = (campaign.forvaltning_of(unit.id) for unit in campaign.departments)
    return {id: name for id, name in found if id}


def _sum(numbers: Iterable[int | None]) -> int | None:
    """The sum; None where one is not known, or where there are none."""
    every = list(numbers)
    known = [each for each in every if each is not None]
    return sum(known) if every and len(known) == len(every) else None
