"""How much of one letter is read, so that no letter can hold up the others.

What is beyond a limit is said in `defects` and stays in the raw letter, which is always kept.
"""

MAX_DEPTH = 10
MAX_PARTS = 1_000
MAX_HEADER_LINES = 4_000
MAX_HEADER_BYTES = 32_768
MAX_THREAD_BYTES = 262_144  # of References: ours may be the last of a long chain
MAX_STRUCTURE_BYTES = 8_192
MAX_LINES = 1_000_000
MAX_ADDRESSES = 500
MAX_REFERENCES = 1_000
MAX_FORWARDED = 20  # letters within one winmail.dat that are opened; each is kept as a file in any case
MAX_TEXT = 2_000_000
MAX_TEXT_TO_SPLIT = 300_000
MAX_HTML = 1_500_000
MAX_HTML_DEPTH = 250
MAX_HTML_TAGS = 60_000
# The parser copies a growing text at each lone "&" or "<": time grows with the square of these.
MAX_HTML_ENTITIES = 80_000
MAX_HTML_ANGLES = 200_000
MAX_DEFECTS = 100
MAX_REPORT = 200_000
MAX_PROSE = 60_000
MAX_FAILED = 200
