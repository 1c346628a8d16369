-- What is wrong is mended by what the server proposes.
local t = require('telling')

t.story(function()
  t.ready()
  local told = { before = t.until_rules({ 'unknown-name' }) }
  vim.ui.select = function(items, options, choose)
    told.offered = vim.tbl_map(options.format_item, items)
    for _, item in ipairs(items) do
      if options.format_item(item):find('parents', 1, true) then
        choose(item)
        return
      end
    end
    choose(nil)
  end
  t.go_to('parent }')
  vim.lsp.buf.code_action()
  told.after = t.until_rules({})
  told.line = vim.fn.getline(vim.fn.search('^stratégie', 'cw'))
  return told
end)
