import { classNames } from "./classNames";

/** One grey block; its size comes from the class name, the same as what will stand there. */
export function Skeleton({ className }: { readonly className: string }) {
  return <span className={classNames("skeleton", className)} />;
}
