import { FILE_POLICY } from "../../lib/config/contentSecurityPolicy";
import { SECURITY_HEADERS } from "../../lib/config/securityHeaders";

/** What a page's policy must say; `connect-src` names the deployment's own nodes and is shown instead. */
const PAGE_POLICY: readonly (readonly [string, RegExp])[] = [
  ["default-src", /^'self'$/],
  ["script-src", /^'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'$/],
  ["script-src-attr", /^'none'$/],
  ["worker-src", /^'self'$/],
  ["object-src", /^'none'$/],
  ["frame-src", /^'none'$/],
  ["frame-ancestors", /^'none'$/],
  ["base-uri", /^'none'$/],
  ["form-action", /^'self'$/],
  ["require-trusted-types-for", /^'script'$/],
  ["trusted-types", /^default$/],
];

/** What is wrong with the headers that every answer of the app carries; a sentence each. */
export function commonHeaderFaults(headers: Headers): readonly string[] {
  return SECURITY_HEADERS.flatMap(({ key, value }) => {
    const served = headers.get(key);
    if (served === value) return [];
    return [served === null ? `${key} is missing` : `${key} is "${served}", not "${value}"`];
  });
}

/** What is wrong with a page's headers, a sentence each. Two answers are looked at, because a nonce that comes twice is none. */
export function pageHeaderFaults(first: Headers, second: Headers): readonly string[] {
  const policy = first.get("content-security-policy");
  if (policy === null) return [...commonHeaderFaults(first), "Content-Security-Policy is missing"];
  const directives = parsePolicy(policy);
  const faults = PAGE_POLICY.flatMap(([name, form]) => {
    const value = directives.get(name);
    if (value === undefined) return [`the policy has no ${name}`];
    return form.test(value) ? [] : [`the policy's ${name} is "${value}"`];
  });
  const again = parsePolicy(second.get("content-security-policy") ?? "").get("script-src");
  const nonce = directives.get("script-src") === again ? ["the policy's nonce is the same for two answers"] : [];
  return [...commonHeaderFaults(first), ...faults, ...nonce];
}

/** What is wrong with the headers of a file of the build, a sentence each. */
export function fileHeaderFaults(headers: Headers): readonly string[] {
  const policy = headers.get("content-security-policy");
  const fault = policy === FILE_POLICY ? [] : [`Content-Security-Policy is "${policy}", not "${FILE_POLICY}"`];
  return [...commonHeaderFaults(headers), ...fault];
}

/** Directives of a policy by name. */
export function parsePolicy(policy: string): ReadonlyMap<string, string> {
  const directives = policy.split(";").map((part) => part.trim().split(/\s+/));
  return new Map(directives.map(([name = "", ...values]) => [name, values.join(" ")]));
}
