;;; toc-mode.el --- Write theories of change  -*- lexical-binding: t; coding: utf-8 -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, text
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; A major mode for files that end in .toc.  With Eglot (in Emacs since 29; from GNU ELPA before),
;; M-x eglot starts `toc lsp': what is wrong is marked, words are offered, names are changed in all files.

;;; Code:

(require 'toc-keywords)

(defgroup toc nil
  "Theories of change as text."
  :group 'languages)

(defcustom toc-command '("toc")
  "How toc is called: a program and its first arguments."
  :type '(repeat string))

(defcustom toc-language nil
  "Language of messages: fr, en, or nil for that of the environment."
  :type '(choice (const :tag "As the environment says" nil) (const "fr") (const "en")))

(defcustom toc-indentation 2
  "How many blanks a line in braces stands further right; `toc fmt' writes two."
  :type 'integer
  :safe #'integerp)

;;; Colours

(defconst toc--name "[[:alpha:]][[:alnum:]_]*\\(?:-[[:alnum:]_]+\\)*"
  "What a name looks like.")

(defconst toc--begin "\\(?:^\\|[{};]\\)[ \t]*"
  "What stands before the first word of a statement.")

(defconst toc--end "\\(?:[^[:alnum:]_-]\\|$\\)"
  "What stands behind a word.")

(defun toc--words (words)
  "Return a regular expression for WORDS as the first group, whole."
  (concat "\\_<\\(" words "\\)" toc--end))

(defconst toc--font-lock
  `((,(concat toc--begin "\\(" toc-kinds "\\)\\(?:[ \t]+\\(" toc--name "\\)\\|" toc--end "\\)")
     (1 font-lock-keyword-face)
     (2 font-lock-variable-name-face nil t))
    (,(concat toc--begin "\\(" toc-properties "\\)" toc--end) 1 font-lock-builtin-face)
    ("\\(?:->\\|=>\\|-|\\|→\\|⇒\\)" . font-lock-keyword-face)
    (,(toc--words toc-clauses) 1 font-lock-builtin-face)
    (,(toc--words toc-values) 1 font-lock-constant-face)
    (,(toc--words toc-plurals) 1 font-lock-constant-face)
    ("\\_<[0-9]+\\(?:[.-][0-9]+\\)*\\_>\\(?:[ \u00a0\u202f]*%\\)?" . font-lock-constant-face)
    ("@[[:alpha:]]\\{2,3\\}\\_>" . font-lock-type-face))
  "What is coloured, besides texts and comments.")

(defvar toc-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?' "." table)
    (modify-syntax-entry ?{ "(}" table)
    (modify-syntax-entry ?} "){" table)
    table)
  "Which characters hold together.")

(defconst toc--quotes
  ;; Long texts first: three quotes are one fence. Within « » and “ ” other quotes and # are letters.
  (syntax-propertize-rules
   ("\\(\"\\)\"\"\\(?:[^\"\\\\]\\|\\\\.\\|\"[^\"]\\|\"\"[^\"]\\)*\"\"\\(\"\\)" (1 "|") (2 "|"))
   ("\\(«\\)[^»\n]*\\(»\\)" (1 "|") (2 "|"))
   ("\\(“\\)[^”\n]*\\(”\\)" (1 "|") (2 "|"))
   ;; A text in plain quotes ends with its line, so that one that is still being written colours no more than that.
   ("\\(\"\\)\\(?:[^\"\\\\\n]\\|\\\\.\\)*\\(\"\\|$\\)" (1 (toc--unless-inside "|")) (2 (toc--unless-inside "|"))))
  "Where texts begin and end.")

(defun toc--unless-inside (syntax)
  "Return SYNTAX for the quote just found, nil in a comment or a longer text."
  (and (not (nth 8 (save-excursion (syntax-ppss (match-beginning 0)))))
       (string-to-syntax syntax)))

;;; Layout

(defun toc-indent-line ()
  "Indent the line by the braces that are open before it."
  (interactive)
  (let* ((deep (save-excursion (back-to-indentation)
                               (- (car (syntax-ppss)) (if (eq (char-after) ?}) 1 0))))
         (offset (- (current-column) (current-indentation))))
    (unless (nth 3 (save-excursion (syntax-ppss (line-beginning-position))))
      (indent-line-to (* toc-indentation (max 0 deep)))
      (when (> offset 0)
        (forward-char offset)))))

(defun toc--declaration-before ()
  "Go to the declaration before point; its name is the first group.
What has no name is passed over, also where a variety stands in its place."
  (let (found)
    (while (and (setq found (re-search-backward (concat "^[ \t]*" toc-kinds "[ \t]+\\(" toc--name "\\)") nil t))
                (string-match-p (concat "\\`" toc-values "\\'") (match-string 1))))
    found))

;;; Commands

(defun toc--model ()
  "Return what to hand to toc.
That is the file where it holds a theory, else the folder with toc.toml."
  (unless buffer-file-name
    (user-error "This buffer has no file"))
  (save-buffer)
  (let ((folder (locate-dominating-file buffer-file-name "toc.toml"))
        (case-fold-search t))
    (if (or (not folder)
            (save-excursion (goto-char (point-min)) (re-search-forward "^[ \t]*th[eé]or\\(?:y\\|ie\\)\\_>" nil t)))
        buffer-file-name
      (expand-file-name folder))))

(defun toc--call (&rest arguments)
  "Return the words that call toc with ARGUMENTS."
  (append toc-command (and toc-language (list "--lang" toc-language)) arguments))

(defun toc-render (file)
  "Draw the model of this buffer into FILE.
Its ending says how: svg, png, pdf, html, pptx …"
  (interactive (list (read-file-name "Draw into: " nil nil nil
                                     (concat (file-name-base (or buffer-file-name "picture")) ".svg"))))
  (let ((command (toc--call "render" (toc--model) "--output" (expand-file-name file))))
    (compilation-start (mapconcat #'shell-quote-argument command " ") nil (lambda (_mode) "*toc render*"))))

(defun toc-leverage ()
  "Show which strategies of the model pull their weight."
  (interactive)
  (let ((command (toc--call "leverage" (toc--model))))
    (with-current-buffer-window "*toc leverage*" nil nil
      (apply #'call-process (car command) nil t nil (cdr command))
      (special-mode))))

(defun toc-preview ()
  "Open the picture of the model in a browser.
It follows what is saved until the process is ended."
  (interactive)
  (let ((process (get-process "toc preview")))
    (when process (delete-process process)))
  (make-process :name "toc preview" :buffer (get-buffer-create "*toc preview*") :noquery t
                :command (toc--call "preview" (toc--model))))

;;; The mode

(defvar toc-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-v") #'toc-preview)
    (define-key map (kbd "C-c C-r") #'toc-render)
    (define-key map (kbd "C-c C-l") #'toc-leverage)
    map)
  "Keys of `toc-mode'.")

;;;###autoload
(define-derived-mode toc-mode prog-mode "toc"
  "A mode for theories of change.
\\{toc-mode-map}"
  (setq-local comment-start "# "
              comment-end ""
              comment-start-skip "#+[ \t]*"
              indent-line-function #'toc-indent-line
              indent-tabs-mode nil
              electric-indent-chars '(?\n ?})
              font-lock-defaults '(toc--font-lock nil t)
              syntax-propertize-function toc--quotes
              imenu-generic-expression '((nil toc--declaration-before 1))
              imenu-case-fold-search t))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.toc\\'" . toc-mode))

;; LaTeX's tables of contents end in .toc as well: without this, names of models are not completed where files are read.
;;;###autoload
(setq completion-ignored-extensions (delete ".toc" completion-ignored-extensions))

(defun toc--server (&rest _)
  "Return how Eglot starts the language server."
  (append toc-command '("lsp")
          (and toc-language `(:initializationOptions (:language ,toc-language)))))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((toc-mode) . toc--server)))

(provide 'toc-mode)
;;; toc-mode.el ends here
