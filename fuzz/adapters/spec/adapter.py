"""Kusto connection strings, read as docs/spec.md says, version 1, for "kustoconn conform".

It is written from that page and from nothing else of this module, as a test of the page, which has to say enough for it
to pass, and as an example for authors of parsers. The tables of properties, modes and regions are read from the page;
numbers in comments are its clauses. Python 3.10 and its standard library suffice.

    kustoconn conform -- python3 fuzz/adapters/spec/adapter.py
"""

import json
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

PAGE = Path(__file__).resolve().parents[3] / "docs" / "spec.md"

# 1.2 and 1.3.
WHITE = frozenset(map(chr, [*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B),
                       0x2028, 0x2029, 0x202F, 0x205F, 0x3000]))
CONTROL = frozenset(map(chr, [*range(0x00, 0x20), *range(0x7F, 0xA0)]))
QUOTES = "\"'"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
# What no database in a path or a shorthand holds, besides control characters (5.1, 8.4).
NO_DATABASE = frozenset("\\\ufeff\"'" + "".join(map(chr, range(0x2018, 0x2020))))

SOURCE, CATALOG, FED, DSTS = "Data Source", "Initial Catalog", "AAD Federated Security", "dSTS Federated Security"


def lower(text):
    """ASCII case-insensitive: nothing but A to Z is folded."""
    return re.sub("[A-Z]+", lambda m: m[0].lower(), text)


def compared(keyword):
    """6.1: how keywords are compared."""
    return lower(keyword).replace(" ", "")


def rows(page, heading):
    """The rows of the first table under a heading."""
    section = page.split(f"\n{heading}\n", 1)[1]
    table = re.search(r"(?m)^\|--.*\n((?:\|.*\n)+)", section)[1]
    return [[cell.strip() for cell in line.strip("|\n ").split("|")] + [""] for line in table.splitlines()]


class Tables:
    """6.2, 9.1 and the regions, as the page prints them."""

    def __init__(self, page):
        self.order, self.keywords, self.booleans, self.secrets = [], {}, set(), set()
        for name, further, kind, secret, *_ in rows(page, "### 6.2 Properties"):
            name = re.sub(r"\s*(\\\*|\(.*)$", "", name)
            self.order.append(name)
            for keyword in [name, *re.findall(r"`([^`]+)`", further)]:
                self.keywords[compared(keyword)] = name
            if kind == "boolean":
                self.booleans.add(name)
            if secret == "secret":
                self.secrets.add(name)
        self.modes = []
        for _, mode, needs, *_ in rows(page, "### 9.1 With AAD Federated Security true"):
            needs = [] if needs.startswith("nothing") else needs.split(", ")
            self.modes.append((mode.strip("`"), needs))
        regions = re.search(r"## The regions\n\n[^:]*: (.*)\.", page)[1]
        self.regions = frozenset(regions.split(", "))


@dataclass
class Segment:
    """A prefix (keyword None) or a pair. Offsets are of characters; character i of the value stands at text[at[i]]."""

    start: int
    end: int  # without white space around
    keyword: str | None = None
    value: str | None = None
    at: list = field(default_factory=list)
    quoted: bool = False
    faulty: bool = False


class Reader:
    """Reads a text: the segments that are not blank, and the faults as code, start and end."""

    def __init__(self, text):
        self.text, self.segments, self.faults = text, [], []
        start = 0
        while start <= len(text):
            start = self.segment(start) + 1
        self.faults.sort(key=lambda fault: fault[1:])

    def segment(self, begin):
        """2.3: reads the segment that begins here and returns where its `;` or the end of the text is."""
        text = self.text
        start = self.skip(begin)
        stop = self.semicolon(start)
        if start == stop:
            return stop
        before = len(self.faults)
        here = Segment(start, self.trim(start, stop))
        self.segments.append(here)
        prefixed = text[start] == "@" or SCHEME.match(text, start)
        if prefixed and begin > 0:
            self.fault("KCS007", start, here.end)
        elif prefixed or begin == 0 and "=" not in text[start:stop]:  # 4.2
            self.controls(start, here.end, CONTROL)
            here.value, here.at = text[start:here.end], list(range(start, here.end + 1))
        else:
            stop = self.pair(here, stop)
        here.faulty = len(self.faults) > before
        return stop

    def pair(self, here, stop):
        """2.4 to 2.6 and section 3; returns where the segment ends."""
        sign = self.sign(here.start, stop)
        if sign is None:
            self.fault("KCS003", here.start, here.end)
            self.controls(here.start, here.end, CONTROL)  # 11.3
            return stop
        key_end = self.trim(here.start, sign)
        if key_end == here.start:
            self.fault("KCS004", sign, sign + 1)
        self.controls(here.start, key_end, CONTROL)
        here.keyword = self.text[here.start:key_end].replace("==", "=")
        first = self.skip(sign + 1)
        if first >= stop:
            return stop
        if self.text[first] in QUOTES:
            return self.quoted(here, first)
        here.value, here.at = self.text[first:here.end], list(range(first, here.end + 1))
        self.controls(first, here.end, CONTROL - WHITE)
        if self.text[here.end - 1] in QUOTES:
            self.fault("KCS006", here.end - 1, here.end)
        return stop

    def sign(self, start, stop):
        """2.4: the first `=` that is not half of a `==`."""
        at = self.text.find("=", start, stop)
        while at >= 0:
            if self.text[at:at + 2] != "==" or at + 1 >= stop:
                return at
            at = self.text.find("=", at + 2, stop)
        return None

    def quoted(self, here, mark):
        """3.3; returns where the segment ends."""
        text, quote = self.text, self.text[mark]
        here.quoted, here.value, i = True, "", mark + 1
        while i < len(text) and (text[i] != quote or text[i + 1:i + 2] == quote):
            here.value += text[i]
            here.at.append(i)
            i += 2 if text[i] == quote else 1
        here.at.append(i)
        self.controls(mark, i, {"\0"})
        if i == len(text):
            self.fault("KCS001", mark, mark + 1)
            here.end = self.trim(here.start, i)
            return i
        after = self.skip(i + 1)
        stop = self.semicolon(after)
        here.end = self.trim(here.start, stop)
        if after < stop:
            self.fault("KCS002", after, here.end)
        return stop

    def skip(self, at):
        while at < len(self.text) and self.text[at] in WHITE:
            at += 1
        return at

    def trim(self, start, end):
        while end > start and self.text[end - 1] in WHITE:
            end -= 1
        return end

    def semicolon(self, at):
        stop = self.text.find(";", at)
        return len(self.text) if stop < 0 else stop

    def controls(self, start, end, forbidden):
        """11.5: a fault for each run of forbidden characters, NUL in runs of its own."""
        i = start
        while i < end:
            if self.text[i] not in forbidden:
                i += 1
                continue
            run, nul = i, self.text[i] == "\0"
            while i < end and self.text[i] in forbidden and (self.text[i] == "\0") == nul:
                i += 1
            self.fault("KCS005", run, i)

    def fault(self, code, start, end):
        self.faults.append((code, start, end))


def percent_decoded(text):
    """8.3 and 8.4: the decoded text, or None where it cannot be decoded."""
    if re.search("%(?![0-9A-Fa-f]{2})", text):
        return None
    raw = re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), text.encode())
    try:
        decoded = raw.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in decoded else decoded


def authority(source):
    """8.1: where the authority begins and ends."""
    begin = 0
    first = re.search("[/?#]", source)
    if source.startswith("@"):  # 12.2
        begin = 1
    elif match := SCHEME.match(source):
        begin = match.end()
    elif match := re.match(r"[Hh][Tt][Tt][Pp][Ss]?:[/\\]{0,2}", source):
        begin = match.end()
    elif first and first[0] == "/" and source[:first.start()].endswith(":") and source.startswith("/", first.end()):
        begin = first.end() + 1
    end = re.compile("[/?#]").search(source, begin)
    return begin, end.start() if end else len(source)


def take_apart(source):
    """Section 8: the Data Source without the database in its path, and that database or None."""
    begin, end = authority(source)
    host = source[begin:end].rpartition("@")[2]
    host = re.match(r"\[[^\]]*\]?|[^:]*", host)[0]
    path = source[end:]
    match = re.fullmatch("/([^/]+)/?", path, re.S)
    if (not host or not match or lower(host) in ("ade.applicationinsights.io", "ade.loganalytics.io")
            or re.search("[?#]", path) or any(c in CONTROL or c in NO_DATABASE for c in path)):
        return source, None
    database = percent_decoded(match[1])
    return (source, None) if database is None else (source[:end], database)


def shorthand(prefix, regions):
    """5.1 and 5.2: the Data Source and the database that a prefix means, or None."""
    match = re.fullmatch(r"@([^/]+)(?:/([^/?#]+)?/?)?", prefix, re.S)
    if not match or (match[2] is None and prefix.count("/") > 1):
        return None
    name, database = match[1], match[2]
    labels = name.split(".")
    if any(not label or len(label.encode()) > 63 for label in labels):
        return None
    if any(unicodedata.category(c)[0] not in "LM" and unicodedata.category(c) != "Nd" and c not in "-." for c in name):
        return None
    if database is not None:
        if any(c in CONTROL or c in NO_DATABASE for c in database):
            return None
        database = percent_decoded(database)
        if database is None:
            return None
    folded = lower(name).split(".")
    if (len(folded) == 1 and folded[0] != "localhost") or (len(folded) == 2 and folded[1] in regions):
        name += ".kusto.windows.net"
    return "https://" + name, database


class Meaning:
    """Effective properties, and the unknown pairs that canonical text keeps."""

    def __init__(self, pairs, tables):
        self.tables, self.properties, self.unknown = tables, {}, {}
        implied, self.moved = None, False  # whether a pair names a Data Source
        for pair in pairs:
            if pair.keyword is None:
                implied = shorthand(pair.value, tables.regions)
                self.properties[SOURCE] = implied[0] if implied else pair.value
                if implied:
                    self.properties[FED] = True
                continue
            name = tables.keywords.get(compared(pair.keyword))
            if name is None:
                self.unknown.pop(compared(pair.keyword), None)
                self.unknown[compared(pair.keyword)] = pair
            else:
                self.properties[name] = self.typed(name, pair.value)
                self.moved = self.moved or name == SOURCE
        self.database(implied)
        self.properties = {name: value for name, value in self.properties.items() if value is not None}

    def typed(self, name, value):
        """7.4."""
        if name in self.tables.booleans and value is not None:
            return {"true": True, "false": False}.get(lower(value), value)
        return value

    def database(self, implied):
        """5.3 and 8: the Initial Catalog that the shorthand or the path of the effective Data Source gives."""
        source = self.properties.get(SOURCE)
        database = implied[1] if implied and not self.moved else None
        if source is not None and not source.startswith("@"):
            self.properties[SOURCE], path = take_apart(source)
            if path is not None:
                database = path
        if self.properties.get(CATALOG) is None and database is not None:
            self.properties[CATALOG] = database

    def auth(self):
        """Section 9."""
        if self.properties.get(FED) is not True:
            return "dsts" if self.properties.get(DSTS) is True else "none"
        return next(mode for mode, needs in self.tables.modes if all(self.properties.get(n, "") != "" for n in needs))

    def canonical(self):
        """Section 10."""
        parts = [f"{name}={written(self.properties[name])}" for name in self.tables.order if name in self.properties]
        parts += [f"{pair.keyword.replace('=', '==')}={written(pair.value)}"
                  for pair in self.unknown.values() if pair.value is not None]
        return ";".join(parts)


def written(value):
    """10.2 and 10.3."""
    if isinstance(value, bool):
        return str(value)
    if (value == "" or value[0] == "=" or value[0] in WHITE or value[-1] in WHITE
            or any(c in CONTROL or c in ";'\"" for c in value)):
        return '"' + value.replace('"', '""') + '"'
    return value


def masked_spans(segments, tables):
    """The spans, in characters, that clause 12 wants masked."""
    secrets = "|".join(" *".join(map(re.escape, k)) for k, name in tables.keywords.items() if name in tables.secrets)
    forgotten = re.compile(f"[{''.join(WHITE)}](?:{secrets}) *=", re.I | re.A)
    behind = False  # a bare secret, or what was masked whole behind one
    for segment in segments:
        name = SOURCE if segment.keyword is None else tables.keywords.get(compared(segment.keyword))
        bare_secret = name in tables.secrets and segment.value and not segment.quoted
        behind = not segment.faulty and (bare_secret or behind and name is None)
        if segment.faulty or behind and name is None:
            yield segment.start, segment.end
        elif segment.value and (name is None or name in tables.secrets):
            yield segment.at[0], segment.at[-1]
        elif segment.value:
            yield from masked_within(segment, name, forgotten)


def masked_within(segment, name, forgotten):
    """12.2, 12.6 and 12.7: what is secret in a value that is not."""
    value, at = segment.value, segment.at
    if name == SOURCE:
        begin, end = authority(value)
        sign = value.rfind("@", begin, end)
        if sign > begin:
            yield at[begin], at[sign]
        if segment.keyword is None and value[0] != "@" and not SCHEME.match(value) and not is_host(value[:end]):
            yield at[0], at[-1]
    match = forgotten.search(value)
    if match and match.end() < len(value):
        yield at[match.end()], at[-1]


def is_host(text):
    """12.6."""
    return bool(re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[\w-]+(\.[\w-]+)*)(:[0-9]*)?", text))


def redacted(text, spans):
    """The text with **** in the place of each span; of two that begin together the longer."""
    out, last = "", 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            out, last = out + text[last:start] + "****", end
    return out + text[last:]


def answer(text, tables):
    reader = Reader(text)
    sound = [segment for segment in reader.segments if not segment.faulty]
    meaning = Meaning(sound, tables)
    out = {"syntax": not reader.faults, "pairs": [[s.keyword, s.value] for s in sound if s.keyword is not None],
           "properties": meaning.properties, "auth": meaning.auth(),
           "redacted": redacted(text, masked_spans(reader.segments, tables)),
           "diagnostics": [{"code": code, "start": width(text[:start]), "end": width(text[:end])}
                           for code, start, end in reader.faults]}
    out |= {"prefix": s.value for s in sound if s.keyword is None}
    if not reader.faults:
        out["canonical"] = meaning.canonical()
    return out


def width(text):
    """1.1: offsets count bytes."""
    return len(text.encode())


def main():
    tables = Tables(PAGE.read_text(encoding="utf-8"))
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({"id": request["id"], **answer(request["s"], tables)}), flush=True)


if __name__ == "__main__":
    main()
