-- For `vim.lsp.enable('toc')` (Neovim 0.11 and newer). The plugin starts the server without it.
return require('toc.server').configuration(0)
