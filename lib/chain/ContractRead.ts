import {
  type Abi,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeFunctionResult,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
  type Hex,
} from "viem";

/** One view call: where to, what to ask, and how to read the answer. */
export type ContractRead<Value> = {
  readonly to: `0x${string}`;
  readonly calldata: Hex;
  /** The function's name, for errors. */
  readonly subject: string;
  readonly decode: (answer: Hex) => Value;
  /** Value to take when the contract reverts; without it a revert fails the whole read. */
  readonly onRevert?: () => Value;
};

type View = "pure" | "view";

type ReadParameters<
  abi extends Abi,
  name extends ContractFunctionName<abi, View>,
  args extends ContractFunctionArgs<abi, View, name>,
> = { readonly address: `0x${string}`; readonly abi: abi; readonly functionName: name; readonly args?: args };

/** Makes a typed view call from an `as const` ABI. */
export function contractRead<
  const abi extends Abi,
  name extends ContractFunctionName<abi, View>,
  const args extends ContractFunctionArgs<abi, View, name>,
>(parameters: ReadParameters<abi, name, args>): ContractRead<ContractFunctionReturnType<abi, View, name, args>> {
  const { address, abi, functionName, args } = parameters;
  const item = { abi, functionName, args } as unknown as EncodeFunctionDataParameters; // viem's conditional types do not resolve for a generic abi
  return {
    to: address,
    calldata: encodeFunctionData(item),
    subject: functionName,
    decode: (data) =>
      decodeFunctionResult({
        abi: abi as Abi,
        functionName: functionName as string,
        data,
      }) as ContractFunctionReturnType<abi, View, name, args>,
  };
}

/** The same read, null where the contract reverts (a function that not every token has). */
export function orNull<Value>(read: ContractRead<Value>): ContractRead<Value | null> {
  return { ...read, onRevert: () => null };
}
