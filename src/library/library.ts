import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Still } from '../domain/frame.ts';
import { parseReport, type Report } from '../domain/report.ts';
import { Connection } from './connection.ts';
import { isQuotaError, libraryError } from './library-error.ts';
import { DATABASE_NAME, type LibraryEntry, type LibrarySchema, type StoredSettings } from './schema.ts';

/** Clips up to this size are kept with their report, in bytes. */
export const LARGEST_KEPT_CLIP = 64 * 1024 * 1024;
/** The oldest reports beyond this number are let go. */
export const MOST_REPORTS = 50;

export interface RunToKeep {
  report: Report;
  stills: readonly Still[];
  /** The clip's file, or null when there is none (an imported report). */
  clip: File | null;
}

/** What became of the clip's file: kept, too large for it, or no room. */
export type ClipKept = 'kept' | 'too_large' | 'no_room' | 'none';

export interface KeptRun {
  report: Report;
  stills: Still[];
  clip: File | null;
}

type StoreName = 'entries' | 'reports' | 'stills' | 'clips';
const RUN_STORES: StoreName[] = ['entries', 'reports', 'stills', 'clips'];
type RunTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'>;

/** Past reports, with their stills and small clips, in the browser's IndexedDB. Every method rejects with a LoupeError. */
export class Library {
  readonly #connection: Connection;

  constructor(name = DATABASE_NAME) {
    this.#connection = new Connection(name);
  }

  /** Newest first. */
  list(): Promise<LibraryEntry[]> {
    return this.#run(async (database) => (await database.getAllFromIndex('entries', 'createdAt')).reverse());
  }

  /**
   * Keeps a run, with its clip when that is small enough and there is room, and lets the oldest go beyond MOST_REPORTS.
   * A report that is kept already is replaced; stills and clip it has are not lost when the new run brings none.
   */
  async save(run: RunToKeep): Promise<ClipKept> {
    const { clip } = run;
    if (clip === null || clip.size > LARGEST_KEPT_CLIP) {
      await this.#run((database) => write(database, { ...run, clip: null }));
      return clip === null ? 'none' : 'too_large';
    }
    try {
      await this.#run((database) => write(database, run));
      return 'kept';
    } catch (reason) {
      if (!isQuotaError((reason as Error).cause)) throw reason;
      await this.#run((database) => write(database, { ...run, clip: null }));
      return 'no_room';
    }
  }

  /** The report is checked again: an earlier version of the app may have written it. Null when it is not there. */
  async open(id: string): Promise<KeptRun | null> {
    const found = await this.#run(async (database) => {
      const transaction = database.transaction(RUN_STORES);
      const [entry, report, stills] = await Promise.all([
        transaction.objectStore('entries').get(id),
        transaction.objectStore('reports').get(id),
        transaction.objectStore('stills').get(id),
      ]);
      if (report === undefined) return null;
      const key = entry?.clipKey ?? null;
      const clip = key === null ? undefined : await transaction.objectStore('clips').get(key);
      return { report, stills: stills ?? [], clip: clip ?? null };
    });
    if (found === null) return null;
    return { ...found, report: parseReport(found.report) };
  }

  delete(id: string): Promise<void> {
    return this.#run(async (database) => {
      const transaction = database.transaction(RUN_STORES, 'readwrite');
      await remove(transaction, id);
      await transaction.done;
    });
  }

  /** Deletes every report, still and clip; settings stay. */
  clear(): Promise<void> {
    return this.#run(async (database) => {
      const transaction = database.transaction(RUN_STORES, 'readwrite');
      await Promise.all(RUN_STORES.map((store) => transaction.objectStore(store).clear()));
      await transaction.done;
    });
  }

  settings(): Promise<StoredSettings | null> {
    return this.#run(async (database) => (await database.get('settings', 'judging')) ?? null);
  }

  saveSettings(settings: StoredSettings): Promise<void> {
    return this.#run(async (database) => {
      await database.put('settings', settings, 'judging');
    });
  }

  /** Lets go of the connection; the next call opens it again. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  async #run<T>(work: (database: IDBPDatabase<LibrarySchema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#connection.get());
    } catch (reason) {
      throw libraryError(reason);
    }
  }
}

async function write(database: IDBPDatabase<LibrarySchema>, run: RunToKeep): Promise<void> {
  const transaction = database.transaction(RUN_STORES, 'readwrite');
  // A failed request aborts the transaction, which rejects `done` too: both are awaited together so neither goes unhandled.
  await Promise.all([put(transaction, run), transaction.done]);
}

async function put(transaction: RunTransaction, { report, stills, clip }: RunToKeep): Promise<void> {
  const entries = transaction.objectStore('entries');
  const before = await entries.get(report.id);
  const middle = stills[Math.floor(stills.length / 2)];
  const clipKey = clip === null ? (before?.clipKey ?? null) : (report.clip.sha256 ?? report.id);
  const entry: LibraryEntry = {
    id: report.id,
    name: report.clip.name,
    createdAt: report.createdAt,
    prompt: report.prompt,
    overall: report.overall.score,
    thumbnail: middle?.image ?? before?.thumbnail ?? null,
    clipKey,
    clipBytes: clip?.size ?? before?.clipBytes ?? 0,
  };
  const writes: Promise<unknown>[] = [entries.put(entry), transaction.objectStore('reports').put(report)];
  if (stills.length > 0) writes.push(transaction.objectStore('stills').put([...stills], report.id));
  if (clip !== null && clipKey !== null) writes.push(transaction.objectStore('clips').put(clip, clipKey));
  await Promise.all(writes);
  const ids = await entries.index('createdAt').getAllKeys();
  for (const id of ids.slice(0, Math.max(0, ids.length - MOST_REPORTS))) await remove(transaction, id);
}

/** Removes a report, and its clip when no other report is about the same clip. */
async function remove(transaction: RunTransaction, id: string): Promise<void> {
  const entries = transaction.objectStore('entries');
  const entry = await entries.get(id);
  await Promise.all([
    entries.delete(id),
    transaction.objectStore('reports').delete(id),
    transaction.objectStore('stills').delete(id),
  ]);
  const key = entry?.clipKey ?? null;
  if (key !== null && (await entries.index('clipKey').count(key)) === 0)
    await transaction.objectStore('clips').delete(key);
}
