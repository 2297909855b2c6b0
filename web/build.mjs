// Bundles the page into the resources of app/. With --compare nothing is written: what is there has to be the same.
import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";

const folder = new URL("../app/src/main/resources/dev/unprobed/app/report/page/", import.meta.url);
const compare = process.argv.includes("--compare");

async function bundle(entry, name) {
  const result = await build({
    absWorkingDir: new URL(".", import.meta.url).pathname,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    charset: "ascii",
    legalComments: "none",
    banner: name.endsWith(".js")
      ? { js: "/*! With parts of Apache ECharts and zrender; their licences: web/LICENSES.md in Unprobed's sources. */" }
      : {},
    write: false,
  });
  // Inside an element of HTML nothing may look like its end.
  const text = result.outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const file = new URL(name, folder);
  if (!compare) {
    await writeFile(file, text);
    console.log(`${name}: ${text.length} bytes`);
  } else if ((await readFile(file, "utf8")) !== text) {
    console.error(`web: ${name} is not what its sources make (hint: npm --prefix web run build)`);
    process.exitCode = 1;
  }
}

await bundle("src/main.ts", "page.js");
await bundle("src/page.css", "page.css");
