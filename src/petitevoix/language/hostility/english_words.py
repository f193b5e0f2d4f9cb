"""English words for a person, from what is never kind to what is only blunt.

Lower case, singular: `petitevoix.language.hostility.rules` adds plurals. A space stands for any of space, apostrophe
and hyphen.
"""

# Never kind, whoever says them of whom.
VILE = """
asshole, arsehole, ass hole, a hole, bastard, bitch, cunt, twat, wanker, dickhead, dick head, prick, motherfucker,
mother fucker, fucker, fuckwit, fuckface, fuck face, shithead, shit head, shitbag, piece of shit, piece of crap,
piece of garbage, piece of trash, piece of filth, son of a bitch, sob, whore, slut, skank, slag, knobhead, knob
head, bellend, bell end, tosser, douche, douchebag, douche bag, scumbag, scum bag, scum, retard, subhuman,
cocksucker, cock sucker, jackass, dumbass, dumb ass, dumbfuck, dipshit, dip shit, shitstain, cum stain, pile of
shit, sack of shit, bag of shit, waste of skin, waste of oxygen, waste of space, waste of air, turd, arse licker
"""
# Insults once they are said to somebody.
COMMON = """
idiot, moron, imbecile, cretin, fool, halfwit, half wit, dimwit, dim wit, nitwit, numbskull, numskull, numpty,
muppet, plonker, pillock, simpleton, dunce, dullard, blockhead, bonehead, airhead, birdbrain, pea brain, peabrain,
pinhead, lamebrain, nincompoop, dolt, oaf, buffoon, clown, loser, creep, weirdo, weasel, slug, worm, leech,
parasite, vermin, cockroach, rodent, swine, toad, lowlife, low life, degenerate, psycho, psychopath, sociopath,
lunatic, nutter, nutcase, maniac, halfbrain, stupid, dumb, thick, brainless, brain dead, braindead, gormless,
clueless, twit, berk, git, minger, hag, cow, old bat, sheep, waster, layabout, good for nothing, good for nothings,
slob, pig, nobody, peasant, troll, monkey, chimp, donkey, joke, laughing stock, doofus, dope, goon, thug, sleazebag,
sleaze, slimeball, coward, snake in the grass, disgrace to humanity, nazi, failure, crook, thief, liar, fraud,
cheat, con artist, scammer, swindler, conman, con man, bully, crybaby, tool, knob, melt, mug, plank, wet, wipe,
zombie, dickless, spineless, two faced, bottom feeder, thieves, retarded, moronic, idiotic, imbecilic, demented,
deranged, lackwit, ninny, wally, div, divvy, spanner, prat, arse, ass, bimbo, pencil pusher, keyboard warrior, mouth
breather, windowlicker, window licker, ratbag, scrub, noob, peabrained, bird brained, featherbrain, sad sack,
lardass, fatso, fatty, gobshite, eejit, feckless, vulture, insect, bug, filth, trash, garbage, rubbish human, joke
of a human being, incompetent fool, nasty piece of work, poor excuse for a human, poor excuse of a human, waste of a
human, rat, jerk, punk, bum, ignoramus, charlatan
"""
# Only as « you useless … », « bunch of … »: kind or plain by themselves.
BEASTS = """
animal, dog, ape, parrot, robot, snake, shark, vulture, hyena, mule, lemon, potato, cabbage, vegetable, monster,
robber, bandit, gangster, criminal, snob, brat, child, cog, drone, hypocrite, shyster
"""
# Blunt of a person; two of them, or one of them said hard, make an insult.
BLUNT = """
useless, incompetent, pathetic, hopeless, worthless, ridiculous, lazy, ignorant, disgusting, inept, shameless,
disgrace, embarrassment, deaf, blind, insane, crazy, mad, mental, despicable, vile, sick, nasty, miserable,
laughable, a waste of time, shameful, dishonest, crooked
"""
# What is put before them.
ADJECTIVE = """
stupid, dumb, fucking, fuckin, fking, effing, f ing, bloody, goddamn, damn, useless, worthless, pathetic, absolute,
total, complete, utter, lazy, fat, ugly, dirty, filthy, little, silly, old, miserable, brainless, thick, ignorant,
lying, thieving, incompetent, sad, sorry, poor, arrogant, rude, clueless, dense, spineless, real, massive, proper,
right, big, huge, bunch of, load of, pack of, bit of, just, nothing but, nothing more than, nasty, slimy, greedy,
rotten, disgusting, smug, sick, evil, crooked, two faced, fake, low, insignificant, mindless, inbred, jumped up
"""
STAFF = """
colleague, agent, adviser, advisor, manager, boss, engineer, technician, driver, rep, representative, salesman,
saleswoman, supervisor, cashier, clerk, receptionist, operator, guy, bloke, woman, lady, man, girl, lad, team,
staff, director
"""
