"""What servers say when they refuse a letter, in English, French and a little of their own tongue."""

from __future__ import annotations

# In this order; the first that fits is the reason.
BY_WORDS: tuple[tuple[str, bool, str], ...] = (
    (
        "sender-refused",
        False,
        r"sender address|sender(?:'s)? (?:domain|rejected|denied|verif|not)|domain of sender|sending domain"
        r"|(?:mail )?from address|from:? <?[^ ]+>? (?:rejected|denied)|return path|purported responsible"
        r"|unauthenticated|(?:smtp )?authentication (?:required|checks)|email address is not verified"
        r"|invalid domain name"
        r"|^mail from \S+ rejected|error from remote (?:mail )?server after mail from"
        r"|in reply to mail from|not allowed to send|does not designate|invalid sender",
    ),
    ("authentication", False, r"\bspf\b|\bdkim\b|\bdmarc\b|does not pass authentication"),
    (
        "no-reverse-name",
        False,
        r"reverse dns|\bptr\b|\brdns\b|ip name lookup|cannot find your (?:reverse )?hostname"
        r"|hostname lookup failed for",
    ),
    (
        "mailbox-full",
        False,
        r"(?:mail ?box|mail ?folder|inbox|account|user|maildir|boite|boîte)[^.]{0,60}\b(?:is "
        r"|are |was )?(?:too )?full\b|over ?quota"
        r"|bo[iî]te\b[^.]{0,60}\bpleine\b|quota (?:dépass|attein)"
        r"|quota (?:exceed|full|error|violat|limit)|exceed\w* (?:the |its |his |their |my |your )?"
        r"(?:\w+ )?(?:quota|storage|disk|space)|out of storage|insufficient (?:disk"
        r"|system storage|storage|space)|not enough (?:disk )?(?:space|storage)"
        r"|mail ?box exceeded|disk full|no space left|overquota|storage (?:limit|full)"
        r"|mail ?box size limit|exceeded storage allocation"
        r"|(?:boîte|boite)[^.]{0,40}(?:pleine|saturée)|quota d[ée]pass[ée]|mailbox_full|quotaexceeded",
    ),
    (
        "takes-no-mail",
        True,
        r"does(?: not|n't) (?:accept|receive) (?:any )?(?:mail|messages|smtp)|null ?mx"
        r"|no mail accepted|host/domain does not accept"
        r"|does not (?:have|run) (?:an? )?(?:mail|smtp) (?:server|service)|malformed or unexpected name server"
        r" reply|mail receiving disabled"
        r"|couldn't find a mail exchanger|no mx (?:record|host)?s? ?(?:found|exists?)?(?: for"
        r"| or)|not a mail server|smtp protocol returned a permanent error",
    ),
    (
        "moved",
        True,
        r"has moved|user moved|no longer on (?:this )?server|has been replaced by"
        r"|mailbox (?:was )?moved|not our customer|address (?:has )?changed",
    ),
    (
        "filtered",
        False,
        r"recipient(?:'s)? preferences|message filtered|\b550 : user unknown|domain filter"
        r"|filtered by|rejected by (?:the )?(?:domain|user|recipient)"
        r"|you (?:are|have been) blocked|not accepting (?:mail|messages) from|sieve|550 : user",
    ),
    (
        "no-such-place",
        True,
        r"host (?:is )?unknown|unknown host|(?:domain|host)(?: name)? (?:was |could )?not (?:be )?found"
        r"|domain not (?:found|known)|no such (?:domain|host)"
        r"|unknown domain|(?:domain|host) (?:name )?(?:\S+ )?(?:does not|doesn't|may not"
        r"|did not) (?:exist|resolve)|couldn't find any host"
        r"|unroutea?ble (?:mail )?domain|non-?existent (?:domain|host)|domain is not reachable"
        r"|host not found|illegal host|name or service not known"
        r"|account or domain may not exist|all relevant mx records point to non-existent"
        r"|bad destination (?:system|host|domain)"
        r"|invalid domain|(?:^|\s)553 \S+\.\S+ does not exist|nom de domaine[^.]{0,30}inconnu"
        r"|no route found to domain|nxdomain"
        r"|dns(?:-|\s)+lookup failure|host cannot be found|no data known",
    ),
    (
        "no-such-person",
        True,
        r"(?:user|recipient|addressee|address|account|mail ?box|local ?part|alias"
        r"|destination|receiver|utilisateur|destinataire|adresse)s?"
        r"[^.;]{0,25}\b(?:unknown|inconnu)|(?:unknown|inconnu)e? (?:or (?:illegal"
        r"|invalid) )?(?:\w+ )?(?:user|recipient|address|account|mail ?box|local|alias"
        r"|destinat|addressee)"
        r"|no such (?:user|person|recipient|address|account|mail ?box|alias|customer|local)"
        r"|(?:user|recipient|address|account|mail ?box|person|group|utilisateur|compte"
        r"|adresse|boite|boîte)\b[^;]{0,90}(?:does ?not|doesn'?t|did not|n'existe"
        r"|could ?n[o']t be|not be)"
        r" ?(?:exist|pas|found|any longer)|does not have (?:an? )?\S*\s*(?:account"
        r"|mail ?box)|doesn't have (?:an? )?\S+ account"
        r"|(?:user|recipient|account|mail ?box|address|person)s? (?:was |is |are )?not (?:found"
        r"|known|listed|exist|valid|on file|registered|recogni[sz]ed|a valid)"
        r"|recip(?:ient)?notfound|recipient not found|not found by smtp address|not (?:a )?(?:known"
        r"|valid|registered) (?:user|recipient|mail ?box|address|account)"
        r"|invalid (?:final )?(?:delivery )?(?:recipient|user|mail ?box|address|account"
        r"|local)|(?:recipient|user|address|account|destinataire)s? (?:is |are )?invalide?"
        r"|destinataire invalide|no (?:mail ?box|account|user|recipient)s? (?:here"
        r"|by that|with|found|for|at|named|called)|no valid recipients?"
        r"|bad (?:destination )?(?:mail ?box )?(?:address|recipient)|undeliverable address"
        r"|might not exist|no longer (?:exists?|valid|available|in use|with|works?"
        r"|active)"
        r"|(?:user|account|mail ?box|address) (?:has been |was |is )?(?:deleted|removed"
        r"|terminated|closed|cancell?ed)|delivery to non-?existent"
        r"|unroutea?ble address|not a member|addressee unknown|user_unknown|no one by that|is not one of our"
        r"|unable to find (?:user|recipient)|cannot find (?:user|recipient|your recipient)"
        r"|(?:adresse|destinataire|utilisateur|compte|boîte)\b[^;]{0,90}(?:inconnu|inexistant|introuvable)"
        r"|n['’]a pas été trouvée? (?:sur|dans|chez)"
        r"|ausgeschieden|существует|nicht gefunden|unbekannt|リストにありません|見つかりません",
    ),
    (
        "suspended",
        False,
        r"(?:account|mail ?box|user|recipient|address|compte)[^.;]{0,60}(?:disabled"
        r"|inactive|suspend|locked|frozen|discontinued|blocked|bloqu|not active|deactivat"
        r"|expired)"
        r"|disabled (?:recipient|user|account|mail ?box|address)|inactive (?:user"
        r"|account|mail ?box)|not (?:an )?active|account disabled"
        r"|temporar\w+ (?:locked|disabled|suspended|unavailable)",
    ),
    ("on-hold", False, r"on hold|recipient error"),
    (
        "spam",
        False,
        r"\bspam\b|junk mail|unsolicited|scored as|bulk mail|blacklisted url|uribl"
        r"|mail rejet[eé]|spamsignature|low reputation|user complaints"
        r"|likely suspicious|considered (?:as )?(?:spam|junk)",
    ),
    ("virus", False, r"virus|malware|infected|phish|trojan|worm"),
    (
        "too-big",
        False,
        r"(?:message|mail|length)[^.;]{0,30}(?:too (?:big|large)|exceed)|(?:line|header"
        r"|message)s? (?:is |was )?too long|size (?:exceed|limit)|exceeds (?:the )?(?:maximum"
        r"|fixed|size|administrative)|line limit",
    ),
    (
        "blocked",
        False,
        r"black ?list|block ?list|\bdnsbl\b|\brbl\b|spamhaus|spamcop|barracuda|client host rejected"
        r"|banned|blocked|reputation|poor reputation"
        r"|bad(?:ly)? (?:ip|host)|your (?:ip|host|server|network|isp)|from your|open relay"
        r"|no access from|access from ip|weren't sent|invalid ip"
        r"|\(bl\)|service refus|connections? (?:not accepted|refused from|rejected)|my name was rejected|helo|ehlo",
    ),
    (
        "too-much",
        False,
        r"too many|rate ?limit|frequency limited|throttl|unexpected volume|exceed\w* (?:the )?(?:rate"
        r"|limit|maximum number)|try again later|gr[ea]ylist|essayer plus tard|temporarily deferred",
    ),
    (
        "relaying",
        False,
        r"relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed))|relaying|not permitted to relay|relay not",
    ),
    (
        "policy",
        False,
        r"polic(?:y|ies)|protocol violation|not allowed|not permitted|content reject"
        r"|message (?:content )?reject|media error|security (?:polic|reason|violation"
        r"|measure)|for security|prohibited|forbidden",
    ),
    (
        "timed-out",
        False,
        r"time[d-]? ?out|expired|retry time|too long|deferred|delay|could not (?:be )?(?:connect"
        r"|reach)|connection (?:refused|reset|lost|closed|dropped)|lost connection"
        r"|no route to host"
        r"|unable to connect|establish an smtp connection|network (?:is )?(?:error"
        r"|unreachable)|unreachable|did not (?:accept our|respond)|not respond|loop"
        r"|hop count|mail system is down|giving up",
    ),
    (
        "broken-server",
        False,
        r"internal (?:system |server )?error|system error|service (?:currently )?(?:un"
        r"|not )available|unable to contact|ldap|configuration|i/o error|temporary failure"
        r"|local error|cannot open|failed to read",
    ),
    (
        "not-authorised",
        False,
        r"delivery not authori[sz]ed|not authori[sz]ed|permission|failed to delivery|not implemented",
    ),
    (
        "no-such-person",
        True,
        r"check if (?:the )?address is correct|recipient(?: address)? (?:is |was )?rejected"
        r"|rejected recipient|mail ?box unavailable|user (?:is )?unavailable|address rejected"
        r"|@\S+ rejected|not exist|recipient refused",
    ),
    ("not-authorised", False, r"access denied|denied|refused|rejected"),
)
