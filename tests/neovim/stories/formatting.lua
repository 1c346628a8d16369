-- A file is laid out: as it is saved, else by the command.
local t = require('telling')

t.story(function()
  t.ready()
  local before = t.lines()
  if not require('toc').settings().format_on_save then
    vim.cmd('TocFormat')
    t.wait(function()
      return not vim.deep_equal(t.lines(), before)
    end)
  end
  vim.cmd('silent write')
  return { before = before, after = t.lines() }
end)
