/** Writes the list of hashes and the service worker into the build that `next build` has just made: the second half of `npm run build`. */
import { fileURLToPath } from "node:url";
import { publishScripts } from "./served/publishScripts";

const folder = process.env.NEXT_PUBLIC_BALLAST_PROFILE === "local" ? ".next-local" : ".next";
const { build, files } = publishScripts({ root: fileURLToPath(new URL("..", import.meta.url)), folder });
console.log(`${folder}/script-hashes.json: ${Object.keys(files).length} files of build ${build}`);
