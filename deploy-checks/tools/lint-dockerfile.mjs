// Lints Dockerfiles: misspelt instructions and flags, missing arguments. Usage: node lint-dockerfile.mjs FILE...
import { readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";

let problems = 0;
for (const file of process.argv.slice(2)) {
  for (const found of validate(readFileSync(file, "utf8"), {})) {
    problems++;
    console.log([file, found.range.start.line + 1, found.message].join("\t"));
  }
}
console.error(`${process.argv.length - 2} Dockerfiles linted, ${problems} problems`);
process.exitCode = problems ? 1 : 0;
