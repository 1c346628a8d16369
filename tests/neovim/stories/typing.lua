-- Somebody types without accents; what is offered is taken from the menu.
local t = require('telling')

local function offered()
  return t.wait(function()
    local info = vim.fn.complete_info({ 'items', 'mode' })
    return #info.items > 0 and info.items
  end)
end

local function words(items)
  return vim.tbl_map(function(item)
    return item.word
  end, items or {})
end

t.story(function()
  t.ready()
  t.until_rules({})
  local told = {}
  t.type('Go<CR>confiance -')
  told.arrows = words(offered())
  t.type('> ')
  told.targets = words(offered())
  t.type('<C-N>')
  told.taken = vim.api.nvim_get_current_line()
  t.type(' { parce')
  t.wait(function()
    return vim.tbl_contains(words(offered()), 'parce que')
  end)
  told.clauses = words(offered())
  t.type('<Esc>u')
  t.type('Go<CR>prec')
  t.wait(function()
    return vim.tbl_contains(words(offered()), 'précondition')
  end)
  told.kinds = words(offered())
  t.type('<Esc>u')
  t.type('Goacteur x { secteur <C-X><C-O>')
  told.asked = words(offered())
  return told
end)
