import { classNames } from "./classNames";

type Props = {
  /** Its size, that of what will stand there. */
  readonly className: string;
  /** Nothing is on its way yet: it does not pulse, because whatever moves is drawn anew sixty times a second, out of sight too. */
  readonly still?: boolean | undefined;
};

/** One grey block. */
export function Skeleton({ className, still = false }: Props) {
  return <span className={classNames("skeleton", still && "skeleton-still", className)} />;
}
