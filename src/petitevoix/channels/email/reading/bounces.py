"""Delivery reports: which address failed, how, and for good or not.

RFC 3464 first; then what servers wrote before it and still write beside it; RFC 5965 complaints are told as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .addresses import read_one
from .automatic import DAEMONS, return_path
from .charsets import read_text
from .failed_addresses import Failed, from_feedback, from_notification, from_prose, from_status, parted, words_about
from .failure_reasons import judge, status_in
from .identifiers import identifier
from .letter import Bounce
from .limits import MAX_PROSE
from .part import Part

FAILING_SUBJECT = re.compile(
    r"(?i)undeliver|deliver\w* (?:status|fail|report|problem|error|has failed"
    r"|notification|incomplete)|non[- ]?(?:deliver|remis)"
    r"|returned (?:e?-?mail|to sender|message)|failure notice|mail (?:delivery "
    r"|system )?(?:fail|error)|could ?n.t (?:be )?(?:send|deliver)"
    r"|(?:permanent|temporary)[a-z ]* fail|warning: could not|not delivered|bounced?\b"
    r"|message (?:delivery )?(?:has )?fail|mail could not"
    r"|(?:e?-?mail|message|courriel)[^.]{0,25}(?:non|pas)[^.]{0,10}(?:remis|distribu"
    r"|délivr)|échec de (?:la )?(?:remise|distribution|livraison)"
    r"|unzustellbar|no se (?:ha )?(?:pudo|puede) entregar|mancata consegna|retour(?:né)? à l.expéditeur"
    r"|delayed mail|mail delayed|user unknown"
    r"|host unknown|returning (?:mail|message)|mail failed|undelivered|delivery delay"
    r"|不能投递|доставлено|配信|エラー|退信"
)
FAILING_WORDS = re.compile(
    r"(?i)could ?n[o'’]t be delivered|(?:was|were|is|be|been) (?:unable to (?:be )?deliver"
    r"|undeliver|not (?:be )?delivered|returned)|unable to deliver"
    r"|undeliverable|delivery (?:to|of)[^.]{0,80}(?:fail|delay)|delivery (?:has )?failed"
    r"|failed (?:permanently|to deliver|recipient|address)"
    r"|permanent (?:fatal )?error|fatal errors|not able to deliver|problem(?:s)? delivering"
    r"|couldn't (?:be )?deliver|error delivering|user unknown"
    r"|(?:did not|didn't) reach|wasn't (?:able to|delivered)|rejected (?:your"
    r"|by)|non[- ]?remis|n['’]a pas pu être (?:remis|distribu|délivr|livr)"
    r"|following (?:recipient|address|user)|trouble delivering|transcript of session"
    r"|sorry to have to inform|mailbox is full|delivery error"
    r"|could not be (?:sent|found)|(?:has|have) not been delivered|mail ?box (?:is )?full"
    r"|delivery attempt|undelivered|message you sent"
)
DAEMON_NAME = re.compile(
    r"(?i)mail(?:er)?[ -]?(?:delivery|daemon|system|administrator|admin)|postmaster"
    r"|delivery (?:sub)?system|system administrator"
)
ORIGINAL = {
    "message/rfc822",
    "message/global",
    "text/rfc822-headers",
    "message/global-headers",
    "message/rfc822-headers",
}
KEEPS_TRYING = re.compile(
    r"(?i)warning: could not|will (?:continue|keep|be (?:retried|attempted)|retry|try again)|still trying"
    r"|no action is required|nouvelles? (?:tentative|essai)|(?:va|allons|sera) (?:être )?(?:réessay|retent)"
)
HANDED_ON = re.compile(r"(?i)\s*(?:fwd?|tr|re|rép|wg|aw|rv|i)\s*:")
MESSAGE_ID = re.compile(rb"(?im)^[> \t]*message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\r\n]+>|\S+@\S+)")


@dataclass(slots=True)
class _Report:
    statuses: list[str]
    feedbacks: list[str]
    originals: list[bytes]
    prose: str


def read_bounce(root: Part, subject: str, prose: str) -> Bounce | None:
    """Read a delivery report or a complaint out of a letter; None when the letter is neither.

    `prose` is the letter's own text. A report of success, a reading receipt and an absence are not bounces.
    """
    daemon = _is_daemon(root)
    if not daemon and HANDED_ON.match(subject) and not _is_report(root):
        return None  # a person shows us a report: that is a question, not a failure of ours
    report = _gathered(root, prose)
    if report.feedbacks:
        reporter = read_one(root.get("from", ""))
        return from_feedback(
            report.feedbacks[0], report.originals, _original_id(report, root), reporter.address if reporter else ""
        )
    if _is_absence(root) and not report.statuses:
        return None
    if "notificationType" in prose and (failed := from_notification(prose)) is not None:
        return _bounce(failed, report, root) if failed else None  # [] is a success
    told = [failed for status in report.statuses for failed in from_status(status)]
    failing = [one for one in told if one.failed]
    if told and not failing:
        return None  # delivered, relayed, expanded
    reported = bool(told or report.statuses or "x-failed-recipients" in root or _is_report(root))
    subject_fails = bool(FAILING_SUBJECT.search(subject))
    words_fail = bool(FAILING_WORDS.search(prose[:6_000]))
    if (
        not reported
        and not (daemon and (subject_fails or words_fail))
        and not (subject_fails and words_fail and _machine_words(prose))
    ):
        return None
    if any("@" in one.address for one in failing):
        return _bounce(_with_words(failing, report), report, root)
    spoken = from_prose(root, report.prose, report.originals)
    if failing and spoken:
        spoken = [
            Failed(one.address, failing[0].status, failing[0].words or one.words, failing[0].action) for one in spoken
        ]
    return _bounce(spoken, report, root) if spoken else None


def _gathered(root: Part, prose: str) -> _Report:
    report = _Report([], [], [], prose[: 4 * MAX_PROSE])
    for part in root.walk():
        if part.children:
            continue
        kind = part.media_type
        if kind in {"message/delivery-status", "message/global-delivery-status"}:
            report.statuses.append(_text(part))
        elif kind == "message/feedback-report":
            report.feedbacks.append(_text(part))
        elif kind in ORIGINAL and part is not root:
            report.originals.append(part.content())
    if not report.statuses and re.search(r"(?im)^[> ]*final-recipient:", prose) and "action:" in prose.lower():
        # The report lost its MIME clothes on the way, or was forwarded by hand.
        report.statuses.append(re.sub(r"(?m)^> ?", "", prose))
    if (
        not report.feedbacks
        and re.search(r"(?im)^feedback-type:\s*\w", prose)
        and re.search(r"(?im)^user-agent:", prose)
    ):
        report.feedbacks.append(prose)
    if not report.feedbacks and root.parameters("content-type").get("report-type", "").lower() == "feedback-report":
        report.feedbacks.append(prose)
    for original in report.originals:
        if not report.feedbacks and b"\nx-hmxmroriginalrecipient:" in b"\n" + original[:8_000].lower():
            report.feedbacks.append(read_text(original[:8_000], None)[0].replace("\r\n", "\n"))  # Hotmail's own form
    return report


def _text(part: Part) -> str:
    return read_text(part.content(), part.charset)[0].replace("\r\n", "\n").replace("\r", "\n")


def _is_daemon(root: Part) -> bool:
    sender = read_one(root.get("from", ""))
    local = sender.address.partition("@")[0] if sender else ""
    name = sender.name if sender else ""
    return bool(
        DAEMONS.fullmatch(local) or DAEMON_NAME.search(name) or DAEMON_NAME.search(local) or return_path(root) == ""
    )


def _is_report(root: Part) -> bool:
    kind = root.parameters("content-type").get("report-type", "delivery-status").lower()
    return root.media_type == "multipart/report" and kind in {"delivery-status", "feedback-report"}


def _is_absence(root: Part) -> bool:
    submitted = root.get("auto-submitted", "").lower()
    absent = (
        submitted.startswith("auto-replied") and "failure" not in submitted and root.media_type != "multipart/report"
    )
    # Some servers call their bounces auto-replied too: then a daemon signs them.
    return (absent or "x-autoreply" in root) and not _is_daemon(root)


def _machine_words(prose: str) -> bool:
    return bool(
        re.search(
            r"(?m)\b[45]\d\d[ -][#(]?[45]\.\d\.\d|^\s*[45]\d\d[ -]\S|^<\S+@\S+>:?\s*$"
            r"|\b(?:RCPT TO|DATA)\b|SMTP (?:error|server)",
            prose[:6_000],
        )
    )


def _with_words(failing: list[Failed], report: _Report) -> list[Failed]:
    """Give a report whose fields are bare the words that stand in its human part."""
    if all(one.words for one in failing):
        return failing
    spoken = parted(report.prose)[0][:3_000]
    completed = []
    for one in failing:
        words = one.words or words_about(spoken, one.address, [other.address for other in failing])
        completed.append(Failed(one.address, one.status, words, one.action))
    return completed


def _bounce(failing: list[Failed], report: _Report, root: Part) -> Bounce | None:
    failing = [one for one in failing if "@" in one.address]
    if not failing:
        return None
    first = failing[0]
    status = status_in(first.status, first.words)
    reason, permanent = judge(first.words, status, delayed=first.action == "delayed")
    if reason == "unclear" and len(failing) == 1:
        reason, permanent = judge(parted(report.prose)[0][:2_000], status, delayed=first.action == "delayed")
    return Bounce(
        recipient=first.address,
        status=status,
        permanent=permanent,
        original_message_id=_original_id(report, root),
        diagnostic=" ".join(first.words.split())[:1_000],
        reason=reason,
        recipients=tuple(dict.fromkeys(one.address for one in failing)),
        lost=first.action != "delayed" and (bool(report.statuses) or not KEEPS_TRYING.search(report.prose[:3_000])),
    )


def _original_id(report: _Report, root: Part) -> str | None:
    for original in [*report.originals, report.prose.encode("utf-8", "replace")]:
        found = MESSAGE_ID.search(original[:MAX_PROSE])
        if found:
            return identifier(found[1].decode("utf-8", "replace"))
    return identifier(root.get("in-reply-to", "")) or identifier(root.get("references", ""))
