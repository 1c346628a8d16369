-- :TocPreview, :TocRender and :TocLeverage. They read files, so the buffer is written first.
local M = {}

local server = require('toc.server')
local words = require('toc.words')

local FORMATS = { 'svg', 'png', 'pdf', 'html', 'pptx', 'drawio', 'dot', 'mermaid', 'outline', 'json' }
local pages = {} -- by model: the page that is drawn anew

-- What to hand to `toc`: the file where it holds a theory, else the folder of its model.
function M.model(buffer)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if vim.fn.match(line, [[\c^\s*th[eé]\(ory\|orie\)\>]]) == 0 then
      return vim.api.nvim_buf_get_name(buffer)
    end
  end
  local root = server.root(buffer)
  return vim.fn.filereadable(root .. '/toc.toml') == 1 and root or vim.api.nvim_buf_get_name(buffer)
end

local function show(title, lines)
  vim.cmd('botright new')
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
  vim.wo.wrap, vim.wo.number = false, false
  pcall(vim.api.nvim_buf_set_name, buffer, 'toc://' .. title)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo.modifiable = false
  vim.api.nvim_win_set_height(0, math.max(5, math.min(#lines, math.floor(vim.o.lines / 2))))
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer })
end

local function run(arguments, folder, finished)
  local lines = {}
  local function gather(_, data)
    for _, line in ipairs(data) do
      if line ~= '' then
        table.insert(lines, line)
      end
    end
  end
  local language = words.language()
  local before = language and { '--lang', language } or {}
  vim.list_extend(before, arguments)
  local options = { cwd = folder, stdout_buffered = true, stderr_buffered = true, on_stdout = gather, on_stderr = gather }
  options.on_exit = function(_, status)
    vim.schedule(function()
      finished(status, lines)
    end)
  end
  local ok, job = pcall(vim.fn.jobstart, server.command(before), options)
  if not ok or job <= 0 then
    vim.notify(words.say('toc is not installed: %s', 'pip install toc-lang'), vim.log.levels.ERROR)
  end
end

local function write(buffer)
  vim.api.nvim_buf_call(buffer, function()
    vim.cmd('silent update')
  end)
end

local function open(page)
  local set = require('toc').settings().browser
  if set then
    vim.fn.jobstart(vim.list_extend(vim.deepcopy(set), { page }), { detach = true })
    return true
  end
  if vim.ui.open then
    return vim.ui.open(page) ~= nil
  end
  for _, program in ipairs({ 'xdg-open', 'open', 'wslview', 'explorer.exe' }) do
    if vim.fn.executable(program) == 1 then
      vim.fn.jobstart({ program, page }, { detach = true })
      return true
    end
  end
  return false
end

local function draw_page(model, page, finished)
  run({ 'render', model, '--format', 'html', '--force', '--output', page }, vim.fn.fnamemodify(model, ':h'), finished)
end

-- Open the page of the model in a browser; draw it anew at each save.
function M.preview(buffer)
  write(buffer)
  local model = M.model(buffer)
  local page = pages[model] or (vim.fn.tempname() .. '.html')
  draw_page(model, page, function(_, lines)
    if vim.fn.filereadable(page) == 0 then
      show('preview', lines)
      return
    end
    if not pages[model] then
      pages[model] = page
      vim.api.nvim_create_autocmd('BufWritePost', {
        group = vim.api.nvim_create_augroup('toc_preview_' .. page, {}),
        pattern = '*.toc',
        callback = function()
          draw_page(model, page, function() end)
        end,
      })
    end
    if open(page) then
      vim.notify(words.say('the page is open; it is drawn anew at each save'))
    else
      vim.notify(words.say('nothing here opens pages; the page is %s', page), vim.log.levels.WARN)
    end
  end)
end

-- Draw the model into a file: the first argument, else an SVG beside the text; further arguments are those of
-- `toc render`.
function M.render(buffer, arguments)
  write(buffer)
  local rest = vim.deepcopy(arguments)
  local file
  if rest[1] and rest[1]:sub(1, 1) ~= '-' then
    file = vim.fn.fnamemodify(vim.fn.expand(table.remove(rest, 1)), ':p')
  else
    file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:r') .. '.svg'
  end
  local command = vim.list_extend({ 'render', M.model(buffer), '--output', file }, rest)
  run(command, server.root(buffer), function(status, lines)
    if status == 0 then
      vim.notify(words.say('drawn: %s', vim.fn.fnamemodify(file, ':~:.')))
    else
      vim.notify(words.say('not drawn: see the reasons'), vim.log.levels.WARN)
      show('render', lines)
    end
  end)
end

-- Show which strategies pull their weight, in a window of its own.
function M.leverage(buffer, arguments)
  write(buffer)
  local command = vim.list_extend({ 'leverage', M.model(buffer) }, arguments)
  run(command, server.root(buffer), function(_, lines)
    show('leverage', lines)
  end)
end

local function endings(typed)
  local found = vim.fn.getcompletion(typed, 'file')
  local stem = typed:match('^(.+)%.%w*$')
  if stem then
    for _, format in ipairs(FORMATS) do
      local name = stem .. '.' .. format
      if vim.startswith(name, typed) and not vim.tbl_contains(found, name) then
        table.insert(found, name)
      end
    end
  end
  return found
end

-- Define the commands of a buffer.
function M.define(buffer)
  local function command(name, act, options)
    vim.api.nvim_buf_create_user_command(buffer, name, function(call)
      act(buffer, call.fargs)
    end, options)
  end
  command('TocPreview', M.preview, { nargs = 0 })
  command('TocRender', M.render, { nargs = '*', complete = endings })
  command('TocLeverage', M.leverage, { nargs = '*' })
end

-- Remove them.
function M.remove(buffer)
  for _, name in ipairs({ 'TocPreview', 'TocRender', 'TocLeverage' }) do
    pcall(vim.api.nvim_buf_del_user_command, buffer, name)
  end
end

return M
