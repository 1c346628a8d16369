-- Other programs have files that end in .toc as well, and a buffer may be given another kind.
local t = require('telling')

t.story(function()
  t.ready()
  local told = {}
  for _, name in ipairs({ 'model.toc', 'book.toc', 'disc.toc', 'empty.toc' }) do
    vim.cmd('edit! ' .. name)
    told[name] = vim.bo.filetype
  end
  vim.cmd('edit! model.toc')
  vim.cmd('setfiletype toc')
  told.clients = #require('toc.server').clients(0)
  told.folds = { vim.fn.foldlevel(1), vim.fn.foldlevel(2), vim.fn.foldlevel(4), vim.fn.foldlevel(5) }
  vim.cmd('normal! Go')
  t.type('ovision w "W" {<CR>for p<CR>}<Esc>')
  t.wait(function()
    return vim.api.nvim_get_mode().mode == 'n'
  end)
  told.indented = vim.list_slice(t.lines(), vim.api.nvim_buf_line_count(0) - 2)
  vim.bo.filetype = 'text'
  told.left = { vim.fn.exists(':TocRender'), #require('toc.server').clients(0) }
  return told
end)
