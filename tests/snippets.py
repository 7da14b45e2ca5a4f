"""Corners of the standard library, most of which no calculator ever visits.

The wasm and the script that we ship are pruned; whatever Python could do before, it must still do.
CPython runs these functions, and the browsers' Python runs the text of this very file, there with
the whole standard library. Each returns what must come out the same. (Not the same everywhere, and
so not here: addresses, the order of a set of texts, the size of a C long, the host's time zones.)
"""

# Corners of the library's types too: the checker would have the odd ones written in a plain way.
# mypy: ignore-errors

# The imports stand in the functions, so that one that fails names only its own corner.
from typing import Any


def decimals() -> Any:
    from decimal import ROUND_05UP, ROUND_HALF_DOWN, Context, Decimal, DivisionByZero, localcontext

    with localcontext(prec=50) as context:
        long = (
            Decimal(2).sqrt(),
            Decimal(10).ln(),
            Decimal("0.1").exp(),
            Decimal(7) ** Decimal("1.5"),
        )
        context.traps[DivisionByZero] = False
        infinite = Decimal(1) / 0
    parts = Decimal("-123.4500").as_tuple(), Decimal("1.10").as_integer_ratio()
    rounded = [
        Decimal("2.675").quantize(Decimal("0.01"), way) for way in (ROUND_05UP, ROUND_HALF_DOWN)
    ]
    other = Decimal("1e-7").to_eng_string(), Decimal(1011).logical_xor(Decimal(110))
    near = (
        Decimal(1).next_plus(Context(prec=5)),
        Decimal("3.5").remainder_near(2),
        Decimal(10).logb(),
    )
    shown = f"{Decimal('1234567.891'):,.2f}", f"{Decimal('0.0000012'):e}", Decimal("12").fma(3, 4)
    return long, infinite, parts, rounded, other, near, shown, Decimal("1011").rotate(2)


def fractions() -> Any:
    from fractions import Fraction

    exact = Fraction(3.14159265).limit_denominator(1000), Fraction("-0.125"), Fraction("7e-3")
    rounded = (
        round(Fraction(22, 7), 2),
        divmod(Fraction(7, 2), Fraction(2, 3)),
        Fraction(-7, 2) // 1,
    )
    return exact, rounded, Fraction(2, 3) ** -3, f"{Fraction(1, 3):.5%}", (0.5).as_integer_ratio()


def dates() -> Any:
    from datetime import UTC, date, datetime, time, timedelta, timezone

    ahead = timezone(timedelta(hours=-9, minutes=-30), "Marquesas")
    moment = datetime(2024, 2, 29, 23, 59, 58, 999999, tzinfo=ahead)
    parsed = datetime.strptime("Sat 3 Mar 2001 04:05:06 PM +0530", "%a %d %b %Y %I:%M:%S %p %z")
    shown = moment.isoformat(timespec="milliseconds"), f"{moment:%A %j %U %G-W%V-%u %p %Z %z}"
    other = (
        date.fromisocalendar(2020, 53, 7),
        date(2024, 12, 30).isocalendar(),
        date.fromisoformat("20240229"),
    )
    lengths = timedelta(days=-1, microseconds=1) // 7, timedelta(hours=5) % timedelta(minutes=7)
    return (
        parsed,
        shown,
        other,
        lengths,
        moment.astimezone(UTC),
        time.fromisoformat("04:05:06.7+01:00"),
    )


def regular_expressions() -> Any:
    import re

    found = re.findall(
        r"(?i)(?<![a-z])(?P<word>\w+)\b(?:(?=\s+the)|(?!.))", "Over the hill AND the end"
    )
    split = (
        re.split(r"([,;])\s*", "a, b;c,  d"),
        re.subn(r"(\d+)(?P<u>px)?", r"<\g<u>\1>", "10px 20"),
    )
    atomic = (
        re.match(r"(?>a+)b", "aaab"),
        re.fullmatch(r"a*+a", "aaa"),
        re.search(r"(?s:.)\Z", "x\n"),
    )
    chosen = (
        re.match(r"(<)?\w+@\w+(?(1)>|$)", "<me@here>"),
        re.compile(rb"\x00[\x80-\xff]{2,}?").search(b"a\0\xfe\xff"),
    )
    verbose = re.compile("""(?x) ^ [^\\W\\d_]+ (?# letters ) (?: - \\w )* $""").match("été-x")
    return found, split, [str(each) for each in (*atomic, *chosen, verbose)], re.escape("a.b*c-d é")


def json_texts() -> Any:
    import json
    from decimal import Decimal

    text = (
        '{"b": [1, 2.50, -0.0, 1e400, null, true], "a": "\\ud83d\\ude00 \\u00e9", "b2": {"c": NaN}}'
    )
    read = json.loads(text, parse_float=Decimal, object_pairs_hook=list)
    shown = json.dumps(
        {"z": 1, 2: (True, 'é\u2028"')}, sort_keys=False, indent=1, separators=(",", " = ")
    )
    try:
        json.loads('{"a": 1,\n "b": }')
    except json.JSONDecodeError as error:
        wrong = (error.msg, error.lineno, error.colno)
    return read, shown, wrong, json.dumps([1e-7, 1e22, 0.1 + 0.2], ensure_ascii=False)


def comma_separated() -> Any:
    import csv
    import io

    out = io.StringIO()
    writer = csv.DictWriter(out, ["a", "b"], extrasaction="ignore", quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    writer.writerows([{"a": 'say "hi"\n', "b": 1.5, "c": 0}, {"a": ";", "b": -2}])
    odd = list(csv.reader(["a|'b||c'|d\\|e"], delimiter="|", quotechar="'", escapechar="\\"))
    sniffed = csv.Sniffer().sniff("x;y;z\n1;2;3\n4;5;6\n").delimiter
    return out.getvalue(), odd, sniffed, list(csv.reader(io.StringIO(out.getvalue()), strict=True))


def statistic() -> Any:
    import statistics as s

    data = [2.5, 3.25, 5.5, 11.75, 11.75, 2.0]
    center = (
        s.fmean(data, weights=[1, 2, 3, 4, 5, 6]),
        s.geometric_mean(data),
        s.harmonic_mean(data),
    )
    spread = (
        s.quantiles(data, n=7, method="inclusive"),
        s.pstdev(data),
        s.variance(data),
        s.multimode(data),
    )
    line = (
        s.linear_regression([1, 2, 3, 4], [2, 4.5, 5, 8.5]),
        s.correlation(data, data[::-1], method="ranked"),
    )
    normal = s.NormalDist(100, 15)
    sure = round(normal.inv_cdf(0.975), 9), round(normal.cdf(85), 12)
    return center, spread, line, sure, s.median_grouped(data)


def iterators() -> Any:
    import itertools as it

    combined = list(it.combinations_with_replacement("abc", 2)), list(it.permutations(range(3), 2))
    grouped = (
        [(key, len(list(group))) for key, group in it.groupby("aaabccd")],
        list(it.batched("abcdefg", 3, strict=False)),
    )
    running = list(it.accumulate([3, 1, 4, 1, 5], max, initial=2)), list(it.pairwise("abcd"))
    cut = (
        list(it.islice(it.count(10, -3), 2, 9, 3)),
        list(it.compress("abcdef", it.cycle([1, 0, 1]))),
    )
    return combined, grouped, running, cut, list(it.starmap(pow, zip([2, 3], [5, 2], strict=True)))


def functions() -> Any:
    import functools as f
    import operator as o

    @f.singledispatch
    def kind(_: object) -> str:
        return "other"

    @kind.register
    def _(_: int | float) -> str:
        return "number"

    @f.lru_cache(maxsize=2)
    def twice(number: int) -> int:
        return number * 2

    numbers = [twice(each) for each in (1, 2, 1, 3, 2)]
    ordered = sorted(
        ["b", "A", "c"], key=f.cmp_to_key(lambda a, b: -1 if a.lower() < b.lower() else 1)
    )
    called = o.methodcaller("replace", "a", "o", 1)("banana"), o.attrgetter("real", "imag")(3 + 4j)
    bound = (
        f.partial(int, base=2)("1011"),
        f.reduce(o.mul, range(1, 25)),
        o.itemgetter(2, slice(0, 2))("abc"),
    )
    return (
        kind(True),
        kind(1.5),
        kind(""),
        numbers,
        tuple(twice.cache_info()),
        ordered,
        called,
        bound,
    )


def containers() -> Any:
    import collections as c

    count = c.Counter("abracadabra")
    count.subtract("bard")
    chain = c.ChainMap({"a": 1}, {"a": 2, "b": 3}).new_child({"c": 4})
    turned = c.deque(range(6), maxlen=4)
    turned.rotate(-1)
    turned.extendleft("xy")
    point = c.namedtuple("point", "x y class", rename=True, defaults=[9])(1, 2)
    ordered = c.OrderedDict.fromkeys("abcd")
    ordered.move_to_end("b", last=False)
    return (
        count.most_common(3),
        +count,
        dict(chain),
        list(chain.parents),
        turned,
        point,
        list(ordered),
    )


def records() -> Any:
    import dataclasses as d
    import enum

    @d.dataclass(order=True, slots=True, kw_only=True)
    class Loan:
        rate: float = d.field(compare=False)
        names: list[str] = d.field(default_factory=list, repr=False)

    class Color(enum.Flag, boundary=enum.KEEP):
        RED = enum.auto()
        BLUE = enum.auto()
        BOTH = RED | BLUE

    class Day(enum.StrEnum):
        MONDAY = enum.auto()

    loan = d.replace(Loan(rate=1.5), names=["a"])
    flags = Color.RED | Color(8), ~Color.RED, list(Color.BOTH), Color.BLUE in Color.BOTH
    made = d.make_dataclass("Made", [("x", int, 3)], frozen=True)()
    return (
        [str(each) for each in (loan, flags, Day.MONDAY, made)],
        d.asdict(loan),
        loan < Loan(rate=0, names=["b"]),
    )


def texts() -> Any:
    import string
    import textwrap

    filled = (
        string.Template("$who owes $$${sum}").safe_substitute(who="A"),
        string.capwords("a bC  d"),
    )
    fields = list(string.Formatter().parse("{0!r:>{1}} and {name.x[2]:%Y}"))
    wrapped = textwrap.wrap(
        "The quick-brown fox, extraordinarily jumped", 12, break_on_hyphens=True
    )
    short = (
        textwrap.shorten("one two three four", 12, placeholder=" …"),
        textwrap.dedent("  a\n   b\n"),
    )
    methods = (
        "ǆ ß İ".title(),
        "ﬁ ß".casefold(),
        "a\tb".expandtabs(5),
        "1½".isnumeric(),
        "x=y=z".rpartition("="),
    )
    made = (
        "{:*^+12,.3f}|{:#x}|{:08b}|{!a:.4}".format(12345.6789, 255, 37, "é\n"),
        "abc".translate({97: "z", 98: None}),
    )
    return filled, fields, wrapped, short, methods, made, "\x85a\u2028b\r\nc".splitlines(True)


def characters() -> Any:
    import unicodedata as u

    names = (
        [u.name(each) for each in "é€中ᄀ😀\u0e3f"],
        u.lookup("GREEK SMALL LETTER ALPHA WITH TONOS"),
    )
    forms = [
        [ascii(u.normalize(form, each)) for form in ("NFC", "NFD", "NFKC", "NFKD")]
        for each in "Åﬁ각①"
    ]
    kinds = [
        (u.category(c), u.bidirectional(c), u.east_asian_width(c), u.combining(c))
        for c in "aא中\u0301…"
    ]
    values = u.numeric("Ⅷ"), u.decimal("٣"), u.digit("②"), u.mirrored("("), u.decomposition("ǆ")
    return names, forms, kinds, values, u.unidata_version, u.ucd_3_2_0.category("\u0220")


def encodings() -> Any:
    import codecs

    texts = {
        "日本": ("shift_jis", "euc_jp", "iso2022_jp", "cp932"),
        "한국": ("euc_kr", "johab", "cp949"),
        "中文": (
            "gb18030",
            "gb2312",
            "big5hkscs",
            "hz",
            "utf_7",
            "utf_16",
            "utf_32_be",
            "punycode",
        ),
        "né": ("cp1252", "mac_roman", "cp437"),
        "Дом": ("koi8_r", "cp1251", "iso8859_5"),
        "bücher.example": ("idna",),
    }
    tried = {
        name: (data := text.encode(name), data.decode(name) == text)
        for text, names in texts.items()
        for name in names
    }
    errors = [
        b"a\xff\xe2\x82".decode("utf-8", way)
        for way in ("replace", "backslashreplace", "surrogateescape")
    ]
    pieces = codecs.getincrementaldecoder("utf-8")()
    halves = pieces.decode(b"\xe2\x82"), pieces.decode(b"\xac", True)
    return (
        tried,
        [ascii(each) for each in errors],
        halves,
        codecs.encode("Hello", "rot13"),
        "é€".encode("ascii", "xmlcharrefreplace"),
    )


def every_letter_of_the_east() -> Any:
    """Each entry of the large tables that come late, both ways."""
    import hashlib

    letters = "".join(chr(each) for each in range(0x30000) if not 0xD800 <= each < 0xE000)
    seconds = range(0x30, 0xFF)
    pairs = b"".join(bytes((one, other)) for one in range(0x81, 0xFF) for other in seconds)
    said = {}
    for name in (
        *("gb2312", "gbk", "gb18030", "hz", "big5hkscs", "big5", "cp950"),
        *("euc_kr", "cp949", "johab"),
        *("shift_jis", "cp932", "euc_jp", "euc_jisx0213", "euc_jis_2004", "shift_jis_2004"),
        *("iso2022_jp_3", "iso2022_jp_ext", "iso2022_kr"),
    ):
        written = letters.encode(name, "ignore")
        read = pairs.decode(name, "replace").encode("utf-8", "surrogatepass")
        said[name] = [hashlib.sha256(each).hexdigest() for each in (written, read)]
    return said


def every_name() -> Any:
    import hashlib
    import unicodedata as u

    letters = [chr(each) for each in range(0x30000)]
    said = (
        [u.name(each, "") for each in letters],
        [(u.category(each), u.decomposition(each), u.bidirectional(each)) for each in letters],
        [u.ucd_3_2_0.category(each) for each in letters],
        [u.lookup(u.name(each)) == each for each in letters if u.name(each, "")].count(True),
        u.normalize("NFKC", u.normalize("NFD", "".join(letters[:0xD800]))),
    )
    return [hashlib.sha256(ascii(each).encode()).hexdigest() for each in said]


def hashes() -> Any:
    import hashlib
    import hmac
    import zlib

    names = ("md5", "sha1", "sha224", "sha512", "sha3_256", "blake2s")
    digests = [hashlib.new(name, b"second mortgage").hexdigest() for name in names]
    keyed = hashlib.blake2b(b"x", digest_size=9, key=b"k", salt=b"s", person=b"p").hexdigest()
    long = hashlib.shake_128(b"x").hexdigest(11), hmac.new(b"key", b"text", "sha256").hexdigest()
    return (
        digests,
        keyed,
        long,
        zlib.crc32(b"x", 7),
        zlib.adler32(b"x" * 9999),
        hmac.compare_digest("a", "a"),
    )


def base_64() -> Any:
    import base64
    import binascii

    data = bytes(range(0, 256, 5))
    coded = (
        base64.b85encode(data),
        base64.a85encode(data, wrapcol=30),
        base64.b32hexencode(data[:7]),
    )
    safe = (
        base64.urlsafe_b64encode(data[-8:]),
        base64.b64decode(b"YW Jj\n"),
        base64.z85encode(data[:8]),
    )
    back = base64.a85decode(coded[1]) == data, base64.b85decode(coded[0]) == data
    return (
        coded,
        safe,
        back,
        binascii.hexlify(data[:6], ":", -2),
        binascii.crc_hqx(data, 3),
        binascii.b2a_uu(data[:9]),
    )


def binary() -> Any:
    import array
    import struct

    packed = struct.pack("<hIq?3s2xfd", -2, 2**32 - 1, -(2**40), True, b"ab", 1.5, -0.1)
    numbers = array.array("i", [3, -1, 4])
    numbers.byteswap()
    view = memoryview(bytearray(range(12))).cast("H", [2, 3])
    half = (
        struct.unpack(">2e", struct.pack(">2e", 1.1, -65504)),
        list(struct.iter_unpack("!HB", b"abcdef")),
    )
    return (
        packed,
        struct.calcsize("<2h3xq"),
        numbers.tolist(),
        half,
        view.tolist(),
        (-5).to_bytes(3, "little", signed=True),
    )


def compression() -> Any:
    import bz2
    import gzip
    import zlib

    data = b"a quiet house " * 300
    stream = zlib.compressobj(9, wbits=-15, strategy=zlib.Z_FILTERED)
    raw = stream.compress(data) + stream.flush()
    partly = zlib.decompressobj(wbits=-15)
    pieces = partly.decompress(raw, 100), len(partly.unconsumed_tail) > 0
    squeezed = bz2.compress(data, 3)
    return (
        pieces,
        zlib.decompress(raw, -15) == data,
        squeezed,
        bz2.decompress(squeezed) == data,
        gzip.decompress(gzip.compress(data, mtime=0)) == data,
    )


def mathematics() -> Any:
    import cmath
    import math

    whole = (
        math.isqrt(10**30 + 7),
        math.comb(60, 25),
        math.perm(9, 4),
        math.lcm(12, 18, 27),
        math.gcd(2**70, 6**40),
    )
    exact = (
        math.fsum([0.1] * 10),
        math.sumprod([0.1, 0.2], [3, 4]),
        math.nextafter(1.0, 2.0, steps=3),
        math.ulp(1e9),
    )
    floats = (
        math.frexp(0.15625),
        math.ldexp(0.75, -3),
        math.modf(-2.25),
        math.remainder(7.5, 2),
        math.fma(0.1, 10, -1),
    )
    curves = [
        round(each, 12)
        for each in (
            math.gamma(4.5),
            math.lgamma(0.3),
            math.erf(0.4),
            math.erfc(2),
            math.expm1(1e-5),
            math.atan2(-1, -2),
            math.dist((1, 2), (4, 6)),
            math.hypot(3, 4, 12),
            math.log1p(1e-9),
        )
    ]
    plane = [
        complex(round(each.real, 12), round(each.imag, 12))
        for each in (cmath.sqrt(-2 + 1j), cmath.log(-1), cmath.rect(2, 1), cmath.acosh(0.5j))
    ]
    return (
        whole,
        exact,
        floats,
        curves,
        plane,
        (0.1).hex(),
        float.fromhex("0x1.8p-3"),
        7**-3,
        pow(3, -1, 11),
    )


def chance() -> Any:
    import random

    dice = random.Random(20261123)
    drawn = (
        dice.sample(range(10**6), 5),
        dice.choices("abc", cum_weights=[1, 3, 9], k=6),
        dice.getrandbits(70),
    )
    spread = [
        round(each, 9)
        for each in (
            dice.gauss(0, 1),
            dice.betavariate(2, 3),
            dice.vonmisesvariate(1, 4),
            dice.paretovariate(3),
            dice.triangular(1, 9, 2),
        )
    ]
    cards = list(range(9))
    dice.shuffle(cards)
    return (
        drawn,
        spread,
        cards,
        dice.binomialvariate(20, 0.3),
        dice.randbytes(5),
        random.Random("seed").random(),
    )


def heaps() -> Any:
    import bisect
    import heapq

    heap = [5, 2, 8, 1, 9, 3]
    heapq.heapify(heap)
    taken = (
        heapq.heappushpop(heap, 4),
        heapq.heapreplace(heap, 7),
        heapq.nsmallest(3, heap, key=lambda each: -each),
    )
    merged = list(heapq.merge([1, 4, 9], [2, 3, 10], reverse=False)), heapq.nlargest(2, "hello")
    row = [1, 3, 3, 7]
    bisect.insort_right(row, 3)
    return (
        heap,
        taken,
        merged,
        row,
        bisect.bisect_left(row, 3),
        bisect.bisect("adgj", "e", key=str.lower),
    )


def contexts() -> Any:
    import contextlib
    import contextvars
    import io

    log: list[str] = []
    with contextlib.ExitStack() as stack, contextlib.suppress(KeyError):
        stack.callback(log.append, "last")
        stack.enter_context(contextlib.closing(io.StringIO())).write("x")
        stack.pop_all().close()
        raise KeyError
    with contextlib.redirect_stdout(io.StringIO()) as out:
        print("a", "b", sep="-", end="!")
    variable = contextvars.ContextVar("variable", default=1)
    copied = contextvars.copy_context()
    copied.run(variable.set, 2)
    return (
        log,
        out.getvalue(),
        variable.get(),
        copied[variable],
        str(contextlib.nullcontext(3).enter_result),
    )


def errors() -> Any:
    import traceback
    import warnings

    try:
        try:
            {}["no"]
        except KeyError as error:
            error.add_note("a note")
            raise ExceptionGroup(
                "both", [ValueError("é"), ExceptionGroup("in", [IndexError("gone")])]
            ) from error
    except* ValueError as group:
        one = str(group), group.exceptions
    except* IndexError as group:
        two = traceback.format_exception_only(group, show_group=True)
        cause = traceback.TracebackException.from_exception(group).__cause__
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        warnings.warn("old", DeprecationWarning, stacklevel=2)
    deep = []
    try:

        def down(depth: int) -> None:
            down(depth + 1)

        down(0)
    except RecursionError as error:
        deep = [str(error)[:32]]
    return (
        one,
        two,
        cause and list(cause.format_exception_only()),
        [str(each.message) for each in warned],
        deep,
    )


def types_of() -> Any:
    import types
    import typing as t

    class Row(t.TypedDict, total=False):
        a: t.Required[int]
        b: t.Annotated[str, "note"]

    @t.runtime_checkable
    class Closes(t.Protocol):
        def close(self) -> None: ...

    type Pair[T] = tuple[T, T]
    hints = (
        t.get_type_hints(Row, include_extras=True),
        Row.__required_keys__,
        t.get_args(t.Literal[1, "a"]),
    )
    made = (
        types.new_class("Made", (dict,), {}, lambda space: space.update(x=3))(a=1),
        types.SimpleNamespace(b=2),
    )
    return (
        str(hints),
        str(Pair[int]),
        Pair.__value__,
        isinstance(open, Closes),
        made,
        str(int | list[str] | None),
    )


def calendars() -> Any:
    import calendar
    import time

    days = (
        calendar.TextCalendar(calendar.SUNDAY).formatmonth(2026, 11),
        calendar.monthrange(2028, 2),
    )
    weeks = list(calendar.Calendar().itermonthdays2(2026, 2))[:9], calendar.leapdays(1900, 2027)
    shown = (
        time.strftime("%a, %d %b %Y %H:%M:%S", time.gmtime(86400 * 365.25)),
        calendar.timegm((2001, 9, 9, 1, 46, 40)),
    )
    return (
        days,
        weeks,
        shown,
        time.strptime("2026 300", "%Y %j")[:3],
        time.asctime((2026, 11, 23, 1, 2, 3, 0, 1, 0)),
    )


def streams() -> Any:
    import io

    raw = io.BytesIO("één\r\ntwo\rthree\n".encode("utf-16"))
    text = io.TextIOWrapper(raw, encoding="utf-16", newline=None)
    first, place = text.readline(), text.tell() > 0
    text.seek(0)
    buffered = io.BufferedRandom(io.BytesIO(b"0123456789"))
    peeked, _ = buffered.peek(3)[:3], buffered.seek(-4, io.SEEK_END)
    into = bytearray(3)
    buffered.readinto(into)
    return (
        first,
        place,
        text.readlines(),
        peeked,
        into,
        buffered.tell(),
        io.StringIO("a\r\nb", newline=None).read(),
    )


def copies() -> Any:
    import copy
    import copyreg
    import pickle
    from decimal import Decimal

    class Money:
        def __init__(self, cents: int) -> None:
            self.cents = cents

    loop: list[Any] = [1, {"a": (2, Decimal("3.50"))}, {4, 5}, range(3), b"x", 2**70, -1.5, "é"]
    loop.append(loop)
    other = copy.deepcopy(loop)
    back = [pickle.loads(pickle.dumps(loop[:-1], protocol)) == loop[:-1] for protocol in range(6)]
    copyreg.pickle(Money, lambda money: (int, (money.cents,)))
    return other[-1] is other, back, copy.copy(Money(7)), len(pickle.dumps(loop, 5))


def differences() -> Any:
    import difflib

    old, new = (
        "one\ntwo\nthree\nfour\n".splitlines(True),
        "one\n2\nthree\nfour\nfive\n".splitlines(True),
    )
    delta = list(difflib.ndiff(old, new))
    unified = (
        list(difflib.unified_diff(old, new, "a", "b", n=1)),
        "".join(difflib.restore(delta, 2)),
    )
    close = difflib.get_close_matches("morgage", ["mortgage", "mirage", "message"], n=2, cutoff=0.5)
    matcher = difflib.SequenceMatcher(None, "private", "pirates")
    return delta, unified, close, matcher.get_opcodes(), round(matcher.ratio(), 9)


def files() -> Any:
    import os
    import pathlib
    import shutil
    import stat
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "a" / "b").mkdir(parents=True)
        (root / "a/b/one.txt").write_text("ünö\n" * 3, encoding="utf-8")
        (root / "link").symlink_to("a/b/one.txt")
        os.rename(root / "a/b/one.txt", root / "a/two.txt")
        shutil.copytree(root / "a", root / "c")
        os.truncate(root / "c/two.txt", 5)
        os.chmod(root / "c/two.txt", 0o640)
        os.utime(root / "c/two.txt", (1000, 2000))
        known = (root / "c/two.txt").stat()
        with open(root / "c/two.txt", "r+b") as file:
            file.seek(2)
            file.write(b"XY")
            os.ftruncate(file.fileno(), 4)
            os.fsync(file.fileno())
        seen = sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))
        walked = [(sorted(folders), sorted(names)) for _, folders, names in os.walk(root / "c")]
        left = (
            (root / "c/two.txt").read_bytes(),
            (root / "link").is_symlink(),
            (root / "link").exists(),
        )
        try:
            os.rmdir(root / "a")
        except OSError as error:
            refused = type(error).__name__
        facts = (
            known.st_size,
            stat.filemode(known.st_mode),
            known.st_mtime,
            os.path.samefile(root, root / "c/.."),
        )
    return (
        seen,
        walked,
        left,
        refused,
        facts,
        root.exists(),
        pathlib.PurePath("/a/../b/c.tar.gz").suffixes,
    )


def archives() -> Any:
    import io
    import tarfile
    import zipfile

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        made.writestr(zipfile.ZipInfo("dir/é.txt", (1990, 2, 3, 4, 5, 6)), "text " * 50)
        made.writestr("b.bin", bytes(99), zipfile.ZIP_BZIP2)
    with zipfile.ZipFile(held) as read:
        zipped = (
            read.testzip(),
            read.namelist(),
            read.read("b.bin") == bytes(99),
            [each.name for each in zipfile.Path(read).iterdir()],
        )
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as tar:
        entry = tarfile.TarInfo("x/" * 60 + "long")
        entry.size = 4
        tar.addfile(entry, io.BytesIO(b"data"))
    held.seek(0)
    with tarfile.open(fileobj=held) as tar:
        return (
            zipped,
            [(each.name[-6:], each.size) for each in tar],
            tar.extractfile(tar.getmembers()[0]).read(),
        )


def markup() -> Any:
    import html
    import html.parser
    import xml.etree.ElementTree as tree
    from xml.dom import minidom

    seen: list[Any] = []

    class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag: str, attributes: Any) -> None:
            seen.append((tag, attributes))

    Reader().feed("<P class=x data-y='&eacute;'>a<br/><!-- c --></p>")
    root = tree.fromstring('<r xmlns:n="u"><n:a k="1">x</n:a><b/>tail</r>')
    tree.indent(root)
    try:
        tree.fromstring("<a><b></a>")
    except tree.ParseError as error:
        wrong = error.position
    found = (
        root.find("n:a", {"n": "u"}),
        minidom.parseString("<a>é<b/></a>").documentElement.toxml(),
    )
    return (
        seen,
        html.unescape("&notit;&#x80;&hellip"),
        html.escape("<a href='x'>"),
        tree.canonicalize(tree.tostring(root)),
        found[0].text,
        found[1],
        wrong,
    )


def source() -> Any:
    import ast
    import dis
    import inspect
    import io
    import symtable
    import tokenize

    text = (
        "def f(a, /, b: int = 2, *c, d=3, **e):\n    return [x for x in g()] if (y := a) else b @ c"
    )
    tree = ast.parse(text)
    folded = ast.dump(ast.parse("f'{x!r:>{w}}' + 0x_ff", mode="eval"), indent=None)
    tokens = [
        (each.type, each.string)
        for each in tokenize.generate_tokens(io.StringIO("x = 1_0 ** -y # z\n").readline)
    ]
    scope = symtable.symtable(
        "def f():\n n = 1\n def g():\n  nonlocal n\n  return n", "", "exec"
    ).get_children()[0]
    space: dict[str, Any] = {}
    exec(compile("def f(a, /, b: int = 2, *c, d=3, **e): return a + b", "<x>", "exec"), space)
    names = [
        each.opname for each in dis.get_instructions(space["f"]) if each.opname.startswith("BINARY")
    ]
    signed = inspect.signature(space["f"]).bind(1, d=4)
    signed.apply_defaults()
    return (
        ast.unparse(tree),
        folded,
        tokens,
        scope.lookup("n").is_free(),
        names,
        str(signed),
        ast.literal_eval("{'a': [1, -2j, b'x']}"),
    )


def numbers_in_c() -> Any:
    import ctypes as c

    class Pair(c.BigEndianStructure):
        _fields_ = (("a", c.c_uint16), ("b", c.c_int32, 12), ("c", c.c_int32, 20))

    pair = Pair(258, -5, 77)
    numbers = (c.c_double * 3)(1.5, 2.5, 3.5)
    pointer = c.cast(numbers, c.POINTER(c.c_double))
    pointer[1] = 9
    text = c.create_string_buffer(b"abc", 6)
    c.memset(c.byref(text, 1), 122, 1)
    return (
        bytes(pair),
        list(numbers),
        text.raw,
        c.string_at(text, 3),
        c.sizeof(Pair),
        c.c_uint8(300).value,
        c.c_int16(40000).value,
    )


def messages() -> Any:
    import configparser
    import email.message
    import email.policy
    import urllib.parse as url

    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = "Réponse à votre lettre"
    message.set_content("Bonjour é\n")
    parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    parser.read_string("[a]\nx = 1\ny = ${x}2\n[b]\nz: ${a:y}\n  more\n")
    parts = (
        url.urlsplit("https://us%65r@example.org:8443/a/../b;p?q=1&q=é#f"),
        url.urljoin("http://a/b/c/d?x", "../g;y"),
    )
    return (
        message.as_bytes(),
        parser["b"]["z"],
        parser.getint("a", "y"),
        parts,
        url.parse_qs("a=1&a=%C3%A9&b="),
        url.quote("a b/é~"),
        url.urlencode({"a": [1, "x y"]}, doseq=True),
    )


def logs() -> Any:
    import io
    import logging
    import logging.handlers
    import pprint
    import reprlib

    out = io.StringIO()
    logger = logging.Logger("a.b", logging.INFO)
    target = logging.StreamHandler(out)
    target.setFormatter(logging.Formatter("{levelname:>8} {name} {message}", style="{"))
    memory = logging.handlers.MemoryHandler(10, logging.ERROR, target)
    logger.addHandler(memory)
    logger.info("x %(y)s", {"y": 1})
    logger.debug("not shown")
    logger.error("z")
    nested = {"key" * 5: list(range(30)), "b": ("x" * 50, {"c": None})}
    return (
        out.getvalue(),
        pprint.pformat(nested, width=40, compact=True),
        reprlib.repr(list(range(99))),
    )


def objects() -> Any:
    import abc
    import gc
    import sys
    import weakref

    gone: list[str] = []

    class Base(abc.ABC):
        def __init_subclass__(cls, /, tag: str = "", **rest: Any) -> None:
            cls.tag = tag

        @abc.abstractmethod
        def needed(self) -> None: ...

    class Child(Base, tag="t"):
        me: Any = None

        def needed(self) -> None:
            self.me = self

    child: Any = Child()
    weakref.finalize(child, gone.append, "gone")
    child.needed()
    known = weakref.WeakValueDictionary(child=child)
    del child
    gc.collect()
    try:
        Base()  # type: ignore[abstract]
    except TypeError as error:
        refused = str(error)
    return (
        gone,
        dict(known),
        Child.tag,
        refused,
        [each.__name__ for each in Child.__mro__],
        sys.intern("ab") is sys.intern("ab"),
    )


def coroutines() -> Any:
    import asyncio
    import concurrent.futures
    import graphlib
    import queue

    def step(waiting: Any) -> Any:
        try:
            return waiting.send(None)
        except StopIteration as end:
            return end.value

    async def twice() -> list[int]:
        async def count() -> Any:
            for each in range(4):
                yield each

        async with asyncio.Lock():
            return [each * 2 async for each in count()]

    def flow() -> Any:
        total = 0
        while True:
            total += yield total

    sums = flow()
    next(sums)
    future: concurrent.futures.Future[int] = concurrent.futures.Future()
    future.set_result(5)
    first: queue.PriorityQueue[int] = queue.PriorityQueue()
    for each in (3, 1, 2):
        first.put(each)
    ordered = graphlib.TopologicalSorter({"d": "bc", "b": "a", "c": "a"}).static_order()
    return (
        step(twice()),
        [sums.send(each) for each in (1, 2, 3)],
        future.result(),
        first.get(),
        list(ordered)[::3],
        asyncio.iscoroutinefunction(twice),
    )


def other_formats() -> Any:
    import colorsys
    import fnmatch
    import ipaddress
    import locale
    import plistlib
    import quopri
    import shlex
    import tomllib
    import uuid

    read = tomllib.loads(
        'a = 0x1F\nd = 2026-11-23T01:02:03Z\n[[t]]\nx = "\\u00e9"\n[t.y]\nz = [1.5, inf]\n'
    )
    net = (
        ipaddress.ip_network("10.0.0.0/29"),
        ipaddress.ip_address("2001:db8::1").exploded,
        [
            str(each)
            for each in ipaddress.collapse_addresses(
                [ipaddress.ip_network("10.0.0.0/30"), ipaddress.ip_network("10.0.0.4/30")]
            )
        ],
    )
    named = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org"), uuid.UUID(int=5).hex
    plist = plistlib.loads(plistlib.dumps({"a": [1, True, b"x"]}, fmt=plistlib.FMT_BINARY))
    return (
        read,
        str(net),
        named,
        plist,
        shlex.split('a \'b c\' "d\\"e" f#g'),
        shlex.join(["a b", "c'"]),
        fnmatch.filter(["a.py", "b.txt"], "*.[pt]?"),
        colorsys.rgb_to_hls(0.5, 0.25, 0.75),
        quopri.encodestring("é=".encode()),
        locale.localeconv()["decimal_point"],
    )


SNIPPETS = {
    name: function
    for name, function in list(globals().items())
    if callable(function) and getattr(function, "__module__", "") == __name__
}
