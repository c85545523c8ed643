package main

import (
	"debug/buildinfo"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
)

// billOfMaterials writes which modules the command for t was built from, as the
// binary itself says, in the format of CycloneDX.
func (r *release) billOfMaterials(t target, binary string) error {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return err
	}
	out, err := os.Create(filepath.Join(r.out, "kustoconn_"+r.Version+"_"+t.name()+".cdx.json"))
	if err != nil {
		return err
	}
	encoder := cyclonedx.NewBOMEncoder(out, cyclonedx.BOMFileFormatJSON).SetPretty(true)
	if err := encoder.EncodeVersion(r.bom(info), cyclonedx.SpecVersion1_6); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

func (r *release) bom(info *buildinfo.BuildInfo) *cyclonedx.BOM {
	command := component(cyclonedx.ComponentTypeApplication, info.Main.Path, "v"+r.Version)
	libraries := []cyclonedx.Component{component(cyclonedx.ComponentTypeLibrary, "stdlib", strings.TrimPrefix(info.GoVersion, "go"))}
	needs := []string{libraries[0].BOMRef}
	for _, module := range info.Deps {
		if module.Replace != nil {
			module = module.Replace
		}
		library := component(cyclonedx.ComponentTypeLibrary, module.Path, module.Version)
		libraries = append(libraries, library)
		needs = append(needs, library.BOMRef)
	}
	bom := cyclonedx.NewBOM()
	bom.Metadata = &cyclonedx.Metadata{Timestamp: r.Time.Format(time.RFC3339), Component: &command}
	bom.Components = &libraries
	bom.Dependencies = &[]cyclonedx.Dependency{{Ref: command.BOMRef, Dependencies: &needs}}
	return bom
}

func component(kind cyclonedx.ComponentType, path, version string) cyclonedx.Component {
	purl := "pkg:golang/" + path + "@" + version
	return cyclonedx.Component{BOMRef: purl, Type: kind, Name: path, Version: version, PackageURL: purl}
}
