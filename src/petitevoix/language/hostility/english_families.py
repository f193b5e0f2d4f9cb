"""English insults and threats by family: nouns, traits and violence, and the few turns in which they are addressed.

A family is a line or two of words. A new insult is nearly always a known turn with another word in it: add the word to
its family, and only when no turn holds it write another turn.
"""

from petitevoix.language.hostility import english_words as words
from petitevoix.language.hostility.tables import any_of, compiled

# Said of people only, and never kindly.
PERSONS = """
idiot, moron, imbecile, cretin, fool, halfwit, half wit, dimwit, dim wit, nitwit, dullard, dunce, simpleton, dolt, oaf, buffoon,
numpty, numpties, muppet, plonker, pillock, prat, wally, berk, git, twit, eejit, gobshite, wazzock, bampot, bawbag, dipstick,
nincompoop, dingbat, ding dong, numbskull, blockhead, bonehead, meathead, airhead, pinhead, birdbrain, pea brain, smooth brain,
toerag, toe rag, sod, brat, bugger, scrote, knob, knobhead, tit, nonce, chav, pikey, tosspot, cockwomble, arsewipe, asswipe,
liar, thief, thieves, crook, cheat, cheater, swindler, scammer, fraudster, conman, conmen, con man, con men, con artist, shyster,
parasite, leech, bloodsucker, blood sucker, freeloader, sponger, scrounger, waster, layabout, slacker, skiver, slob, slacker,
lowlife, low life, scum, scumbag, vermin, degenerate, deadbeat, dead beat, nobody, nobodies, loser, failure, coward, weasel, bully,
bullies, psycho, psychopath, sociopath, creep, pervert, perv, swine, hag, harpy, wench, bint, tart, minger, troglodyte, neanderthal,
caveman, cavemen, mouth breather, knuckle dragger, bootlicker, boot licker, jobsworth, pipsqueak, pen pusher, windbag, clown, turd,
thicko, dumbo, dummy, dummies, dumdum, tyrant, sadist, hypocrite, ignoramus, snake in the grass, pondlife, pond life, bottom feeder, ghoul, charlatan, cowboys, amateurs, robber, bandit, rip off merchant, good for nothing, waste of space
"""
# Beasts and things: an insult with a trait before them, or after « you … ».
BEASTS = """
cow, pig, dog, rat, monkey, ape, baboon, chimp, gorilla, sheep, donkey, mule, goat, snake, worm, maggot, slug, toad, vulture, hyena,
shark, bat, turkey, goose, louse, lice, flea, tick, lump, blob, sack, heap, plank, mug, tool, melt, wet wipe, spoon, spanner, doughnut, donut, bellend, bell end, parrot, cabbage, potato, turnip, vegetable, lemon, puppet, minion, peasant, creature, tyrant, dictator, despot, dummy, dumbo, thicko, stain, crybaby, sissy, snob, monster, excuse for a human being, excuse for a human, bitch, witch,
wretch, bird, joke, embarrassment, rodent, cockroach, jellyfish, amoeba, goblin, gremlin, troll, zombie, drone
"""
# What is said of nobody kindly; "two faced" is two words once folded.
TRAITS = """
stupid, dumb, thick, dim, dense, dozy, dopey, daft, dull, brain dead, braindead, brainless, gormless, clueless, witless, mindless,
useless, worthless, hopeless, pathetic, incompetent, inept, feckless, bumbling, blithering, ignorant, illiterate, uneducated, inbred,
lazy, idle, greedy, grasping, thieving, robbing, robbin, cheating, scamming, swindling, bloodsucking, blood sucking, money grabbing,
lying, deceitful, two faced, slimy, sleazy, crooked, corrupt, dishonest, spineless, gutless, cowardly, snivelling, sniveling,
grovelling, whining, heartless, soulless, shameless, callous, arrogant, smug, cheeky, rude, snotty, stuck up, jumped up, insolent,
obnoxious, insufferable, unbearable, despicable, contemptible, vile, disgusting, filthy, rotten, stinking, smelly, ugly, fat, fugly,
mouth breathing, knuckle dragging, fucking, fuckin, fkn, effing, bloody, goddamn, goddamned, damned, retarded, moronic, idiotic,
demented, deranged, tight fisted, tightfisted, half witted, slow witted, dim witted, pea brained, bird brained, hare brained,
thick headed, fat headed, pig headed, empty headed, bone headed, bone idle, no good, good for nothing, absolute, utter
"""
# Harmless by themselves, and put between.
MILD = """
little, old, wee, great, big, sad, sorry, silly, poor, miserable, blind, deaf, total, complete, proper, right, real, massive, huge, mean,
nasty, cruel, evil, sick, cold, bald, skinny, dirty, cheap, lousy, crazy, mad, slow, petty, lonely, bitter, self satisfied, self important, self righteous, dribbling, drooling, whiny, spotty, overpaid, underworked, waste of, piece of,
excuse for a, excuse of a, bunch of, pack of, sad excuse for a, lot of, bit of a
"""
# What people are called together.
HEAPS = "(?:bunch|pack|load|shower|set|collection|crew|horde|herd|circus|nest|den|band|mob|tribe|parade|clan|cabal)"
DIM = "(?:stupid|dumb|thick|dim|dense|slow|incompetent|useless|clueless|brainless|ignorant|dopey|daft|retarded|gormless|inept)"
WITS = "(?:brains?|brain cells?|braincells?|sense|intelligence|wit|iq|competence|personality|empathy|humanity|backbone)"
ARMS = "(?:gun|knife|shotgun|rifle|axe|hammer|machete|crowbar|baseball bat|bat|blade|pistol|sledgehammer|can of petrol|molotov)"
KILLED = """
shot, hanged, hung, stabbed, beaten, beaten up, slapped, punched, drowned, burnt, burned, flogged, whipped, horsewhipped, gassed,
strung up, put down, run over, castrated, sterilised, sterilized, exterminated, euthanised, strangled, lynched, gutted, smacked, caned,
executed, shoved off a cliff, thrown off a cliff, thrown off a roof, thrown under a bus, battered, killed, neutered, buried alive, aborted
"""
GRAVE = "(?:hospital|a (?:ditch|coffin|box|grave|morgue|wheelchair|body bag|bodybag|river|skip|ward)|the (?:ground|morgue|hospital|river|obituaries|gutter)|intensive care|a&e|traction|casualty|a and e)"
BLOODY = "(?:hospital|blood|teeth|fists?|bones?|grave|coffin|wheelchair|crutches|boot in|limping|black eye|broken (?:nose|jaw|legs?|arms?))"

_END = "(?= ?(?:[.,!?;:…)]|$))"
_EDGE = "(?:^|(?<=[.,!?;:…(])|(?<=[.,!?;:…(] ))"
# After a name one is called: the end, or what one is told next.
_CALLED = "(?=(?: ?[.,!?;:…)]|$)| (?:and|who|what|why|when|where|how|give|gie|pay|call|get|fix|just|stop|go|i|do|answer|sort|read|send|refund|learn|cancel|you|sitting|hiding|of a|that you are|to think)\\b)"

_NAMES = {
    "PERSON": any_of(PERSONS, words.VILE),
    "BEAST": any_of(BEASTS),
    "LOW": any_of(PERSONS, words.VILE, BEASTS),
    "TRAIT": any_of(TRAITS),
    "ADJ": "(?:"
    + any_of(TRAITS, MILD)
    + "|[a-z]{2,}(?:less|brained|headed|witted|faced|fisted|minded|arsed|assed|bellied|mouthed|jawed)|[a-z]{4,}(?:able|ible|ous))",
    # Words that may stand before a name; none that would make it somebody else's, or none at all.
    "SOME": "(?:(?!(?:not|never|no|nor|to|with|for|by|from|about|of|in|on|at|as|like|if|when|because|that|who|than|i|my|me|we|it|he|she|they|your|his|her|our|their|its|the|right|wrong|sure|under|against|between|over|after)\\b)"
    "(?:lying|thieving|robbing|cheating|scamming|fucking|snivelling|grasping|whining|conniving|scheming|bloodsucking|stinking|bumbling|[a-z]*(?<!ing)),? )",
    "YOU": "(?:you|u|ya|ye|yous|youse)",
    "ALL": "(?:the (?:whole |entire |bloody |fucking )?(?:lot|bunch|team|pack) of (?:you|ya|u|yous)|(?:all|each and every one|every (?:single |last |bloody |fucking )?one|both|most) of (?:you|ya|u|yous)|you (?:lot|all))",
    "KILLED": any_of(KILLED),
    "ARE": "(?:{YOU}(?: (?:people|lot|guys|all)){0,6} (?:are|r|re|is)|ur|your|youre)",
}

_RULES = [
    # Called by a name.
    ("insult", 0.75, "{YOU},? (?:(?:people|lot|guys|absolute|utter) ){0,6}(?:{ADJ},? (?:and )?){1,4}{LOW}" + _CALLED),
    ("insult", 0.75, "{YOU} {PERSON}" + _CALLED + "(?<!you cheat)(?<!you con)(?<!you bully)(?<!you weasel)(?<!you knob)"),
    ("insult", 0.75, _EDGE + "(?:and |but |oh |well |hey |listen |thanks |bye |what |again |ya |yer |absolute |utter |a |an ){0,4}(?:{ADJ},? ){0,5}(?:{TRAIT},? )(?:{ADJ},? ){0,5}{LOW}(?:,? {ALL})?" + _END),
    ("insult", 0.7, "(?:{LOW}|{TRAIT}),? {ALL}" + _END),
    ("insult", 0.75, "(?<!gang of )" + HEAPS + " of {SOME}{0,3}?(?:{LOW})(?! (?:broke|stole|have|has|had|ate|chewed|came|attacked|outside|robbed|got|in|on|at|under|from))"),
    ("insult", 0.7, "{YOU}(?: (?!not|were|with|have|had|sent|sold|know)[a-z]+){0,4}? (?:are|r|re|is|were) (?:nothing (?:but|more than) |just |all |such |really |truly |clearly |obviously |both ){0,6}{SOME}{0,4}?{PERSON}(?! (?:about|to me|for|on|of the|free|proof|detection|alert|or not))"),
    ("insult", 0.7, "(?:whoever|the person (?:who|that)|those who) (?:[a-z]+ )?(?:answers?|reads?|wrote back|replied|replies|writes?|is reading|is answering|handles|handled|runs)(?: [a-z]+){0,4} (?:is|are|must be) {SOME}{0,4}?{PERSON}"),
    ("insult", 0.7, "(?:someone|somebody|anyone|a person|a human) (?:there |in your [a-z]+ )?who (?:isn t|is not|s not|aint) (?:an? |as )?(?:(?:{ADJ}) ){0,5}(?:{LOW}|brain dead|as thick|so thick|thick|stupid|dumb|brainless)"),
    ("insult", 0.55, ", (?:you )?(?:genius|einstein|sherlock|brainiac|smartarse|smart arse|smartass|smart ass|clever clogs|bright spark)" + _END),
    ("insult", 0.65, "(?:{ARE}|you sound|you look) (?:so |too |really |proper |that |well |dead |sooo |just |all |bare ){0,6}(?:dum|dumm|stoopid|stupit|stupd|thicc|fick|tapped|mental|retardid|a joke mate|an absolute joke|brain ?dead|thick as [a-z]+)" + _END),
    ("insult", 0.55, "{YOU} (?:people |lot |guys )?(?:are|re|r) (?:all )?(?:an? )?(?:absolute |complete |total |utter |fucking |fkn |fkin |bloody ){0,6}(?:joke|laughing stock|shambles of a (?:man|woman|person)|walking joke)(?:,? mate)?" + _END),
    ("insult", 0.7, "{YOU},? (?:{ADJ},? ){0,3}(?:{TRAIT}|sad|lonely|petty|bitter|nasty|horrible|cruel|evil)(?:,? (?:little|old|lonely|bitter|fat|sad)){0,3} (?:man|woman|person|human being|girl|boy|people|individuals?)" + _CALLED),
    # Wits compared, and wits that fail.
    ("insult", 0.7, "more (?:[a-z]+ )?" + WITS + "(?: [a-z]+){0,3}? than (?:(?:out of|from|in|with) )?{YOU}(?! (?:think|expect|have ever|would))|(?:better|nicer|cleaner|smarter) things? than {YOU}|(?:smarter|brighter|cleverer|more intelligent|sharper|more useful|more competent|quicker) than (?:you|u|your (?:whole|entire) team|the lot of you)" + _END),
    ("insult", 0.7, "how (?:did|does|do|can|could|on earth (?:did|does)) (?:someone|somebody|anyone|people|a person|an? [a-z]+) (?:as|so|this|that) " + DIM),
    ("insult", 0.7, "(?:are|r|is) (?:{YOU}|everyone|everybody|anyone)(?: (?:lot|people|guys|all|there|really|actually|both|just)){0,6} (?:(?:deaf|blind|thick|dumb|stupid|dim|daft|illiterate|simple|slow|retarded|mental|drunk|high|stoned) or (?:just|what|wot|wat|something|summat|simply|plain|is|are|deaf|blind|dumb|stupid|thick|do)|on (?:drugs|crack|glue|meth)|smoking (?:crack|something)|brain dead|braindead|retarded|illiterate|thick|taking the piss|high|stoned|drunk" + _END + ")"),
    ("insult", 0.7, "(?:anyone|anybody|someone|somebody|one person|no one|nobody|a person|a human)(?: [a-z]+){0,4}? (?:with|who has|who s got|has|have) (?:a|half a|more than (?:one|two|half a)|at least one|any|an actual|one) (?:[a-z]+ )?(?:brain(?: ?cells?)?|braincells?|iq)(?! (?:injur|tumou?r|condition))"),
    ("insult", 0.7, "(?:do|does|have|has|did) (?:{YOU}|any of you|anyone there)(?: (?:people|lot|even|actually|really|guys|all|not)){0,6} (?:have|got|possess|own|use|get) (?:a|any|half a|even a|even half a) (?:[a-z]+ )?(?:brains?|brain ?cells?|braincells?)" + _END + "|(?:use|try using|engage|switch on) your (?:[a-z]+ )?(?:brains?|brain ?cells?|head for once)"),
    ("insult", 0.65, "{YOU} (?:wouldn t|would not|couldn t) (?:know|recogni[sz]e|spot|understand|notice) (?:[a-z]+ ){1,6}?(?:if it|if one|if they|when it) (?:hit|slapped|bit|punched|smacked|kicked|sat|jumped|walked)"),
    ("insult", 0.55, "but (?:evidently|clearly|obviously|apparently|of course|seemingly)?,? ?not {YOU}" + _END + "|,? so not {YOU}" + _END),
    ("insult", 0.7, "hard of thinking|(?:two|few) (?:[a-z]+ )?short of (?:a|the) [a-z]+|(?:elevator|lift) (?:doesn t|does not) (?:go|reach)|nobody (?:s|is) home upstairs|did {YOU} (?:even )?(?:go to|finish|ever go to) school|born (?:stupid|yesterday or)|which (?:cereal|cornflakes|cracker) (?:box|packet)|waste of (?:a )?(?:oxygen|skin|space|sperm|breath|carbon|flesh|salary|desk|human|good air)"),
    ("insult", 0.75, "(?:your|ur|yer) (?:[a-z]+ )?(?:ugly|stupid|fat|smug|thick|dumb|empty|tiny|pea sized|filthy|tiny little|miserable|lying|lazy|spotty) (?:little |old )?(?:face|head|heads|mug|gob|mouth|brain|brains|skull|arses?|asses|ass|backsides?|bums?|faces|mouths)"),
    ("insult", 0.75, "(?:{PERSON}|{BEAST}) like (?:you|u|yourself|yourselves|yous|you lot|you people)(?! (?:said|told|know|to)\\b)"),
    ("insult", 0.65, "(?:stop|quit|enough|leave me alone|get lost|learn to (?:read|count|write|spell)|go away|wake up|answer me|back to school|oi|hey|so|try again|add up|read it|teach you|ever)(?: [a-z]+){0,3},? (?:{YOU} )?(?:{ADJ} ){0,5}(?:{PERSON}|snake|rat|pig|stupid|thick|dumbo|dummy)(?:,| " + _END + "|" + _END + ")"),
    ("insult", 0.65, "(?:lack|without|short of|haven t got|don t have|do not have|limited) (?:the |your )?(?:[a-z]+ )?(?:mental|intellectual|cognitive) (?:capacity|ability|faculties|skills|powers)|(?:the )?intellect of (?:an? )?[a-z]+|(?:a )?special kind of (?:stupid|idiot|moron|dumb|useless)|(?:raising|raised|brought up|bringing up|gave birth to|produced) (?:such )?(?:an? )?(?:{ADJ} ){0,5}(?:{PERSON})|{YOU} couldn t (?:run|organi[sz]e|manage|boil|pour|count|tie|spell|fight) (?:a|an|your|to|water|cat)(?: [a-z]+)?|because that s what {YOU} are"),
    ("insult", 0.65, "{YOU} (?:are |re |r )?(?:all )?(?:too|so) " + DIM + "(?: to| for|" + _END + ")|" + "(?:are|r) (?:you|u|ya|y all|yall|yous)(?: (?:all|lot|people|guys|just|really|actually|that|this|even)){0,6} (?:dumb|stupid|thick|dim|slow|retarded|dense|braindead)" + _END + "|{YOU} (?:all |people |really )?(?:stink|reek) of|wipe your (?:arse|ass|bum|backside) with|how " + DIM + " (?:do|does|can|could) {YOU} (?:have to )?"+ "(?:be|get)|{YOU} (?:are |r )?(?:trash|garbage|dogshit|dog shit|pure trash|ass|mid|cringe) (?:af|asf|lol|mate|bro|fr|ngl)|{YOU} (?:re|are|r) (?:nothing|a zero|a nobody|a nothing)" + _END),
    ("insult", 0.55, "(?:omg |lol |lmao |ffs )?(?:ur|you re|youre|u r) (?:so|sooo*|too|just|dead|proper|well) (?:dum|dumb|thick|stupid|slow|dim|dense)\\b"),
    # Told where to go.
    ("insult", 0.75, "(?:shove|stick|stuff|ram|cram|insert|put|jam) (?:(?:your|that|this|the|it|ur|those|these) ?)(?:[a-z]+ ){0,5}?(?:up (?:your|ur|yer|his|it) ?[a-z]*|where (?:the )?sun|down your throat|sideways)"),
    ("insult", 0.6, "(?:you can |you may |just |go )?(?:stuff|shove) (?:your|ur|that|those) (?:[a-z]+ )?(?:apology|apologies|voucher|vouchers|offer|discount|policy|policies|credit|survey|refund|terms|points|contract|job|rules|excuses|advice|compensation|sympathy|reply|goodwill|gift card|coupon|ticket|company|service|procedure)"),
    ("insult", 0.7, "(?:^|go |and |just |can |[.,!?] )(?:eat (?:dirt|dung|glass|my shorts|turds|shite|dust)|pound sand|kick rocks|suck (?:it|eggs|lemons|on that|(?:my|deez) [a-z]+)|(?:rot|burn|fry|roast) in (?:hell|the|your)|choke on (?:it|your)|(?:take a )?long walk off|step on (?:a lego|lego)|(?:jump|walk) (?:off|in front of|under|into) (?:a|the) (?:bridge|cliff|bus|train|roof|traffic|lake|river|canal)|drown|hang|boil your|do one|beat it|get to fuck|bog off|get (?:stuffed|knotted|bent|rekt|wrecked)|rot|choke)" + _END),
    ("insult", 0.75, "(?:i |we )?(?:spit|piss|shit|puke|vomit|wipe my (?:arse|ass)) (?:on|at|upon|over) (?:you|your)\\b(?! (?:website|site|product))|(?:curse|plague|pox|cancer|death) (?:on|upon|to) (?:you|all of you|the lot of you|your (?:family|house|children))"),
    ("insult", 0.6, "get out of my (?:sight|face|life)|(?:get|move|shift|haul|lift) (?:off )?(?:your|ur) (?:[a-z]+ )?(?:arses?|ass|asses|backsides?|bums?|butts?)|finger out (?:of )?your (?:arse|ass|bum)|sitting on your (?:[a-z]+ )?(?:arses?|asses|backsides?|bums?)"),
    ("insult", 0.6, "{YOU} (?:people |lot |guys |all |really |honestly |literally |just ){0,6}(?:make me (?:wanna |want to )?(?:sick|puke|vomit|gag|heave|barf)|disgust(?:s)? me|repulse me|sicken me|revolt me|are beneath contempt|mean nothing|are nothing|have no (?:soul|heart|brains?|balls))|sight of you|the (?:likes|sort|kind) of you (?:make|disgust)"),
    ("insult", 0.65, "(?:your|ur) (?:mother|mum|mom|parents|dad|father|family) (?:must be|should be|are probably|is probably|will be)? ?(?:so |very )?(?:ashamed|embarrassed|disappointed|related|cousins|siblings)|(?:your|ur) (?:family tree|gene pool)"),
    # What will be done to one, or is wished.
    ("threat", 0.85, "(?:{YOU}|{ALL}|(?:people|scum|idiots|someone) like {YOU})(?: (?:all|lot|people|guys|both)){0,6} (?:should(?: have been)?|ought to(?: have been)?|need to|needs to|deserve to|deserves to|must|want|d better)(?: all)? (?:be |get |have been )?(?:[a-z]+ ){0,4}?{KILLED}(?! (?:by (?:a|an|the) (?:fine|regulator)|with a fine))"),
    ("threat", 0.75, "(?:i |we )?(?:really |sincerely |truly |do )?(?:hope|wish|pray)(?: that| to god)? (?:{YOU}|{ALL}|someone|your [a-z]+)(?: [a-z]+){0,2}? (?:lose your (?:job|jobs|house|home|family|kids|legs|arms|sight|teeth|mind)|get (?:[a-z]+ )?(?:cancer|aids|leukaemia|leprosy|ebola|ill|run over|fired|sacked|mugged|robbed|hurt|what s coming)|end up (?:homeless|on the street|alone|dead|in prison|in " + GRAVE + "|jobless)|die|never (?:walk|sleep|wake)|starve|rot|burn|suffer|choke|fall down)"),
    ("threat", 0.85, "(?:put|leave|land|send|have) (?:{YOU}|your [a-z]+|the lot of you|one of you) (?:all )?(?:in|to|into|on) " + GRAVE + "|(?:ill|ll|will|gonna|going to|could|can) have (?:{YOU}|your [a-z]+) (?:killed|shot|beaten|beaten up|stabbed|done in|whacked|knifed|kneecapped|taken out)"),
    ("threat", 0.8, "{YOU} ?(?:ll|will|are going to|re going to|gonna|are gonna)? (?:all )?(?:regret|be sorry|rue|pay|wish)(?: [a-z]+){0,8}? " + BLOODY),
    ("threat", 0.75, "(?:people|scum|idiots|men|women|guys|crooks|thieves|liars|rats) like {YOU} (?:always |usually |often |tend to |should )?(?:end up|get found|wind up|finish|are found|disappear|get (?:hurt|shot|stabbed|beaten|what))"),
    ("threat", 0.75, "(?:someone|somebody|one of us|a customer|i) (?:is going to|s going to|will|ll|is gonna|s gonna|should|might|could|m going to|m gonna) (?:just )?(?:walk|come|turn up|show up|burst|march|go|storm)(?: [a-z]+){0,5}? with (?:a|an|my|the|his) (?:[a-z]+ )?" + ARMS),
    ("threat", 0.75, "(?:there (?:will|is going to|s gonna|s going to|ll)|it ll|gonna) (?:be|end in) (?:blood|bloodshed|a bloodbath|a massacre|bodies|casualties)|(?:it will be|it ll be|with|in) your (?:own )?blood|^your blood" + _END),
    ("threat", 0.8, "(?:i|we|ill|im|ima|imma|gonna|and)(?: (?:ll|will|am|m|re|are|going to|gonna|swear|then|to|soon|coming to)){0,6} (?:hunt|track|chase|come after|coming after|come for|coming for|find and hurt|mess|fuck|do|beat|kick|knock|smash|batter|lay|take|cut|deck|drag|bury|gut|end|finish|ruin|hurt)(?:ing)? (?:{YOU}|your (?:face|head|family|kids|life))(?: (?:down|up|in|out|over|to a pulp|to death|senseless|black and blue|limb from limb|myself|outside|badly|good|teeth in|alive|for good|into the ground|by the throat))" + "(?! (?:on|with|for|to|of|at|your|by|from|in court|as)\\b)"),
    ("threat", 0.8, "(?:set|let|release) (?:the|my) (?:dogs?|pit ?bulls?|rottweilers?) (?:on|loose|at|out)(?! the (?:lead|garden))|(?:your|ur) (?:kids|children|family|daughter|son|wife|husband|mother|house|car|teeth|knees|kneecaps|legs)(?: [a-z]+){0,2}? (?:will|gonna|are going to|is going to|might|could|would) (?:[a-z]+ )?(?:pay|suffer|burn|die|get hurt|get it|disappear|break|bleed|be sorry|regret)"),
    ("threat", 0.7, "(?:when|if|once|wait till|wait until|til|soon as) (?:i|we) (?:ever |finally |do )?(?:see|meet|find|catch|get hold of|get my hands on|bump into|run into|come across) {YOU}(?: [a-z]+){0,4}?,? ?(?:i |we |you |gonna |ill |im ){1,6}(?:[a-z]+ ){0,4}?(?:beat|smash|batter|kill|hurt|punch|slap|dead|break|bash|deck|knock|regret|sorry|bleed|strangle|spit)"),
    ("sexual", 0.7, "(?:pic|picture|photo|selfie|video|snap)s? (?:of )?(?:you|u|yourself|urself),? (?:sexy|babe|baby|hot stuff|gorgeous|sweet cheeks|darling|sweetheart|hottie|naked|in bed|in the shower|in your)"),
    ("threat", 0.75, "(?:picking|pick|spit|spitting|swallow|swallowing|collecting|looking for|lose|losing) (?:up )?(?:out )?(?:your|ur) (?:[a-z]+ )?(?:teeth|guts|kneecaps)|(?:bring|bringing|brought|carrying|fetch|fetching|grab|grabbing) (?:a|my|an|the) (?:[a-z]+ )?" + ARMS + "(?: [a-z]+){0,4}? (?:you|your|visit)|(?:see|watch|watching|seeing|have) (?:you|u|the lot of you|you all|you lot) (?:all )?(?:hang|hanged|hung|swing|bleed|burn|die|suffer|beg|crawl|dead|buried|strung up)" + _END),
    ("threat", 0.75, "(?:come|coming|pull up|pullin up|roll up|go|head|going) (?:[a-z]+ ){0,4}?(?:n|and|to|2|an) (?:shank|stab|batter|bang|deck|box|jump|merk|spark|bash|smack|smash|kill|shoot|beat|fight|punch|strangle) (?:u|you|ya|yous|all of you|your face|ur face)|(?:then|and) your (?:[a-z]+ )?(?:face|skull|head|teeth|kneecaps|legs|jaw)" + _END + "|shoot (?:whoever|anyone|anybody|the (?:next|first)|one of)|(?:don t|doesn t|won t|not|never) walk (?:so|too|very|as|that) (?:well|good|straight)|like you(?: [a-z]+){0,3} (?:buried|in the ground|limping|six feet)"),
]  # fmt: skip

RULES = compiled(_NAMES, _RULES)
