-- What all stories share: they are told step by step beside Neovim's own loop, as if somebody sat there, and end in one
-- JSON answer.
local M = {}

local answer = vim.env.TOC_ANSWER
local LONGEST = 30000
local STEP = 20

local function leave(told)
  vim.fn.writefile({ vim.json.encode(told) }, answer)
  vim.cmd('qall!')
end

-- Tell a story: what it returns is the answer, and so is what goes wrong in it.
function M.story(tell)
  local line = coroutine.create(tell)
  local function go_on(...)
    local ok, told = coroutine.resume(line, ...)
    if not ok then
      leave({ wrong = debug.traceback(line, told) })
    elseif coroutine.status(line) == 'dead' then
      leave(told)
    end
  end
  M.go_on = vim.schedule_wrap(go_on)
  vim.defer_fn(go_on, STEP)
end

-- Wait until `holds` is true, and return what it is; nil after half a minute.
function M.wait(holds)
  local started = vim.loop.now()
  while true do
    local found = holds()
    if found or vim.loop.now() - started > LONGEST then
      return found or nil
    end
    vim.defer_fn(M.go_on, STEP)
    coroutine.yield()
  end
end

-- Let things happen for a while.
function M.pause(milliseconds)
  vim.defer_fn(M.go_on, milliseconds)
  coroutine.yield()
end

-- Type keys, and wait until they have been read.
function M.type(keys)
  local read = false
  vim.api.nvim_input(keys)
  vim.defer_fn(function()
    read = true
  end, STEP)
  M.wait(function()
    return read
  end)
end

-- The rules that speak in a buffer, in order.
function M.rules(buffer)
  local found = vim.tbl_map(function(diagnostic)
    return tostring(diagnostic.code or diagnostic.user_data.lsp.code)
  end, vim.diagnostic.get(buffer or 0))
  table.sort(found)
  return found
end

-- Wait until these are the rules that speak in a buffer; return those that do in the end.
function M.until_rules(wanted, buffer)
  M.wait(function()
    return vim.deep_equal(M.rules(buffer), wanted)
  end)
  return M.rules(buffer)
end

-- Wait until the server answers in the buffer; return its client.
function M.ready()
  local client = M.wait(function()
    local client = require('toc.server').clients(0)[1]
    return client and client.server_capabilities and vim.bo.tagfunc ~= '' and client
  end)
  return assert(client, 'the server did not start: ' .. vim.fn.execute('messages'))
end

-- Put the cursor on the first place of a text.
function M.go_to(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  return vim.fn.search('\\V' .. text, 'c')
end

-- The lines of a buffer.
function M.lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

-- The text of the floating window, where there is one.
function M.floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(M.lines(vim.api.nvim_win_get_buf(window)), '\n')
    end
  end
end

return M
