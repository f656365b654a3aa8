import { readFileSync } from "node:fs";
import { type Abi, concatHex, type Hex, sliceHex } from "viem";
import type { Address } from "@/lib/vault/Token";
import { DevnetError } from "../../DevnetError";
import { PROJECT_ROOT } from "../../processes/foundryBinary";

/** A contract as Aave's npm package ships it: compiled, with places for the addresses of its libraries. */
export type AaveArtifact = { readonly abi: Abi; readonly bytecode: Hex };

/** Addresses of deployed libraries by their names. */
export type Libraries = Readonly<Record<string, Address>>;

type Place = { readonly start: number; readonly length: number };
type Shipped = {
  readonly abi: Abi;
  readonly bytecode: Hex;
  readonly linkReferences: Readonly<Record<string, Readonly<Record<string, readonly Place[]>>>>;
};

const FOLDER = `${PROJECT_ROOT}node_modules/@aave/core-v3/artifacts/contracts`;

/** Reads a contract by its path below the package's contracts, and puts the libraries' addresses where they belong. */
export function aaveArtifact(path: string, libraries: Libraries = {}): AaveArtifact {
  const name = path.split("/").at(-1);
  const { abi, bytecode, linkReferences } = JSON.parse(
    readFileSync(`${FOLDER}/${path}.sol/${name}.json`, "utf8"),
  ) as Shipped;
  const places = Object.values(linkReferences).flatMap((ofFile) => Object.entries(ofFile));
  return { abi, bytecode: places.reduce((code, [library, of]) => linked(code, of, libraries[library]), bytecode) };
}

function linked(code: Hex, places: readonly Place[], address: Address | undefined): Hex {
  if (address === undefined) throw new DevnetError("A library of Aave's has no address.");
  return places.reduce(
    (bytes, { start, length }) => concatHex([sliceHex(bytes, 0, start), address, sliceHex(bytes, start + length)]),
    code,
  );
}
