package git

// cache reads objects of a store and keeps what was read of packs, for most of a
// pack's objects are written as what they differ in from others nearby. It is not
// safe for concurrent use. BenchmarkHistory holds what it saves.
type cache struct {
	*store
	// What was read since half of the room was used up, and what was before: the
	// second is forgotten as a whole.
	recent, older map[place]object
	size, room    int // of recent, and of both, in bytes
}

// place is where an object stands.
type place struct {
	pack   *pack
	offset int64
}

type object struct {
	kind objectKind
	data []byte
}

// newCache returns a cache of at most room bytes.
func newCache(s *store, room int) *cache {
	return &cache{store: s, recent: map[place]object{}, room: room}
}

// read is read of the store. What it returns must not be changed.
func (c *cache) read(id ID, limit int64) (objectKind, []byte, error) {
	if p, offset, ok := c.packed(id); ok {
		return p.read(c.store, c, offset, limit)
	}
	return c.store.read(id, limit)
}

func (c *cache) get(at place) (object, bool) {
	if c == nil {
		return object{}, false
	}
	o, ok := c.recent[at]
	if !ok {
		if o, ok = c.older[at]; ok {
			c.put(at, o)
		}
	}
	return o, ok
}

func (c *cache) put(at place, o object) {
	if c == nil || len(o.data) > c.room/8 {
		return
	}
	if c.size += len(o.data) + 64; c.size > c.room/2 {
		c.older, c.recent, c.size = c.recent, map[place]object{}, len(o.data)+64
	}
	c.recent[at] = o
}
