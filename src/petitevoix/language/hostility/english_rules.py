"""Who is addressed in English, and how: the turns of phrase around the words of `english_words`."""

from petitevoix.language.hostility import english_words as words
from petitevoix.language.hostility.tables import any_of, compiled

_NAMES = {
    "VILE": any_of(words.VILE),
    "FOUL": any_of(words.VILE, words.COMMON),
    "ANY": any_of(words.VILE, words.COMMON, words.BEASTS),
    "BLUNT": any_of(words.BLUNT),
    "ADJ": "(?:" + any_of(words.ADJECTIVE) + " )*",
    "STAFF": any_of(words.STAFF),
    "PEOPLE": "(?:(?:people|lot|guys|all|there|two|both|folks|sir|madam|,) )*",
    "ARE": "(?:(?:you|u|ya|y all|yall) (?:[a-z]+ (?=are))?(?:people |lot |guys |all |folks )*(?:are|r|re|were|must be|have to be|sound like|look like)"
    "|your(?= (?:an?|such|all|nothing|just|so|f ing|fucking|the)\\b)|youre|ur|yr|are (?:you|u|ya)(?: (?:people|guys|lot|all))*|you lot are|you being)",
    "ADV": "(?:(?:all|just|really|so|such|truly|honestly|clearly|obviously|nothing|but|more|than|a|an|the|total|totally|completely|absolutely|utterly|quite"
    "|simply|literally|either|or|some|kind|of|sort|bunch|load|pack|group|set|lot|actually|even|too|as|still|both|complete|biggest|worst|most|always"
    "|seriously|frankly|probably|evidently|definitely|only|every|one|fucking|bloody|damn|freaking|that|very|pretty|being|deliberately|off) )*",
    "VERB": "(?:kill|murder|shoot|stab|strangle|throttle|choke|beat|punch|slap|hit|hurt|smash|batter|break|hang|hunt|gut|destroy|end|bury|burn|slit|bash|crush|lynch"
    "|torture|whip|kick|maim|behead|skin|knock|rip|wring|smack|cut|snap|rearrange|stamp on|blow|finish|clobber|thump|deck|headbutt|fuck up|mess up|run over)",
    "WILL": "(?:(?:i|we) ?(?:ll|will|shall|m going to|am going to|m gonna|gonna|m about to|m coming to|would love to|d love to|want to|wanna|swear i ll|swear i will|could|should|might just|m"
    "|d happily|would happily)|ill|im gonna|im going to|ima|imma|m gonna|someone should|somebody should|someone ought to|somebody ought to|someone needs to|we re going to|let me|going to|gonna) ",
    "BODY": "(?:face|head|skull|teeth|neck|legs?|arms?|bones?|throat|knees?|kneecaps?|nose|jaw|balls|guts|eyes?|brains?|ribs|mouth|fingers|spine|ass|arse)",
}
_END = "(?= ?(?:[.,!?;:…)]|$))"
_EDGE = "(?:^|(?<=[.,!?;:…(])|(?<=[.,!?;:…(] ))"

_RULES = [
    # You are …
    ("insult", 0.85, "{ARE} {ADV}{ADJ}{ADV}{FOUL}(?! (?:for|of a market|to the|in the ass|to read))(?!(?<= a joke) to)"),
    ("insult", 0.75, "{ARE} {ADV}(?:a|an|all|nothing but|bunch of|like|such) {ADJ}{ANY}"),
    ("insult", 0.4, "{ARE} {ADV}{BLUNT}(?! (?:to|about|with|if|at|that|for))"),
    ("insult", 0.3, "(?:(?:you|u) (?:people|lot|guys|all) (?:are|r)|{ARE} (?:all |just |really )*(?:so|such|truly|totally|completely|absolutely|utterly|fucking|bloody)) {ADV}{BLUNT}"),
    ("insult", 0.6, "(?:a|an|you|total|complete|absolute) (?:{ADJ})(?:useless|pathetic|worthless|hopeless|lazy|ignorant|incompetent|ridiculous|disgusting|shameless|sad|miserable|nasty|spineless) (?:little |old |excuse for a |excuse of a )*(?:man|woman|person|human|people|individual|creature|girl|boy|thing|peasant|being|bunch)"),
    ("insult", 0.7, "{ARE} {ADV}(?:dumber|thicker|slower|stupider|denser|more stupid|as (?:thick|dumb|stupid|dense|useful|sharp|bright)|about as (?:useful|sharp|bright|much use)|thick as|dumb as)(?: than| as)?"),
    ("insult", 0.8, "{ARE} {ADV}(?:deaf|blind|stupid|dumb|thick|simple|slow|retarded|illiterate|mental|high|drunk) or (?:just |what|something|simply )"),
    # Called by it.
    ("insult", 0.85, "(?<!call )(?:you|ya|u|yous) {PEOPLE}{ADJ}{FOUL}(?! (?:about|the|your|that|me|us|on))(?<!you cheat)(?<!you con)(?<!you tool)(?<!you joke)(?<!you bully)(?<!you punk)(?<!you weasel)(?<!you slug)"),
    ("insult", 0.75, "(?:you|ya|u) {PEOPLE}(?:" + any_of(words.ADJECTIVE) + " )+{ANY}"),
    ("insult", 0.85, _EDGE + "(?:and |but |oh |well |hey |listen |hi |thanks |bye |goodbye |hello |go away |cheers |answer me |read it again |again ){0,3}{ADJ}(?:{VILE}(?<!retard)(?<!retards)|idiots?|morons?|imbeciles?|cretins?|losers?|clowns?|crooks?|thieves|scum|muppets?|halfwits?|dimwits?|fools|numpty|numpties|pillocks?|parasites?|liars|vermin|fraudsters|scammers|pigs?|rats|filth)(?: (?:that s|is) what you (?:lot |people |all )?are)?" + _END),
    ("insult", 0.8, "(?:{ADJ})(?:{ANY}) (?:that s|is|that is) what (?:you|u) (?:lot |people |all )?are"),
    ("insult", 0.8, "(?:bunch|load|pack|gang|shower|set|den|nest|crowd|team) of {ADJ}{ANY}"),
    ("insult", 0.75, "what (?:a|an|kind of|sort of) (?:bunch of |load of |complete |total )*{ADJ}{FOUL}(?! (?:the|my|i|joke|this)\\b)(?!,? (?:the|i|my))"),
    ("insult", 0.7, "(?:stupid|dumb|fucking|lying|filthy|dirty|fat|ugly|silly|useless|lazy|rude|vile|nasty) {ADJ}(?:bitch|cow|cunt|bastard|whore|slut|pig|twat|prick|idiot|moron|git|sod|hag|bint|tart|retard|rat|toad|fool|imbecile|muppet)s?"),
    ("insult", 0.7, "(?:your|the|this|that) (?:[a-z]+ )?{STAFF}(?: [a-z]+)? (?:is|was|are|were) {ADV}{ADJ}{VILE}|(?:your|the|that) (?:[a-z]+ )?{STAFF}(?: [a-z]+)? (?:is|was|are) (?:a|an|all|such an?) (?:total|complete|utter|absolute|fucking|bloody|stupid|real)? ?(?:idiots?|morons?|imbeciles?|cretins?|halfwits?|muppets?|clowns?)"),
    ("insult", 0.7, "(?:talking|speaking|dealing|spoke|talk|speak|met|stuck) (?:to|with|such|by)? ?(?:a|an|such an?|some|bunch of)+ {ADJ}(?:idiot|moron|imbecile|cretin|halfwit|muppet|clown|brainless [a-z]+|dimwit|fool|retard|ape|monkey|robot with)s?"),
    # What one is told to do.
    ("insult", 0.9, "(?:fuck|fck|fuk|fk|f|eff|feck|phuck|phuk|fvck|fcuk) (?:right |the |all |you and )?(?:you|u|off|ya|yourself|yourselves|urself|yours)(?: and)?"),
    ("insult", 0.7, "(?:screw|sod|damn|stuff|curse|piss on|bugger) (?:you|u|yourself|yourselves|the lot of you|all of you)(?! (?:ve|have|are|can|will|need|into|with|sent))(?: (?:guys|all|lot|people))?|(?:piss|sod|bugger|jog|naff|fuck) off" + _END + "|(?:piss|sod|bugger|fuck) off (?:and|you|with|then|now)"),
    ("insult", 0.8, "(?:go|you can|rot|burn|to|straight) (?:all )?(?:to|in) hell(?! and back)|(?:go )?(?:eat shit|fuck yourself|screw yourself|jump (?:off|in)|play in traffic|boil your head|choke on|get stuffed|get bent|get knotted|take a running jump|shove it|stick it)(?: up)?|(?:shove|stick) (?:it|your [a-z]+) up (?:your|yours)|up yours|bite me" + _END + "|" + _EDGE + "(?:just |now |go away and )?get lost" + _END),
    ("insult", 0.8, "shut (?:the (?:fuck|hell) )?(?:up|it)" + _END + "|shut (?:the (?:fuck|hell) )?up (?:and|you)|shut your (?:[a-z]+ )?(?:mouth|face|trap|gob|hole)|(?:stfu|gtfo|gfy|foad)|zip it|drop dead"),
    ("insult", 0.8, "(?:kiss|lick) my (?:[a-z]+ )?(?:ass|arse|butt|boots?)|your (?:mother|mum|mom|ma|mama) (?:is|was|should|must|raised|would|sucks?|s a)(?! (?:welcome|next))|(?:ur|yo) (?:mum|mom|mama|momma)|tell your (?:mum|mom|mother)"),
    ("insult", 0.65, "(?:go back to (?:school|kindergarten|nursery|primary school)|crawl back (?:to|under|into|in)|(?:get|go) back (?:in|to)) (?:the |your |whatever )(?:kitchen|hole|rock|gutter|swamp|cave|zoo|sewer)|do the world a favou?r"),
    # What one lacks.
    ("insult", 0.7, "(?:get|grow|find|buy|use|rent|borrow) (?:yourself )?(?:a|some|your|another|half a) (?:brains?|braincell|spine|clue|backbone|pair)" + _END + "|(?:get|grow) a (?:brain|spine|life)(?:,| you)"),
    ("insult", 0.75, "(?:no|one|two|three|half|single|without|lack|lost your|missing|share|sharing|share one|have an?|not a) (?:working |single |functioning |last |damn |actual |a )?(?:brain(?: ?cells?)?|braincells?|brains)(?! (?:injury|scan|surgery|tumou?r))|iq of|single digit iq|(?:nothing|air|sawdust|mush|empty|rocks|straw|porridge) between (?:your|those|the) ears|not the sharpest|room temperature iq"),
    ("insult", 0.75, "(?:trained |a |drunk |blind |dead |half wit )*(?:monkeys?|chimps?|goldfish|potato|houseplant|five year old|toddler|dog|donkey|ape|parrot|hamster|brick) (?:could|would|can|has|have|is) (?:do your|do a|better|more|smarter|type|have (?:done|answered|helped))"),
    ("insult", 0.7, "(?:couldn t|cant|can t|could not|cannot) (?:find (?:your|their) (?:own )?(?:backside|arse|ass|bum|butt|head)|organi[sz]e a piss up|pour water)|dropped on your (?:head|skull)|thick as (?:two|a|mince|pig)|dumb as (?:a|rocks)|(?:the )?lights are on but|how (?:stupid|dumb|thick|dense|brain dead) (?:are|can|do|must) (?:you|u|one)|(?:too|that|so|this) (?:stupid|dumb|thick|dense|brain dead|ignorant) to (?:understand|read|do|get|realise|realize|work|help|see|answer)(?<!i am too stupid to understand)"),
    ("insult", 0.6, "(?:you|u) (?:people |guys |lot |all |really |both )*(?:disgust me|make me (?:sick|puke|vomit|want to (?:puke|vomit))|suck" + _END + "|stink" + _END + "|are nothing|r nothing|re nothing)|(?:nobody|no one) (?:likes|loves|would miss|will miss) you|(?:i )?(?:hate|despise|detest) you(?:,| people| all| lot|" + _END + ")"),
    ("insult", 0.6, _EDGE + "(?:you )?(?:crooks|thieves|parasites|scum|liars|vultures|leeches|imbeciles|cowards|bastards|wankers|pigs)(?=[ ,.!]|$)"),
    ("insult", 0.7, "doigtdhonneur|middle finger to you"),
    # What will be done to one.
    ("threat", 0.85, "{WILL}(?:[a-z]+ ){0,4}?{VERB} (?:the (?:crap|shit|hell|life|living daylights) out of )?(?:you|u|ya|yous|your (?:[a-z]+ ){0,3}{BODY}|ur (?:[a-z]+ )?{BODY}|your (?:family|kids|children|wife|husband)|that (?:[a-z]+ ){0,2}(?:face|head|neck)|every one of you)(?! (?:to it|an email|a mail|with a one star|on (?:trustpilot|google|twitter|social)|in court|up (?:on|with)|a message|at your own|a line|back|with a (?:claim|lawsuit|bill|review|complaint)|for (?:the|damages)|a copy|the (?:photos?|details|documents?)|some|over the|off the|in small|into court|by (?:email|phone)|through the courts|legally|tomorrow|again|down the price))"),
    ("threat", 0.8, "{WILL}(?:[a-z]+ ){0,3}?(?:come|drive|be|get|turn up|show up) (?:[a-z]+ ){0,5}(?:with (?:a|an|my|some) (?:baseball bat|bat|gun|knife|shotgun|rifle|axe|hammer|machete|crowbar|blade|can of petrol|few mates|pistol|weapon|mates)|and (?:[a-z]+ ){0,3}{VERB} (?:you|your|u|ur|the lot of you)\\b)|(?:baseball bat|shotgun|rifle|machete|crowbar)[a-z ]{0,20}(?:your|you)\\b|coming (?:down |over |round )?(?:there |here |to you )?with (?:a|my) (?:baseball bat|bat|gun|knife|shotgun|axe|hammer)"),
    ("threat", 0.85, "(?:i|we|people|my mates|my friends)(?: ve| have)? ?(?:ll |will |all |also |now |already |just )*(?:know|found|find|found out|find out|got|know exactly|have) (?:exactly )?(?:where|out where) (?:you|your|u|ur|ya) (?:(?:kids|children|wife|family|mother|husband|daughter|son|all|people) )*(?:live|lives|work|works|park|parks|sleep|go to school|goes to school|r|reside|stay|go home)|(?:have|got|know) your (?:home )?address and (?:i|we|you)(?! (?:the|sent|need))"),
    ("threat", 0.8, "(?:i|we) ?(?:ll|will|am going to|m going to|m gonna|gonna|m) (?:find|track|hunt|get|come for|come after|coming for|coming after|be coming for|be waiting for|waiting for|follow|look for|hunting|tracking) (?:you|u|ya)(?: down|,|" + _END + "| and (?:i|you|when|make|your|then|we|hurt|your family)| outside| after (?:your|work|the)| in the (?:car park|parking|dark|street|alley)| when you (?:leave|finish|least)| one day| tonight| wherever| at home)(?! (?:with|to compensate))"),
    ("threat", 0.8, "(?:watch|cover|mind) your (?:back|step|kids)(?! (?:end|office))|sleep with one eye|look over your shoulder|better (?:run|hide|watch out|be careful|start running|pray|start praying)|(?:be careful|look both ways) (?:when you|walking|going home|crossing|on your way)"),
    ("threat", 0.8, "(?:you|u|ya)(?: are|re| re| r| guys are| people are| lot are)? (?:all |so |as good as |fucking |both )*(?:dead(?: (?:man|men|woman|meat))?|a dead (?:man|woman|person)|dead meat|toast|going to die|gonna die|finished)(?= ?[.,!?]|$| you| when| man| meat| if)"),
    ("threat", 0.85, "(?:you|u|ya|you ll|he|she) ?(?:and your [a-z]+ )?(?:ll|will|are going to|re going to|gonna|re gonna|going to|would|had|d) (?:all |both |wish |soon |be |end up |get |have |pay |find |get a |going to )*(?:die|bleed|suffer for|beg for|never been born|you had never been born|you were never born|in a ditch|in a box|in a coffin|in hospital|in the hospital|in the morgue|six feet under|bullet|beating|in blood|with your (?:life|blood)|found dead|burn|scream|eating through a straw|my fist|walk again|dead|a smack|a kicking|stabbed|shot|hurt|knocked out|thumped|what s coming)(?! (?:of boredom|of shame|on facebook|the|in the|to))"),
    ("threat", 0.35, "you(?: ll| will| re going to| are going to| gonna)? (?:all )?(?:pay for this|regret (?:this|it|that)|be sorry|going to regret this)"),
    ("threat", 0.85, "(?:i )?(?:really |sincerely |truly )?(?:hope|wish|pray|praying|cant wait for|can t wait for)(?: that)? (?:you|u|ya|your (?:kids|family|children|mother|wife|whole family)|all of you|the lot of you|someone|every one of you)(?: and your [a-z]+)? (?:all |people |lot |guys |both |just |would |will |slowly |get to |to )*(?:die|dies|get (?:cancer|hit|run over|raped|stabbed|shot|killed|sick|aids|covid|beaten|mugged|what)|rot|burn|choke|drop dead|suffer|crash|drown|bleed|kills? you|beats? you|shoots? you|stabs? you|breaks? your|catch|fall (?:down|off|under))"),
    ("threat", 0.85, "(?:kys|kill (?:yourself|yourselves|urself|ur self)|(?:go |just |please )?(?:hang|shoot|drown) yourself|(?:go|just) (?:and )?die(?= ?[.,!?]|$| in| you| already| slowly| of)|eat shit and die|jump off a (?:bridge|cliff|building)|neck yourself|end yourself)"),
    ("threat", 0.85, "(?:you|u|they|he|people like you|all of you|the lot of you)(?: all| lot| people)? (?:deserve|need|ought|should|want|must)s? (?:to )?(?:all )?(?:be |get )?(?:a )?(?:good |bloody |proper )?(?:die|shot|hanged|hung|beaten|slapped|stabbed|killed|strung up|whipped|slap|beating|punch|bullet|kicking|smack|hiding|lined up|put down|gassed|burnt|burned alive|taught a lesson|dragged|drowned)"),
    ("threat", 0.85, "(?:put|got|have|with|need|needs|deserve|earn) a (?:bullet|knife|fist) (?:in|through|for|with|into|between) (?:you|your|u|his|her|the (?:head|mouth|face))|(?:gets?|get|getting|give|giving|take|cop|have) (?:you |him |her |them |u )?(?:a |my )(?:fist|punch|slap|smack|kicking|beating|bullet|black eye|knuckle sandwich|good hiding|thump)(?! line)"),
    ("threat", 0.85, "(?:burn|burning|blow|torch|bomb|petrol bomb|firebomb|shoot|blowing|smash)(?:ing)? (?:up )?(?:down )?(?:your|the|that|ur) (?:whole |entire |stupid |damn |fucking |shitty )*(?:office|building|shop|store|house|branch|place|headquarters|hq|home|car|call cent(?:re|er)|windows?)(?: (?:down|up|to the ground|in))?(?<!smash the store)|(?:there s|there is|i planted|i ve planted|i put|we planted|i left) a bomb (?:in|at|under|outside)"),
    ("threat", 0.8, "(?:break|smash|knock|kick|rip|tear|cut|slit|bash|cave|rearrange|snap|gouge) (?:all |both |out |off |in )*(?:your|ur|yer) (?:[a-z]+ ){0,2}{BODY}|(?:your|ur) (?:[a-z]+ )?{BODY} (?:kicked|smashed|knocked|bashed|caved|ripped) (?:in|out|off)|wring your|skin you alive|make you (?:bleed|suffer|pay in blood|scream|beg|disappear)|you (?:had )?better (?:sleep|lock your doors)"),
    ("threat", 0.8, "{WILL}(?:[a-z]+ ){0,2}?(?:kill|murder|shoot|stab|strangle|punch|slap|batter|smash|hurt|beat) (?:up )?(?:your|the|that|this|one of your|every|him|her|them|all of them|whoever) ?(?:[a-z]+ )?(?:{STAFF}|next|who|face|him|her)(?= |[.,!?]|$)(?! (?:price|offer))"),
    # What is none of one's business.
    ("sexual", 0.8, "what(?: are| r| re|s| is|) (?:you|u|ya) wearing(?! to)|what (?:color|colour) (?:panties|knickers|bra|underwear|thong|undies|pants|are your)|(?:are you|you) (?:wearing|naked|touching yourself|wet|horny|in bed|alone in)(?: (?:any|a|your))?(?: (?:bra|panties|knickers|stockings|underwear|thong|skirt|nothing))?(?<!wearing)(?<!wearing a)(?<!in bed)"),
    ("sexual", 0.85, "(?:send|show|flash|give)(?: me| us)? (?:[a-z]+ ){0,6}(?:tits|titties|boobs|breasts|nudes?|naked|pussy|ass|arse|panties|knickers|underwear|cleavage|sexy (?:pic|photo|picture|selfie)s?|topless|bum|bikini)(?! (?:off|to work|colou?r))|send nudes|(?:pic|picture|photo|selfie)s? of (?:you|yourself|u) (?:naked|topless|in (?:your|a)|without)"),
    ("sexual", 0.85, "(?:suck|lick|ride|sit on|grab|touch|stroke|taste|worship|swallow|gag on|choke on) (?:on )?my (?:[a-z]+ )?(?:dick|cock|balls|face|knob|lap|lollipop|penis|willy|nuts|pecker)|(?:come (?:and )?|come over and |go )?sit on my (?:lap|face|knee)|blow ?jobs?|hand ?jobs?|bj"),
    ("sexual", 0.85, "(?:i |id |i d |we |would |wanna |want to |love to |like to |gonna |going to |let me |ll |could |can i |should )+(?:fuck|bang|shag|do|screw|spank|eat|lick|undress|bend|sleep with|pound|rail|nail|have sex with|make love to|get in bed with|kiss|see you naked|grope|fondle|smash|mount|ravish|lay) (?:you|u|ya|your (?:brains|pussy|ass|tits|body|neck))(?= ?[.,!?]|$| all| over| on| so| in| hard| right| tonight| senseless| silly| till| until| out| love| baby| from)(?! in court)|bend (?:you|u) over|(?:wanna|want to|fancy a|up for a|how about a|need a good) (?:fuck|shag|hook up|quickie|root|seeing to)"),
    ("sexual", 0.85, "spread (?:your|those|them) (?:legs|thighs|cheeks)|(?:take|get) (?:your|ur) (?:top|clothes|shirt|bra|knickers|panties|kit|blouse|skirt) off|take off your (?:top|clothes|shirt|bra|knickers|panties|blouse|skirt)|(?:good|great|dirty|wild|amazing|fun) in (?:bed|the sack)|nice (?:rack|tits|ass|arse|boobs|bum|legs|melons|pair of)|(?:touch|play with|finger|rub) yourself|show me (?:some|your) (?:skin|body)"),
    ("sexual", 0.8, "(?:getting|got|get|makes?|making|made|im|i m|i am) (?:me )?(?:so |really |all |rock |very )*(?:hard|horny|wet|turned on|a hard on|an erection)(?= ?[.,!?]|$| just| from| listening| hearing| thinking| for| when| by)|(?:you|u|your voice)(?: re| are| r)? (?:sound |sounds |turn me on|turns me on|so |such a )*(?:hot|sexy|fuckable|horny|turn me on|turns me on|like a slut|like a porn ?star|like a good (?:lay|shag|girl))|(?:sexy|hot|phone sex) (?:voice|little thing|babe|bitch|thing)|phone sex|naughty (?:girl|boy|secretary)|jerk(?:ing)? off|wank(?:ing)? (?:over|to)|masturbat\\w+"),
    ("sexual", 0.4, "(?:sweetheart|sweetie|sugar tits|darling|babe|baby|gorgeous|sexy|honey|hun|beautiful)" + _END + "|are you single|got a boyfriend|do you have a boyfriend|your number so|come home with me|go out with me|over to my place|what time do you get off"),
]  # fmt: skip

RULES = compiled(_NAMES, _RULES)

# Words told of somebody else: "your colleague called me …", "he told me to …", "you treat us like …".
TOLD = (
    "(?<!i )(?:call(?:ed|ing|s)?|calls) (?:me|him|her|us|people|them|someone|anyone|customers|refugees|my [a-z]+|[a-z]+ (?:people|women|men))"
    "|(?<!i )(?<!ll )(?:told|telling|tells) (?:me|us|my [a-z]+|him|her|them)|(?<!i )(?:said|shouted|yelled|screamed|shouting|yelling|saying|hissed) (?:to |at )?(?:me|us|my|i|that|she|he|we)"
    "|(?:treat(?:ed|ing|s)?|look at) (?:me|us|your [a-z]+|people|them|my [a-z]+|customers)(?: [a-z]+)? (?:like|as)|(?:take|took|taking|mistake) (?:me|us) for"
    "|think (?:that )?(?:i|we) ?(?:m|am|are|re)|(?:i m|i am|im) not (?:calling|saying|accusing)|(?:i m|i am|im|i feel|feel|felt|i was|i look|look like|sound like|made me feel|make me feel|makes me feel|i must sound) (?:so |such |like )*(?:a|an|stupid|dumb|foolish)?"
    "|threatened (?:me|to)|asked me (?:if|what|to)|you are not|you re not|i (?:would|d) (?:never|not) (?:call|say)"
)
