"""Extracts the fields of documents with Python's re: the same patterns and the same preparation as RegexExtraction.java.

usage: extract.py PATTERNS DOCUMENT...   Then one line with a number of repetitions on standard input for each run; the
answer is the seconds of processor time it took, a tab, and the number of fields found.
"""
import re
import sys
import time
import unicodedata

PATTERNS = []
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        name, pattern = line.rstrip("\n").split("\t", 1)
        PATTERNS.append((name, re.compile(pattern, re.MULTILINE)))
TAG = re.compile(r"<[^<>\n]{1,200}>")
BLANKS = re.compile(r"(?<=[\u3000-\u9fff])[ \u3000]+(?=[\u3000-\u9fff])")
WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e]+")


def narrow(match):
    return unicodedata.normalize("NFKC", match.group())


def extract(data):
    text = data.decode("utf-8", "replace")
    text = TAG.sub("", text)
    text = BLANKS.sub("", text)
    text = WIDE.sub(narrow, text)
    return [(name, match.groups()) for name, pattern in PATTERNS for match in pattern.finditer(text)]


DOCUMENTS = []
for path in sys.argv[2:]:
    with open(path, "rb") as document:
        DOCUMENTS.append(document.read())
for line in sys.stdin:
    start = time.process_time()
    found = 0
    for _ in range(int(line)):
        for document in DOCUMENTS:
            found += len(extract(document))
    print(f"{time.process_time() - start}\t{found}", flush=True)
