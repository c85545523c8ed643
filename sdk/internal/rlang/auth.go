package rlang

// kustoApp is the id of the client's own application, as good as none.
const kustoApp = "db662dc1-0cfe-4e1c-a843-19a68e65be58"

// chooseAuth follows find_endpoint_token. What it answers are the property of
// a token, or the auth_type that AzureAuth is asked for; without one AzureAuth
// chooses between authorization_code and device_code by what is installed.
func (r *reader) chooseAuth() string {
	app, ownApp := r.props["appclientid"]
	ownApp = ownApp && unquote(r.text, app.value).Slice(r.text) != kustoApp
	switch {
	case r.has("usertoken"):
		return "usertoken"
	case r.has("apptoken"):
		return "apptoken"
	case r.has("user") && r.has("pwd"):
		return "resource_owner"
	case r.has("appkey") && ownApp:
		return "client_credentials"
	}
	return "authorization_code"
}

func (r *reader) has(property string) bool {
	_, given := r.props[property]
	return given
}
