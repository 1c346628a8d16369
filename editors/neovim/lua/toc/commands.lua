-- :TocFormat, :TocPreview, :TocRender and :TocLeverage. The last three read files, so the buffer is written first.
local M = {}

local server = require('toc.server')
local words = require('toc.words')

local FORMATS = { 'svg', 'png', 'pdf', 'html', 'pptx', 'drawio', 'dot', 'mermaid', 'outline', 'json' }
local previews = {} -- by model: the job that serves its page

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

-- Start `toc`; `heard` is called with each line it writes, `finished` with its status. Returns the job.
local function start(arguments, folder, heard, finished)
  local language = words.language()
  local command = vim.list_extend(language and { '--lang', language } or {}, arguments)
  local function listener()
    local rest = ''
    return function(_, data)
      data[1] = rest .. data[1]
      rest = table.remove(data)
      for _, line in ipairs(data) do
        heard(line)
      end
    end
  end
  local ok, job = pcall(vim.fn.jobstart, server.command(command), {
    cwd = folder,
    on_stdout = listener(),
    on_stderr = listener(),
    on_exit = vim.schedule_wrap(function(_, status)
      finished(status)
    end),
  })
  if ok and job > 0 then
    return job
  end
  vim.notify(words.say('toc is not installed: %s', "pip install 'toc-lang[lsp,preview]'"), vim.log.levels.ERROR)
end

local function run(arguments, folder, finished)
  local lines = {}
  start(arguments, folder, function(line)
    table.insert(lines, line)
  end, function(status)
    finished(status, lines)
  end)
end

local function write(buffer)
  vim.api.nvim_buf_call(buffer, function()
    vim.cmd('silent update')
  end)
end

-- Open a page with the model in a browser; it follows what is saved until Neovim ends, or until it is asked for anew.
-- Further arguments are those of `toc preview`.
function M.preview(buffer, arguments)
  write(buffer)
  local model, browser = M.model(buffer), require('toc').settings().browser
  if previews[model] then
    vim.fn.jobstop(previews[model])
  end
  local command = vim.list_extend({ 'preview', model }, arguments)
  if browser then
    table.insert(command, '--no-open')
  end
  local lines, address = {}, nil
  local function served(line)
    address = address or line:match('^http://%S+')
    if not address then
      table.insert(lines, line)
    elseif line == address then
      vim.notify(words.say('shown at %s', address))
      if browser then
        vim.fn.jobstart(vim.list_extend(vim.deepcopy(browser), { address }), { detach = true })
      end
    end
  end
  previews[model] = start(command, server.root(buffer), served, function(status)
    if not address and status ~= 0 then
      show('preview', lines)
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
  table.sort(found)
  return found
end

-- Define the commands of a buffer.
function M.define(buffer)
  local function command(name, act, options)
    vim.api.nvim_buf_create_user_command(buffer, name, function(call)
      act(buffer, call.fargs)
    end, options)
  end
  command('TocFormat', server.format, { nargs = 0 })
  command('TocPreview', M.preview, { nargs = '*' })
  command('TocRender', M.render, { nargs = '*', complete = endings })
  command('TocLeverage', M.leverage, { nargs = '*' })
end

-- Remove them.
function M.remove(buffer)
  for _, name in ipairs({ 'TocFormat', 'TocPreview', 'TocRender', 'TocLeverage' }) do
    pcall(vim.api.nvim_buf_del_user_command, buffer, name)
  end
end

return M
