// Compresses each file of a directory beside it, and prints what goes over the wire, by
// brotli. More than 3 MB of that fails.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dir = process.argv[2];
const quality = Number(process.env.BROTLI_QUALITY ?? constants.BROTLI_MAX_QUALITY);
let total = 0;
for (const name of readdirSync(dir).filter((n) => !/[.](br|gz)$/.test(n))) {
  const text = readFileSync(`${dir}/${name}`);
  const small = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  writeFileSync(`${dir}/${name}.br`, small);
  writeFileSync(`${dir}/${name}.gz`, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }));
  total += small.length;
  console.log(`${name}: ${text.length} bytes, ${small.length} compressed`);
}
console.log(`together: ${total} bytes over the wire`);
if (total > 3_000_000 && quality === constants.BROTLI_MAX_QUALITY) {
  console.error("that is more than 3 MB");
  process.exit(1);
}
