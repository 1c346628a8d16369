" Vim indent file
" Language: toc (theories of change)

if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=TocIndent(v:lnum) indentkeys=0},o,O,!^F nosmartindent
let b:undo_indent = 'setlocal indentexpr< indentkeys< smartindent<'

if exists('*TocIndent')
  finish
endif

" One step deeper after an opening brace, one back for a closing one: what `toc fmt` writes.
function TocIndent(number) abort
  let before = prevnonblank(a:number - 1)
  if before == 0
    return 0
  endif
  let line = substitute(getline(before), '\s*\%(#[^"«»“”]*\)\?$', '', '')
  let wanted = indent(before) + (line =~# '{$' ? shiftwidth() : 0)
  return getline(a:number) =~# '^\s*}' ? max([0, wanted - shiftwidth()]) : wanted
endfunction
