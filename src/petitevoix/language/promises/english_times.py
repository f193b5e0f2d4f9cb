"""English words for time, in plain letters."""

import re

from petitevoix.language.promises.tongue import END, MIDDLE, START, Times, any_of, mention_of, table

NUMBERS = table(
    "a 1, an 1, one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12,"
    " fourteen 14, fifteen 15, twenty 20, twenty-four 24, twenty-one 21, twenty-eight 28, thirty 30, forty 40,"
    " forty-five 45, forty-eight 48, sixty 60, seventy-two 72, ninety 90, a couple of 2, couple of 2, a dozen 12"
)
MONTHS = table(
    "january 1, february 2, march 3, april 4, may 5, june 6, july 7, august 8, september 9, october 10, november 11,"
    " december 12, jan 1, feb 2, mar 3, apr 4, jun 6, jul 7, aug 8, sept 9, sep 9, oct 10, nov 11, dec 12"
)
WEEKDAYS = table(
    "monday 0, tuesday 1, wednesday 2, thursday 3, friday 4, saturday 5, sunday 6, mon 0, tue 1, tues 1, wed 2, thu 3,"
    " thur 3, thurs 3, fri 4"
)
UNITS = {
    **dict.fromkeys(("minute", "minutes", "min", "mins"), "minute"),
    **dict.fromkeys(("hour", "hours", "hrs", "hr", "h"), "hour"),
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
}
POSITIONS = {
    **dict.fromkeys(("early", "start", "beginning", "earlier", "the start", "the beginning"), START),
    **dict.fromkeys(("mid", "middle", "the middle"), MIDDLE),
    **dict.fromkeys(("late", "later", "end", "the end", "close", "the close"), END),
}
DAYS = {"the day after tomorrow": 2, "day after tomorrow": 2, "tomorrow": 1, "today": 0, "same day": 0}

_NUMBER = rf"(?:\d{{1,15}}|{any_of(NUMBERS)})"
_MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
_WEEKDAY = rf"(?:{any_of(WEEKDAYS)})\b"
_UNIT = rf"(?:{any_of(UNITS)})(?!\w)"
_SPAN = r"(?:\s?(?:-|to|or|and|/)\s?)"
_WITHIN = (
    r"(?:(?:within|in|inside|over|during|under|after|up to|no more than|less than|another)"
    r"(?: (?:the|next|coming|following|a|maximum|max|period|space|of|about|around|approximately|roughly|under|less"
    r"|than|up|to|another|only|just|most|at|between))*)"
)
_WORKING = r"(?:(?:full )?(?:working|business|office|clear working)[ -])"
_MOST = r"(?: (?:from (?:now|today)|max(?:imum)?|at (?:the )?(?:most|latest)))"
_POSITION = rf"(?:{any_of(POSITIONS)})"
_ORDINAL = r"(?:st|nd|rd|th)"
_MINUTES = r"(?:[:.][0-5]\d)?"
_NOON = r"(?:am|pm|a\.m\.?|p\.m\.?)"

_PARTS = [
    (r"first thing(?: in the morning)?|early (?:in the )?morning|(?:the )?(?:start|opening) of (?:the )?"
     r"(?:business|play|day)", 10 * 60),
    (r"(?:the )?(?:close of (?:business|play)|cob|eod|the close|end of (?:the |this |business |working |play )*"
     r"(?:day|business|play)|(?:the )?end of play)", 18 * 60),
    (r"between (?:noon|midday|12) and (?:two|2)(?: ?pm)?", 14 * 60),
    (r"midnight", 24 * 60),
    (r"(?:late |mid-?)?(?:this |in the |during the )?(?:late |mid-?)?morning", 12 * 60),
    (r"early (?:this )?afternoon", 15 * 60),
    (r"lunch-?time|lunch", 13 * 60),
    (r"(?:12 )?noon|midday", 12 * 60),
    (r"(?:late )?(?:this |in the |during the )?(?:late )?afternoon", 18 * 60),
    (r"tonight|(?:this |in the |during the )?evening|night", 20 * 60),
    (r"overnight|during the night", 30 * 60),
    (r"later today|later on today", 18 * 60),
]  # fmt: skip

_MENTIONS = {
    "past": rf"yesterday(?: morning| afternoon| evening)?|last (?:{_WEEKDAY}|week|month|night|year)"
    rf"|{_NUMBER} {_UNIT} ago|earlier (?:today|this week)",
    "again": rf"(?:every|each) (?:(?P<again_day>{_WEEKDAY}|day|week)|\w+)"
    rf"|{_WEEKDAY} (?:to|-|through) {_WEEKDAY}|(?:mon|tues|wednes|thurs|fri|satur|sun)days"
    r"|weekdays|weekends|24/7|weekly|daily|usually|normally|on average",
    "vague": r"as soon as (?:possible|we (?:possibly )?can|i (?:possibly )?can)|asap|shortly|in due course|very soon"
    r"|soon"
    r"|promptly|right away|straight ?away|immediately|right now|at once|without delay|in no time|quickly|presently"
    r"|(?:with)?in (?:a|the next) (?:moment|minute or two|while|short while|few \w+)|(?:over|in|within) the (?:next"
    r"|coming)"
    r" (?:few |couple of )?(?:moments|minutes|hours|days|weeks)|in a (?:bit|moment)|before long|momentarily"
    r"|at the earliest (?:opportunity|convenience)|at our earliest \w+|in the near future|in the coming \w+"
    r"|as quickly as (?:possible|we can)|before too long|in good time|urgently|any (?:day|minute|moment|time) now",
    "iso": r"(?P<iso_y>\d{4})-(?P<iso_m>\d{2})-(?P<iso_d>\d{2})(?!\d)(?:t(?=\d))?",
    "numeric": r"(?P<num_d>\d{1,2})(?:/(?P<num_m>\d{1,2})(?:/(?P<num_y>\d{2,5}))?"
    r"|(?P<num_sep>[.-])(?P<num_m2>\d{1,2})(?P=num_sep)(?P<num_y2>\d{2,5}))(?![\d/%€])",
    "date": rf"(?:{_WEEKDAY},? )?(?:(?:the )?(?P<date_d>\d{{1,2}}){_ORDINAL}?(?: of)? (?P<date_m>{_MONTH})"
    rf"|(?P<date_m2>{_MONTH}) (?:the )?(?P<date_d2>\d{{1,2}}){_ORDINAL}?(?!\d|:))(?:,? (?P<date_y>\d{{4,6}}))?",
    "week": rf"(?:(?P<week_at>{_POSITION})(?: in| of)? )?"
    rf"(?:(?:the )?(?P<week_after>week after next)|(?:(?P<week_next>next |the following )|this (?:coming )?"
    rf"|the (?:coming )?|(?<=end of ))week"
    rf"(?! (?:before|after|on))(?: (?:of|commencing|beginning|starting) (?:monday "
    rf"|the )*(?P<week_d>\d{{1,2}}){_ORDINAL}?"
    rf"(?: (?:of )?(?P<week_m>{_MONTH}))?)?|(?P<week_end>eow))",
    "then": r"(?P<then_next>(?:on )?the (?:next day|following day|day after)(?! tomorrow| (?:the|your|you|we|i|it)\b))"
    r"|(?:then|(?:on )?that (?:same |very )?day|at that (?:point|time)|on (?:that|the) date)"
    r"(?= ?(?:[.,;!)]|$| (?:and|to|with) ))",
    "weekend": r"(?P<weekend_by>by )?(?:the |this |over (?:the |this )|(?P<weekend_next>next ))weekend",
    "month": rf"(?:in |by |before |during |from |at )?(?:the )?(?:(?P<month_at>{_POSITION})(?:-| of | in | )"
    rf"(?P<month_m>{_MONTH})|(?:(?<=in )|(?<=by )|(?<=during )|(?<=before )|(?<=from ))(?P<month_m2>{_MONTH}))",
    "month_from_now": rf"(?:(?:in |by |at )?(?P<from_at>{_POSITION})(?: of)? )?(?:the |this |(?P<from_next>next |"
    r"the coming |the following )|(?<=end of )|(?<=end ))month|(?:the )?(?P<from_end>month[- ]end|eom)",
    "year": r"(?:by )?(?:the )?end of (?:the |this )?year",
    "on": rf"a week on (?P<on_day>{_WEEKDAY})|(?:{_WEEKDAY}) week(?P<on_week>)",
    "dom": rf"(?:{_WEEKDAY} )?(?:the )?(?P<dom>\d{{1,2}}){_ORDINAL}|{_WEEKDAY} (?P<dom2>\d{{1,2}})(?=\s*(?:[.,;]|$))",
    "weekday": rf"(?:next |the )?(?P<weekday_week>next week (?:on )?)?(?P<weekday_this>this (?:coming )?)?"
    rf"(?P<weekday>{_WEEKDAY})(?P<weekday_week2> (?:of )?next week)?(?!'s|s\b)",
    "feast": r"christmas(?: day| eve)?|boxing day|new year(?:'s)?(?: day| eve)?",
    "hour": r"(?:within|in) (?:the (?:next )?|(?P<half>half an |the next half ))hour",
    "within": rf"{_WITHIN} (?P<within_n>{_NUMBER})(?:{_SPAN}(?P<within_m>{_NUMBER}))?"
    rf"[ -]?(?P<within_work>{_WORKING})?(?P<within_unit>{_UNIT})(?! ago){_MOST}?",
    "clock": rf"(?:\d{{1,2}}{_MINUTES} ?{_NOON}? ?(?:-|to|and) ?)?(?P<clock>\d{{1,2}}{_MINUTES} ?{_NOON})(?!\w)"
    r"|(?P<clock_24>(?:[01]?\d|2[0-3]):[0-5]\d)(?!\d)"
    r"|(?:(?<=at )|(?<=by )|(?<=before )|(?<=around )|(?<=between ))(?:\d{1,2}(?:\.[0-5]\d)? (?:and"
    r"|to) )?(?P<clock_bare>\d{1,2}(?:\.[0-5]\d)?)"
    r"(?: o'clock)?(?![\d%€£$]|\s?(?:%|days|working|hours|business|weeks|months|euros|pounds|percent)|[.,/:-]\d"
    r"|(?:st|nd|rd|th)\b| (?:\w+ )?(?:day|hour|week|month)s?\b"
    rf"| (?:of )?{_MONTH})|(?P<clock_o>\d{{1,2}}) o'clock"
    rf"|(?P<clock_part>half|(?:a )?quarter) (?P<clock_way>past|to) (?P<clock_said>{_NUMBER})",
    "bare": rf"(?P<bare_n>{_NUMBER})(?:{_SPAN}(?P<bare_m>{_NUMBER}))?"
    rf"[ -]?(?P<bare_work>{_WORKING})?(?P<bare_unit>{_UNIT})(?! ago)(?P<bare_most>{_MOST})?",
    "day": rf"(?:{any_of(DAYS)})",
    "part": "|".join(pattern for pattern, _ in _PARTS),
}

# The first words of all of them.
_STARTS = (
    "yesterday last every each monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday"
    " fridays saturday"
    " saturdays sunday sundays mon tue tues wed thu thur thurs fri weekdays weekends weekly daily usually normally"
    " on as asap"
    " shortly in very soon promptly right straight straightaway immediately at without quickly presently within over"
    " before"
    " momentarily urgently any the this next early mid middle late later end close start beginning earlier by during"
    " from"
    " new christmas same tomorrow today day first opening cob eod midnight noon midday morning afternoon evening"
    " night tonight"
    " lunch lunchtime overnight eow eom month quarter boxing inside under after up no less another half to mid-morning"
    " weekend week then that between"
)
ENGLISH_TIMES = Times(
    mention=mention_of(_MENTIONS, " ".join([_STARTS, *NUMBERS, *MONTHS, *WEEKDAYS])),
    joint=re.compile(
        r"(?:[ ,()]|\b(?:at|on|by|in|of|the|and|or|to|before|between|from|no|later|than|latest|around|about|until|till"
        r"|end|during|possibly|any|time|onwards|within|for|max|maximum|sometime|if|not|sooner)\b|[-/])*"
    ),
    beside=re.compile(
        r"(?<!end )(?<!start )(?<!close )(?<!middle )(?<!beginning )(?<!course )(?<!week )(?<!morning )(?<!afternoon )"
        r"(?<!evening )(?<!as )(?<!close )(?<!day )\b(?:of|dated) (?:the )?$"
        r"|\b(?:since|for the last|for the past|throughout|not before|not until|valid until|dating from)(?: the)? $"
        r"|\b(?:your|our|the|this) (?:\w+ )?(?:e-?mail|message|call|letter|order|payment|invoice|bill|visit"
        r"|conversation|chat|claim|request|photos?)"
        r"s? (?:from|on|of) (?:the )?$"
    ),
    before=re.compile(r"\b(?:before|ahead of|prior to)(?: the)? $"),
    asks=re.compile(
        r"\b(?:allow|allowing|takes?|taking|give us|give it|expect|expected in|another|wait|up to|only|further|need)"
        r"(?: us| about| around| up to| another| at least| a further)* ?$"
    ),
    numbers=NUMBERS,
    months=MONTHS,
    weekdays=WEEKDAYS,
    units=UNITS,
    positions=POSITIONS,
    parts=tuple((re.compile(pattern), minutes) for pattern, minutes in _PARTS),
    days=DAYS,
)
