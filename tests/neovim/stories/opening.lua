-- A file is opened: its kind, what is set for it, the server, what is wrong in it; an edit that mends, one that breaks.
local t = require('telling')

t.story(function()
  t.ready()
  local told = { filetype = vim.bo.filetype, comments = vim.bo.commentstring, syntax = vim.b.current_syntax }
  told.opened = t.until_rules({ 'unknown-name' })
  told.root = vim.fn.fnamemodify(t.ready().config.root_dir, ':t')
  t.go_to('nobody')
  vim.cmd('normal! ciwparents')
  told.mended = t.until_rules({})
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'vision {' })
  t.wait(function()
    return #t.rules() > 0
  end)
  told.broken = t.rules()
  told.commands = vim.tbl_filter(function(name)
    return vim.fn.exists(':' .. name) == 2
  end, { 'TocFormat', 'TocPreview', 'TocRender', 'TocLeverage' })
  return told
end)
