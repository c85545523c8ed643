export const secret = "an-invented-key";
export const leak = `https://help.kusto.windows.net;Fed=true;AppClientId=a;Authority Id=contoso.com;AppKey=${secret}`;
export const masked = leak.replace(secret, "****");
