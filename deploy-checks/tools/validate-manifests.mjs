// Validates rendered manifests twice against the schemas that kubernetes-models carries: its own validators (required
// fields, patterns, enums) and, because those let unknown fields pass, the TypeScript compiler on the same objects as literals.
// Usage: node validate-manifests.mjs FILE...   One line per problem: FILE<tab>KIND/NAME<tab>PROBLEM. Exit 1 if there is any.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { parseAllDocuments } from "yaml";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "..", "node_modules");

const CUSTOM = {
  "argoproj.io": "@kubernetes-models/argo-cd",
  "external-secrets.io": "@kubernetes-models/external-secrets",
  "generators.external-secrets.io": "@kubernetes-models/external-secrets",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
};

function moduleOf(object) {
  const [group] = object.apiVersion.split("/");
  if (group === "kafka.strimzi.io") {
    return ["Kafka", "KafkaNodePool"].includes(object.kind) ? { types: "./strimzi" } : undefined;
  }
  const path = `${CUSTOM[group] ?? "kubernetes-models"}/${object.apiVersion}/${object.kind}`;
  return existsSync(join(modules, `${path}.d.ts`)) ? { types: path, validator: join(modules, `${path}.js`) } : undefined;
}

// Quantities and int-or-string fields are unions in the types, so plain JSON literals are what to check.
function literal(value) {
  return JSON.stringify(value, null, 1);
}

const problems = [];
const checked = [];
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, "utf8"), { uniqueKeys: true })) {
    const object = document.toJS();
    if (!object) continue;
    const name = `${object.kind}/${object.metadata?.name}`;
    document.errors.forEach((error) => problems.push([file, name, error.message]));
    const module = moduleOf(object);
    if (!module) {
      problems.push([file, name, `no schema for ${object.apiVersion} ${object.kind}`]);
      continue;
    }
    checked.push({ file, name, object, module });
    if (module.validator) {
      const Model = (await import(pathToFileURL(module.validator)))[object.kind];
      try {
        new Model(object).validate();
      } catch (error) {
        problems.push([file, name, error.message]);
      }
    }
  }
}

const virtual = join(here, "manifests.ts");
const lines = [];
const owner = [];
checked.forEach(({ object, module }, index) => {
  const text = `import type { I${object.kind} as T${index} } from "${module.types}";\nexport const o${index}: T${index} = ${literal(object)};`;
  for (const line of text.split("\n")) {
    lines.push(line);
    owner.push(index);
  }
});
const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: false,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
const source = lines.join("\n");
host.fileExists = (path) => path === virtual || fileExists.call(host, path);
host.readFile = (path) => (path === virtual ? source : readFile.call(host, path));
host.getSourceFile = (path, ...rest) =>
  path === virtual ? ts.createSourceFile(path, source, options.target, true) : getSourceFile.call(host, path, ...rest);
const program = ts.createProgram([virtual], options, host);
for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ").replace(/\s+/g, " ");
  if (diagnostic.file?.fileName === virtual) {
    const index = owner[diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line];
    problems.push([checked[index].file, checked[index].name, message]);
  } else {
    problems.push([diagnostic.file?.fileName ?? "typescript", "-", message]);
  }
}

problems.forEach((problem) => console.log(problem.join("\t")));
console.error(`${checked.length} objects checked, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
