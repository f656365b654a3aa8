import { accuracy } from "./accuracy/accuracy";

/** `npm run accuracy -- FILE…`: errors in units of the required one; see the exit codes of {@link accuracy}. */
process.exitCode = accuracy(process.argv.slice(2), (line) => console.log(line));
