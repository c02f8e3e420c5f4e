// Runs terraform init, validate and test in each folder against the AWS provider's real schema, which a stand-in provider serves:
// nothing is downloaded, no account is touched. Usage: node check-terraform.mjs SCHEMA.json FOLDER...
// Prints FOLDER<tab>OUTPUT for each that fails; exit 1 if any does. Folders without *.tftest.hcl are validated only.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), "terraform-"));
const socket = join(work, "aws.sock");
const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const folders = process.argv.slice(3);

function block({ attributes, blocks }) {
  return {
    attributes: Object.entries(attributes).map(([name, { type, ...flags }]) => ({ name, type: Buffer.from(JSON.stringify(type)), ...flags })),
    block_types: Object.entries(blocks).map(([type_name, nested]) => ({
      type_name,
      nesting: nested.nesting,
      min_items: nested.min ?? 0,
      max_items: nested.max ?? 0,
      block: block(nested.block),
    })),
  };
}

// Only what the folders mention, to keep the answer small; an unknown type is then reported as such, as it should be.
const mentioned = new Set();
function collect(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".")) collect(path);
    } else if (/\.(tf|hcl)$/.test(entry.name)) {
      for (const [type] of readFileSync(path, "utf8").matchAll(/\baws_\w+/g)) mentioned.add(type);
    }
  }
}
const root = join(here, "..", "..", "terraform");
if (existsSync(root)) collect(root);
folders.forEach(collect);
function schemas(all) {
  return Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => mentioned.has(name))
      .map(([name, description]) => [name, { block: block(description) }]),
  );
}
const answer = {
  provider: { block: block(schema.provider) },
  resource_schemas: schemas(schema.resources),
  data_source_schemas: schemas(schema.data),
};

const loaded = loadSync(join(here, "tfplugin6.proto"), { keepCase: true, longs: Number });
const { Provider } = grpc.loadPackageDefinition(loaded).tfplugin6;
const ok = (_, reply) => reply(null, {});
const server = new grpc.Server({ "grpc.max_send_message_length": -1 });
server.addService(Provider.service, {
  GetProviderSchema: (_, reply) => reply(null, answer),
  ValidateProviderConfig: ok,
  ValidateResourceConfig: ok,
  ValidateDataResourceConfig: ok,
  ConfigureProvider: ok,
  StopProvider: ok,
});
// A terraform that fails may leave in the middle of an answer; the next one still wants its answers.
process.on("uncaughtException", (error) => {
  if (error.code === "ECONNRESET" || error.code === "EPIPE") return;
  console.error(error);
  process.exit(1);
});
await new Promise((resolve, reject) =>
  server.bindAsync(`unix:${socket}`, grpc.ServerCredentials.createInsecure(), (error) => (error ? reject(error) : resolve())),
);

function terraform(folder, data, ...args) {
  const env = {
    ...process.env,
    TF_DATA_DIR: data,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    TF_REATTACH_PROVIDERS: JSON.stringify({
      "registry.terraform.io/hashicorp/aws": {
        Protocol: "grpc", ProtocolVersion: 6, Pid: process.pid, Test: true, Addr: { Network: "unix", String: socket },
      },
    }),
  };
  delete env.TF_CLI_CONFIG_FILE;
  return new Promise((resolve) => {
    const child = spawn("terraform", args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (out += chunk));
    child.on("error", (error) => resolve({ code: 1, out: error.message }));
    child.on("close", (code) => resolve({ code, out }));
  });
}

let failed = 0;
for (const folder of folders) {
  const data = mkdtempSync(join(work, "data-"));
  const tests = readdirSync(folder).some((file) => file.endsWith(".tftest.hcl"));
  const steps = [["init", "-backend=false", "-input=false", "-no-color"], ["validate", "-no-color"]];
  if (tests) steps.push(["test", "-no-color"]);
  for (const step of steps) {
    const { code, out } = await terraform(folder, data, ...step);
    if (code !== 0) {
      failed++;
      console.log(`${folder}\t${step[0]}: ${out.replace(/\s+/g, " ").trim()}`);
      break;
    }
    if (step[0] === "test") console.error(`${folder}: ${out.trim().split("\n").at(-1)}`);
  }
}
console.error(`${folders.length} folders checked, ${failed} failed`);
server.forceShutdown();
rmSync(work, { recursive: true });
process.exit(failed ? 1 : 0);
