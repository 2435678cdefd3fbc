// Reads an AsyncAPI document with the specification's own parser, references to files included. Usage: node parse.mjs FILE
import { fromFile, Parser } from '@asyncapi/parser';

const ERROR = 0;
const WARNING = 1;
const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
// what is only information says that there is a later version of AsyncAPI
const found = diagnostics.filter(({ severity }) => severity === ERROR || severity === WARNING);
for (const { code, path, message } of found) {
  console.log(`${code} at ${path.join('/')}: ${message}`);
}
if (!document || found.length) {
  process.exit(1);
}
console.log(`${document.channels().length} channels, ${document.operations().length} operations, ${document.messages().length} messages`);
