/** What is to go wrong in a judge worker; it is told in the worker's name, so that it is known before anything runs. */
export type Fault =
  /** A file of the model, by the end of its URL, comes otherwise than it should. */
  | { at: 'file'; path: string; comes: 'truncated' | 'missing' | 'garbled' | { from: string } | 'too large for memory' }
  /** Of the inference runtime's memory, as `WebAssembly.Memory` says so. */
  | { at: 'memory' }
  /** After so many events of a call, before the next step of its work. */
  | { at: 'look' | 'ask'; afterEvents: number; what: 'the worker vanishes' | 'the device is lost' };

export const nameOf = (fault: Fault | null): string => JSON.stringify(fault);

/** The fault in a worker's name, as `nameOf` put it there. */
export const faultIn = (name: string): Fault | null => JSON.parse(name) as Fault | null;
