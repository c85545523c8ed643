package collector

import "errors"

// Config is the configuration of the processor. The zero Config masks everywhere.
type Config struct {
	// IgnoredKeys are the names of attributes, and of members of bodies, whose values
	// are left as they are, such as one that is long and holds no secret.
	IgnoredKeys []string `mapstructure:"ignored_keys"`
}

// Validate reports a name that is empty or given twice.
func (c *Config) Validate() error {
	seen := map[string]bool{}
	for _, key := range c.IgnoredKeys {
		if key == "" {
			return errors.New("ignored_keys holds an empty name")
		}
		if seen[key] {
			return errors.New("ignored_keys holds a name twice")
		}
		seen[key] = true
	}
	return nil
}
