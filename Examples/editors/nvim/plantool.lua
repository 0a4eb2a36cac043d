-- Neovim: what plantool finds in a plan, as diagnostics at its words, whenever the plan is opened or written. Copy this file to ~/.config/nvim/plugin/.
local space = vim.api.nvim_create_namespace("plantool")
local severities = { error = vim.diagnostic.severity.ERROR, warning = vim.diagnostic.severity.WARN, note = vim.diagnostic.severity.INFO }

-- A position of plantool: lines and columns from 1, a column is a character. One of Neovim: both from 0, a column is a byte.
local function place(buffer, position)
  local line = vim.api.nvim_buf_get_lines(buffer, position.line - 1, position.line, false)[1] or ""
  local byte = vim.fn.byteidxcomp(line, position.column - 1)
  return position.line - 1, byte < 0 and #line or byte
end

local function check(buffer)
  local lines = vim.fn.systemlist({ "plantool", "validate", "--format", "jsonl", vim.api.nvim_buf_get_name(buffer) })
  local found = {}
  for _, text in ipairs(lines) do
    -- Messages about the file itself are no JSON.
    local good, finding = pcall(vim.json.decode, text)
    if good and type(finding) == "table" and finding.range then
      local line, column = place(buffer, finding.range.start)
      local end_line, end_column = place(buffer, finding.range["end"])
      table.insert(found, {
        lnum = line, col = column, end_lnum = end_line, end_col = end_column,
        severity = severities[finding.severity], code = finding.code, source = "plantool", message = finding.message,
      })
    end
  end
  vim.diagnostic.set(space, buffer, found)
end

vim.api.nvim_create_autocmd({ "BufReadPost", "BufWritePost" }, {
  pattern = { "*.plan.md", "*.plan.json" },
  callback = function(event) check(event.buf) end,
})
