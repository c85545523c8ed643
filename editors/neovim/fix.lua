-- Opens a file with the language server, waits for the diagnostic, asks for the fix,
-- saves, and ends with an error where any of it does not come. Run by editors/neovim/run.
local file, command = vim.env.KUSTOCONN_FILE, vim.env.KUSTOCONN

local function fail(what)
	io.stderr:write(what .. "\n")
	vim.cmd("cquit 1")
end

local function wait(what, holds)
	if not vim.wait(20000, holds, 20) then
		fail("no " .. what)
	end
end

vim.cmd("edit " .. vim.fn.fnameescape(file))
local client = vim.lsp.start_client({
	name = "kustoconn",
	cmd = { command, "lsp" },
	root_dir = vim.fn.fnamemodify(file, ":h"),
})
vim.lsp.buf_attach_client(0, client)

wait("diagnostic", function()
	return #vim.diagnostic.get(0) > 0
end)
local found = vim.diagnostic.get(0)[1]
if found.code ~= "KCS102" or found.lnum ~= 1 then
	fail("another diagnostic: " .. vim.inspect(found))
end

-- by the requests themselves: vim.lsp.buf.code_action differs between releases
local range = { start = { line = 1, character = found.col }, ["end"] = { line = 1, character = found.end_col } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", {
	textDocument = { uri = vim.uri_from_bufnr(0) },
	range = range,
	context = { diagnostics = {}, only = { "quickfix" } },
}, 20000)
for _, action in ipairs(answers[client].result) do
	if action.isPreferred then
		vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
	end
end
wait("fix", function()
	return vim.bo.modified
end)
wait("diagnostics of the fixed text", function()
	return #vim.diagnostic.get(0) == 0
end)
vim.cmd("write")
vim.cmd("qall!")
