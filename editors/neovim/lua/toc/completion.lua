-- Words offered while one types. The server chooses and orders them, also without accents or capitals: Neovim's own
-- completion, before 0.11, would drop whatever does not begin with the very letters typed.
local M = {}

local busy = {}
local asked = {} -- by buffer: the line and the cursor for which words were asked

local function client_of(buffer)
  return require('toc.server').clients(buffer)[1]
end

local function byte_of(line, character, encoding)
  if encoding == 'utf-8' then
    return math.min(character, #line)
  end
  if encoding == 'utf-32' then
    return vim.fn.byteidx(line, character)
  end
  return vim.lsp.util._str_byteindex_enc(line, character, encoding)
end

local function without_accents(item)
  return { word = item.word, abbr = item.abbr, menu = item.menu, info = item.info, icase = 1, dup = 1, empty = 1,
    equal = 1, user_data = item.user_data }
end

local function documentation(item)
  local found = item.documentation
  return type(found) == 'table' and found.value or found or ''
end

-- The entries of the menu and the column (in bytes) at which they begin. Offers may begin at different places
-- (`parce` or all of `parce que`): each is led by what already stands between the first place and its own.
local function menu(result, line, cursor, encoding)
  local offers, first = {}, cursor
  for _, item in ipairs(result.items or result) do
    local edit = item.textEdit
    local start = edit and byte_of(line, (edit.range or edit.insert).start.character, encoding) or cursor
    first = math.min(first, start)
    table.insert(offers, { item = item, start = start, text = edit and edit.newText or item.insertText or item.label })
  end
  table.sort(offers, function(a, b)
    return (a.item.sortText or a.item.label) < (b.item.sortText or b.item.label)
  end)
  local entries = {}
  for _, offer in ipairs(offers) do
    local item, before = offer.item, line:sub(first + 1, offer.start)
    local snippet = item.insertTextFormat == 2 and vim.snippet ~= nil
    table.insert(entries, without_accents({
      word = before .. (snippet and item.label or offer.text),
      abbr = item.label,
      menu = item.detail or '',
      info = documentation(item),
      user_data = snippet and { toc = { before = before, snippet = offer.text } } or nil,
    }))
  end
  return entries, first
end

-- Ask the server what fits at the cursor, and show it. `sign` is the character that was typed, where it asks itself.
function M.ask(buffer, sign)
  local client = client_of(buffer)
  if not client then
    return
  end
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.context = { triggerKind = sign and 2 or 1, triggerCharacter = sign }
  local tick = vim.api.nvim_buf_get_changedtick(buffer)
  local place = vim.api.nvim_win_get_cursor(0)
  asked[buffer] = { vim.api.nvim_get_current_line(), place }
  vim.lsp.buf_request(buffer, 'textDocument/completion', params, function(problem, result)
    local now = vim.api.nvim_get_current_buf() == buffer and vim.api.nvim_win_get_cursor(0)
    if problem or not result or vim.fn.mode() ~= 'i' or not now then
      return
    end
    if tick ~= vim.api.nvim_buf_get_changedtick(buffer) or not vim.deep_equal(now, place) then
      return
    end
    local entries, first = menu(result, vim.api.nvim_get_current_line(), place[2], client.offset_encoding)
    if #entries > 0 or vim.fn.pumvisible() == 1 then
      vim.fn.complete(first + 1, entries)
    end
  end)
end

-- For 'omnifunc': CTRL-X CTRL-O.
function M.omnifunc(findstart)
  if findstart == 1 then
    M.ask(vim.api.nvim_get_current_buf())
    return -2
  end
  return {}
end

local function typed(buffer)
  if vim.fn.pumvisible() == 1 and vim.fn.complete_info({ 'selected' }).selected >= 0 then
    return
  end
  local place, line = vim.api.nvim_win_get_cursor(0), vim.api.nvim_get_current_line()
  if vim.deep_equal(asked[buffer], { line, place }) then
    -- It is the menu that has changed, not the text.
    return
  end
  local last = vim.fn.matchstr(line:sub(1, place[2]), '.$')
  local client = client_of(buffer)
  local provider = client and client.server_capabilities.completionProvider
  if last == '' or not provider then
    return
  end
  if vim.fn.match(last, '\\k') == 0 and last ~= '-' then
    M.ask(buffer)
  elseif last == '-' or vim.tbl_contains(provider.triggerCharacters or {}, last) then
    M.ask(buffer, last)
  end
end

local function chosen()
  local item = vim.v.completed_item
  local data = type(item) == 'table' and type(item.user_data) == 'table' and item.user_data.toc
  if not data then
    return
  end
  local cursor = vim.api.nvim_win_get_cursor(0)
  local row, column = cursor[1] - 1, cursor[2]
  local written = #item.word - #data.before
  if column < written or vim.api.nvim_get_current_line():sub(column - written + 1, column) ~= item.word:sub(#data.before + 1) then
    return
  end
  vim.schedule(function()
    vim.api.nvim_buf_set_text(0, row, column - written, row, column, { '' })
    vim.api.nvim_win_set_cursor(0, { row + 1, column - written })
    vim.snippet.expand(data.snippet)
  end)
end

-- Offer words in a buffer while one types.
function M.enable(buffer)
  if busy[buffer] then
    return
  end
  busy[buffer] = true
  local group = vim.api.nvim_create_augroup('toc_completion_' .. buffer, {})
  local function on(events, act)
    vim.api.nvim_create_autocmd(events, { group = group, buffer = buffer, callback = act })
  end
  local before = vim.o.completeopt
  on('InsertEnter', function()
    asked[buffer] = nil
    before = vim.o.completeopt
    vim.o.completeopt = 'menuone,noinsert,noselect'
  end)
  on('InsertLeave', function()
    vim.o.completeopt = before
  end)
  on({ 'TextChangedI', 'TextChangedP' }, function()
    typed(buffer)
  end)
  on('BufWipeout', function()
    busy[buffer], asked[buffer] = nil, nil
  end)
  if vim.snippet then
    on('CompleteDone', chosen)
  end
end

return M
