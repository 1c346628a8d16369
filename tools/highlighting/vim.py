"""The syntax file for Vim and Neovim, by the same places as the TextMate grammar."""

from collections.abc import Iterator

from highlighting.groups import VARIED, Group, groups
from highlighting.words import Manner, kinds, plurals, values, words

VIM = Manner("%(", "|", ")", "[ \\t\\u00a0\\u2009\\u202f]+")
BLANK = "[ \\t\\u00a0\\u2007\\u2009\\u200a\\u202f\\u3000]"
START = f"%(%(^|[{{}};]){BLANK}*)@<="
AFTER = "%(\\k|-\\k|\\.\\k)@!"
BEFORE = "%(\\k|\\k[-.])@<!"
ARROW = "%(-\\>|\\=\\>|-\\||→|⇒)"
NOT_A_LINK = f"%({BLANK}*%([,&]|{ARROW}))@!"
ONE = "%(\\a|[^\\x00-\\x7f]&\\k)\\k*%(-\\k+)*"
NAME = f"{ONE}%(\\.{ONE})?"
# A comment ends it as well: where a comment ends with its line, Vim looks for no end there.
OVER = "%([{};#])@=|$"
GOES_ON = f"{BLANK}*%(#.*)?%(\\n{BLANK}*%(#.*)?)*{BLANK}*"
TAG = "%(\\@\\a{2,3}%(-[A-Za-z0-9]+)*)?"
INSIDE = "tocComment,tocText,tocDate,tocNumber,tocRange"

HEAD = """\
" Vim syntax file
" Language: toc (theories of change)
" Made by tools/highlighting from grammar/keywords.toml; `make accept` renews it.

if exists("b:current_syntax")
  finish
endif

syntax case ignore
syntax spell notoplevel
syntax iskeyword @,48-57,_,192-255
syntax sync minlines=200
"""

LINKS = {
    "tocComment": "Comment",
    "tocKind": "Structure",
    "tocName": "Identifier",
    "tocVariety": "Constant",
    "tocProperty": "Statement",
    "tocClause": "Conditional",
    "tocValue": "Constant",
    "tocUnit": "Type",
    "tocNumber": "Number",
    "tocDate": "Number",
    "tocRange": "Operator",
    "tocText": "String",
    "tocTag": "Special",
    "tocEscape": "SpecialChar",
    "tocArrow": "Operator",
    "tocSign": "Delimiter",
    "tocBrace": "Delimiter",
}


def vim() -> str:
    """Return the syntax file."""
    lines = [*_shared(), *_link(), *_declarations(), *_use()]
    for number, group in enumerate(groups(), 1):
        lines += _property(group, number)
    lines += [f"highlight default link {name} {group}" for name, group in LINKS.items()]
    return f"{HEAD}\n" + "\n".join(lines) + '\n\nlet b:current_syntax = "toc"\n'


def _shared() -> Iterator[str]:
    yield "syntax match tocSign /[,;&]/"
    yield "syntax match tocBrace /[{}]/"
    yield f"syntax match tocArrow /\\v{ARROW}/"
    yield "syntax match tocNumber /\\v%(\\k)@<!%(\\k-)@<!-?\\d+%(\\.\\d+)?%([ \\u00a0\\u202f]*\\%)?/"
    yield "syntax match tocRange /\\.\\./"
    yield "syntax match tocDate /\\v%(\\k)@<!%(\\k[.-])@<!\\d{4}-\\d{2}%(-\\d{2})?%([,-]|\\k)@!/"
    yield f'syntax match tocTag /\\v%(["»”])@<={TAG.removesuffix("?")}/'
    yield 'syntax match tocEscape /\\v\\\\["\\\\]/ contained'
    yield 'syntax region tocText start=/"/ end=/"/ end=/$/ contains=tocEscape,@Spell nextgroup=tocTag'
    yield 'syntax region tocText start=/"""/ end=/"""/ contains=tocEscape,@Spell nextgroup=tocTag'
    yield "syntax region tocText start=/«/ end=/»/ end=/$/ contains=@Spell nextgroup=tocTag"
    yield "syntax region tocText start=/“/ end=/”/ end=/$/ contains=@Spell nextgroup=tocTag"
    yield "syntax match tocComment /#.*$/ contains=@Spell"


def _link() -> Iterator[str]:
    yield f"syntax match tocReference /\\v{NAME}/ contained"
    yield f"syntax match tocMark /\\v{BEFORE}{values(VIM, ('strength', 'mark'))}{AFTER}/ contained"
    yield "highlight default link tocMark tocValue"
    yield f"syntax match tocLinkArrow /\\v{ARROW}{GOES_ON}/ contained nextgroup=tocReference contains=tocComment"
    yield f"syntax match tocLinkSign /\\v[,&]{GOES_ON}/ contained nextgroup=tocReference contains=tocComment"
    yield "highlight default link tocLinkArrow tocArrow"
    yield "highlight default link tocLinkSign tocSign"
    yield (
        f"syntax region tocLink matchgroup=tocReference start=/\\v{START}{NAME}%({BLANK}*%([,&]|{ARROW}))@=/"
        f" end=/\\v{OVER}/ contains={INSIDE},tocMark,tocLinkArrow,tocLinkSign"
    )


def _declarations() -> Iterator[str]:
    yield f"syntax match tocName /\\v{NAME}/ contained"
    others = kinds() - {kind.upper() for kind in VARIED} - {"USE"}
    yield f"syntax match tocKind /\\v{START}{words(VIM, others)}{AFTER}{NOT_A_LINK}/ nextgroup=tocName skipwhite"
    for kind in VARIED:
        variety = f"tocVarietyOf{kind.title()}"
        yield f"syntax match {variety} /\\v{values(VIM, (kind,))}{AFTER}/ contained nextgroup=tocName skipwhite"
        yield f"highlight default link {variety} tocVariety"
        yield (
            f"syntax match tocKind /\\v{START}{words(VIM, {kind.upper()})}{AFTER}{NOT_A_LINK}/"
            f" nextgroup={variety},tocName skipwhite"
        )


def _use() -> Iterator[str]:
    yield f"syntax match tocAs /\\v{BEFORE}{words(VIM, {'AS'})}{AFTER}/ contained nextgroup=tocName skipwhite"
    yield "highlight default link tocAs tocClause"
    yield (
        f"syntax region tocUse matchgroup=tocKind start=/\\v{START}{words(VIM, {'USE'})}{AFTER}{NOT_A_LINK}/"
        f" end=/\\v{OVER}/ contains={INSIDE},tocAs"
    )


def _property(group: Group, number: int) -> Iterator[str]:
    """Yield a region from the word of a property to where it is over, and what stands in it."""
    inside = [INSIDE, "tocReference"]
    joins = _joins(group)
    unless = f"%({joins})@!" if joins else ""
    found = []
    patterns = {"Value": values(VIM, group.slots), "Plural": plurals(VIM) if group.selects else ""}
    for name, pattern in patterns.items():
        if pattern:
            yield f"syntax match toc{name}{number} /\\v{BEFORE}{pattern}{AFTER}/ contained"
            found.append((f"toc{name}{number}", "tocValue"))
    if joins:
        named = " nextgroup=tocReference skipwhite" if group.selects or "for" in group.clauses else ""
        yield f"syntax match tocClause{number} /\\v{BEFORE}{joins}/ contained{named}"
        found.append((f"tocClause{number}", "tocClause"))
    # Of what may begin at one place, Vim takes what was said last: behind a number stands a unit.
    yield f"syntax match tocUnit{number} /\\v%(\\d{BLANK}+)@<={unless}{NAME}/ contained"
    found.append((f"tocUnit{number}", "tocUnit"))
    goes_on = " nextgroup=tocReference" if group.names else ""
    yield f"syntax match tocComma{number} /\\v,{GOES_ON}/ contained contains=tocComment{goes_on}"
    found.append((f"tocComma{number}", "tocSign"))
    yield from (f"highlight default link {name} {link}" for name, link in found)
    word = f"{START}{words(VIM, group.properties)}{AFTER}{NOT_A_LINK}"
    if group.names:
        yield f"syntax match tocProperty /\\v{word}/ nextgroup=tocNames{number}"
        yield (
            f"syntax region tocNames{number} matchgroup=tocReference start=/\\v{BLANK}+{NAME}/ end=/\\v{OVER}/"
            f" contained contains={','.join([*inside, *(name for name, _link in found)])}"
        )
        return
    yield (
        f"syntax region tocRest{number} matchgroup=tocProperty start=/\\v{word}/ end=/\\v{OVER}/"
        f" contains={','.join([*inside, *(name for name, _link in found)])}"
    )


def _joins(group: Group) -> str:
    if not group.clauses:
        return ""
    joins = f"{words(VIM, [clause.upper() for clause in group.clauses])}%(%(['’])@<=|{AFTER})"
    return f"%({joins}|à%([ \\t\\u00a0\\u2009\\u202f]+\\d)@=)" if group.selects else joins
