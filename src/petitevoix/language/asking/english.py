"""How people ask in English. Folded: no apostrophes, no hyphens ("what's" is "what s")."""

from petitevoix.language.asking.grammar import Grammar, at_start, phrase
from petitevoix.language.asking.not_asking import COURTESY, RHETORICAL

YOU = "(?:you|u|ya|someone|somebody|anyone|anybody|one of you|your \\w+|we|i|he|she|they|it)"
AUX = (
    "(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|am|shall|must|may"
    "|might|isn t|aren t|don t|doesn t"
    "|didn t|can t|couldn t|won t|wouldn t|shouldn t|hasn t|haven t|cant|dont|doesnt|didnt|wont"
    "|isnt|arent)"
)
SUBJECT = (
    "(?:i|u|you|we|it|he|she|they|there|this|that|these|those|the|my|your|our|his|her|their|its"
    "|a|an|any|anyone|anybody"
    "|someone|somebody|everything|everyone|all|both|one|another|either)"
)
WH = "(?:what|where|when|why|how|who|which|whose|whom|whether|if)"
PREPOSITION = "(?:(?:at|in|on|to|for|by|with|from|until|till|since|under|of|about|within|up to) )?"
TELL = (
    "(?:tell|let|advise|explain|inform|say|clarify|confirm|know|update|remind me (?:what|when"
    "|how|where|of)|see|find out"
    "|understand|check|specify|indicate|show)"
)
PLEASE = "(?:please|pls|plz|pleas|kindly)"
NOT_ASKED = (
    "(?:find|see (?:the )?attached|accept|excuse|forgive|note that|be advised|be informed"
    "|be aware|be assured|feel free|do not hesitate|don t hesitate|rest assured|pardon|bear with"
    "|ignore|disregard|enjoy)\\b"
)
# What people tell others to do in mail.
DO = (
    "(?:send|resend|forward|give|call|ring|phone|email|e mail|mail|text|write|reply|respond"
    "|answer|refund|reimburse|cancel|stop|change|update|check|confirm"
    "|correct|fix|repair|replace|exchange|block|unblock|delete|remove|add|look into|review"
    "|return|ship|deliver|contact|tell|advise|inform|notify|explain|transfer|arrange"
    "|schedule|reschedule|book|provide|print|sign|complete|submit|attach|fax|put|set up|take"
    "|bring|help|let|keep|make sure|be sure|ensure|get back|get me|get in touch|warn"
    "|have (?:someone"
    "|him|her|them|your)|ask (?:him|her|them|your|\\w+ to)|see if|find out|go ahead|plan on"
    "|plan to|remember to|try to"
    "|credit|cease|credit|process|reset|reconnect|disconnect|upgrade|downgrade|switch|void|waive"
    "|reopen|close|terminate|honou?r|escalate|share|copy|drop|pick up|return|leave|issue"
    "|redeliver|rebook|discuss|prepare|include|coordinate)"
)
NOT_IMPERATIVE = "(?! (?:for your|you for|you so|a lot|here|below|above|now to (?:see|win|get|find)|it (?:is|was)))"

QUESTION = [
    "(?:i|we) ?(?:am|m|are|re)? ?(?:just )?(?:writing|contacting you|emailing|calling"
    "|getting in touch|reaching out|following up)(?: to you)?"
    " (?:to|in order to|as i would like to|because i (?:want|would like) to)"
    " (?:enquire|inquire|ask (?:about|if (?!you c)|whether (?!you c)|when|how|why|what)|find out"
    "|know|check|see (?:if|whether))",
    f"{PREPOSITION}(?:what|where|when|why|how|who|which|whose|whom) ?(?:s|re|d|ll"
    f"|{AUX})(?= ) ?(?!a (?:lovely|nice|great|pleasure|surprise|shame|day))",
    f"(?:what|which|whose) (?!you|i|we|he|she|they|it|the)\\w+(?: \\w+)? (?:{AUX}|happens|needs) ",
    "(?:what|which) (?:one|ones|happens|about|if|time|number|price|date) ",
    "(?:wheres|whats|whos|hows|whens|whys) ",
    "how (?:much|many|long|far|often|soon|old|big|come|to|about|do|does|can) ",
    "what (?:about|if|else) ",
    f"why (?:not )?(?={SUBJECT} |{AUX} )",
    "who (?:pays|should|do|can|is|to) ",
    f"{PREPOSITION}(?:what|which) (?!you|i|we|he|she|they|it|the)\\w+ {AUX} ",
    f"{PREPOSITION}(?:which|what) \\w+(?: \\w+)?(?=.*\\?)",
    f"{AUX} (?:{SUBJECT}) (?!be (?:any|in) )",
    ("(?:any|is there any) (?:news|update|updates|idea|chance|word|progress|info)\\b(?=.*\\?|.{0,40}$)"),
    "(?:i|we) ?(?:d|would|want(?:ed)?|need(?:ed)?|wish|was hoping|wud|should)? ?(?:just |also "
    "|really |only |simply )?(?:like|want|need|wanted|love|wish|hoping|trying"
    "|curious)? ?(?:just |also )?to (?:know|find out|understand|ask (?:you )?(?:about|if|whether"
    "|what|when|how)|check (?:if|whether|when|on)|learn|hear (?:about|if|whether)|inquire"
    "|enquire|see if|see whether)(?! how| that i| you)?",
    "(?:i|we) ?(?:m|am|are|was|were|re)? ?(?:just |also |really )?(?:wonder(?:ing|ed)?|asking"
    f"|curious|unsure|not sure|unclear|interested) (?:about|{WH}|in knowing)",
    f"wonder(?:ing)? (?:{WH})",
    f"(?:just )?(?:curious|checking) (?:{WH}|about)",
    "(?:i|we) (?:do not|don t|dont|cannot|can t|cant|can not|couldn t|didn t) (?:know|understand"
    "|see|work out|figure out|find|tell|find out|get) (?:what|why|how|which|where|when|whether"
    "|who)\\b",
    f"{TELL}(?: me| us)?(?: know)?,? {WH}\\b(?! (?:you (?:have|need|want|would like) (?:any|to)"
    "|i can|we can|there (?:is|are) anything|any|you d like))",
    "(?:my|one|another|the|our) question (?:is|was :|was wh)",
    "(?:do|does) (?:anyone|anybody|somebody) ",
    "not sure (?:which|what|how|when|if|whether|who)",
    "you (?:repair|sell|deliver|do|got|have|take|accept|still)(?=.*\\?)",
    f"(?:do|did|does) {YOU} ",
    f"(?:i|we) ?(?:m|am|are|re)? ask(?:ing)? (?:you )?{WH}\\b",
    "please (?:tell|let|advise|explain|inform|confirm|clarify)(?: me"
    f"| us)?(?: know)? {WH}\\b(?! (?:you (?:have|need|want|would like)|i can|we can|any))",
]
REQUEST = [
    "(?:i|we) (?:am|m|are|re) (?:writing|contacting you|emailing|getting in touch) (?:to"
    "|because i (?:want|need|would like)|as i (?:want|need))"
    " (?!thank|say|let you|inform|tell|express|congratulate|follow)",
    "(?:i|we) (?:was|were|am|m|had been) hoping (?:you|that you|to|for|someone)",
    "you (?:could|can|might) (?=.*\\?)",
    (f"(?:can|could|would|will|cud|cld|wld|can t|couldn t|won t|wouldn t|wud) (?:{YOU}|the \\w+)(?: \\w+)? "),
    "(?:is|would|was|wd) it (?:be )?(?:at all )?(?:possible|ok|okay|alright|feasible) ",
    "(?:is|are) there (?:any |a )?(?:way|chance|possibility) ",
    "(?:any |is there a )?(?:chance|possibility) (?:of|you|to|that)\\b",
    "(?:may|can|could|might|cud|shall) (?:i|we) (?:please |also |just )?(?:have|get|ask|request"
    "|receive|be|see|book|speak|talk|arrange|schedule|meet|discuss|suggest|borrow)\\b",
    "(?:would|do) you mind ",
    "mind (?:if|\\w+ing) ",
    f"{PLEASE},? (?:also |just |can you |could you |kindly |be so kind (?:as )?to |do |do not "
    "|don t |again |either |then |immediately |urgently |always |note my "
    f"|if possible )*(?!{NOT_ASKED})(?!{PLEASE})\\w+",
    "(?:please|pls) (?:note (?:my|our|the)|find out|accept this letter)\\b",
    "be so kind (?:as )?to ",
    "(?:i|we) (?:invite|urge|encourage) you to ",
    "(?:i|we) ?(?:d|would|wud|wd|(?:will|ll)(?= need| require))? ?(?:really |also |just "
    "|very much |now |still |therefore "
    "|hereby |kindly |formally |strongly |urgently |only |simply )*(?:want|need|like|wish"
    "|request|demand|expect|prefer|rather|ask (?:you|for|that)|require|urge|insist|love"
    "|hope you (?:can|will|could)|claim|beg|seek|suggest|propose|recommend)(?! (?:that s"
    "|to (?:say|thank|know|find out|understand|congratulate|apologi[sz]e|let you know|express"
    "|point out|make (?:it|a|you)|inform|wish|tell|see you|believe|welcome|start by|take this"
    "|remind|confirm that|be honest|share)|it (?:when|that|here|very|a lot|so)|the (?:new|way"
    "|idea)|your (?:idea|work|service)|thank|nothing|anything else|no more)) (?:to|a|an|the|my"
    "|your|our|you|that|it|for|this|these|some|more|all|one|two|someone|somebody|help|assistance"
    "|compensation|something|confirmation|copies|\\w+)\\b",
    "(?:i|we) (?:am|are|m|re) (?:therefore |also |now |kindly |hereby |formally "
    "|just )?(?:asking|requesting|looking (?:for|to)|writing to (?:request|ask|cancel|demand)"
    "|demanding|expecting|calling on|counting on (?:you|your) \\w+|after|hoping (?:to|you|for"
    "|that)|in need of|seeking)(?! (?:from|back|about)) ",
    "(?:i|we) (?:would|d|will|ll|shall|should)? ?(?:really |also |very |most |be )*(?:grateful"
    "|appreciate|appreciative|obliged|thankful|pleased|happy) ?(?:it )?(?:if|for|a|your|you"
    "|hearing|any|to (?:receive|hear|have|get|meet|discuss|know))\\b(?! (?:help so far|purchase"
    "|business|kind))",
    "(?:would|is|be) (?:greatly |much |very )?(?:be )?(?:appreciated|welcome)",
    ("it would (?:really )?be (?:nice|good|great|helpful|useful|kind|appreciated|best|lovely|wonderful) (?:if|to|of)"),
    "grateful if you",
    "(?:(?:i|we) ?(?:would|d) be )?(?:grateful|glad|obliged) (?:for|of) (?:a|an|any|some) ",
    "(?:(?:i|we) )?could do with (?:a|an|some) ",
    "appreciate if",
    "(?:do not|don t|dont|never|stop|no more) (?!hesitate|worry|forget to (?:check|visit|follow)"
    "|miss|think|know|get me wrong|mention|be shy|wait)\\w+(?:ing)?(?= )",
    "let me know(?! (?:if|should) (?:you|there|i|we|any))",
    "let us know(?! (?:if|should) (?:you|there|i|we|any))",
    "(?:let s|lets|let us) (?!(?:me|us) (?:be|say))\\w+",
    "why (?:don t|not) (?:you|we)",
    "how about ",
    "keep (?:me|us) (?:posted|informed|updated|in the loop|up to date)",
    "get back to (?:me|us)",
    "have (?:someone|somebody|him|her|them|your \\w+) ",
    "(?:refund|cancel|help|stop|call)(?: me| it| us)?(?: now| please| asap|!)",
    "(?:need|want|looking for|require|seeking)(?: some| urgent| your)? (?:help|a|an|to"
    "|assistance|advice|someone|refund|copy|new|your|the)\\b(?! new home| change)",
    "(?:my|our) (?:request|demand)s?(?: is)? ?:?",
    "(?:it|this|that|the \\w+) needs? (?:to be |\\w+ing)(?=.*(?:please|asap|urgent|now|$))",
    ("(?:a|some) (?:refund|reply|call back|callback|response|replacement|gesture|copy) (?:would|is|please|asap)"),
    "under article \\d+",
    "(?:your|a) (?:prompt|quick|early|urgent|immediate) (?:reply|response|attention|action)",
    "(?:try|consider|feel free to (?:call|contact|email|stop|suggest)|give (?:me|us|him|her)"
    "|drop (?:me|us)|shoot me) (?=me|a |us|him|if|\\w)",
]

GRAMMAR = Grammar(
    lead_in=phrase(
        "(?:(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|sir|madam|mr|mrs|ms"
        "|team|all|folks|guys|so|also|and|but|or|then|ok|okay|well|anyway|first|firstly|second"
        "|secondly|finally|lastly|additionally|furthermore|moreover|meanwhile|in the meantime"
        "|in addition|by the way|btw|otherwise|again|therefore|thus|however|yes|no(?! need| one"
        "| more| wonder| doubt)|(?:hi|hello|hey) there|sorry|thanks|thank you|thx|cheers|fyi|ps"
        "|one more thing|perhaps|maybe|just|now|if so|if not|alternatively|as such|quick question"
        "|another thing|in that case|or madam|next|great|perfect"
        "|hope all is well)\\b(?! to )[ ,!.;:]*)+"
    ),
    breaks=phrase("(?:and|but|so|then|because|or else)(?= )"),
    openers=at_start({"request": REQUEST, "question": QUESTION}),
    inverted=phrase(f"(?:what|where|when|why|how|who|which) {AUX} {SUBJECT} "),
    anywhere=phrase(
        "(?:can|could|would|will|cud|cld) (?:you|u|someone|somebody|anyone|one of you|we"
        "|i) (?:please|pls|also|just|kindly|tell|send|let|help|give|get|have|check|call|change"
        "|cancel|confirm|explain|forward|meet|talk|discuss|\\w+) ",
        f"(?:please|pls|plz) (?:also |do |don t |just )?(?!{NOT_ASKED})[a-z]{{2,}} (?:me|us|my|the"
        "|this|it|that|to|a|an|in|on|if|when|him|her|them|your|for|with|back|and|\\w+)\\b",
        "(?:how|when|where|why|what) (?:do|can|will|did|should|does|is|are) (?:i|you|u|we|my|the|it) ",
        "(?:i|we) (?:would|d) like (?:to|a|you|my|the)\\b",
        (
            "(?:i|we) (?:want|need) (?:a refund|you to|to (?:cancel|change|return|speak|talk|meet"
            "|discuss)|my money|help)"
        ),
        "let me know (?:what|when|where|how|which|who|your|asap|by|about|as soon)",
        "(?:we|i|you and i|us|you guys|three of us|people) (?:can|could|should|might|will|ll|need to"
        "|have to|may|would like to|d like to|probably need to|ought to|must) (?:\\w+ )?(?:meet"
        "|discuss|talk|get together|have (?:lunch|dinner|a (?:call|meeting|chat))|chat|catch up"
        "|sit down)\\b",
        "you (?:need|have|ought|may want|might want|will (?:still )?need|should|must) (?:also "
        "|still )?(?:to )?(?:call|send|confirm|coordinate|check|contact|get|look|review|complete"
        "|sign|talk|ask|let|put|make|give|provide|download|verify)\\b",
        "(?:call|email|give) (?:me|us) (?:at|on|asap|when|if|a call|back|to|\\d)",
        "any (?:thoughts|ideas|suggestions|news|update)(?= |\\?|$)",
        "would (?:be )?(?:appreciate|grateful)",
        "i (?:m|am) (?:also )?(?:available|free|open) ",
        "works? best for me",
        "(?:coffee|lunch|dinner|drinks?) (?:on|this|next|or|sometime)",
    ),
    also=phrase(
        "(?:whether|if|what|when|how|where|why|which|who|at what|by when|on what) (?!(?:you|i"
        "|we) (?:need|want|have) (?:any|to)|possible|necessary|not)\\w"
    ),
    order=phrase(f"{DO}\\b{NOT_IMPERATIVE} (?!.* (?:was|were) cancelled)"),
    wants_to_know=phrase(
        f"(?!update (?:my|our|this|the) ){TELL}(?: me| us| to me| to us)?(?: know)?(?: again| exactly| also| please"
        f"| back)*,? (?:{WH}|at what|by when|on (?:what|which)|your (?:opening|hours|prices)"
        "|the (?:status|reason|price|cost|date|difference|procedure|process|name|number|delay)"
        "|more about|about|that (?:you|my|the)|receipt|my|this)\\b",
        "advise\\b",
        "have (?:the|any|an?) (?:number|price|idea|update|news|date|address|info\\w*)\\b",
        "explain\\b",
        ("i (?:still )?(?:have|cancel|pay|keep|return|use|bring|collect|change|know|order|park|expect)\\b"),
        "my \\w+ (?:use|still|pay|keep|get)",
        ("i (?:get|do|be|claim) (?!a refund)(?:a|the|this|that|it|any|my)\\b(?=.*(?:if|when|before|after|without))"),
    ),
    empty=phrase(
        "(?:can|could|would) you (?:please )?(?:help|advise|assist|explain|clarify)(?: me"
        "| us)?(?: please| with this| on this)?[ ?.!]*$"
    ),
    please=phrase("please", "pls", "plz", "kindly", "thanks", "asap"),
    condition=phrase(
        "(?:if|when|next time|once|before|after|until|in case|for|to|as|since|because|while|given"
        "|regarding"
        "|concerning|following|in order|should you|without|under|unless|with|on|in|at|i (?:don t"
        "|can t|do not|cannot) \\w+)\\b"
    ),
    rhetorical=RHETORICAL["en"],
    courtesy=COURTESY["en"],
    introduces=phrase(
        "(?:questions?|requests?|things|points|following|know|issues|queries|tell me|could you"
        "|can you|please|would like|want|need|to|help(?: me)? with|asks?)[ ?]*:?[ ?]*$"
    ),
    wanted=phrase(f"(?:{PLEASE} )?{DO}\\b", "(?:a|the|my|an|some|your) \\w+", "(?:to )?\\w+ (?:me|us|my|the|a|it)\\b"),
)
