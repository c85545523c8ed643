package git

import (
	"cmp"
	"slices"
	"sync"
)

// chunk is how many objects that stand behind one another a goroutine reads before it
// takes others: most are written as what they differ in from one nearby.
const chunk = 1024

// blobRoom is what each of the goroutines keeps of them, in bytes.
const blobRoom = 32 << 20

// Blobs reads files' objects of at most limit bytes, by jobs goroutines, and calls
// visit with each, in no order. Its number is that in ids; what it is given is only valid
// until it returns. The errors are those of Repository.Blob.
func (r *Repository) Blobs(ids []ID, limit func(i int) int64, jobs int, visit func(i int, data []byte, err error)) {
	type located struct {
		place
		i, pack int
	}
	order := make([]located, len(ids))
	r.objects.packOnce.Do(r.objects.findPacks)
	numbers := map[*pack]int{}
	for i, p := range r.objects.packs {
		numbers[p] = i + 1
	}
	for i, id := range ids {
		order[i].i = i
		if p, offset, ok := r.objects.packed(id); ok {
			order[i].place, order[i].pack = place{p, offset}, numbers[p]
		}
	}
	slices.SortFunc(order, func(a, b located) int {
		return cmp.Or(a.pack-b.pack, cmp.Compare(a.offset, b.offset), a.i-b.i)
	})
	next := make(chan []located)
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			c := newCache(r.objects, blobRoom)
			for list := range next {
				for _, l := range list {
					data, err := r.blob(c, l.place, ids[l.i], limit(l.i))
					visit(l.i, data, err)
				}
			}
		})
	}
	for list := range slices.Chunk(order, chunk) {
		next <- list
	}
	close(next)
	workers.Wait()
}

func (r *Repository) blob(c *cache, at place, id ID, limit int64) (data []byte, err error) {
	var kind objectKind
	if at.pack != nil {
		kind, data, err = at.pack.read(r.objects, c, at.offset, limit)
	} else {
		kind, data, err = c.read(id, limit)
	}
	if err == nil && kind != blobObject {
		return nil, errDamaged
	}
	return data, err
}
