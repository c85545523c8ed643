// What a program in TypeScript may rely on: tsc alone reads it.
import { type Check, check, type Diagnostic, KustoconnError, redact } from "kustoconn";
import redactor from "kustoconn/pino";
import type { Transform } from "node:stream";

const answer: Check = await check("");
const first: Diagnostic | undefined = answer.diagnostics[0];
const severity: "error" | "warning" | "information" | undefined = first?.severity;
const pair: [string, string | null] | undefined = answer.pairs[0];
const masked: string = await redact("");
const stream: Transform = redactor();
const error: Error = new KustoconnError("");
// @ts-expect-error only strings
await redact(5);
void [severity, pair, masked, stream, error];
