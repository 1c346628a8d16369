" Theories of change. LaTeX's tables of contents and CD writers' files end in .toc as well.
function! s:Detect() abort
  for line in getline(1, 20)
    if line =~# '^\s*\\'
      return
    elseif line =~# '^\s*CD_\(DA\|ROM\|ROM_XA\|TEXT\)\>'
      return
    endif
  endfor
  if &filetype !=# 'toc'
    set filetype=toc
  endif
endfunction

autocmd BufNewFile,BufRead *.toc call s:Detect()
