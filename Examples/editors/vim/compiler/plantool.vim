" Vim and Neovim: the findings of plantool in the quickfix list. Copy this file to ~/.vim/compiler/ (Neovim: ~/.config/nvim/compiler/), then
"   :compiler plantool
"   :make %          this plan         :make .          all plans of the folder
if exists('current_compiler')
  finish
endif
let current_compiler = 'plantool'

CompilerSet makeprg=plantool\ validate\ --format\ concise
CompilerSet errorformat=%f:%l:%c:\ %trror\ %m,%f:%l:%c:\ %tarning\ %m,%f:%l:%c:\ %tote\ %m

" A column of plantool is a character, one of Vim is a byte.
function! s:CountBytes() abort
  if get(b:, 'current_compiler', get(g:, 'current_compiler', '')) !=# 'plantool'
    return
  endif
  let l:items = getqflist()
  for l:item in l:items
    if l:item.valid && l:item.bufnr && l:item.col > 1
      call bufload(l:item.bufnr)
      let l:line = get(getbufline(l:item.bufnr, l:item.lnum), 0, '')
      let l:byte = byteidxcomp(l:line, l:item.col - 1)
      let l:item.col = l:byte < 0 ? l:item.col : l:byte + 1
    endif
  endfor
  call setqflist(l:items, 'r')
endfunction

augroup plantool_compiler
  autocmd!
  autocmd QuickFixCmdPost make call s:CountBytes()
augroup END
