-- Five hundred edits at random places, with whatever a keyboard can write, faster than anybody types; then the file is
-- saved, and the editor must agree with `toc check`.
local t = require('telling')

local state = 20261101
local function random(below)
  state = (state * 1103515245 + 12345) % 2147483648
  return math.floor(state / 65536) % below
end

local PIECES = {
  'x', ' ', '\n', '{', '}', '"', '->', '=>', ';', ',', '#', 'é', '👪', '«', '»', 'précondition ', 'stratégie z "Z"\n',
  'a -> b\n', 'because "…"', 'cible 70 % en 2029', '→', '"""', '\\', '@fr', '2029-01-01',
}

local function edit()
  local row = random(vim.api.nvim_buf_line_count(0))
  local line = vim.api.nvim_buf_get_lines(0, row, row + 1, true)[1]
  local start = vim.fn.byteidx(line, random(vim.fn.strchars(line) + 1))
  local stop = vim.fn.byteidx(line, math.min(vim.fn.strchars(line), vim.fn.charidx(line .. ' ', start) + random(4)))
  local piece = random(3) == 0 and '' or PIECES[random(#PIECES) + 1]
  vim.api.nvim_buf_set_text(0, row, start, row, math.max(start, stop), vim.split(piece, '\n', { plain = true }))
end

local function checked()
  local command = require('toc.server').command({ 'check', vim.fn.expand('%'), '--format', 'json', '--strict' })
  local found = vim.json.decode(vim.fn.system(command))
  return vim.tbl_map(function(one)
    local start = one.range.start
    return ('%s %d:%d'):format(one.rule, start.line, start.column)
  end, found.diagnostics)
end

local function seen()
  return vim.tbl_map(function(one)
    local line = vim.fn.getline(one.lnum + 1)
    return ('%s %d:%d'):format(one.code or one.user_data.lsp.code, one.lnum + 1, vim.fn.charidx(line .. ' ', one.col) + 1)
  end, vim.diagnostic.get(0))
end

t.story(function()
  t.ready()
  t.until_rules({})
  local good = t.lines()
  for number = 1, 500 do
    edit()
    if number % 50 == 0 then
      t.pause(30)
    elseif number == 450 then
      vim.api.nvim_buf_set_lines(0, 0, -1, false, good)
    end
  end
  vim.cmd('silent write')
  local wanted = checked()
  table.sort(wanted)
  local found
  t.wait(function()
    found = seen()
    table.sort(found)
    return vim.deep_equal(found, wanted)
  end)
  return { editor = found, batch = wanted }
end)
