import { ssviToRaw } from "./ssvi";
import type { RawSvi } from "./VolatilitySurface";

/** The smile taken where nothing is known but its level: SSVI with ρ = 0 and φ = 1/√θ, a tenth more volatility one deviation away. */
export function plainSmile(theta: number): RawSvi {
  return ssviToRaw({ theta, rho: 0, phi: 1 / Math.sqrt(theta) });
}
