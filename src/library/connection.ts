import { type IDBPDatabase, openDB } from 'idb';
import { LoupeError } from '../domain/error.ts';
import { libraryError } from './library-error.ts';
import { DATABASE_VERSION, type LibrarySchema, upgrade } from './schema.ts';

/** How long an upgrade may wait for other tabs before a person is told. */
const BLOCKED_AFTER_MILLISECONDS = 4000;

/** One connection, opened on first use and opened again after the browser or another tab closed it. */
export class Connection {
  readonly #name: string;
  #opening: Promise<IDBPDatabase<LibrarySchema>> | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** @throws LoupeError when the browser keeps no database for this page */
  get(): Promise<IDBPDatabase<LibrarySchema>> {
    this.#opening ??= this.#open().catch((reason: unknown) => {
      this.#opening = null;
      throw libraryError(reason);
    });
    return this.#opening;
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    (await opening?.catch(() => null))?.close();
  }

  #open(): Promise<IDBPDatabase<LibrarySchema>> {
    return new Promise((resolve, reject) => {
      openDB<LibrarySchema>(this.#name, DATABASE_VERSION, {
        upgrade,
        // Another tab still has an older version open. It closes by itself (`blocking`) unless it is stuck.
        blocked: () => {
          setTimeout(() => reject(blockedError()), BLOCKED_AFTER_MILLISECONDS);
        },
        // A newer version of the page wants to upgrade: make way, and open again when next needed.
        blocking: (_current, _next, event) => {
          this.#opening = null;
          if (event.target instanceof IDBDatabase) event.target.close();
        },
        // The browser closed the connection (storage cleared, disk error).
        terminated: () => {
          this.#opening = null;
        },
      }).then(resolve, reject);
    });
  }
}

function blockedError(): LoupeError {
  return new LoupeError(
    'unsupported_browser',
    'Another tab holds the library open with an older version of Loupe.',
    'Close the other Loupe tabs and reload this page.',
  );
}
