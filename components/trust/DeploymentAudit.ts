/** A published report: what it is called, and where it is. */
export type DeploymentAudit = { readonly title: string; readonly url: string };
