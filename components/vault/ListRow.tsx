import type { ReactNode } from "react";

type Props = { readonly children: ReactNode; readonly isHead?: boolean | undefined };

/** A row of the vault list, or its head. */
export function ListRow({ children, isHead }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: table elements lose their meaning when they are laid out as a grid
    // biome-ignore lint/a11y/useFocusableInteractive: the link in the row takes the focus
    <div role="row" className={isHead ? "vault-row vault-head" : "vault-row"}>
      {children}
    </div>
  );
}
