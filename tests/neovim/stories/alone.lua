-- toc is not installed.
local t = require('telling')

t.story(function()
  t.pause(200)
  vim.cmd('edit second.toc')
  t.pause(200)
  vim.cmd('buffer 1')
  return { messages = vim.fn.execute('messages'), syntax = vim.b.current_syntax }
end)
