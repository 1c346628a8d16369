-- What the plugin says, in English and in French.
local M = {}

local french = {
  ['toc is not installed: %s'] = "toc n'est pas installé : %s",
  ['`%s` was not found'] = "`%s` n'a pas été trouvé",
  ['`%s` found: %s'] = '`%s` trouvé : %s',
  ['drawn: %s'] = 'dessiné : %s',
  ['shown at %s'] = 'montré à %s',
  ['the language server starts with each .toc file'] = 'le serveur de langage démarre avec chaque fichier .toc',
  ['not drawn: see the reasons'] = 'pas dessiné : voir les raisons',
}

-- The language of messages: the one that is set, else Neovim's own, else nil, so that the server chooses.
function M.language()
  local set = require('toc').settings().language
  if set then
    return set
  end
  local own = (vim.v.lang or ''):sub(1, 2)
  return (own == 'fr' or own == 'en') and own or nil
end

-- A message with its values.
function M.say(message, ...)
  local text = M.language() == 'fr' and french[message] or message
  return select('#', ...) > 0 and text:format(...) or text
end

return M
