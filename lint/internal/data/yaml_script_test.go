package data

import "testing"

func TestYAMLScriptLanguage(t *testing.T) {
	tests := []struct {
		name, text, key, want string
	}{
		{"workflow", "jobs:\n  b:\n    steps:\n    - run: x\n", "jobs.b.steps.0.run", "shell"},
		{"workflow with a shell", "jobs:\n  b:\n    steps:\n    - run: x\n      shell: pwsh\n", "jobs.b.steps.0.run", "powershell"},
		{"job's default", "jobs:\n  b:\n    defaults:\n      run:\n        shell: cmd\n    steps:\n    - run: x\n", "jobs.b.steps.0.run", "batch"},
		{"workflow's default", "defaults: {run: {shell: 'bash -e {0}'}}\njobs:\n  b:\n    steps:\n    - run: x\n", "jobs.b.steps.0.run", "shell"},
		{"github-script", "steps:\n- uses: actions/github-script@v7\n  with:\n    script: x\n", "steps.0.with.script", "javascript"},
		{"Azure CLI", "steps:\n- task: AzureCLI@2\n  inputs:\n    scriptType: pscore\n    inlineScript: x\n", "steps.0.inputs.inlineScript", "powershell"},
		{"Azure PowerShell", "steps:\n- task: AzurePowerShell@5\n  inputs:\n    Inline: x\n", "steps.0.inputs.Inline", "powershell"},
		{"pwsh step", "steps:\n- pwsh: x\n", "steps.0.pwsh", "powershell"},
		{"GitLab", "job:\n  script:\n  - x\n", "job.script.0", "shell"},
		{"no script", "a: x\n", "a", ""},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			r := yamlReader{text: c.text, tokenLine: -1, tabLine: -1, nodeColumn: -1, valueLine: -1}
			for r.next() {
			}
			if got := scriptSettings(r.pieces).language(c.key); got != c.want {
				t.Errorf("language of %s is %q, want %q", c.key, got, c.want)
			}
		})
	}
}
