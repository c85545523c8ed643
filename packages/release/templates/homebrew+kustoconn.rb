class Kustoconn < Formula
  desc "Check, lint and redact Kusto (Azure Data Explorer) connection strings"
  homepage "{{.Release.Repository}}"
  version "{{.Release.Version}}"
  license "MIT"

  on_macos do
    on_arm do
      url "{{url "darwin" "arm64"}}"
      sha256 "{{sha256 "darwin" "arm64"}}"
    end
    on_intel do
      url "{{url "darwin" "amd64"}}"
      sha256 "{{sha256 "darwin" "amd64"}}"
    end
  end

  on_linux do
    on_arm do
      url "{{url "linux" "arm64"}}"
      sha256 "{{sha256 "linux" "arm64"}}"
    end
    on_intel do
      url "{{url "linux" "amd64"}}"
      sha256 "{{sha256 "linux" "amd64"}}"
    end
  end

  def install
    bin.install "kustoconn"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/kustoconn.bash" => "kustoconn"
    zsh_completion.install "completions/_kustoconn"
    fish_completion.install "completions/kustoconn.fish"
  end

  test do
    system bin/"kustoconn", "check", "https://help.kusto.windows.net/Samples;Fed=true"
  end
end
