import type { ReactNode } from "react";
import { ROW } from "./tableRoles";

type Props = { readonly children: ReactNode; readonly isHead?: boolean | undefined };

/** A row of the vault list, or its head. */
export function ListRow({ children, isHead }: Props) {
  return (
    <tr role={ROW} className={isHead ? "vault-row vault-head" : "vault-row"}>
      {children}
    </tr>
  );
}
