-- A name gets another one, in the file that is open and in one that is not.
local t = require('telling')

t.story(function()
  t.ready()
  t.until_rules({})
  t.go_to('par \\zsparents')
  vim.lsp.buf.rename('familles')
  t.wait(function()
    return vim.fn.search('par familles', 'nw') > 0
  end)
  local rules = t.until_rules({})
  vim.cmd('silent wall')
  return { rules = rules, one = t.lines(), files = vim.tbl_map(function(buffer)
    return vim.fn.fnamemodify(buffer.name, ':t')
  end, vim.fn.getbufinfo({ bufloaded = 1 })) }
end)
