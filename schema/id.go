package schema

import (
	"iter"
	"math/bits"
)

// ID names a property. IDs are ordered as canonical text prints properties.
// The zero ID is None, which is no property.
type ID uint8

// The properties. Their order is the canonical order of printing.
const (
	None ID = iota
	DataSource
	InitialCatalog
	QueryConsistency
	ClientVersionForTracing
	FederatedSecurity
	AuthorityID
	EnforceMFA
	UserID
	UserNameForTracing
	UserToken
	Password
	ApplicationCertificateSendX5c
	ApplicationCertificateThumbprint
	ApplicationCertificateSubject
	ApplicationCertificateIssuer
	ApplicationClientID
	ApplicationKey
	ApplicationNameForTracing
	ApplicationToken
	AzureRegion
	ManagedServiceIdentity
	Accept
	Streaming
	Uncompressed
	DSTSFederatedSecurity
	DSTSTokenType
	Namespace
	DataSourceURI
	ApplicationCertificateBlob
	ApplicationCertificatePrivateKey
	ApplicationCertificate
	MSIAuth
	MSIParams
	AZCLI

	// NumIDs is one more than the greatest ID, for arrays indexed by ID.
	NumIDs
)

// String returns the property's canonical name, "none" for None and
// "unknown" for what is no ID.
func (id ID) String() string {
	if id == None {
		return "none"
	}
	if p := Get(id); p != nil {
		return p.Name
	}
	return "unknown"
}

// Set is a set of properties. The zero Set is empty; sets compare with ==.
type Set uint64

// A Set has a bit for each ID: this does not compile once there are too many.
const _ = uint(64 - NumIDs)

// SetOf returns the set of ids. None is never a member of a set.
func SetOf(ids ...ID) Set {
	var s Set
	for _, id := range ids {
		s = s.With(id)
	}
	return s
}

// Has reports whether id is in s.
func (s Set) Has(id ID) bool { return s&bit(id) != 0 }

// With returns s with id added.
func (s Set) With(id ID) Set { return s | bit(id) }

// Without returns s with id removed.
func (s Set) Without(id ID) Set { return s &^ bit(id) }

// Minus returns the members of s that are not in t.
func (s Set) Minus(t Set) Set { return s &^ t }

// Intersects reports whether s and t share a member.
func (s Set) Intersects(t Set) bool { return s&t != 0 }

// Contains reports whether every member of t is in s.
func (s Set) Contains(t Set) bool { return t&^s == 0 }

// Len returns the number of members.
func (s Set) Len() int { return bits.OnesCount64(uint64(s)) }

// All yields the members in canonical order.
func (s Set) All() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(ID(bits.TrailingZeros64(uint64(s)))) {
				return
			}
		}
	}
}

// bit returns the set {id}, empty for None and for what is no ID.
func bit(id ID) Set {
	if id == None || id >= NumIDs {
		return 0
	}
	return 1 << id
}
