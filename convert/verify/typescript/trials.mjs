// Runs the compiled builder code of random connections and holds what each builder then
// has to its line of expect.txt.
import assert from "node:assert/strict";
import dns from "node:dns";
import fs from "node:fs";
import net from "node:net";

net.Socket.prototype.connect = () => {
    throw new Error("a connection is opened");
};
dns.lookup = net.Socket.prototype.connect;
globalThis.fetch = net.Socket.prototype.connect;

const attributes = {
    DataSource: "dataSource",
    InitialCatalog: "initialCatalog",
    ApplicationClientId: "applicationClientId",
    AuthorityId: "authorityId",
    ApplicationNameforTracing: "applicationNameForTracing",
    UserNameforTracing: "userNameForTracing",
    ManagedServiceIdentity: "msiClientId",
};
// In a credential of Azure's identity library, which tells nothing.
const inCredential = ["ApplicationClientId", "AuthorityId", "ManagedServiceIdentity"];

let trials = 0;
for (const line of fs.readFileSync("trials/expect.txt", "utf8").trimEnd().split("\n")) {
    const [name, mode, ...properties] = line.split("\t");
    const { kcsb } = await import(`./out/trials/${name}.js`);
    const prompt = kcsb.interactiveCredentialOptions;
    for (const property of properties) {
        const [key, hex] = property.split("=");
        if (["federated-managed-identity", "workload-identity"].includes(mode) && inCredential.includes(key)) {
            continue;
        }
        let got = kcsb[attributes[key]];
        if (key === "UserID" && mode === "user-prompt") {
            got = prompt.loginHint;
        } else if (key === "AuthorityId" && mode === "user-prompt") {
            got = prompt.tenantId;
        }
        const want = Buffer.from(hex, "hex").toString();
        assert.equal(got, key === "DataSource" ? want.replace(/\/$/, "") : want, line); // as in a string
    }
    if (mode === "app-key") {
        assert.equal(kcsb.applicationKey, process.env.KUSTO_APPLICATION_KEY);
    }
    trials++;
}
console.log("ok", trials, "trials");
