type Coming = 'truncated' | 'broken off' | 'missing' | 'garbled' | 'too large for memory' | { from: string };

/** What is to go wrong in a judge worker; it is told in the worker's name, so that it is known before anything runs. */
export type Fault =
  /** A file of the model, by the end of its URL, comes otherwise than it should. */
  | { at: 'file'; path: string; comes: Coming }
  /** Of the inference runtime's memory, as `WebAssembly.Memory` says so. */
  | { at: 'memory' }
  /** After so many events of a call. */
  | { at: 'look' | 'ask'; afterEvents: number; what: 'the device is lost' }
  | { at: 'ask'; afterEvents: number; what: 'the worker vanishes' };

export const nameOf = (fault: Fault | null): string => JSON.stringify(fault);

/** The fault in a worker's name, as `nameOf` put it there. */
export const faultIn = (name: string): Fault | null => JSON.parse(name) as Fault | null;
