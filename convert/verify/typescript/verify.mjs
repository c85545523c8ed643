// Runs each compiled file of builder code and holds what the builder then
// selects to the mode of the file's name. A connection is an error.
import assert from "node:assert/strict";
import dns from "node:dns";
import fs from "node:fs";
import net from "node:net";

net.Socket.prototype.connect = () => {
    throw new Error("a connection is opened");
};
dns.lookup = net.Socket.prototype.connect;
globalThis.fetch = net.Socket.prototype.connect;

const { KustoConnectionStringBuilder, Client } = await import("azure-kusto-data");

const providers = {
    none: undefined,
    "user-prompt": "UserPromptProvider",
    "user-token": "BasicTokenProvider",
    "app-token": "BasicTokenProvider",
    "app-key": "ApplicationKeyTokenProvider",
    "app-certificate": "ApplicationCertificateTokenProvider",
    "system-managed-identity": "MsiTokenProvider",
    "user-managed-identity": "MsiTokenProvider",
    "az-cli": "AzCliTokenProvider",
    "device-code": "DeviceLoginTokenProvider",
    password: "UserPassTokenProvider",
    "token-provider": "CallbackTokenProvider",
    "token-credential": "TokenCredentialProvider",
    "federated-managed-identity": "CallbackTokenProvider",
    "workload-identity": "TokenCredentialProvider",
};
const secrets = {
    "user-token": ["accessToken", "KUSTO_USER_TOKEN"],
    "app-token": ["accessToken", "KUSTO_APPLICATION_TOKEN"],
    "app-key": ["applicationKey", "KUSTO_APPLICATION_KEY"],
    password: ["password", "KUSTO_PASSWORD"],
};

for (const file of fs.readdirSync("out").filter((name) => name.endsWith(".js"))) {
    const mode = file.replace(/(\+.*)?\.js$/, "");
    const { kcsb } = await import("./out/" + file);
    assert(kcsb instanceof KustoConnectionStringBuilder, mode);
    assert.equal(kcsb.dataSource, "https://mycluster.kusto.windows.net");
    if (mode in secrets) {
        const [property, variable] = secrets[mode];
        assert.equal(kcsb[property], process.env[variable]);
    }
    if (mode === "user-token") {
        assert.equal(kcsb.initialCatalog, "Sam\"ples\\n${x} {y} %z 'λ'");
    }
    if (mode === "app-key") {
        assert.equal(kcsb.authorityId, "contoso.com");
        assert.equal(kcsb.applicationClientId, "11111111-1111-1111-1111-111111111111");
    }
    if (mode === "app-token") {
        assert.equal(kcsb.applicationNameForTracing, 'a;"b\\u0022${c}\u2028');
    }
    if (file === "user-prompt+hint.js") {
        assert.deepEqual(kcsb.interactiveCredentialOptions, { tenantId: "contoso.com", loginHint: "user@contoso.com" });
    }
    if (file.includes("+tenant")) {
        assert.equal(kcsb.authorityId, "contoso.com");
    }
    if (file === "app-certificate+pem.js") {
        assert.equal(kcsb.applicationCertificatePrivateKey, process.env.KUSTO_APPLICATION_CERTIFICATE_PRIVATEKEY);
    }
    const provider = new Client(kcsb).aadHelper.tokenProvider;
    assert.equal(provider?.constructor.name, providers[mode], mode);
    console.log("ok", file);
}
