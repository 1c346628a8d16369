-- The cursor rests on a name, K is pressed; then it goes where the name is declared.
local t = require('telling')

t.story(function()
  t.ready()
  t.until_rules({})
  t.go_to('café ->')
  t.type('K')
  local page = t.wait(t.floating)
  t.type('<Esc>gg')
  t.go_to('-> confiance')
  t.type('www')
  t.go_to('confiance => diplôme')
  t.type('<C-]>')
  t.wait(function()
    return vim.api.nvim_get_current_line():find('^précondition')
  end)
  return { page = page, declared = vim.api.nvim_get_current_line() }
end)
