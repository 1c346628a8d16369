-- The language server: how it is started, and what a buffer gets once it answers.
local M = {}

local words = require('toc.words')
local by_root = {} -- for Neovim 0.7, which does not share clients itself
local missing_told = false

-- The folder of the model: the nearest one with a toc.toml, else that of the file.
function M.root(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local found = vim.fn.findfile('toc.toml', vim.fn.fnameescape(folder) .. ';')
  return found ~= '' and vim.fn.fnamemodify(found, ':p:h') or folder
end

-- The words with which `toc` is called, `arguments` after them.
function M.command(arguments)
  local command = vim.deepcopy(require('toc').settings().command)
  vim.list_extend(command, arguments)
  return command
end

-- What a client of the server is made of.
function M.configuration(buffer)
  local settings = require('toc').settings()
  local switches = vim.tbl_extend('force', { language = words.language() }, settings.server)
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities.textDocument.completion.completionItem.snippetSupport = vim.snippet ~= nil
  return {
    name = 'toc',
    cmd = M.command({ 'lsp' }),
    filetypes = { 'toc' },
    root_dir = M.root(buffer),
    root_markers = { 'toc.toml' },
    init_options = vim.tbl_isempty(switches) and vim.empty_dict() or switches,
    settings = { toc = vim.tbl_isempty(switches) and vim.empty_dict() or switches },
    capabilities = capabilities,
    on_attach = M.attached,
  }
end

-- Start the server for a buffer, or join the one that serves its folder.
function M.start(buffer)
  local program = require('toc').settings().command[1]
  if vim.fn.executable(program) == 0 then
    if not missing_told then
      missing_told = true
      vim.notify(words.say('toc is not installed: %s', "pip install 'toc-lang[lsp]'"), vim.log.levels.WARN)
    end
    return nil
  end
  local configuration = M.configuration(buffer)
  if vim.lsp.start then
    return vim.lsp.start(configuration, { bufnr = buffer })
  end
  local client = by_root[configuration.root_dir]
  if not client or vim.lsp.client_is_stopped(client) then
    client = vim.lsp.start_client(configuration)
    by_root[configuration.root_dir] = client
  end
  if client then
    vim.lsp.buf_attach_client(buffer, client)
  end
  return client
end

-- The clients of the server in a buffer.
function M.clients(buffer)
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer, name = 'toc' })
    or vim.tbl_values(vim.lsp.buf_get_clients(buffer))
  return vim.tbl_filter(function(client)
    return client.name == 'toc'
  end, all)
end

-- Let go of a buffer that is no longer one of ours.
function M.leave(buffer)
  for _, client in ipairs(M.clients(buffer)) do
    vim.lsp.buf_detach_client(buffer, client.id)
  end
end

-- Lay a buffer out in the canonical way.
function M.format(buffer)
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ bufnr = buffer, name = 'toc', timeout_ms = 5000 })
  else
    vim.lsp.buf.formatting_sync(nil, 5000)
  end
end

-- What newer Neovims map themselves, for older ones; nobody's own keys are taken.
local function keys(buffer)
  local usual = {
    { 'n', 'K', vim.lsp.buf.hover },
    { 'n', 'gd', vim.lsp.buf.definition },
    { 'n', 'grn', vim.lsp.buf.rename },
    { 'n', 'gra', vim.lsp.buf.code_action },
    { 'n', 'grr', vim.lsp.buf.references },
    { 'n', 'gO', vim.lsp.buf.document_symbol },
    { 'n', '[d', vim.diagnostic.goto_prev },
    { 'n', ']d', vim.diagnostic.goto_next },
    {
      'n',
      '<C-W>d',
      function()
        vim.diagnostic.open_float({ header = '' }) -- its own heading is in English
      end,
    },
  }
  if vim.lsp.buf.range_code_action then
    table.insert(usual, { 'x', 'gra', ":<C-U>lua vim.lsp.buf.range_code_action()<CR>" })
  end
  for _, key in ipairs(usual) do
    if vim.fn.maparg(key[2], key[1]) == '' then
      vim.keymap.set(key[1], key[2], key[3], { buffer = buffer, silent = true })
    end
  end
end

-- Show what is remarked about the cursor's line beneath it. From 0.11 on Neovim shows a letter at the margin alone,
-- unless somebody has chosen how remarks are shown.
local function remarks(client)
  local usual = vim.diagnostic.config()
  if vim.fn.has('nvim-0.11') == 0 or usual.virtual_text or usual.virtual_lines then
    return
  end
  local pulled = vim.tbl_get(client.server_capabilities, 'diagnosticProvider', 'identifier')
  for _, asked in ipairs({ false, pulled or true }) do
    local ok, namespace = pcall(vim.lsp.diagnostic.get_namespace, client.id, asked)
    if ok then
      vim.diagnostic.config({ virtual_lines = { current_line = true } }, namespace)
    end
  end
end

-- Set up a buffer whose server answers.
function M.attached(client, buffer)
  local settings = require('toc').settings()
  vim.bo[buffer].omnifunc = 'v:lua.require\'toc.completion\'.omnifunc'
  vim.bo[buffer].tagfunc = 'v:lua.vim.lsp.tagfunc'
  vim.bo[buffer].formatexpr = 'v:lua.vim.lsp.formatexpr()'
  if settings.keys then
    keys(buffer)
  end
  if settings.remarks then
    remarks(client)
  end
  if settings.complete then
    require('toc.completion').enable(buffer)
  end
  if settings.inlay_hints and vim.lsp.inlay_hint and client.server_capabilities.inlayHintProvider then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
  if settings.format_on_save then
    local group = vim.api.nvim_create_augroup('toc_format_' .. buffer, {})
    vim.api.nvim_create_autocmd('BufWritePre', {
      group = group,
      buffer = buffer,
      callback = function()
        M.format(buffer)
      end,
    })
  end
end

return M
