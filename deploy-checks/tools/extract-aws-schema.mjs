// Rebuilds the AWS provider's schema from @cdktf/provider-aws, which is generated from it: no provider registry is needed.
// Usage: node extract-aws-schema.mjs OUT.json
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const lib = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules", "@cdktf", "provider-aws", "lib");

const PRIMITIVES = { string: "string", number: "number", boolean: "bool" };
const GETTERS = {
  getStringAttribute: "string",
  getNumberAttribute: "number",
  getBooleanAttribute: "bool",
  getListAttribute: ["list", "string"],
  getNumberListAttribute: ["list", "number"],
  getStringMapAttribute: ["map", "string"],
  getNumberMapAttribute: ["map", "number"],
  getBooleanMapAttribute: ["map", "bool"],
  getAnyMapAttribute: ["map", "string"],
};

/** Configuration structs: name -> [{name, optional, block, list, type}] */
function interfaces(dts) {
  const found = {};
  for (const [, name, body] of dts.matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm)) {
    found[name] = [...body.matchAll(/\/\*\*([\s\S]*?)\*\/\s*readonly (\w+)(\??): ([\s\S]*?);\n(?=\s*\/\*\*|\s*$)/g)].map(
      ([, doc, camel, optional, type]) => ({
        name: doc.match(/#([a-z0-9_]+) \w/)?.[1] ?? camel.replace(/[A-Z]/g, (c) => "_" + c.toLowerCase()),
        optional: optional === "?",
        block: / block\n/.test(doc),
        list: /\[\]/.test(type),
        type: type.match(/\b([A-Z]\w+)(?:\[\])?/g)?.map((t) => t.replace("[]", "")).find((t) => t !== "IResolvable"),
      }),
    );
  }
  return found;
}

/** What each *ToHclTerraform function and synthesizeHclAttributes say of an input: name -> {type, storage} */
function inputs(text) {
  return Object.fromEntries(
    [...text.matchAll(/^\s+(\w+): \{\n\s+value: [^\n]*\n\s+isBlock: (?:true|false),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",/gm)].map(
      ([, name, type, storage]) => [name, { type, storage }],
    ),
  );
}

function classes(js) {
  const found = {};
  const parts = js.split(/^class (\w+) extends (cdktf\.\w+) \{$/m);
  for (let i = 1; i < parts.length; i += 3) {
    const body = parts[i + 2];
    const primitive = {};
    for (const [, text] of body.matchAll(/^    get \w+\(\) \{\n        return (.*);\n/gm)) {
      const getter = text.match(/this\.(get\w+Attribute)\('([a-z0-9_]+)'\)/);
      if (getter && GETTERS[getter[1]]) {
        const type = GETTERS[getter[1]];
        primitive[getter[2]] = text.includes("tolist(") && Array.isArray(type) ? ["set", type[1]] : type;
      }
    }
    const structs = {};
    for (const [, type, name, set] of body.matchAll(/= new (\w+)\(this, "([a-z0-9_]+)"(?:, (true|false))?\)/g)) {
      structs[name] = { type, list: /List$/.test(type) && set !== undefined, set: set === "true" };
    }
    found[parts[i]] = { base: parts[i + 1], body, primitive, structs };
  }
  return found;
}

function typeOf(input) {
  if (!input) return "string";
  if (input.type === "simple") return PRIMITIVES[input.storage] ?? "string";
  const element = PRIMITIVES[input.storage.replace(/(List|Map|Set)$/, "")] ?? "string";
  return [input.type === "map" ? "map" : input.type === "set" ? "set" : "list", element];
}

function reader(js, dts) {
  const structs = interfaces(dts);
  const known = classes(js);
  const hcl = {};
  for (const [, name, body] of js.matchAll(/^function (\w+)ToHclTerraform\(struct\) \{\n([\s\S]*?)^\}/gm)) {
    hcl[name.toLowerCase()] = inputs(body);
  }

  function objectType(className) {
    const reference = known[className.replace(/List$/, "OutputReference")] ?? known[className];
    const attributes = { ...reference?.primitive };
    for (const [name, struct] of Object.entries(reference?.structs ?? {})) attributes[name] = wrapped(struct);
    return ["object", attributes];
  }
  function wrapped(struct) {
    const type = objectType(struct.type);
    return struct.list ? [struct.set ? "set" : "list", type] : type;
  }

  function block(configName, className, given) {
    const cls = known[className] ?? { primitive: {}, structs: {} };
    const result = { attributes: {}, blocks: {} };
    for (const [name, type] of Object.entries(cls.primitive)) result.attributes[name] = { type, computed: true };
    const configured = new Set((structs[configName] ?? []).map((property) => property.name));
    for (const [name, struct] of Object.entries(cls.structs)) {
      if (!configured.has(name)) result.attributes[name] = { type: wrapped(struct), computed: true };
    }
    for (const property of structs[configName] ?? []) {
      const input = given[property.name];
      if (property.block && property.type) {
        const nested = block(property.type, property.type + "OutputReference", hcl[property.type.toLowerCase()] ?? {});
        const nesting = input?.type === "struct" ? 1 : input?.type === "set" ? 3 : 2;
        result.blocks[property.name] = {
          nesting,
          ...(nesting !== 1 && !property.optional && { min: 1 }),
          ...(nesting !== 1 && !property.list && { max: 1 }),
          block: nested,
        };
        delete result.attributes[property.name];
      } else {
        const type = property.type && known[property.type + "OutputReference"]
          ? wrapped({ type: property.type + (property.list ? "List" : "OutputReference"), list: property.list, set: input?.type === "set" })
          : result.attributes[property.name]?.type ?? typeOf(input);
        result.attributes[property.name] = property.optional
          ? { type: input && !property.type ? typeOf(input) : type, optional: true, computed: true }
          : { type: input && !property.type ? typeOf(input) : type, required: true };
      }
    }
    return result;
  }
  return { known, block };
}

const schema = { provider: undefined, resources: {}, data: {} };
for (const folder of readdirSync(lib)) {
  let js;
  let dts;
  try {
    js = readFileSync(join(lib, folder, "index.js"), "utf8");
    dts = readFileSync(join(lib, folder, "index.d.ts"), "utf8");
  } catch {
    continue;
  }
  const { known, block } = reader(js, dts);
  for (const [name, cls] of Object.entries(known)) {
    const kind = { "cdktf.TerraformResource": "resources", "cdktf.TerraformDataSource": "data", "cdktf.TerraformProvider": "provider" }[cls.base];
    if (!kind) continue;
    const description = block(name + "Config", name, inputs(cls.body.split("synthesizeHclAttributes()")[1] ?? ""));
    if (kind === "provider") {
      schema.provider = description;
    } else {
      const type = js.match(new RegExp(`^${name}\\.tfResourceType = "(\\w+)"`, "m"))[1];
      schema[kind][type] = description;
    }
  }
}
writeFileSync(process.argv[2], JSON.stringify(schema));
console.error(`${Object.keys(schema.resources).length} resources, ${Object.keys(schema.data).length} data sources`);
