// node validate.js SCHEMA_FOLDER: reads a line `SCHEMA PATH` each from standard input and prints `PATH true` or `PATH false`, or
// `PATH syntax` where the file is not YAML.
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv/dist/2020");
const YAML = require("yaml");

const folder = process.argv[2];
const ajv = new Ajv({strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true});
for (const name of fs.readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  ajv.addSchema(JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")), name);
}

function answer(schema, document) {
  try {
    return document.errors.length ? "syntax" : ajv.validate(schema, document.toJS());
  } catch (error) {
    if (error instanceof ReferenceError) return "syntax"; // an alias without anchor
    throw error;
  }
}

for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [schema, file] = line.split(" ");
  const document = YAML.parseDocument(fs.readFileSync(file, "utf8"), {version: "1.2"});
  console.log(`${file} ${answer(schema, document)}`);
}
