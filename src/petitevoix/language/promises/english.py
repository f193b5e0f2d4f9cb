"""English words that commit their writer, in plain letters."""

import re

from petitevoix.language.promises.tongue import Commitments

_ADVERBS = r"(?:(?:[a-z]+ly|then|also|now|just|of course|certainly|be sure to|make sure to|therefore|still|be) )*"
_BE = r"(?:is|are|am|'s|'re|'m)"
_WILL = r"(?:will|shall|(?:[a-z]+)?'ll)"
_PARTICIPLE = (
    r"(?:[a-z]+ed|sent|made|paid|done|given|put|back|rung|taken|written|built|kept|met|told|dealt|set|held"
    r"|shown|seen|found"
    r"|resent|rebuilt|repaid|withdrawn|drawn|brought|sorted|in touch|with you|on its way|over|free|live"
    r"|up|ready|there|here|in stock|available|active|complete|visible|fixed|run|shut|cut|lifted|waived)\b"
)
_ACTS = (
    r"(?:arrive|reach|come|call|ring|phone|contact|visit|attend|deliver|reply|respond|answer|update|email|write|send"
    r"|get"
    r"|receive|refund|repair|replace|fix|take|show|appear|hear|have|ship|leave|go out|resume|process|handle|look"
    r"|review|investigate|confirm|pay|credit|cover|collect|install|follow|return|restore|give|work|do|let|keep|see)"
)
# What a colleague was asked to do binds us as much: "I've asked accounts to call you".
_PASSED_ON = (
    r"(?:call|ring|phone|contact|email|write|text|send|refund|credit|get back|come back|reply|visit|repair|replace"
    r"|deliver|fix|collect|follow up|update|look into|post|pay|chase|resend|check)"
)
_SURE = [
    r"(?:i|we)(?: have|'ve) (?:just |already |now |also )*(?:asked|instructed|told|requested|arranged for|got) "
    rf"(?!you\b)[a-z' -]{{2,40}}? to {_PASSED_ON}\b",
    rf"(?:has|have) (?:just |already |now |also )*been (?:asked|instructed|told|assigned) to {_PASSED_ON}\b",
    rf"(?:(?:i|we) ?){_WILL} {_ADVERBS}[a-z]+",
    rf"(?:i|we) ?{_WILL}, [^,]{{1,30}}, [a-z]+",
    rf"(?<!\w)(?:{_WILL}|{_BE} going to) {_ADVERBS}(?:{_ACTS}|be {_ADVERBS}{_PARTICIPLE}|{_PARTICIPLE})",
    rf"(?:i|we) ?(?:am|are|'m|'re) going to {_ADVERBS}[a-z]+",
    r"(?:i|we) (?:hereby |personally |fully |do )?(?:promise|guarantee|undertake|pledge|commit|vow|assure you)\b",
    r"(?:i|we)(?: am| are|'m|'re) (?:committed to|committing to)|you have my word|i give you my word|my word\b",
]
_STATES = (
    r"(?:all|both|are|am|is|do|don't|did|have|had|can|could|would|should|may|might|must|need|want|like|hope|think"
    r"|believe|know"
    r"|understand|see|wish|advise|recommend|suggest|ask|thank|appreciate|apologise|apologize|regret|note|noted|confirm"
    r"|look forward|remain|close|open|cannot|never|sent|called|were|was|will|make no|[a-z]+ed|got|went|told|said"
    r"|wrote|spoke"
    r"|received|left|made|paid|found|took|gave|came|put|s|t|accept|aim for|feel|mean|see|wonder|only|still|also"
    r"|usually|always)"
)
_SCHEDULED = (
    r"(?:booked|scheduled|arranged|planned|set|rebooked|reserved|rescheduled|lined up|organised|organized"
    r"|moved|pencilled|asked for)"
)
_TIMED = [
    rf"(?:{_WILL}|{_BE} going to) {_ADVERBS}[a-z]+",
    rf"(?:(?:i|we) ?(?:am|are|'m|'re)|{_BE}) (?:also |now |then |just |personally |definitely )*[a-z]+ing\b",
    rf"(?:i|we) (?!{_STATES}\b)[a-z]+\b",
    rf"(?:comes|arrives|ships|leaves|visits|starts|begins|takes effect|calls|delivers|follows|resumes|lands"
    rf"|(?:returns|sends|posts|brings|repairs|refunds) (?:it|them|you|the|your)|goes (?:out|to|live|off|back|in)"
    rf"|(?:is|are|has been|have been|'s) (?:now )?(?:{_SCHEDULED}|due|expected"
    rf"|confirmed|set|on|out for))\b",
    rf"(?:have|has|'ve) (?:now |already |also )?(?:been )?{_SCHEDULED}\b",
    r"(?:you can |you may |please )?(?:expect|allow|count on|give us|give me|look out for)\b",
    rf"(?:should|ought to) {_ADVERBS}(?:be|arrive|reach|receive|get|have|hear|see|come|show|take|appear|land|resume)\b",
    r"(?:aim|plan|intend|mean|expect) to\b",
    r"let me (?:just |quickly |first )?(?:check|look|find out|ask|speak|talk|dig|chase|investigate|get|sort|come"
    r"|call|confirm|try|see (?:what|if|whether))\b",
    r"(?:i|we) ?'(?:ve|d) (?:now )?(?:booked|scheduled|arranged|planned)",
]
_NOUNS = (
    r"(?:(?:your|our|the|a|next|engineer|technician|estimated|full|home|new|parcel) ){0,4}"
    r"(?:refund|delivery|reply|response|answer|call ?back|visit|dispatch|transfer|collection|repair|replacement"
    r"|installation"
    r"|appointment|payment to you|credit|update|next update|follow-up|fix|resolution|shipping|arrival|engineer visit)"
)
_US_AGAIN = r"(?=[,;:] ?(?:but )?(?:i|we|our|your|the|a|an)\b|;|$)"

ENGLISH = Commitments(
    acts=re.compile(rf"(?<![\w-])(?:(?P<sure>{'|'.join(_SURE)})|(?P<timed>{'|'.join(_TIMED)}))"),
    idle=re.compile(
        rf"(?:(?:i|we|it) ?)?(?:(?:{_WILL}|am|are|is|'m|'re|'s) )?(?:going to )?(?:only |also |then |now |just )*(?:"
        r"(?:not|never|no longer|need|have to|want|like|miss|remain|stay|depend|expire|renew|end|continue|find"
        r"|notice|cost|rise"
        r"|increase|finish|require|hope|wish|understand|appreciate|prefer|see (?:that|if|whether|a)|flash|display"
        r"|show an? error)\b"
        r"|be (?:\w+ly )?(?:happy|glad|pleased|delighted|sorry|away|out of|out until|absent|unable"
        r"|on (?:\w+ )?(?:leave|holiday)|off\b|asked|required|needed"
        r"|prompted|shown|displayed|due\b|happiest|grateful|interested|necessary|enough|useful|invited"
        r"|raining|snowing|sunny|windy)"
        r"|(?:going(?! (?:back|out|off|through|over|straight)\b)|being|having|looking forward|hoping|waiting"
        r"|wondering|thinking|asking|receiving|calling from"
        r"|writing to (?:you )?(?:about|regarding|because)"
        r"|using|trying|missing|closing (?:at|early|for|on)|opening|getting worse|feeling|experiencing)\b(?! to)"
        r"|(?:should|ought to) have (?:been|[a-z]+ed)\b)"
        # When one is there again is no promise; what one does then is.
        r"|(?:i|we) ?(?:will|shall|'ll|am|are|'m|'re) (?:only )?(?:be )?back\b"
        r"(?! (?:to|in touch|in contact|on to)\b)(?![^,;.]{0,40} with\b)"
    ),
    refused=re.compile(
        r"\b(?:not|never|n't|nobody|no one|cannot|can't|unable|no (?:further|more|additional|other)"
        r"|should have (?:been|[a-z]+ed)|no longer|neither|impossible|don't|doesn't)\b|n't\b"
        r"|\b(?:invoice|bill|payment|balance|premium|rent)s? (?:is|are|will be|falls) due|\blandlord\b"
        r"|\b(?:subscription|contract|offer|warranty|guarantee|policy|trial|lease) (?:ends|expires|runs|starts"
        r"|renews|is)\b"
        r"|\b(?:branch|shop|office|line|store|helpline|switchboard)s? (?:opens?|reopens?|is|are|closes?)\b"
        r"|\b(?:we|branch|shop|office|agency|depot|counter|store|helpline|desk)(?:s|'ll)? (?:will )?be (?:closed"
        r"|open)\b"
        r"|\b(?:prices?|terms|fees|rates)\b|\bclocks\b|\bmaintenance\b|\bwindow\b|\byou (?:are|'re|would|must|need"
        r"|have|may|might|should (?:return|send|call|pay|contact|reply|keep|check|change|report|read))\b"
    ),
    refused_after=re.compile(r" (?:not|never|no longer|nothing|no\b(?! later))"),
    hints=re.compile(rf"\b{_NOUNS}\b|(?<![\w-])(?:{'|'.join(_SURE + _TIMED)})"),
    announced=re.compile(rf"{_NOUNS}(?! (?:free|available))(?: (?:[a-z'-]+|[£$€]?\d[\d.,]*)){{0,4}}? ?(?:: ?)?$"),
    aside=re.compile(
        r"\b(?:(?:if|when|whenever|unless|while|in case|provided|providing|assuming|once|on (?:the )?condition"
        r"|as long as|so long as|in the event that|(?:before|after|until|till) (?:you|we"
        r"|i|it|they|he|she)"
        r"|as soon as(?! possible| (?:we|i) (?:possibly )?can))\b[^,;:\x01]*?(?=[,;:]|\b(?:we|i)(?:'ll| will"
        r"| shall)\b|$)"
        rf"|(?:according to|imagine|suppose)\b.*?{_US_AGAIN.replace('|our|your|the|a|an', '')}"
        r"|(?:said|says|say|told|tells|thinks?|believes?|hopes?|hoping|wish|wondering|understand|aware|claims that"
        rf"|ask(?:s|ed|ing)? (?:whether|if|when|that|for)|whether|might|perhaps|maybe|wants?|would|could"
        rf"|advised?) (?!to call you).*?{_US_AGAIN})"
    ),
    condition=re.compile(
        r"(?:(?P<doubtful>if|when)|whenever|unless|in case|provided|providing|assuming|once|on (?:the )?condition"
        r"|as long as|so long as|in the event|after|as soon as)\b(?! (?:again|more|possible|in a while)\b)"
    ),
    event=re.compile(
        r"\b(?:subject to|in the event of|(?:up)?on (?:receipt|return|confirmation|approval) of|after receipt of)\b"
        r"[^,;:()\x01]*?(?= (?:within|and|but)\b|[,;:()\x01]| (?:we|i)(?:'ll| will| shall)\b|$)"
    ),
    no_condition=re.compile(
        r"\b(?:even|as|(?:see|check|know|tell|wonder(?:ing)?|ask(?:ing|ed)?|find out|confirm|say|sure|test|verify"
        r"|look|advise|inform|update)(?: (?!(?:the|your|an?|our|this|it) )[a-z0-9'-]+){0,4}) $"
    ),
    goes_on=re.compile(
        r"(?:, (?:the|your|a|an|its|all|our) [a-z' -]{2,40}){0,6}"
        r",? and (?:the|your|a|an|its|all|our) [^,;:\x01]{2,80}(?=,)"
        r"|, (?:and|or) (?:that|if|you|once|provided) (?!will\b)[^,;:\x01]{2,120}(?=[,;:]|$)"
    ),
    opens=re.compile(r"[;:!()\x01\n•]|\.(?!\d)|,(?!\d)|(?:^| )- |\b(?:and|but|that|so|because|then|or|otherwise) "),
    closes=re.compile(
        r"[;:()\x01\n]|,(?!\d)| - | (?:but|because|so that|unless|otherwise|provided|although|and (?:you|your|thank"
        r"|please)|or (?:you|your)"
        r"|without) ?\b"
    ),
    also=re.compile(r" (?:and|then|and then) (?!(?:at|by|on|in|before|within) )"),
    writer=re.compile(r"\b(?:i|we)(?= |')"),
    regular=re.compile(rf"\b(?:i|we) ?{_WILL} [a-z ]*\byou\b|\byou ?{_WILL} (?:have|hear|get|receive)\b"),
    no_subject=re.compile(""),
    greeting=re.compile(
        r"(?:\W|(?:hello|hi|dear|evening|morning|good|thanks|thank you|and|but|so|then|also|finally|of course|sure"
        r"|ok|okay|certainly)\b)*"
    ),
)
