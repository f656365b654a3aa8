import type { ReactNode } from "react";
import { classNames } from "./classNames";
import { type Tone, toneClass } from "./Tone";

export type KeyValue = { readonly key: string; readonly value: ReactNode; readonly tone?: Tone | undefined };

export type KeyValueListProps = { readonly items: readonly KeyValue[]; readonly small?: boolean | undefined };

export function KeyValueList({ items, small }: KeyValueListProps) {
  return (
    <dl className={classNames("key-value", small && "key-value-sm")}>
      {items.map((item) => (
        <div key={item.key} className="contents">
          <dt>{item.key}</dt>
          <dd className={toneClass(item.tone)}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
