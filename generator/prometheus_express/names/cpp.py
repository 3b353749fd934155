"""The identifiers that stand for names of a schema in C++, and the names that C++ keeps for itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Optional

# What no enumerator and no member can be called: C++20's keywords and alternative tokens ([lex.key], [lex.digraph]), `typeof` of
# g++ and clang in their GNU modes, which are CMake's default, and C++26's `contract_assert` …
KEYWORDS = frozenset(
    """alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class
    co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue contract_assert decltype
    default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long
    mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
    reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template this
    thread_local throw true try typedef typeid typename typeof union unsigned using virtual void volatile wchar_t while xor
    xor_eq""".split()
)
# … and macros of common headers, which would be replaced: of compilers (linux, unix, i386), <errno.h>, <math.h>, <stdio.h>,
# <assert.h>, <setjmp.h>, <stdarg.h>, <complex.h>, and of POSIX <sys/types.h>, <sys/stat.h>, <signal.h>, <netdb.h>, <time.h>.
MACROS = frozenset(
    """linux unix i386 errno major minor makedev stdin stdout stderr assert setjmp sigsetjmp offsetof va_start va_arg
    va_end va_copy signbit signgam isnan isinf isfinite isnormal issubnormal isgreater isgreaterequal isless islessequal
    islessgreater isunordered fpclassify math_errhandling complex imaginary noreturn alloca htons htonl ntohs ntohl quad
    physadr tzname h_addr h_errno fd_set sched_priority sigmask sa_handler sa_sigaction st_atime st_ctime
    st_mtime s6_addr s6_addr16 s6_addr32 si_addr si_addr_lsb si_arch si_band si_call_addr si_fd si_int si_lower si_overrun
    si_pid si_pkey si_ptr si_status si_stime si_syscall si_timerid si_uid si_upper si_utime si_value
    sigev_notify_attributes sigev_notify_function""".split()
)
# Macros with parameters, of Arduino's core and <ctype.h>: they replace only what is called.
CALLED_MACROS = frozenset(
    """min max abs round radians degrees sq constrain bit interrupts isalnum isalpha isascii isblank iscntrl isdigit
    isgraph islower isprint ispunct isspace isupper isxdigit toascii""".split()
)
RESERVED = KEYWORDS | MACROS
LONGEST_ENUMERATOR = 60


def enum_type(label: str) -> str:
    """`sensor` → `Sensor`, `status_code` → `StatusCode`, `queueName` → `QueueName`, `EOF` → `Eof`, `_` → `Label`"""
    words = [word.lower() if word.isupper() else word for word in label.split("_") if word]
    name = "".join(word[0].upper() + word[1:] for word in words)
    return name if name and not name[0].isdigit() else "Label" + name


def enumerator(value: str) -> str:
    """`GET` → `get`, `200` → `_200`, `not` → `_not`, `` → `_`, `a-b` → `a_b`, `°C` → `_c`"""
    return _free(re.sub("[^a-z0-9]+", "_", value.lower()))


def enumerators(values: Iterable[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """The enumerators of an enum's values, all different: those that the schema has chosen, and of the others each its own. Of
    values that would have the same, the first has it, and the others are spelled."""
    found, taken = dict(chosen), set(chosen.values())
    for value in values:
        if value not in found:
            found[value] = next(name for name in _candidates(value) if name not in taken)
            taken.add(found[value])
    return found


def _candidates(value: str) -> Iterator[str]:
    if re.search("[A-Za-z0-9]", value) or not any(map(str.isalpha, value)):
        yield enumerator(value)
    spelled = _spelled(value)
    yield _free(spelled)
    yield from (_free(f"{spelled}_{number}") for number in itertools.count(2))


def _spelled(value: str) -> str:
    """`客厅` → `u5ba2_u5385`, `a-b` → `a_u002d_b`: what no enumerator can hold by its number in Unicode, not beyond a line's room."""
    words = re.findall("[a-z0-9]+|[^a-z0-9_]", value)
    spelled = "_".join(word if word.isascii() and word.isalnum() and not word.isupper() else f"u{ord(word):04x}" for word in words)
    return spelled if len(spelled) <= LONGEST_ENUMERATOR else spelled[:LONGEST_ENUMERATOR].rstrip("_")


def choice_enumerator(choice: str) -> str:
    """`0.125` → `_0_125`, `high_resolution` → `high_resolution`"""
    return enumerator(choice.replace("-", "minus_") if choice[:1] == "-" else choice)


def member(metric: str) -> str:
    """The member of `Metrics` that stands for a metric: its name, changed only where C++ or a macro has it."""
    name = re.sub("__+", "_", metric)  # reserved to the implementation ([lex.name]), as is `_` before a capital
    if name.isupper() or re.match("_[A-Z]|[A-Z][A-Z_]", name):  # and capitals are a macro's: EIO, M_PIf, PRId8
        name = name.lower()
    return _free(name)


def _free(name: str) -> str:
    """The name, with `_` in front where it could not be an identifier."""
    if not name or name[0].isdigit() or name in RESERVED:
        return "_" + name
    return name


# Macros of <stddef.h>, <stdio.h> and <math.h> in capitals only, as which an enum can be called.
CAPITALS = frozenset(("BUFSIZ", "EOF", "INFINITY", "NAN", "NULL"))

# What the generated code itself defines, besides the enums of labels.
GENERATED_TYPES = frozenset(("Application", "Binding", "ConstantLabels", "Metrics", "Sensors"))

# Functions, types and variables of the C library and of POSIX at global scope that a device might be called: a namespace cannot
# have their names. Types that end in `_t` are theirs, too.
GLOBAL_NAMES = frozenset(
    """abort accept access acct acos alarm asin atan atexit atof atoi basename bind brk bsearch calloc canonicalize ceil chmod
    chown chroot clock clone close connect cos creat crypt daemon daylight div dup environ erf exit exp fabs fcntl fdiv finite flock
    floor fork free gamma getc getchar getenv getline gets getpid hypot index ioctl j0 j1 kill labs link linger listen lockf log
    log2 lseek main malloc memcpy mkdir mmap nan nice obstack open optarg pause perror pipe poll pow printf profil putc putchar puts
    qsort raise rand random read realloc recv remainder remove rename revoke rewind rint rmdir sbrk scanf select send shutdown
    signal significand sin sleep snprintf socket splice sprintf sqrt srand stat statx swab symlink sync syscall system tan tee time
    timespec timeval timex timezone tm trunc truncate uint ulong umask unlink ushort usleep vfork wait write y0 y1 yn""".split()
)
GLOBAL_NAMESPACES = frozenset(("std", "posix", "prometheus_express"))


def why_no_namespace(name: str) -> Optional[str]:
    """Why a name cannot be a namespace of its own in C++, or None."""
    if name in GLOBAL_NAMESPACES:
        return "a namespace already"
    return "a name of the C library" if name in GLOBAL_NAMES or name.endswith("_t") else why_reserved(name)


def why_reserved(name: str) -> Optional[str]:
    """Why a function cannot have the name that the user gives it, or None."""
    if name in KEYWORDS:
        return "a keyword of g++ and clang" if name == "typeof" else "a keyword of C++"
    return "a macro of common headers" if name in MACROS or name in CALLED_MACROS else None
