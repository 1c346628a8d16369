-- A file is laid out as it is saved.
local t = require('telling')

t.story(function()
  t.ready()
  local before = t.lines()
  vim.cmd('silent write')
  return { before = before, after = t.lines() }
end)
