-- toc is not installed.
local t = require('telling')

t.story(function()
  t.wait(function()
    return vim.fn.execute('messages'):find('pip install', 1, true)
  end)
  vim.cmd('edit second.toc')
  t.wait(function()
    return vim.b.current_syntax
  end)
  vim.cmd('buffer 1')
  return { messages = vim.fn.execute('messages'), syntax = vim.b.current_syntax }
end)
