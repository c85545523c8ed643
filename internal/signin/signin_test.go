package signin_test

import (
	"slices"
	"testing"

	"kustoconn/internal/signin"
	"kustoconn/schema"
)

func TestCandidates(t *testing.T) {
	var got []schema.ModeID
	for _, m := range signin.Candidates {
		got = append(got, m.ID)
	}
	want := []schema.ModeID{
		schema.UserTokenAuth, schema.AppTokenAuth, schema.AppKey, schema.AppThumbprint, schema.AppSubjectIssuer,
		schema.AppSubject, schema.PasswordAuth, schema.UserPrompt,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestIntended(t *testing.T) {
	application := schema.SetOf(schema.ApplicationClientID, schema.ApplicationKey)
	for _, tt := range []struct {
		selected  schema.ModeID
		specified schema.Set
		want      schema.ModeID
	}{
		{schema.UserTokenAuth, schema.SetOf(schema.FederatedSecurity, schema.UserToken), schema.UserTokenAuth},
		{schema.NoAuth, schema.SetOf(schema.UserToken), schema.UserTokenAuth},
		{schema.NoAuth, schema.SetOf(schema.ApplicationClientID), schema.UserPrompt},
		{schema.DSTS, application, schema.DSTS},
		{schema.NoAuth, application.With(schema.ApplicationToken), schema.AppTokenAuth},
		{schema.NoAuth, schema.SetOf(schema.UserID, schema.Password, schema.ApplicationClientID), schema.PasswordAuth},
	} {
		if got := signin.Intended(tt.selected, tt.specified); got != tt.want {
			t.Errorf("%s with %b: %v, want %v", tt.selected, tt.specified, got, tt.want)
		}
	}
}

// What is complete lacks nothing, whatever else is begun; what each credential
// begins alone lacks the rest.
func TestIncomplete(t *testing.T) {
	application := schema.SetOf(schema.ApplicationClientID, schema.AuthorityID)
	for _, tt := range []struct {
		specified schema.Set
		mode      schema.ModeID
		missing   schema.Set
	}{
		{schema.SetOf(schema.FederatedSecurity), "", 0},
		{schema.SetOf(schema.UserID), "", 0},
		{schema.SetOf(schema.UserToken, schema.ApplicationKey), "", 0},
		{schema.SetOf(schema.ApplicationKey, schema.AuthorityID), schema.AppKey, schema.SetOf(schema.ApplicationClientID)},
		{schema.SetOf(schema.ApplicationCertificateThumbprint, schema.AuthorityID), schema.AppThumbprint, schema.SetOf(schema.ApplicationClientID)},
		{schema.SetOf(schema.ApplicationKey), schema.AppKey, application},
		{application.With(schema.ApplicationCertificateBlob), schema.AppThumbprint, schema.SetOf(schema.ApplicationCertificateThumbprint)},
		{application.With(schema.ApplicationCertificate), schema.AppThumbprint, schema.SetOf(schema.ApplicationCertificateThumbprint)},
		{schema.SetOf(schema.ApplicationCertificateThumbprint), schema.AppThumbprint, application},
		{schema.SetOf(schema.ApplicationCertificateIssuer), schema.AppSubjectIssuer, application.With(schema.ApplicationCertificateSubject)},
		{schema.SetOf(schema.ApplicationCertificateSubject), schema.AppSubject, application},
		{schema.SetOf(schema.Password), schema.PasswordAuth, schema.SetOf(schema.UserID)},
		{schema.SetOf(schema.ApplicationClientID), schema.AppKey, schema.SetOf(schema.ApplicationKey, schema.AuthorityID)},
	} {
		if mode, missing := signin.Incomplete(tt.specified); mode != tt.mode || missing != tt.missing {
			t.Errorf("%b: %q, %b", tt.specified, mode, missing)
		}
	}
}

func TestNoAuthentication(t *testing.T) {
	key := schema.SetOf(schema.ApplicationKey, schema.AuthorityID)
	if got := signin.Missing(key, schema.NoAuth); got != 0 {
		t.Errorf("no authentication lacks %b", got)
	}
	if got := signin.Unused(key, schema.NoAuth); got != schema.SetOf(schema.ApplicationKey) {
		t.Errorf("no authentication leaves %b", got)
	}
}
