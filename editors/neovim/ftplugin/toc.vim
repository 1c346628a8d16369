" Vim filetype plugin
" Language: toc (theories of change)

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\ %s
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal iskeyword=@,48-57,_,-,192-255
setlocal suffixesadd=.toc
setlocal linebreak
setlocal foldmethod=expr foldexpr=TocFold(v:lnum) foldlevel=99

let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< expandtab< shiftwidth< softtabstop<'
      \ . ' iskeyword< suffixesadd< linebreak< foldmethod< foldexpr< foldlevel< signcolumn<'

if &signcolumn ==# 'auto'
  " Room for marks from the start: the text does not jump aside as one appears.
  setlocal signcolumn=yes
endif

if !exists('*TocFold')
  " A line that ends with an opening brace begins a fold, one with a closing brace alone ends it.
  function TocFold(number) abort
    let line = substitute(getline(a:number), '\s*\%(#[^"«»“”]*\)\?$', '', '')
    if line =~# '{$'
      return 'a1'
    endif
    return line =~# '^\s*}$' ? 's1' : '='
  endfunction
endif

if has('nvim-0.7')
  lua require('toc').attach(vim.api.nvim_get_current_buf())
  let b:undo_ftplugin .= " | lua require('toc').detach(vim.api.nvim_get_current_buf())"
endif
