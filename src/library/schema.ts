import type { DBSchema, IDBPDatabase } from 'idb';
import type { Profile } from '../domain/profile.ts';
import type { ReasoningSettings } from '../domain/reasoning.ts';
import type { Report } from '../domain/report.ts';

export const DATABASE_NAME = 'loupe';
export const DATABASE_VERSION = 1;

/** What the list of past reports shows; small, so that the list never reads whole reports. */
export interface LibraryEntry {
  /** Id of the report. */
  id: string;
  /** Name of the clip's file. Untrusted text. */
  name: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  prompt: string | null;
  /** Overall score, 0..1; null when nothing was assessed. */
  overall: number | null;
  thumbnail: Blob | null;
  /** Key of the clip's file in the library; null when it is not kept. */
  clipKey: string | null;
  /** Size of the kept clip in bytes; 0 when it is not kept. */
  clipBytes: number;
}

/** A still as it is stored. */
export interface StoredStill {
  index: number;
  timeSeconds: number;
  image: Blob;
}

/** How a person last chose to judge: offered again next time. */
export interface StoredSettings {
  judge: string;
  gateByParents: boolean;
  profile: Profile;
  /** Absent from settings of versions that had no reasoning judges. */
  reasoning?: ReasoningSettings;
}

export interface LibrarySchema extends DBSchema {
  entries: { key: string; value: LibraryEntry; indexes: { createdAt: string; clipKey: string } };
  reports: { key: string; value: Report };
  /** By report id. */
  stills: { key: string; value: StoredStill[] };
  /** By content hash where there is one, so that judging a clip twice keeps it once. */
  clips: { key: string; value: File };
  settings: { key: 'judging'; value: StoredSettings };
}

/** Brings a database of any earlier version up to date, one step a version; steps are never edited once released. */
export function upgrade(database: IDBPDatabase<LibrarySchema>, oldVersion: number): void {
  if (oldVersion < 1) {
    const entries = database.createObjectStore('entries', { keyPath: 'id' });
    entries.createIndex('createdAt', 'createdAt');
    entries.createIndex('clipKey', 'clipKey');
    database.createObjectStore('reports', { keyPath: 'id' });
    database.createObjectStore('stills');
    database.createObjectStore('clips');
    database.createObjectStore('settings');
  }
}
