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

syntax match tocSign /[,;&]/
syntax match tocBrace /[{}]/
syntax match tocArrow /\v%(-\>|\=\>|-\||→|⇒)/
syntax match tocNumber /\v%(\k)@<!%(\k-)@<!-?\d+%(\.\d+)?%([ \u00a0\u202f]*\%)?/
syntax match tocRange /\.\./
syntax match tocDate /\v%(\k)@<!%(\k[.-])@<!\d{4}-\d{2}%(-\d{2})?%([,-]|\k)@!/
syntax match tocTag /\v%(["»”])@<=%(\@\a{2,3}%(-[A-Za-z0-9]+)*)/
syntax match tocEscape /\v\\["\\]/ contained
syntax region tocText start=/"/ end=/"/ end=/$/ contains=tocEscape,@Spell nextgroup=tocTag
syntax region tocText start=/"""/ end=/"""/ contains=tocEscape,@Spell nextgroup=tocTag
syntax region tocText start=/«/ end=/»/ end=/$/ contains=@Spell nextgroup=tocTag
syntax region tocText start=/“/ end=/”/ end=/$/ contains=@Spell nextgroup=tocTag
syntax match tocComment /#.*$/ contains=@Spell
syntax match tocReference /\v%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocMark /\v%(\k|\k[-.])@<!%(d[eéèêë][cç][iîï]s[iîï]%(f%([eéèêë]%(s)?|s)?|v[eéèêë]%([eéèêë]%(s)?|s)?)|f%([aàâä][iîï]bl[eéèêë]%([eéèêë]%(s)?|s)?|[eéèêë][eéèêë]db[aàâä][cç]k%(s)?|[oôö]rt%([eéèêë]%(s)?|s)?)|[iîï]n[cç][eéèêë]rt[aàâä][iîï]n%([eéèêë]%(s)?|s)?|m[oôö]d[eéèêë]r%([aàâä]t[eéèêë]%(s)?|[eéèêë]%([eéèêë]%(s)?|s)?)|r[eéèêë]tr[oôö][aàâä][cç]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|str[oôö]ng%(s)?|[uùûü]n[cç][eéèêë]rt[aàâä][iîï]n%(s)?|w[eéèêë][aàâä]k%(s)?)%(\k|-\k|\.\k)@!/ contained
highlight default link tocMark tocValue
syntax match tocLinkArrow /\v%(-\>|\=\>|-\||→|⇒)[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained nextgroup=tocReference contains=tocComment
syntax match tocLinkSign /\v[,&][ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained nextgroup=tocReference contains=tocComment
highlight default link tocLinkArrow tocArrow
highlight default link tocLinkSign tocSign
syntax region tocLink matchgroup=tocReference start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@=/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocMark,tocLinkArrow,tocLinkSign
syntax match tocName /\v%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocKind /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([aàâä]%([cç]t%([eéèêë][uùûü]r%([eéèêë]%(s)?|s)?|[iîï]v[iîï]t%([eéèêë]%([eéèêë]%(s)?|s)?|[iîï][eéèêë]s%(s)?|y%(s)?)|[oôö]r%(s)?|r[iîï][cç][eéèêë]%([eéèêë]%(s)?|s)?)|ppr[eéèêë]nt[iîï]ss[aàâä]g[eéèêë]%([eéèêë]%(s)?|s)?|ss[uùûü]mpt[iîï][oôö]n%(s)?)|[cç]h%([aàâä]ng[eéèêë]%(m[eéèêë]nt%([eéèêë]%(s)?|s)?)?|[eéèêë]m[iîï]n%([eéèêë]%(s)?|s)?)|[eéèêë]%(t[aàâä]p[eéèêë]%([eéèêë]%(s)?|s)?|xtr[aàâä]nt%([eéèêë]%(s)?|s)?)|hyp[oôö]th[eéèêë]s[eéèêë]%([eéèêë]%(s)?|s)?|[iîï]nd[iîï][cç][aàâä]t%([eéèêë][uùûü]r%([eéèêë]%(s)?|s)?|[oôö]r%(s)?)|l[eéèêë][aàâä]rn[iîï]ng%(s)?|[oôö][uùûü]t%([cç][oôö]m[eéèêë]%(s)?|p[uùûü]t%(s)?)|p%([aàâä]thw[aàâä]y%(s)?|r[eéèêë][cç][oôö]nd[iîï]t[iîï][oôö]n%([eéèêë]%(s)?|s)?)|q[uùûü][eéèêë]st[iîï][oôö]n%([eéèêë]%(s)?|s)?|r%([eéèêë]s[uùûü]lt[aàâä]t%([eéèêë]%(s)?|s)?|[iîï]s%(k%(s)?|q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?))|st%([eéèêë]p%(s)?|r[aàâä]t[eéèêë]g%([iîï][eéèêë]%([eéèêë]%(s)?|s%(s)?)?|y%(s)?))|t%([eéèêë]rm%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|h[eéèêë][oôö]r%([iîï][eéèêë]%([eéèêë]%(s)?|s)?|y%(s)?))|v%([iîï]%([eéèêë]w%(s)?|s[iîï][oôö]n%([eéèêë]%(s)?|s)?)|[uùûü][eéèêë]%([eéèêë]%(s)?|s)?))%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocName skipwhite
syntax match tocVarietyOfFactor /\v%([aàâä]dv[eéèêë]rs[eéèêë]%(s)?|d[eéèêë]f[aàâä]v[oôö]r[aàâä]bl[eéèêë]%([eéèêë]%(s)?|s)?|f[aàâä]v[oôö]%(r[aàâä]bl[eéèêë]%([eéèêë]%(s)?|s)?|[uùûü]r[aàâä]bl[eéèêë]%(s)?))%(\k|-\k|\.\k)@!/ contained nextgroup=tocName skipwhite
highlight default link tocVarietyOfFactor tocVariety
syntax match tocKind /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=f[aàâä][cç]t%([eéèêë][uùûü]r%([eéèêë]%(s)?|s)?|[oôö]r%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocVarietyOfFactor,tocName skipwhite
syntax match tocVarietyOfMarker /\v%([aàâä]tt[eéèêë]nd[uùûü]%([eéèêë]%(s)?|s)?|[eéèêë]xp[eéèêë][cç]t%(s)?|[iîï]d[eéèêë][aàâä]%(l%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[uùûü]x%([eéèêë]%(s)?|s)?)|l%([iîï]k[eéèêë]%(s)?|[oôö]v[eéèêë]%(s)?)|s[oôö][uùûü]h[aàâä][iîï]t[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained nextgroup=tocName skipwhite
highlight default link tocVarietyOfMarker tocVariety
syntax match tocKind /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=m[aàâä]r%(k[eéèêë]r%(s)?|q[uùûü][eéèêë][uùûü]r%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocVarietyOfMarker,tocName skipwhite
syntax match tocVarietyOfUrgency /\v%(n[eéèêë]g[aàâä]t[iîï]%(f%([eéèêë]%(s)?|s)?|v[eéèêë]%([eéèêë]%(s)?|s)?)|p[oôö]s[iîï]t[iîï]%(f%([eéèêë]%(s)?|s)?|v[eéèêë]%([eéèêë]%(s)?|s)?))%(\k|-\k|\.\k)@!/ contained nextgroup=tocName skipwhite
highlight default link tocVarietyOfUrgency tocVariety
syntax match tocKind /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=[uùûü]rg[eéèêë]n[cç]%([eéèêë]%([eéèêë]%(s)?|s)?|[iîï][eéèêë]s%(s)?|y%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocVarietyOfUrgency,tocName skipwhite
syntax match tocVarietyOfResource /\v%([aàâä]rg[eéèêë]nt%([eéèêë]%(s)?|s)?|kn[oôö]wl[eéèêë]dg[eéèêë]%(s)?|m[oôö]n[eéèêë]y%(s)?|p[eéèêë]%([oôö]pl[eéèêë]%(s)?|rs[oôö]nn[eéèêë]s%([eéèêë]%(s)?|s)?)|s[aàâä]v[oôö][iîï]r%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained nextgroup=tocName skipwhite
highlight default link tocVarietyOfResource tocVariety
syntax match tocKind /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=r[eéèêë]s%([oôö][uùûü]r[cç][eéèêë]%(s)?|s[oôö][uùûü]r[cç][eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocVarietyOfResource,tocName skipwhite
syntax match tocAs /\v%(\k|\k[-.])@<!%([aàâä]s%(s)?|[cç][oôö]mm[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained nextgroup=tocName skipwhite
highlight default link tocAs tocClause
syntax region tocUse matchgroup=tocKind start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=[uùûü]%(s[eéèêë]%(s)?|t[iîï]l[iîï]s[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocAs
syntax match tocUnit1 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma1 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocUnit1 tocUnit
highlight default link tocComma1 tocSign
syntax region tocRest1 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(j[uùûü]sq[uùûü]%([eéèêë]%(s)?|s)?['’][aàâä]%([eéèêë]%(s)?|s)?|j[uùûü]sq[uùûü]%([eéèêë]%(s)?|s)?['’][eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü]['’]%([eéèêë]%(s)?|s)?|p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|spl[iîï]t%(s)?[ \t\u00a0\u2009\u202f]+by%(s)?|v[eéèêë]nt[iîï]l[eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+p[aàâä]r%([eéèêë]%(s)?|s)?|[aàâä]%([cç]q[uùûü][iîï]s%([eéèêë]%(s)?|s)?|ls[oôö]%(s)?|m[oôö][uùûü]nt%(s)?|[uùûü]ss[iîï]%([eéèêë]%(s)?|s)?)|b%([eéèêë][cç][aàâä][uùûü]s[eéèêë]%(s)?|[oôö][uùûü]nd[aàâä]ry%(s)?)|[cç][oôö]%(ll[aàâä]b[oôö]r[aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|n%([cç][eéèêë]rn[eéèêë]%(d%(s)?|[eéèêë]%(s)?|s)?|t%([eéèêë]xt%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|r[eéèêë]f[aàâä][cç]t[uùûü][eéèêë]l%([eéèêë]%(s)?|l[eéèêë]%([eéèêë]%(s)?|s)?|s)?))|[uùûü]nt[eéèêë]rf[aàâä][cç]t[uùûü][aàâä]l%(s)?)|[eéèêë]n%([eéèêë]%(s)?|j[eéèêë][uùûü]%([eéèêë]%(s)?|s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|f%([aàâä][iîï]s[aàâä]b[iîï]l[iîï]t[eéèêë]%([eéèêë]%(s)?|s)?|[eéèêë][aàâä]s[iîï]b[iîï]l[iîï]ty%(s)?)|h[oôö]r[iîï]z[oôö]n%([eéèêë]%(s)?|s)?|[iîï]%(n%(s)?|ss[uùûü][eéèêë]%(s)?)|j[uùûü]sq[uùûü]%(['’]%([aàâä]%([eéèêë]%(s)?|s)?|[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?)|[eéèêë]%([eéèêë]%(s)?|s)?)|l[iîï]m[iîï]tr[oôö]ph[eéèêë]%([eéèêë]%(s)?|s)?|m[oôö]nt[aàâä]nt%([eéèêë]%(s)?|s)?|n[oôö]t[eéèêë]%([eéèêë]%(s)?|s)?|p%([aàâä]p%([eéèêë]r%(s)?|[iîï][eéèêë]r%([eéèêë]%(s)?|s)?)|r[iîï]v%([aàâä]t[eéèêë]%(s)?|[eéèêë]%([eéèêë]%(s)?|s)?)|[uùûü]bl[iîï]%([eéèêë]%([eéèêë]%(s)?|s)?|sh%([eéèêë]d%(s)?|s)?))|s%([eéèêë][cç][uùûü]r[eéèêë]d%(s)?|[oôö][uùûü]r[cç][eéèêë]%([eéèêë]%(s)?|s)?)|t[eéèêë]rr[iîï]t[oôö]%([iîï]r[eéèêë]%([eéèêë]%(s)?|s)?|ry%(s)?)|[uùûü]n%([iîï]t%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|t[iîï]l%(s)?))%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocUnit1,tocComma1
syntax match tocUnit2 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma2 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment nextgroup=tocReference
highlight default link tocUnit2 tocUnit
highlight default link tocComma2 tocSign
syntax match tocProperty /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([aàâä]tt[eéèêë]n[uùûü][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+p[aàâä]r%([eéèêë]%(s)?|s)?|f[iîï]n[aàâä]n[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+p[aàâä]r%([eéèêë]%(s)?|s)?|f[uùûü]nd[eéèêë]d%(s)?[ \t\u00a0\u2009\u202f]+by%(s)?|m[eéèêë]mbr[eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|m[iîï]t[iîï]g[aàâä]t[eéèêë]d%(s)?[ \t\u00a0\u2009\u202f]+by%(s)?|p[aàâä]rt%(s)?[ \t\u00a0\u2009\u202f]+[oôö]f%(s)?|p[oôö]rt[eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+s[uùûü]r%([eéèêë]%(s)?|s)?|r[eéèêë]p[oôö]nd%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]%([eéèêë]%(s)?|s)?|[aàâä]%(b[oôö][uùûü]t%(s)?|nsw[eéèêë]rs%(s)?|ss[uùûü]m[iîï]ng%(s)?|v[eéèêë][cç]%([eéèêë]%(s)?|s)?)|by%(s)?|[cç]h%([aàâä]ng[eéèêë]s%(s)?|[eéèêë]z%([eéèêë]%(s)?|s)?)|d[eéèêë]%([eéèêë]%(s)?|s%([eéèêë]%(s)?|s)?)?|[eéèêë]t[iîï]q[uùûü][eéèêë]tt[eéèêë]s%([eéèêë]%(s)?|s)?|f%([oôö]r%(s)?|r[oôö]m%(s)?)|l%([aàâä]ng[uùûü]%([aàâä]g[eéèêë]s%(s)?|[eéèêë]s%([eéèêë]%(s)?|s)?)|[eéèêë][aàâä]d%(s)?)|m%([eéèêë]%([aàâä]s[uùûü]r[eéèêë]s%(s)?|s[uùûü]r[eéèêë]%([eéèêë]%(s)?|s)?)|[oôö]d[iîï]f[iîï][eéèêë]%([eéèêë]%(s)?|s)?)|[oôö]%(f%(s)?|n%(s)?|rd%([eéèêë]r%(s)?|r[eéèêë]%([eéèêë]%(s)?|s)?))|p%([aàâä]r%([eéèêë]%(s)?|s)?|[iîï]l[oôö]t[eéèêë]%([eéèêë]%(s)?|s)?|[oôö][uùûü]r%([eéèêë]%(s)?|s)?)|r[eéèêë]%(p[oôö]ns[eéèêë]%([eéèêë]%(s)?|s)?|sp[oôö]ns[eéèêë]%(s)?)|s%([iîï]%([eéèêë]%(s)?|s)?|[uùûü]r%([eéèêë]%(s)?|s)?)|t[aàâä]gs%(s)?|w[iîï]th%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocNames2
syntax region tocNames2 matchgroup=tocReference start=/\v[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ end=/\v%([{};#])@=|$/ contained contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocUnit2,tocComma2
syntax match tocValue3 /\v%(\k|\k[-.])@<!%([aàâä]%(mpl[iîï]f[iîï][cç][aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|[uùûü]t[oôö]-[oôö]rg[aàâä]n[iîï]s[aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?)|b%([aàâä]l[aàâä]n[cç][iîï]ng%(s)?|[uùûü]%(ff[eéèêë]rs%(s)?|ts%([eéèêë]%(s)?|s)?))|d[eéèêë]%(l[aàâä]%([iîï]s%([eéèêë]%(s)?|s)?|ys%(s)?)|p[aàâä]ss[eéèêë]m[eéèêë]nt%([eéèêë]%(s)?|s)?)|g[oôö][aàâä]ls%(s)?|[iîï]nf[oôö]rm[aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|p[aàâä]r[aàâä]%(d[iîï]gm%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|m[eéèêë]t%([eéèêë]rs%(s)?|r[eéèêë]s%([eéèêë]%(s)?|s)?))|r%([eéèêë]%(g%(l[eéèêë]s%([eéèêë]%(s)?|s)?|[uùûü]l[aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?)|[iîï]nf[oôö]r[cç][iîï]ng%(s)?|s[eéèêë]rv[eéèêë]s%([eéèêë]%(s)?|s)?)|[uùûü]l[eéèêë]s%(s)?)|s%([eéèêë]lf-[oôö]rg[aàâä]n[iîï]%(s[aàâä]t[iîï][oôö]n%(s)?|z[aàâä]t[iîï][oôö]n%(s)?)|tr[uùûü][cç]t[uùûü]r[eéèêë]%([eéèêë]%(s)?|s)?)|tr[aàâä]ns[cç][eéèêë]nd[eéèêë]n[cç][eéèêë]%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit3 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma3 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue3 tocValue
highlight default link tocUnit3 tocUnit
highlight default link tocComma3 tocSign
syntax region tocRest3 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([aàâä][cç]ts%(s)?[ \t\u00a0\u2009\u202f]+[oôö]n%(s)?|[aàâä]g[iîï]t%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+s[uùûü]r%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue3,tocUnit3,tocComma3
syntax match tocValue4 /\v%(\k|\k[-.])@<!%([aàâä]mb[aàâä]ss[aàâä]d%([eéèêë]%([eéèêë]%(s)?|s)?|[oôö]r%(s)?)|[cç][oôö]%(ll[aàâä]b[oôö]r[aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|mm[uùûü]n[iîï][cç][aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?)|[eéèêë]v[aàâä]l[uùûü][aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit4 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma4 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue4 tocValue
highlight default link tocUnit4 tocUnit
highlight default link tocComma4 tocSign
syntax region tocRest4 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(b[aàâä][cç]kb[oôö]n[eéèêë]%(s)?|s[oôö][uùûü]t[iîï][eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue4,tocUnit4,tocComma4
syntax match tocValue5 /\v%(\k|\k[-.])@<!%([cç][oôö]nn[aàâä][iîï]t%([eéèêë]%(s)?|s)?|g[aàâä]th[eéèêë]r%(s)?|[iîï]nfl[uùûü][eéèêë]n[cç][eéèêë]%([eéèêë]%(s)?|s)?|kn[oôö]w%(s)?|r[aàâä]ss[eéèêë]mbl[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit5 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma5 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue5 tocValue
highlight default link tocUnit5 tocUnit
highlight default link tocComma5 tocSign
syntax region tocRest5 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=[cç]h[aàâä]mp[iîï][oôö]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue5,tocUnit5,tocComma5
syntax match tocValue6 /\v%(\k|\k[-.])@<!%(b[aàâä]s%([eéèêë]%(s)?|s)?|d%([oôö]wn%(s)?|r[oôö][iîï]t[eéèêë]%([eéèêë]%(s)?|s)?)|g[aàâä][uùûü][cç]h[eéèêë]%([eéèêë]%(s)?|s)?|h[aàâä][uùûü]t%([eéèêë]%(s)?|s)?|l[eéèêë]ft%(s)?|r[iîï]ght%(s)?|[uùûü]p%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit6 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma6 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue6 tocValue
highlight default link tocUnit6 tocUnit
highlight default link tocComma6 tocSign
syntax region tocRest6 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(d[iîï]r[eéèêë][cç]t[iîï][oôö]n%(s)?|s[eéèêë]ns%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue6,tocUnit6,tocComma6
syntax match tocValue7 /\v%(\k|\k[-.])@<!%(v[eéèêë]ry%(s)?[ \t\u00a0\u2009\u202f]+h[iîï]gh%(s)?|tr[eéèêë]s%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+[eéèêë]l[eéèêë]v[eéèêë]%([eéèêë]%(s)?|s)?|[eéèêë]l[eéèêë]v[eéèêë]%([eéèêë]%(s)?|s)?|f[aàâä][iîï]bl[eéèêë]%([eéèêë]%(s)?|s)?|h[iîï]gh%(s)?|l[oôö]w%(s)?|m%([eéèêë]d[iîï][uùûü]m%(s)?|[oôö]y[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?))%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit7 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma7 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue7 tocValue
highlight default link tocUnit7 tocUnit
highlight default link tocComma7 tocSign
syntax region tocRest7 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=[eéèêë]ff[oôö]rt%([eéèêë]%(s)?|s)?%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue7,tocUnit7,tocComma7
syntax match tocValue8 /\v%(\k|\k[-.])@<!%([eéèêë]%(t[uùûü]d[eéèêë]%([eéèêë]%(s)?|s)?|xp[eéèêë]r[iîï][eéèêë]n[cç][eéèêë]%(s)?)|h[uùûü]n[cç]h%(s)?|[iîï]nt[uùûü][iîï]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|pr[aàâä]%([cç]t[iîï][cç][eéèêë]%(s)?|t[iîï]q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?)|st[uùûü]dy%(s)?|v[eéèêë][cç][uùûü]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit8 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma8 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue8 tocValue
highlight default link tocUnit8 tocUnit
highlight default link tocComma8 tocSign
syntax region tocRest8 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([eéèêë]v[iîï]d[eéèêë]n[cç][eéèêë]%(s)?|pr[eéèêë][uùûü]v[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue8,tocUnit8,tocComma8
syntax match tocValue9 /\v%(\k|\k[-.])@<!%([aàâä]%([cç]t%([eéèêë][uùûü]r%([eéèêë]%(s)?|s)?|[oôö]r%(s)?)|[uùûü][cç][uùûü]n%([eéèêë]%(s)?|s)?)|[cç]h[eéèêë]m[iîï]n%([eéèêë]%(s)?|s)?|l[eéèêë]v[eéèêë]l%(s)?|n%([iîï]v[eéèêë][aàâä][uùûü]%([eéèêë]%(s)?|s)?|[oôö]n[eéèêë]%(s)?)|p[aàâä]thw[aàâä]y%(s)?|sph[eéèêë]r[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit9 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma9 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue9 tocValue
highlight default link tocUnit9 tocUnit
highlight default link tocComma9 tocSign
syntax region tocRest9 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(gr[oôö][uùûü]p%(s)?[ \t\u00a0\u2009\u202f]+by%(s)?|gr[oôö][uùûü]p[eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+p[aàâä]r%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue9,tocUnit9,tocComma9
syntax match tocValue10 /\v%(\k|\k[-.])@<!%([cç][oôö]ll[eéèêë][cç]t[iîï]%(f%([eéèêë]%(s)?|s)?|v[eéèêë]%([eéèêë]%(s)?|s)?)|[iîï]nd[iîï]v[iîï]d[uùûü]%([aàâä]l%(s)?|[eéèêë]l%([eéèêë]%(s)?|l[eéèêë]%([eéèêë]%(s)?|s)?|s)?)|syst[eéèêë]m%([eéèêë]%([eéèêë]%(s)?|s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit10 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma10 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue10 tocValue
highlight default link tocUnit10 tocUnit
highlight default link tocComma10 tocSign
syntax region tocRest10 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(l[eéèêë]v[eéèêë]l%(s)?|n[iîï]v[eéèêë][aàâä][uùûü]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue10,tocUnit10,tocComma10
syntax match tocValue11 /\v%(\k|\k[-.])@<!%(v[eéèêë]ry%(s)?[ \t\u00a0\u2009\u202f]+[uùûü]nl[iîï]k[eéèêë]ly%(s)?|tr[eéèêë]s%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+[iîï]mpr[oôö]b[aàâä]bl[eéèêë]%([eéèêë]%(s)?|s)?|v[eéèêë]ry%(s)?[ \t\u00a0\u2009\u202f]+l[iîï]k[eéèêë]ly%(s)?|tr[eéèêë]s%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+pr[oôö]b[aàâä]bl[eéèêë]%([eéèêë]%(s)?|s)?|[aàâä]lm[oôö]st%(s)?[ \t\u00a0\u2009\u202f]+[cç][eéèêë]rt[aàâä][iîï]n%(s)?|pr[eéèêë]sq[uùûü][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+[cç][eéèêë]rt[aàâä][iîï]n%([eéèêë]%(s)?|s)?|[eéèêë]v[eéèêë]n%(s)?|[iîï]mpr[oôö]b[aàâä]bl[eéèêë]%([eéèêë]%(s)?|s)?|l[iîï]k[eéèêë]ly%(s)?|p%([oôö]ss[iîï]bl[eéèêë]%([eéèêë]%(s)?|s)?|r[oôö]b[aàâä]bl[eéèêë]%([eéèêë]%(s)?|s)?)|[uùûü]nl[iîï]k[eéèêë]ly%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit11 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma11 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue11 tocValue
highlight default link tocUnit11 tocUnit
highlight default link tocComma11 tocSign
syntax region tocRest11 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(l[iîï]k[eéèêë]l[iîï]h[oôö][oôö]d%(s)?|vr[aàâä][iîï]s[eéèêë]mbl[aàâä]n[cç][eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue11,tocUnit11,tocComma11
syntax match tocValue12 /\v%(\k|\k[-.])@<!%(b[eéèêë]h[aàâä]v[iîï][oôö]%(r%(s)?|[uùûü]r%(s)?)|[cç][oôö]%(mp[oôö]rt[eéèêë]m[eéèêë]nt%([eéèêë]%(s)?|s)?|n%(d[iîï]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|n[aàâä][iîï]ss[aàâä]n[cç][eéèêë]%([eéèêë]%(s)?|s)?))|kn[oôö]wl[eéèêë]dg[eéèêë]%(s)?|p%([oôö]l[iîï]%([cç]y%(s)?|t[iîï]q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?)|r[aàâä]%([cç]t[iîï][cç][eéèêë]%(s)?|t[iîï]q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?))|r[eéèêë]l[aàâä]t[iîï][oôö]n%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit12 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma12 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue12 tocValue
highlight default link tocUnit12 tocUnit
highlight default link tocComma12 tocSign
syntax region tocRest12 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(n[aàâä]t[uùûü]r[eéèêë]%(s)?|s[oôö]rt[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue12,tocUnit12,tocComma12
syntax match tocValue13 /\v%(\k|\k[-.])@<!%([aàâä]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|s)?|d[aàâä]y%(s%(s)?)?|j[oôö][uùûü]r%([eéèêë]%(s)?|s)?|m[oôö]%([iîï]s%([eéèêë]%(s)?|s)?|nth%(s%(s)?)?)|q[uùûü][aàâä]rt[eéèêë]r%(s%(s)?)?|s[eéèêë]m[aàâä][iîï]n[eéèêë]%([eéèêë]%(s)?|s)?|tr[iîï]m[eéèêë]str[eéèêë]%([eéèêë]%(s)?|s)?|w[eéèêë][eéèêë]k%(s%(s)?)?|y[eéèêë][aàâä]r%(s%(s)?)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit13 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma13 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue13 tocValue
highlight default link tocUnit13 tocUnit
highlight default link tocComma13 tocSign
syntax region tocRest13 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=d[eéèêë]l[aàâä]%([iîï]%([eéèêë]%(s)?|s)?|y%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue13,tocUnit13,tocComma13
syntax match tocValue14 /\v%(\k|\k[-.])@<!%([aàâä][oôö][cç]%([eéèêë]%(s)?|s)?|[cç]%([aàâä]rt[oôö]gr[aàâä]ph[iîï][eéèêë]_[iîï]n[cç][iîï]d[eéèêë]n[cç][eéèêë]s%([eéèêë]%(s)?|s)?|[iîï]%(s)?|[oôö]ll[eéèêë][cç]t[iîï]v[eéèêë]_[iîï]mp[aàâä][cç]t%(s)?)|[iîï]mp[aàâä][cç]t_[cç][oôö]ll[eéèêë][cç]t[iîï]%(f%([eéèêë]%(s)?|s)?|v[eéèêë]%([eéèêë]%(s)?|s)?)|[oôö]%(m%(s)?|[uùûü]t[cç][oôö]m[eéèêë]_m[aàâä]pp[iîï]ng%(s)?)|r[eéèêë]s[uùûü]lt%([aàâä]ts%([eéèêë]%(s)?|s)?|s%(s)?))%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit14 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma14 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue14 tocValue
highlight default link tocUnit14 tocUnit
highlight default link tocComma14 tocSign
syntax region tocRest14 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=pr[oôö]f[iîï]l%([eéèêë]%(s)?|s)?%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue14,tocUnit14,tocComma14
syntax match tocValue15 /\v%(\k|\k[-.])@<!%([cç][oôö]%(d[eéèêë][cç][iîï]d[eéèêë]%([eéèêë]%(s)?|s)?|l[eéèêë][aàâä]d%(s)?|ns[uùûü]lt%([eéèêë]%([eéèêë]%(s)?|s)?|s)?)|d[eéèêë][cç][iîï]d[eéèêë]%([eéèêë]%(s)?|s)?|[iîï]nf[oôö]rm%([eéèêë]%([eéèêë]%(s)?|s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit15 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma15 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue15 tocValue
highlight default link tocUnit15 tocUnit
highlight default link tocComma15 tocSign
syntax region tocRest15 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=r[oôö]l[eéèêë]%([eéèêë]%(s)?|s)?%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue15,tocUnit15,tocComma15
syntax match tocValue16 /\v%(\k|\k[-.])@<!%([aàâä]ss[oôö][cç][iîï][aàâä]t[iîï]%(f%([eéèêë]%(s)?|s)?|[oôö]n%(s)?|v[eéèêë]%([eéèêë]%(s)?|s)?)|[cç]%([iîï]t%([iîï]z[eéèêë]n%(s)?|[oôö]y[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?)|[oôö]mm[uùûü]n%([aàâä][uùûü]t[aàâä][iîï]r[eéèêë]%([eéèêë]%(s)?|s)?|[iîï]ty%(s)?))|[eéèêë]t[aàâä]t%([eéèêë]%(s)?|s)?|[iîï]nst[iîï]t[uùûü]t[iîï][oôö]n%([eéèêë]%(s)?|s)?|p%(h[iîï]l[aàâä]nthr[oôö]p%([iîï][eéèêë]%([eéèêë]%(s)?|s)?|y%(s)?)|r[iîï]v%([aàâä]t[eéèêë]%(s)?|[eéèêë]%([eéèêë]%(s)?|s)?))|r[eéèêë]%([cç]h[eéèêë]r[cç]h[eéèêë]%([eéèêë]%(s)?|s)?|s[eéèêë][aàâä]r[cç]h%(s)?)|st[aàâä]t[eéèêë]%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit16 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma16 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue16 tocValue
highlight default link tocUnit16 tocUnit
highlight default link tocComma16 tocSign
syntax region tocRest16 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=s[eéèêë][cç]t%([eéèêë][uùûü]r%([eéèêë]%(s)?|s)?|[oôö]r%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue16,tocUnit16,tocComma16
syntax match tocValue17 /\v%(\k|\k[-.])@<!%([eéèêë]l[eéèêë]v[eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|f[aàâä][iîï]bl[eéèêë]%([eéèêë]%(s)?|s)?|h[iîï]gh%(s)?|l[oôö]w%(s)?|m%([eéèêë]d[iîï][uùûü]m%(s)?|[oôö]y[eéèêë]nn[eéèêë]%([eéèêë]%(s)?|s)?))%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit17 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma17 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue17 tocValue
highlight default link tocUnit17 tocUnit
highlight default link tocComma17 tocSign
syntax region tocRest17 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(gr[aàâä]v[iîï]t[eéèêë]%([eéèêë]%(s)?|s)?|s[eéèêë]v[eéèêë]r[iîï]ty%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue17,tocUnit17,tocComma17
syntax match tocValue18 /\v%(\k|\k[-.])@<!%([cç][oôö]ntr[oôö]l%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[iîï]n%(fl[uùûü][eéèêë]n[cç][eéèêë]%([eéèêë]%(s)?|s)?|t[eéèêë]r[eéèêë]%(st%(s)?|t%([eéèêë]%(s)?|s)?)))%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit18 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma18 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue18 tocValue
highlight default link tocUnit18 tocUnit
highlight default link tocComma18 tocSign
syntax region tocRest18 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=sph[eéèêë]r[eéèêë]%([eéèêë]%(s)?|s)?%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue18,tocUnit18,tocComma18
syntax match tocValue19 /\v%(\k|\k[-.])@<!%(bl[oôö][cç]ks%(s)?|[cç][aàâä]rr[iîï][eéèêë]s%(s)?|fr[eéèêë][iîï]n[eéèêë]%([eéèêë]%(s)?|s)?|p[oôö]rt[eéèêë]%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit19 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma19 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue19 tocValue
highlight default link tocUnit19 tocUnit
highlight default link tocComma19 tocSign
syntax region tocRest19 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(p[oôö]st[uùûü]r[eéèêë]%([eéèêë]%(s)?|s)?|st[aàâä]n[cç][eéèêë]%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue19,tocUnit19,tocComma19
syntax match tocValue20 /\v%(\k|\k[-.])@<!%([aàâä]%(b[aàâä]nd[oôö]nn[eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[cç]t[iîï]%(f%([eéèêë]%(s)?|s)?|v[eéèêë]%([eéèêë]%(s)?|s)?))|d%([oôö]n[eéèêë]%(s)?|r%([aàâä]ft%(s)?|[oôö]pp[eéèêë]d%(s)?))|[eéèêë]b[aàâä][uùûü][cç]h[eéèêë]%([eéèêë]%(s)?|s)?|[iîï]d[eéèêë]%([aàâä]%(s)?|[eéèêë]%([eéèêë]%(s)?|s)?|s)?|t[eéèêë]rm[iîï]n[eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit20 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma20 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue20 tocValue
highlight default link tocUnit20 tocUnit
highlight default link tocComma20 tocSign
syntax region tocRest20 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=st[aàâä]t[uùûü]%(s%(s)?|t%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue20,tocUnit20,tocComma20
syntax match tocValue21 /\v%(\k|\k[-.])@<!%([iîï]n[cç][oôö]nn[uùûü]%([eéèêë]%(s)?|s)?|n[oôö]%(n%([eéèêë]%(s)?|s)?|s)?|[oôö][uùûü][iîï]%([eéèêë]%(s)?|s)?|[uùûü]nkn[oôö]wn%(s)?|y[eéèêë]s%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit21 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma21 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue21 tocValue
highlight default link tocUnit21 tocUnit
highlight default link tocComma21 tocSign
syntax region tocRest21 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=s[uùûü]ff[iîï]%([cç][iîï][eéèêë]nt%(s)?|s[aàâä]nt%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue21,tocUnit21,tocComma21
syntax match tocValue22 /\v%(\k|\k[-.])@<!%([aàâä]t[eéèêë]l[iîï][eéèêë]r%([eéèêë]%(s)?|s)?|[cç][oôö]ntr[aàâä]st[eéèêë]%([eéèêë]%(s)?|s)?|d[aàâä]rk%(s)?|h[iîï]gh_[cç][oôö]ntr[aàâä]st%(s)?|[iîï]mpr[eéèêë]ss[iîï][oôö]n%([eéèêë]%(s)?|s)?|pr[iîï]nt%(s)?|s[oôö]mbr[eéèêë]%([eéèêë]%(s)?|s)?|w[oôö]rksh[oôö]p%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocUnit22 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma22 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue22 tocValue
highlight default link tocUnit22 tocUnit
highlight default link tocComma22 tocSign
syntax region tocRest22 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=th[eéèêë]m[eéèêë]%([eéèêë]%(s)?|s)?%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue22,tocUnit22,tocComma22
syntax match tocClause23 /\v%(\k|\k[-.])@<!%(p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü]['’]%([eéèêë]%(s)?|s)?|p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|b[eéèêë][cç][aàâä][uùûü]s[eéèêë]%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)/ contained
syntax match tocUnit23 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%(p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü]['’]%([eéèêë]%(s)?|s)?|p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|b[eéèêë][cç][aàâä][uùûü]s[eéèêë]%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma23 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocClause23 tocClause
highlight default link tocUnit23 tocUnit
highlight default link tocComma23 tocSign
syntax region tocRest23 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(d[uùûü]r[aàâä]bl[eéèêë]%([eéèêë]%(s)?|s)?|[iîï]nd[iîï]r[eéèêë][cç]t%([eéèêë]%(s)?|s)?|l[aàâä]st[iîï]ng%(s)?|pr[oôö]xy%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocClause23,tocUnit23,tocComma23
syntax match tocClause24 /\v%(\k|\k[-.])@<!%(p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü]['’]%([eéèêë]%(s)?|s)?|p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|b[eéèêë][cç][aàâä][uùûü]s[eéèêë]%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)/ contained
syntax match tocUnit24 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%(p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü]['’]%([eéèêë]%(s)?|s)?|p[aàâä]r[cç][eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|b[eéèêë][cç][aàâä][uùûü]s[eéèêë]%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma24 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment nextgroup=tocReference
highlight default link tocClause24 tocClause
highlight default link tocUnit24 tocUnit
highlight default link tocComma24 tocSign
syntax match tocProperty /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([aàâä][cç][cç][eéèêë]pt%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[eéèêë]x[iîï]g[eéèêë]%([eéèêë]%(s)?|s)?|r[eéèêë]q[uùûü][iîï]r[eéèêë]s%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocNames24
syntax region tocNames24 matchgroup=tocReference start=/\v[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ end=/\v%([{};#])@=|$/ contained contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocClause24,tocUnit24,tocComma24
syntax match tocValue25 /\v%(\k|\k[-.])@<!%([aàâä]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|s)?|d[aàâä]y%(s%(s)?)?|j[oôö][uùûü]r%([eéèêë]%(s)?|s)?|m[oôö]%([iîï]s%([eéèêë]%(s)?|s)?|nth%(s%(s)?)?)|q[uùûü][aàâä]rt[eéèêë]r%(s%(s)?)?|s[eéèêë]m[aàâä][iîï]n[eéèêë]%([eéèêë]%(s)?|s)?|tr[iîï]m[eéèêë]str[eéèêë]%([eéèêë]%(s)?|s)?|w[eéèêë][eéèêë]k%(s%(s)?)?|y[eéèêë][aàâä]r%(s%(s)?)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocClause25 /\v%(\k|\k[-.])@<!%(t[oôö][uùûü]%(s%([eéèêë]%(s)?|s)?|t[eéèêë]s%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+l[eéèêë]s%([eéèêë]%(s)?|s)?|[cç]h[aàâä]q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|[eéèêë]v[eéèêë]ry%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)/ contained
syntax match tocUnit25 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%(t[oôö][uùûü]%(s%([eéèêë]%(s)?|s)?|t[eéèêë]s%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+l[eéèêë]s%([eéèêë]%(s)?|s)?|[cç]h[aàâä]q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|[eéèêë]v[eéèêë]ry%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma25 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment nextgroup=tocReference
highlight default link tocValue25 tocValue
highlight default link tocClause25 tocClause
highlight default link tocUnit25 tocUnit
highlight default link tocComma25 tocSign
syntax match tocProperty /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([cç][oôö]ll[eéèêë][cç]t[eéèêë]d%(s)?[ \t\u00a0\u2009\u202f]+by%(s)?|r[eéèêë]l[eéèêë]v[eéèêë]%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+p[aàâä]r%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocNames25
syntax region tocNames25 matchgroup=tocReference start=/\v[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ end=/\v%([{};#])@=|$/ contained contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue25,tocClause25,tocUnit25,tocComma25
syntax match tocValue26 /\v%(\k|\k[-.])@<!%([aàâä]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|s)?|d[aàâä]y%(s%(s)?)?|j[oôö][uùûü]r%([eéèêë]%(s)?|s)?|m[oôö]%([iîï]s%([eéèêë]%(s)?|s)?|nth%(s%(s)?)?)|q[uùûü][aàâä]rt[eéèêë]r%(s%(s)?)?|s[eéèêë]m[aàâä][iîï]n[eéèêë]%([eéèêë]%(s)?|s)?|tr[iîï]m[eéèêë]str[eéèêë]%([eéèêë]%(s)?|s)?|w[eéèêë][eéèêë]k%(s%(s)?)?|y[eéèêë][aàâä]r%(s%(s)?)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocClause26 /\v%(\k|\k[-.])@<!%(t[oôö][uùûü]%(s%([eéèêë]%(s)?|s)?|t[eéèêë]s%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+l[eéèêë]s%([eéèêë]%(s)?|s)?|[cç]h[aàâä]q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|d[eéèêë]%([eéèêë]%(s)?|s%([eéèêë]%(s)?|s)?)?|[eéèêë]v[eéèêë]ry%(s)?|fr[oôö]m%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)/ contained
syntax match tocUnit26 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%(t[oôö][uùûü]%(s%([eéèêë]%(s)?|s)?|t[eéèêë]s%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+l[eéèêë]s%([eéèêë]%(s)?|s)?|[cç]h[aàâä]q[uùûü][eéèêë]%([eéèêë]%(s)?|s)?|d[eéèêë]%([eéèêë]%(s)?|s%([eéèêë]%(s)?|s)?)?|[eéèêë]v[eéèêë]ry%(s)?|fr[oôö]m%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma26 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue26 tocValue
highlight default link tocClause26 tocClause
highlight default link tocUnit26 tocUnit
highlight default link tocComma26 tocSign
syntax region tocRest26 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=r[eéèêë]v[iîï]%([eéèêë]w%(s)?|s[iîï][oôö]n%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue26,tocClause26,tocUnit26,tocComma26
syntax match tocValue27 /\v%(\k|\k[-.])@<!%([iîï]n[cç][oôö]nn[uùûü]%([eéèêë]%(s)?|s)?|n[oôö]%(n%([eéèêë]%(s)?|s)?|s)?|[oôö][uùûü][iîï]%([eéèêë]%(s)?|s)?|[uùûü]nkn[oôö]wn%(s)?|y[eéèêë]s%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocClause27 /\v%(\k|\k[-.])@<!%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|f[oôö]r%(s)?|[iîï]n%(s)?|p[oôö][uùûü]r%([eéèêë]%(s)?|s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)/ contained nextgroup=tocReference skipwhite
syntax match tocUnit27 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|f[oôö]r%(s)?|[iîï]n%(s)?|p[oôö][uùûü]r%([eéèêë]%(s)?|s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma27 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue27 tocValue
highlight default link tocClause27 tocClause
highlight default link tocUnit27 tocUnit
highlight default link tocComma27 tocSign
syntax region tocRest27 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=[oôö]bs[eéèêë]rv[eéèêë]%(d%(s)?|[eéèêë]%(s)?|s)?%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue27,tocClause27,tocUnit27,tocComma27
syntax match tocValue28 /\v%(\k|\k[-.])@<!%([iîï]n[cç][oôö]nn[uùûü]%([eéèêë]%(s)?|s)?|[uùûü]nkn[oôö]wn%(s)?)%(\k|-\k|\.\k)@!/ contained
syntax match tocClause28 /\v%(\k|\k[-.])@<!%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|f[oôö]r%(s)?|[iîï]n%(s)?|p[oôö][uùûü]r%([eéèêë]%(s)?|s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)/ contained nextgroup=tocReference skipwhite
syntax match tocUnit28 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|f[oôö]r%(s)?|[iîï]n%(s)?|p[oôö][uùûü]r%([eéèêë]%(s)?|s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma28 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocValue28 tocValue
highlight default link tocClause28 tocClause
highlight default link tocUnit28 tocUnit
highlight default link tocComma28 tocSign
syntax region tocRest28 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%(b[aàâä]s[eéèêë]l[iîï]n[eéèêë]%(s)?|[cç][iîï]bl[eéèêë]%([eéèêë]%(s)?|s)?|d[eéèêë]p[aàâä]rt%([eéèêë]%(s)?|s)?|j[aàâä]l[oôö]n%([eéèêë]%(s)?|s)?|m[iîï]l[eéèêë]st[oôö]n[eéèêë]%(s)?|t[aàâä]rg[eéèêë]t%(s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocValue28,tocClause28,tocUnit28,tocComma28
syntax match tocClause29 /\v%(\k|\k[-.])@<!%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|[iîï]n%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)/ contained
syntax match tocUnit29 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?|[iîï]n%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma29 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment nextgroup=tocReference
highlight default link tocClause29 tocClause
highlight default link tocUnit29 tocUnit
highlight default link tocComma29 tocSign
syntax match tocProperty /\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([cç]h[eéèêë][cç]k[eéèêë]d%(s)?[ \t\u00a0\u2009\u202f]+by%(s)?|v[aàâä]l[iîï]d[aàâä]t[eéèêë]d%(s)?[ \t\u00a0\u2009\u202f]+by%(s)?|v[aàâä]l[iîï]d[eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+p[aàâä]r%([eéèêë]%(s)?|s)?|v[eéèêë]r[iîï]f[iîï][eéèêë]%([eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+p[aàâä]r%([eéèêë]%(s)?|s)?)%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ nextgroup=tocNames29
syntax region tocNames29 matchgroup=tocReference start=/\v[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ end=/\v%([{};#])@=|$/ contained contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocClause29,tocUnit29,tocComma29
syntax match tocPlural30 /\v%(\k|\k[-.])@<!%([aàâä]%([cç]t%([eéèêë][uùûü]rs|[iîï]v[iîï]t%([eéèêë]s|[iîï][eéèêë]s|ys)|[oôö]rs|r[iîï][cç][eéèêë]s)|ppr[eéèêë]nt[iîï]ss[aàâä]g[eéèêë]s|ss[uùûü]mpt[iîï][oôö]ns)|[cç]h%([aàâä]ng[eéèêë]%(m[eéèêë]nts|s)|[eéèêë]m[iîï]ns)|[eéèêë]%(t[aàâä]p[eéèêë]s|xtr[aàâä]nts)|f[aàâä][cç]t%([eéèêë][uùûü]rs|[oôö]rs)|hyp[oôö]th[eéèêë]s[eéèêë]s|[iîï]nd[iîï][cç][aàâä]t%([eéèêë][uùûü]rs|[oôö]rs)|l%([eéèêë][aàâä]rn[iîï]ngs|[iîï]%([eéèêë]ns|nks))|m[aàâä]r%(k[eéèêë]rs|q[uùûü][eéèêë][uùûü]rs)|[oôö][uùûü]t%([cç][oôö]m[eéèêë]s|p[uùûü]ts)|p%([aàâä]thw[aàâä]%([iîï][eéèêë]s|ys)|r[eéèêë][cç][oôö]nd[iîï]t[iîï][oôö]ns)|q[uùûü][eéèêë]st[iîï][oôö]ns|r%([eéèêë]s%([oôö][uùûü]r[cç][eéèêë]s|s[oôö][uùûü]r[cç][eéèêë]s|[uùûü]lt[aàâä]ts)|[iîï]s%(ks|q[uùûü][eéèêë]s))|st%([eéèêë]ps|r[aàâä]t[eéèêë]g%([iîï][eéèêë]s|ys))|t%([eéèêë]rm%([eéèêë]s|s)|h[eéèêë][oôö]r%([iîï][eéèêë]s|ys))|[uùûü]%(rg[eéèêë]n[cç]%([eéèêë]s|[iîï][eéèêë]s|ys)|s[eéèêë]s|t[iîï]l[iîï]s[eéèêë]s)|v%([iîï]%([eéèêë]ws|s[iîï][oôö]ns)|[uùûü][eéèêë]s))%(\k|-\k|\.\k)@!/ contained
syntax match tocClause30 /\v%(\k|\k[-.])@<!%(%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]m[oôö]nt%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]m[oôö]nt%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]v[aàâä]%(l%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[uùûü]x%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]v[aàâä]%(l%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[uùûü]x%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|[uùûü]pstr[eéèêë][aàâä]m%(s)?[ \t\u00a0\u2009\u202f]+[oôö]f%(s)?|d[oôö]wnstr[eéèêë][aàâä]m%(s)?[ \t\u00a0\u2009\u202f]+[oôö]f%(s)?|l[iîï][eéèêë]ns%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|l[iîï][eéèêë]ns%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|l[iîï]nks%(s)?[ \t\u00a0\u2009\u202f]+[oôö]f%(s)?|p[aàâä]s%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|p[aàâä]s%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|by%(s)?|[cç]h[eéèêë]z%([eéèêë]%(s)?|s)?|[eéèêë]t[iîï]q[uùûü][eéèêë]tt[eéèêë]%([eéèêë]%(s)?|s%([eéèêë]%(s)?|s)?)?|[oôö]f%(s)?|p[aàâä]r%([eéèêë]%(s)?|s)?|t[aàâä]g%(g[eéèêë]d%(s)?|s%(s)?)|w[iîï]th[iîï]n%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)|à%([ \t\u00a0\u2009\u202f]+\d)@=)/ contained nextgroup=tocReference skipwhite
syntax match tocUnit30 /\v%(\d[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]+)@<=%(%(%([eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]m[oôö]nt%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]m[oôö]nt%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]v[aàâä]%(l%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[uùûü]x%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|[eéèêë]n%([eéèêë]%(s)?|n[eéèêë]%([eéèêë]%(s)?|s)?|s)?[ \t\u00a0\u2009\u202f]+[aàâä]v[aàâä]%(l%([eéèêë]%([eéèêë]%(s)?|s)?|s)?|[uùûü]x%([eéèêë]%(s)?|s)?)[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|[uùûü]pstr[eéèêë][aàâä]m%(s)?[ \t\u00a0\u2009\u202f]+[oôö]f%(s)?|d[oôö]wnstr[eéèêë][aàâä]m%(s)?[ \t\u00a0\u2009\u202f]+[oôö]f%(s)?|l[iîï][eéèêë]ns%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|l[iîï][eéèêë]ns%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|l[iîï]nks%(s)?[ \t\u00a0\u2009\u202f]+[oôö]f%(s)?|p[aàâä]s%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d['’]%([eéèêë]%(s)?|s)?|p[aàâä]s%([eéèêë]%(s)?|s)?[ \t\u00a0\u2009\u202f]+d[eéèêë]%([eéèêë]%(s)?|s)?|by%(s)?|[cç]h[eéèêë]z%([eéèêë]%(s)?|s)?|[eéèêë]t[iîï]q[uùûü][eéèêë]tt[eéèêë]%([eéèêë]%(s)?|s%([eéèêë]%(s)?|s)?)?|[oôö]f%(s)?|p[aàâä]r%([eéèêë]%(s)?|s)?|t[aàâä]g%(g[eéèêë]d%(s)?|s%(s)?)|w[iîï]th[iîï]n%(s)?)%(%(['’])@<=|%(\k|-\k|\.\k)@!)|à%([ \t\u00a0\u2009\u202f]+\d)@=))@!%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*%(\.%(\a|[^\x00-\x7f]&\k)\k*%(-\k+)*)?/ contained
syntax match tocComma30 /\v,[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?%(\n[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%(#.*)?)*[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*/ contained contains=tocComment
highlight default link tocPlural30 tocValue
highlight default link tocClause30 tocClause
highlight default link tocUnit30 tocUnit
highlight default link tocComma30 tocSign
syntax region tocRest30 matchgroup=tocProperty start=/\v%(%(^|[{};])[ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*)@<=%([cç][aàâä][cç]h[eéèêë]%([eéèêë]%(s)?|s)?|h[iîï]%(d[eéèêë]%(s)?|ghl[iîï]ght%(s)?)|m[oôö]ntr[eéèêë]%([eéèêë]%(s)?|s)?|s%(h[oôö]w%(s)?|[uùûü]rl[iîï]gn[eéèêë]%([eéèêë]%(s)?|s)?))%(\k|-\k|\.\k)@!%([ \t\u00a0\u2007\u2009\u200a\u202f\u3000]*%([,&]|%(-\>|\=\>|-\||→|⇒)))@!/ end=/\v%([{};#])@=|$/ contains=tocComment,tocText,tocDate,tocNumber,tocRange,tocReference,tocPlural30,tocClause30,tocUnit30,tocComma30
highlight default link tocComment Comment
highlight default link tocKind Structure
highlight default link tocName Identifier
highlight default link tocVariety Constant
highlight default link tocProperty Statement
highlight default link tocClause Conditional
highlight default link tocValue Constant
highlight default link tocUnit Type
highlight default link tocNumber Number
highlight default link tocDate Number
highlight default link tocRange Operator
highlight default link tocText String
highlight default link tocTag Special
highlight default link tocEscape SpecialChar
highlight default link tocArrow Operator
highlight default link tocSign Delimiter
highlight default link tocBrace Delimiter

let b:current_syntax = "toc"
