-- A person writes ten lines from nothing, in French, taking what is offered; each step is told with what was offered.
local t = require('telling')

-- What is typed, what is to be offered then, and whether it is taken from the menu rather than typed.
local STEPS = {
  { 'ith', 'théorie', true },
  { ' "Cuisiner ensemble" { langues fr; en', 'enjeu', true },
  { ' "On mange seul"; con', 'contexte', true },
  { ' "Un quartier" }<CR><CR>ac', 'acteur', true },
  { ' voisins "Les voisins"<CR>acteur maison "La maison de quartier"<CR><CR>vis', 'vision', true },
  { ' table "Chacun mange en bonne compagnie" { pour ', 'voisins', true },
  { ' }<CR>ch', 'changement', true },
  { ' repas "Les voisins cuisinent ensemble chaque semaine" { chez ', 'voisins', true },
  { ' }<CR>strat', 'stratégie', true },
  { ' cuisine "Une cuisine ouverte" { par ', 'maison', true },
  { '; effort ', 'moyen', true },
  { ' }<CR>cuisine -', '->', true },
  { ' ', 'repas', true },
  { ' ', 'fort', true },
  { ' { par', 'parce que', true },
  { ' "On cuisine où il y a un four" }<CR>repas => ', 'table', true },
  { ' { par', 'parce que', true },
  { ' "Qui cuisine ensemble mange ensemble" }<CR><Esc>' },
}

local function offered()
  return vim.tbl_map(function(item)
    return vim.trim(item.word)
  end, vim.fn.complete_info({ 'items' }).items)
end

local function selected()
  local info = vim.fn.complete_info({ 'items', 'selected' })
  local item = info.items[info.selected + 1]
  return item and vim.trim(item.word)
end

local function take(word)
  for _ = 1, 20 do
    t.type('<C-N>')
    if selected() == word then
      return
    end
  end
  error('`' .. word .. '` could not be taken')
end

-- Wait for a word. Where much may stand and nothing must, one asks for it, as does who types faster than the model is
-- read.
local function waits(word)
  local started, asked = vim.loop.now(), false
  return t.wait(function()
    if not asked and vim.loop.now() - started > 600 then
      asked = true
      vim.api.nvim_input('<C-X><C-O>')
    end
    return vim.tbl_contains(offered(), word) and offered()
  end)
end

t.story(function()
  t.ready()
  local told = {}
  for _, step in ipairs(STEPS) do
    local keys, word = step[1], step[2]
    t.type(keys)
    if word then
      local found = waits(word)
      table.insert(told, { typed = keys, wanted = word, offered = found or offered(), line = vim.fn.getline('.') })
      if not found then
        return { steps = told, lines = t.lines() }
      end
      take(word)
    end
  end
  t.wait(function()
    return vim.api.nvim_get_mode().mode == 'n'
  end)
  local rules = t.wait(function()
    return vim.tbl_contains(t.rules(), 'no-indicator') and t.rules()
  end)
  return { steps = told, lines = t.lines(), rules = rules }
end)
