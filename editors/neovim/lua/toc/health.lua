-- :checkhealth toc
local M = {}

local words = require('toc.words')

-- Tell whether toc and its language server are there.
function M.check()
  local health = vim.health or require('health')
  local start = health.start or health.report_start
  local ok = health.ok or health.report_ok
  local bad = health.error or health.report_error
  start('toc')
  local command = require('toc').settings().command
  if vim.fn.executable(command[1]) == 0 then
    bad(words.say('`%s` was not found', command[1]), { "pip install 'toc-lang[lsp]'" })
    return
  end
  local version = vim.fn.system(require('toc.server').command({ '--version' }))
  ok(words.say('`%s` found: %s', command[1], vim.trim(version)))
  -- With nothing to read, a server that is installed ends at once.
  local said = vim.fn.system(require('toc.server').command({ 'lsp' }), '')
  if vim.v.shell_error == 0 then
    ok(words.say('the language server starts with each .toc file'))
  else
    bad(vim.trim(said), { "pip install 'toc-lang[lsp]'" })
  end
end

return M
