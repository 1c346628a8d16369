-- The model is drawn, opened as a page, and its leverage shown; all of what was typed is in it.
local t = require('telling')

t.story(function()
  t.ready()
  local said = {}
  vim.notify = function(message)
    table.insert(said, message)
  end
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.tbl_map(function(line)
    return (line:gsub('Un café des parents', 'Un jardin des parents'))
  end, t.lines()))
  local told = { completed = vim.fn.getcompletion('TocRender picture.p', 'cmdline') }
  vim.cmd('TocRender')
  t.wait(function()
    return #said == 1
  end)
  vim.cmd('TocRender plan.svg --view nowhere')
  t.wait(function()
    return #said == 2
  end)
  told.refused = table.concat(t.lines(), '\n')
  vim.cmd('close')
  vim.cmd('TocLeverage')
  t.wait(function()
    return vim.bo.buftype == 'nofile'
  end)
  told.leverage = table.concat(t.lines(), '\n')
  t.type('q')
  vim.cmd('TocPreview')
  t.wait(function()
    return #said == 3
  end)
  told.said = said
  local opened = vim.env.TOC_ANSWER .. '.opened'
  t.wait(function()
    return vim.fn.filereadable(opened) == 1 and #vim.fn.readfile(opened) > 0
  end)
  told.address = vim.fn.readfile(opened)[1]
  return told
end)
