/** Where a chain of views ended, and the hash of that row. */
export interface SealedChain {
  chain: number;
  position: number;
  hash: string;
}

/** What an auditor keeps elsewhere: against it stands a log that was written anew. */
export interface Seal {
  log: string;
  at: string;
  chains: SealedChain[];
}

function isChain(found: unknown): found is SealedChain {
  const one = found as Partial<SealedChain> | null;
  return (
    typeof one === 'object' &&
    one !== null &&
    Number.isInteger(one.chain) &&
    Number.isInteger(one.position) &&
    typeof one.hash === 'string'
  );
}

/** Null for a text that is no seal of this log. */
export function readSeal(text: string, log: string): Seal | null {
  try {
    const seal = JSON.parse(text) as Partial<Seal> | null;
    return seal?.log === log &&
      typeof seal.at === 'string' &&
      !Number.isNaN(Date.parse(seal.at)) &&
      Array.isArray(seal.chains) &&
      seal.chains.every(isChain)
      ? (seal as Seal)
      : null;
  } catch {
    return null;
  }
}
