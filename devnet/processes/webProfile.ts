import { PROJECT_ROOT } from "./foundryBinary";

/** A build of the web app: `local` carries demo wallet, time machine and faucet, `production` none of them. */
export type Profile = "local" | "production";

/** Next's own program: its wrapper can end without its server. */
export const NEXT = `${PROJECT_ROOT}node_modules/next/dist/bin/next`;

/** The folder of each build, from the project's root. */
export const WEB_FOLDER: Readonly<Record<Profile, string>> = { local: ".next-local", production: ".next" };
