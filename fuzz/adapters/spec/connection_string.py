"""Kusto connection strings, read as docs/spec.md says, version 1.

Numbers in comments are that page's clauses; nothing else of this module is used. It
is kept as a test of the page, which has to say enough for it to pass "kustoconn
conform", and as an example for authors of parsers. Python 3.10 and its standard
library suffice.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

# 1.2. str.strip() would drop U+001C to U+001F, too.
SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
CONTROL = re.compile("[\0-\x1f\x7f-\x9f]")  # 1.3
PREFIX = re.compile("@|[A-Za-z][A-Za-z0-9+.-]*://")  # 2.3
BAD_IN_PATH = re.compile("[\0-\x1f\x7f-\x9f\\\\\ufeff\"'\u2018-\u201f]")  # 8.4

# 6.2: canonical name, further keywords, with "*" for booleans and "!" for secrets.
PROPERTIES = [
    ("Data Source", "Addr, Address, Network Address, Server"),
    ("Initial Catalog", "Database"),
    ("Query Consistency", ""),
    ("Client Version for Tracing", ""),
    ("*AAD Federated Security", "Federated Security, Federated, Fed, AADFed"),
    ("Authority Id", "TenantId, Authority, Tenant, TID, DomainHint"),
    ("*Enforce MFA", "MFA"),
    ("User ID", "UID, User, LoginHint, AAD User ID"),
    ("User Name for Tracing", "TraceUserName"),
    ("!User Token", "UsrToken"),
    ("!Password", "PWD"),
    (
        "*Application Certificate SendX5c",
        "Application Certificate Send Public Certificate, SendX5c, Application Certificate X5c, SendCertificateChain",
    ),
    ("Application Certificate Thumbprint", "AppCert"),
    ("Application Certificate Subject Distinguished Name", "Application Certificate Subject"),
    ("Application Certificate Issuer Distinguished Name", "Application Certificate Issuer"),
    ("Application Client Id", "AppClientId"),
    ("!Application Key", "AppKey"),
    ("Application Name for Tracing", "TraceAppName"),
    ("!Application Token", "AppToken"),
    ("Azure Region", "Region"),
    ("ManagedServiceIdentity", "dMSI"),
    ("*Accept", ""),
    ("*Streaming", ""),
    ("*Uncompressed", ""),
    ("*dSTS Federated Security", "DstsFed"),
    ("dSTS Token Type", ""),
    ("Namespace", "NS"),
    ("Data Source Uri", "ServerUri, ClusterUri"),
    ("!Application Certificate Blob", ""),
    ("!Application Certificate PrivateKey", ""),
    ("Application Certificate", ""),
    ("*MSI Auth", "msi_auth, msi"),
    ("MSI Params", "msi_params, msi_type"),
    ("*AZ CLI", ""),
]

# 9.1
MODES = [
    ("user-token", ["User Token"]),
    ("app-token", ["Application Token"]),
    ("app-key", ["Application Client Id", "Application Key"]),
    ("app-thumbprint", ["Application Client Id", "Application Certificate Thumbprint"]),
    (
        "app-subject-issuer",
        [
            "Application Client Id",
            "Application Certificate Subject Distinguished Name",
            "Application Certificate Issuer Distinguished Name",
        ],
    ),
    ("app-subject", ["Application Client Id", "Application Certificate Subject Distinguished Name"]),
    ("password", ["User ID", "Password"]),
    ("user-prompt", []),
]

# The regions of 5.2.
REGIONS = set(
    """
    australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral bleufrancecentral
    bleufrancesouth brazilsouth brazilsoutheast brazilus canadacentral canadaeast centralindia centralus centraluseuap
    chilecentral chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3 deloscloudgermanycentral
    deloscloudgermanynorth denmarkeast eastasia eastus eastus2 eastus2euap eastus3 eastusstg francecentral francesouth
    germanycentral germanynorth germanynortheast germanywestcentral indiasouthcentral indonesiacentral israelcentral
    israelnorthwest italynorth japaneast japanwest jioindiacentral jioindiawest koreacentral koreasouth malaysiasouth
    malaysiawest mexicocentral newzealandnorth northcentralus northcentralusstg northeastus5 northeurope norwayeast
    norwaywest polandcentral qatarcentral saudiarabiaeast southafricanorth southafricawest southcentralus southcentralus2
    southcentralusstg southeastasia southeastus southeastus3 southeastus5 southindia southwestus spaincentral swedencentral
    swedensouth switzerlandnorth switzerlandwest taiwannorth taiwannorthwest uaecentral uaenorth uksouth ukwest usdodcentral
    usdodeast usgovarizona usgoviowa usgovtexas usgovvirginia usnateast usnatwest usseceast ussecwest ussecwestcentral
    westcentralus westeurope westindia westus westus2 westus3
    """.split()
)


def fold(keyword):
    """6.1"""
    return re.sub("[A-Z]", lambda c: c[0].lower(), keyword).replace(" ", "")


ORDER = [name.lstrip("*!") for name, _ in PROPERTIES]
BOOLEAN = {name[1:] for name, _ in PROPERTIES if name[0] == "*"}
SECRET = {name[1:] for name, _ in PROPERTIES if name[0] == "!"}
KEYWORDS = {fold(k): name.lstrip("*!") for name, more in PROPERTIES for k in [name.lstrip("*!"), *more.split(", ")] if k}


@dataclass
class Segment:
    """Offsets are of characters."""

    kind: str  # prefix, pair, or malformed
    start: int
    end: int  # without white space around
    keyword: str = ""
    value: str | None = None
    value_start: int = 0
    value_end: int = 0
    quoted: bool = False
    property: str | None = None


@dataclass
class ConnectionString:
    text: str
    segments: list = field(default_factory=list)
    faults: list = field(default_factory=list)  # code, start, end

    @property
    def valid(self):
        return not self.faults

    @property
    def prefix(self):
        return next((s.value for s in self.segments if s.kind == "prefix"), None)

    @property
    def pairs(self):
        return [[s.keyword, s.value] for s in self.segments if s.kind == "pair"]


def skip(text, at):
    while at < len(text) and text[at] in SPACE:
        at += 1
    return at


def trim(text, start, end):
    while end > start and text[end - 1] in SPACE:
        end -= 1
    return end


def parse(text):
    c = ConnectionString(text)
    start = 0
    while True:
        end = read_segment(c, start)
        if end >= len(text):
            return c
        start = end + 1


def read_segment(c, start):
    """Reads the segment from start and returns where it ends (section 2)."""
    text = c.text
    at = skip(text, start)
    end = text.find(";", at)
    end = len(text) if end < 0 else end
    if at == end:  # 2.2
        return end
    last = trim(text, at, end)
    if PREFIX.match(text, at, end) or start == 0 and "=" not in text[at:end]:
        s = Segment("prefix", at, last, value=text[at:last], value_start=at, value_end=last)
        s.property = "Data Source"
        c.segments.append(s)
        if start > 0:  # 4.4
            fault(c, s, "KCS007", at, last)
        else:
            check(c, s, at, last, lambda r: True)
        return end
    sign = unpaired(text, at, end)
    s = Segment("pair", at, last)
    c.segments.append(s)
    if sign < 0:  # 11.3
        fault(c, s, "KCS003", at, last)
        return end
    keyword_end = trim(text, at, sign)
    s.keyword = text[at:keyword_end].replace("==", "=")
    s.property = KEYWORDS.get(fold(s.keyword))
    check(c, s, at, keyword_end, lambda r: True)  # 2.6
    if keyword_end == at:
        fault(c, s, "KCS004", sign, sign + 1)
    at = skip(text, sign + 1)
    if at >= end:  # 3.1
        s.value_start = s.value_end = min(at, end)
        return end
    if text[at] in "\"'":
        return read_quoted(c, s, at)
    s.value, s.value_start, s.value_end = text[at:last], at, last
    check(c, s, at, last, lambda r: r not in SPACE)  # 3.2
    if s.value[-1] in "\"'":
        fault(c, s, "KCS006", last - 1, last)
    return end


def unpaired(text, at, end):
    """The sign of 2.4, or -1."""
    while True:
        at = text.find("=", at, end)
        if at < 0 or text[at : min(at + 2, end)] != "==":
            return at
        at += 2


def read_quoted(c, s, at):
    """3.3"""
    text, mark = c.text, c.text[at]
    s.quoted, s.value_start = True, at + 1
    close = at + 1
    while True:
        close = text.find(mark, close)
        if close < 0:
            s.end = len(text)
            fault(c, s, "KCS001", at, at + 1)
            return len(text)
        if text[close : close + 2] != mark * 2:
            break
        close += 2
    s.value_end = close
    s.value = text[at + 1 : close].replace(mark * 2, mark)
    check(c, s, at + 1, close, lambda r: r == "\0")  # 3.4
    at = skip(text, close + 1)
    end = text.find(";", at)
    end = len(text) if end < 0 else end
    s.end = trim(text, s.start, end)
    if at < end:
        fault(c, s, "KCS002", at, s.end)
    return end


def fault(c, s, code, start, end):
    s.kind = "malformed"
    c.faults.append((code, start, end))


def check(c, s, start, end, bad):
    """11.5"""
    at = start
    while at < end:
        r = c.text[at]
        if not CONTROL.match(r) or not bad(r):
            at += 1
            continue
        run = at
        while at < end and CONTROL.match(c.text[at]) and bad(c.text[at]) and (c.text[at] == "\0") == (r == "\0"):
            at += 1
        fault(c, s, "KCS005", run, at)


def decode(database):
    """8.3: the database, or None."""
    if re.search("%(?![0-9A-Fa-f]{2})", database):
        return None
    try:
        decoded = unquote_to_bytes(database).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in decoded else decoded


def split(value):
    """8.1 and 8.6: where the authority starts, its host, and where it ends."""
    m = re.match("[A-Za-z][A-Za-z0-9+.-]*://", value) or re.match(r"(?i:https?):[/\\]{0,2}", value)
    start = m.end() if m else 0
    if not m:
        first = re.search("[/?#]", value)
        if first and first.start() > 0 and value.startswith("://", first.start() - 1):
            start = first.start() + 2
    found = re.compile("[/?#]").search(value, start)
    end = found.start() if found else len(value)
    host = value[start:end].rpartition("@")[2]
    host = host[: host.find("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
    return start, host, end


def take_database(value):
    """8.1: the Data Source and the database of its path, or None."""
    _, host, end = split(value)
    m = re.fullmatch("/([^/?#]+)/?", value[end:])
    if not m or not host or host.lower() in ("ade.applicationinsights.io", "ade.loganalytics.io") or BAD_IN_PATH.search(m[1]):
        return value, None
    database = decode(m[1])
    return (value, None) if database is None else (value[:end], database)


def shorthand(value):
    """5.1: the Data Source and the database, or None."""
    m = re.fullmatch("@([^/?#]+)(?:/|/([^/?#]+)/?)?", value)
    if not m:
        return None
    name, database = m[1], m[2]
    for label in name.split("."):
        if not label or len(label.encode()) > 63 or not all(r == "-" or is_letter(r) for r in label):
            return None
    if database is not None:
        database = None if BAD_IN_PATH.search(database) else decode(database)
        if database is None:
            return None
    lower = name.lower()
    if "." not in lower and lower != "localhost" or lower.count(".") == 1 and lower.partition(".")[2] in REGIONS:
        name += ".kusto.windows.net"
    return "https://" + name, database


def is_letter(r):
    category = unicodedata.category(r)
    return category[0] in "LM" or category == "Nd"


def boolean(value):
    """7.4"""
    return {"true": True, "false": False}.get(fold(value) if " " not in value else value, value)


def properties(c):
    """Sections 5, 7 and 8: effective values by canonical name."""
    last = {}
    for s in c.segments:
        if s.kind != "malformed" and s.property:
            last[s.property] = s
    values = {name: s.value for name, s in last.items() if s.value is not None}
    first = next((s for s in c.segments if s.kind == "prefix"), None)
    short = shorthand(first.value) if first and first.value.startswith("@") else None
    if short and "AAD Federated Security" not in last:
        values["AAD Federated Security"] = "true"
    if "Data Source" in values:
        source, database = values["Data Source"], None
        if last["Data Source"] is first and short:
            source, database = short
        elif not source.startswith("@"):
            source, database = take_database(source)
        values["Data Source"] = source
        if database is not None:
            values.setdefault("Initial Catalog", database)
    return {name: boolean(values[name]) if name in BOOLEAN else values[name] for name in ORDER if name in values}


def auth(held):
    """Section 9"""
    if held.get("AAD Federated Security") is True:
        return next(mode for mode, needs in MODES if all(held.get(name) not in (None, "") for name in needs))
    return "dsts" if held.get("dSTS Federated Security") is True else "none"


def quote(value):
    """10.3"""
    plain = value and value[0] != "=" and value[0] not in SPACE and value[-1] not in SPACE
    if plain and not re.search("[;'\"]", value) and not CONTROL.search(value):
        return value
    return '"' + value.replace('"', '""') + '"'


def canonical(c):
    """Section 10; for a valid string."""
    parts = [f"{name}={value if isinstance(value, bool) else quote(value)}" for name, value in properties(c).items()]
    unknown = {}
    for s in c.segments:
        if s.kind == "pair" and not s.property:
            unknown.pop(fold(s.keyword), None)
            unknown[fold(s.keyword)] = s
    parts += [s.keyword.replace("=", "==") + "=" + quote(s.value) for s in unknown.values() if s.value is not None]
    return ";".join(parts)


FORGOTTEN = re.compile(
    f"[{SPACE}](?:%s) *= *" % "|".join(" *".join(map(re.escape, k)) for k, name in KEYWORDS.items() if name in SECRET), re.IGNORECASE
)


def masked(c):
    """Section 12"""
    spans, after_secret = [], False
    for s in c.segments:
        known, bare_secret = s.property is not None, False
        if s.kind == "malformed":
            spans.append((s.start, s.end))
        elif s.kind == "prefix" or s.property == "Data Source":
            spans += source_spans(c, s)
        elif not known and after_secret:
            spans.append((s.start, s.end))
            bare_secret = True
        elif s.value and (not known or s.property in SECRET):
            spans.append((s.value_start, s.value_end))
        if s.kind == "pair" and s.value and s.property in SECRET and not s.quoted:
            bare_secret = True
        if s.kind != "malformed" and known and s.property not in SECRET:
            m = FORGOTTEN.search(c.text, s.value_start, s.value_end)
            if m and m.end() < s.value_end:
                spans.append((m.end(), s.value_end))
        after_secret = bare_secret
    out, at = "", 0
    for start, end in sorted(spans):
        if start >= at:
            out, at = out + c.text[at:start] + "****", end
    return out + c.text[at:]


def source_spans(c, s):
    """12.2 and 12.6"""
    value = c.text[s.value_start : s.value_end]
    if value.startswith("@"):
        return []
    start, _, end = split(value)
    if s.kind == "prefix" and not PREFIX.match(value) and not re.fullmatch(r"[\w.-]+(:\d*)?", value[:end]):
        return [(s.value_start, s.value_end)]
    at = value.rfind("@", start, end)
    return [(s.value_start + start, s.value_start + at)] if at > start else []
