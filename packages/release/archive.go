package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// archive packs the command and the shared files for t.
func (r *release) archive(t target, binary string, shared []file) error {
	command, err := os.ReadFile(binary)
	if err != nil {
		return err
	}
	out, err := os.Create(filepath.Join(r.out, t.archive(r.Version)))
	if err != nil {
		return err
	}
	pack := packTar
	if t.os == "windows" {
		pack = packZip
	}
	files := append([]file{{name: t.command(), text: command}}, shared...)
	if err := pack(out, r.Time, files); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// mode is that of file i of an archive: the command is the first.
func mode(i int) fs.FileMode {
	if i == 0 {
		return 0o755
	}
	return 0o644
}

func packTar(w io.Writer, modified time.Time, files []file) error {
	compressed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	packed := tar.NewWriter(compressed)
	for i, f := range files {
		header := &tar.Header{Name: f.name, Mode: int64(mode(i)), Size: int64(len(f.text)), ModTime: modified, Format: tar.FormatUSTAR}
		if err := packed.WriteHeader(header); err != nil {
			return err
		}
		if _, err := packed.Write(f.text); err != nil {
			return err
		}
	}
	if err := packed.Close(); err != nil {
		return err
	}
	return compressed.Close()
}

func packZip(w io.Writer, modified time.Time, files []file) error {
	packed := zip.NewWriter(w)
	for i, f := range files {
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: modified}
		header.SetMode(mode(i))
		part, err := packed.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := part.Write(f.text); err != nil {
			return err
		}
	}
	return packed.Close()
}
