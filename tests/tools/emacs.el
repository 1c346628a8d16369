;;; emacs.el --- A theory is opened in Emacs with Eglot  -*- lexical-binding: t; coding: utf-8 -*-

;; Writes one JSON answer to the file that TOC_ANSWER names.

(require 'toc-mode)
(require 'eglot)
(require 'imenu)
(require 'json)

(defun story-wait (holds)
  "Wait until HOLDS returns something, and return it; nil after half a minute."
  (let ((end (+ (float-time) 30)) found)
    (while (not (or (setq found (funcall holds)) (> (float-time) end)))
      (accept-process-output nil 0.05)
      (sit-for 0.01))
    found))

(defun story-remarks ()
  "Return the first words of what is marked in the buffer."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun story-face (text)
  "Return the face of the first place of TEXT."
  (goto-char (point-min))
  (search-forward text)
  (symbol-name (let ((face (get-text-property (match-beginning 0) 'face))) (if (listp face) (car face) face))))

(defun story-hover (text)
  "Return what the server says about TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0))
  (let ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
    (plist-get (plist-get answer :contents) :value)))

(setq toc-command (split-string (getenv "TOC_COMMAND") "\n")
      toc-language "fr"
      eglot-sync-connect 30)
(find-file "model.toc")
(font-lock-ensure)
(let ((faces (mapcar #'story-face '("théorie" "enjeu" "parce que" "fort {" "->" "\"Une vallée" "# Le")))
      (names (mapcar #'car (cdr (imenu--make-index-alist t))))
      (mode (symbol-name major-mode))
      opened mended hover)
  (call-interactively #'eglot)
  (setq opened (story-wait (lambda () (flymake-start) (story-remarks)))
        hover (story-hover "café ->"))
  (goto-char (point-min))
  (search-forward "personne")
  (replace-match "parents")
  (setq mended (story-wait (lambda () (eglot--signal-textDocument/didChange) (flymake-start) (null (story-remarks)))))
  (with-temp-file (getenv "TOC_ANSWER")
    (insert (json-encode `((mode . ,mode) (faces . ,(vconcat faces)) (names . ,(vconcat names))
                           (opened . ,(vconcat opened)) (hover . ,hover) (mended . ,(if mended t :json-false)))))))
