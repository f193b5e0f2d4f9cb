"""What the words for one time add up to: "Friday", "18 September" and "noon" are one moment."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from petitevoix.language.promises import calendar
from petitevoix.language.promises.calendar import Days
from petitevoix.language.promises.tongue import END, Times
from petitevoix.language.promises.working import Working

# A longer count than this is no promise that anybody keeps.
_MOST = {
    "minute": 600_000,
    "hour": 20_000,
    "day": 20_000,
    "week": 3_000,
    "fortnight": 1_500,
    "month": 1_200,
    "year": 90,
}
_MOST_AT_WORK = 1_000
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_NOON = 12
# By day and month; what is none of them is the first of the year.
_FEASTS = (
    ("christmas eve", (24, 12)), ("christmas", (25, 12)), ("noel", (25, 12)), ("boxing", (26, 12)),
    ("toussaint", (1, 11)), ("saint-sylvestre", (31, 12)), ("new year's eve", (31, 12)),
)  # fmt: skip


class Mentioned:
    """The mentions of one time, taken in one after the other; each method reads one kind of them."""

    def __init__(self, times: Times, now: datetime, working: Working) -> None:
        self.times, self.now, self.working = times, now, working
        self.today = now.date()
        self.days: list[Days] = []
        self.moments: list[datetime] = []
        self.minute: int | None = None
        self.weekday: int | None = None
        self.week: date | None = None
        self.is_today = self.is_broken = False

    def add(self, kind: str, match: re.Match[str], *, before: bool) -> None:
        """Take in one mention; one that means nothing (31 February) leaves the whole without a due time."""
        self.match, self.before = match, before
        try:
            getattr(self, f"read_{kind}")()
        except (ValueError, OverflowError):
            self.is_broken = True

    def due(self) -> datetime | None:
        """Give the latest moment that is meant, in the zone of now; None if there is none, or if it is past."""
        try:
            moment = None if self.is_broken else self._settled()
            return moment if moment and moment > self.now else None
        except (ValueError, OverflowError):
            return None

    def _settled(self) -> datetime | None:
        days = self.days
        if self.week and self.weekday is not None:
            day = self.week + timedelta(days=self.weekday)
            days = [Days(day, day)]
        if days:
            latest = max(days, key=lambda days: days.last)
            if self.minute is not None:
                return self._at(latest.last, self.minute)
            if latest.before:
                return self.working.ends(calendar.working_day_before(latest.first, self.working))
            closes = self.working.ends(latest.last)
            # Said after hours, "today" still ends at midnight.
            return self._at(latest.last, 24 * 60 - 1) if latest.last == self.today and closes <= self.now else closes
        if self.moments:
            return max(self.moments)
        if self.minute is None:
            return None
        moment = self._at(self.today, self.minute)
        passed = moment <= self.now and not self.is_today
        return self._at(self.today + timedelta(days=1), self.minute) if passed else moment

    def _at(self, day: date, minute: int) -> datetime:
        """Give a wall-clock time; one that the change to summer time skips moves on with the clocks."""
        days, minute = divmod(minute, 24 * 60)
        wall = datetime.combine(day + timedelta(days=days), time(*divmod(minute, 60)), self.now.tzinfo)
        return wall.astimezone(UTC).astimezone(self.now.tzinfo)

    def _take(self, first: date, last: date | None = None, *, before: bool | None = None) -> None:
        self.days.append(Days(first, last or first, self.before if before is None else before))

    def _word(self, *names: str) -> str | None:
        """Return what the first of some groups of the mention holds."""
        groups = self.match.re.groupindex
        return next((self.match[name] for name in names if name in groups and self.match[name] is not None), None)

    def _number(self, *names: str) -> int | None:
        word = self._word(*names)
        if word is None:
            return None
        return int(word) if word.isdecimal() else self.times.numbers.get(word, 1)

    def _month(self, *names: str) -> int | None:
        word = self._word(*names)
        return self.times.months[word.rstrip(".")] if word else None

    def _position(self, name: str) -> str | None:
        word = self._word(name)
        return self.times.positions[word] if word else None

    def read_day(self) -> None:
        self._take(self.today + timedelta(days=self.times.days[self.match[0]]))

    def read_weekday(self) -> None:
        self.weekday = self.times.weekdays[self.match["weekday"]]
        if self._word("weekday_week", "weekday_week2"):
            self.week = calendar.monday_of(self.today) + timedelta(days=7)
        day = calendar.next_weekday(self.today, self.weekday, with_today=bool(self._word("weekday_this")))
        later = {"huit": 7, "quinze": 14}.get(self._word("weekday_on") or "", 0)
        self._take(day + timedelta(days=later))

    def read_on(self) -> None:
        weekday = self.times.weekdays[self._word("on_day") or self.match[0].split()[0]]
        self._take(calendar.next_weekday(self.today, weekday) + timedelta(days=7))

    def read_date(self) -> None:
        day, month = self._number("date_d", "date_d2"), self._month("date_m", "date_m2")
        self._take(calendar.on(day or 0, month or 0, self._number("date_y"), self.today))

    def read_numeric(self) -> None:
        day, month, year = self._number("num_d"), self._number("num_m", "num_m2"), self._word("num_y", "num_y2")
        if month and day and month > 12 >= day:
            day, month = month, day
        self._take(calendar.on(day or 0, month or 0, int(year) + 2000 * (len(year) == 2) if year else None, self.today))

    def read_iso(self) -> None:
        self._take(date.fromisoformat(self.match[0].rstrip("t")))

    def read_dom(self) -> None:
        self._take(calendar.next_day_of_month(self.today, self._number("dom", "dom2") or 0))

    def read_week(self) -> None:
        position = self._position("week_at") or (END if self._word("week_end") else None)
        day, month = self._number("week_d"), self._month("week_m")
        if day:
            start = calendar.on(day, month, None, self.today) if month else calendar.next_day_of_month(self.today, day)
            week = calendar.week(start, 0, self.working, position)
        else:
            ahead = 2 if self._word("week_after") else 1 if self._word("week_next") else 0
            week = calendar.week(self.today, ahead, self.working, position)
            if not ahead and self.working.ends(week.last) <= self.now:
                week = calendar.week(self.today, 1, self.working, position)
        self.week = week.first
        self._take(week.first, week.last, before=self.before and not position)

    def read_weekend(self) -> None:
        saturday = calendar.monday_of(self.today) + timedelta(days=5)
        if self.today >= saturday and self._word("weekend_next"):
            saturday += timedelta(days=7)
        # By the weekend, that is before it begins, if it has not yet.
        self._take(saturday, saturday + timedelta(days=1), before=self.before or self._is_by(saturday))

    def _is_by(self, saturday: date) -> bool:
        return bool(self._word("weekend_by")) and self.today < saturday

    def read_month(self) -> None:
        position = self._position("month_at")
        days = calendar.month(self.today, self._month("month_m", "month_m2") or 0, position)
        self._take(days.first, days.last, before=self.before and not position)

    def read_month_from_now(self) -> None:
        position = self._position("from_at") or (END if self._word("from_end") else None)
        is_next = bool(self._word("from_next"))
        if "annee" in self.match[0] or "year" in self.match[0]:
            self._take(date(self.today.year + is_next, 12, 31), before=False)
            return
        following = calendar.months_after(self.today.replace(day=1), 1)
        days = calendar.month(self.today, self.today.month, position)
        if is_next or days.last < self.today:
            days = calendar.month(following, following.month, position)
        self._take(days.first, days.last, before=self.before and not position)

    def read_year(self) -> None:
        self._take(
            date(self._number("year_y") or self.today.year + bool(self._word("year_next")), 12, 31), before=False
        )

    def read_feast(self) -> None:
        day, month = next((on for name, on in _FEASTS if name in self.match[0]), (1, 1))
        self._take(calendar.on(day, month, None, self.today))

    def read_hour(self) -> None:
        self.moments.append(calendar.elapsed(self.now, timedelta(minutes=30 if self._word("half") else 60)))

    def read_within(self) -> None:
        self._count("within")

    def read_bare(self) -> None:
        self._count("bare")

    def _count(self, name: str) -> None:
        number = max(self._number(f"{name}_n") or 0, self._number(f"{name}_m") or 0)
        unit, at_work = self.times.units[self.match[f"{name}_unit"]], bool(self._word(f"{name}_work"))
        if number > (_MOST_AT_WORK if at_work else _MOST[unit]):
            raise ValueError
        if unit == "hour" and 5 <= number < 24 and self.match[0].startswith("d'ici"):
            self.minute = number * 60  # by one o'clock (« d'ici 13 h »), not within thirteen hours
        elif unit in ("hour", "minute"):
            self._elapse(timedelta(minutes=number * (60 if unit == "hour" else 1)), at_work)
        elif unit in ("month", "year"):
            self._take(calendar.months_after(self.today, number * (12 if unit == "year" else 1)), before=False)
        elif at_work:
            number *= 5 if unit == "week" else 1
            self._take(calendar.working_days_after(self.today, number, self.working), before=False)
        else:
            self._take(self.today + timedelta(days=number * _DAYS_OF[unit]), before=False)

    def _elapse(self, span: timedelta, at_work: bool) -> None:
        days, rest = divmod(span, timedelta(days=1))
        if at_work and not rest:
            # Who says "48 working hours" means two working days.
            self._take(calendar.working_days_after(self.today, days, self.working), before=False)
        elif at_work:
            self.moments.append(self.working.after(self.now, span / timedelta(hours=1)))
        else:
            self.moments.append(calendar.elapsed(self.now, span))

    def read_notice(self) -> None:
        days = timedelta(days={"huitaine": 8, "quinzaine": 15, "dizaine": 10}[self.match["notice"]])
        self._take(self.today + days, before=False)

    def read_clock(self) -> None:
        if part := self._word("clock_part"):
            minutes = 30 if part == "half" else 15
            hour = self._number("clock_said") or 0
            if not 0 < hour <= _NOON:
                raise ValueError
            self.minute = (hour + _NOON * (hour < 8)) * 60 + (
                minutes if self._word("clock_way") == "past" else -minutes
            )
            return
        clock = self._word("clock", "clock_24", "clock_bare", "clock_o") or ""
        digits = re.findall(r"\d+", clock)
        hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
        half = re.search(r"([ap])\.? ?m", clock)
        if half:
            hour = hour % _NOON + (_NOON if half[1] == "p" else 0)
        elif self._word("clock_bare", "clock_o") and hour < 8 and self.minute is None:
            hour += _NOON  # nobody promises a call "by 5" in the morning
        elif self.minute is not None and self.minute > 14 * 60 and hour < 8:
            hour += _NOON  # "this afternoon at 3"
        if hour > 23 or minute > 59:
            raise ValueError
        self.minute = hour * 60 + minute

    def read_part(self) -> None:
        words = self.match[0]
        if (weekday := words.rsplit(" ", 1)[-1]) in self.times.weekdays:
            # The night from Sunday to Monday is over on Monday.
            self._take(calendar.next_weekday(self.today, self.times.weekdays[weekday]))
            self.minute = 6 * 60
            return
        minute = next(minute for pattern, minute in self.times.parts if pattern.fullmatch(words))
        self.is_today = self.is_today or words.startswith(("ce ", "cet ", "cette ", "this ", "tonight", "later"))
        is_exact = minute in (_NOON * 60, 24 * 60) and words.endswith(("midi", "noon", "midday", "minuit", "midnight"))
        if self.minute is None or (is_exact and self.minute < minute):
            self.minute = minute
        elif minute > 14 * 60 and self.minute <= _NOON * 60 - 60:
            self.minute += _NOON * 60
