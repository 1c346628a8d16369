-- Everything that a buffer with a theory of change gets beside its syntax: the server, commands, keys.
local M = {}

-- The settings in `g:toc`, over what is usual.
function M.settings()
  local usual = {
    command = { 'toc' },
    start = true,
    complete = true,
    keys = true,
    remarks = true,
    inlay_hints = true,
    format_on_save = false,
    server = {},
  }
  return vim.tbl_extend('force', usual, vim.g.toc or {})
end

-- Set up one buffer.
function M.attach(buffer)
  require('toc.commands').define(buffer)
  if M.settings().start and vim.api.nvim_buf_get_name(buffer) ~= '' then
    require('toc.server').start(buffer)
  end
end

-- Undo what `attach` did, when a buffer becomes one of another kind.
function M.detach(buffer)
  require('toc.commands').remove(buffer)
  require('toc.server').leave(buffer)
end

return M
