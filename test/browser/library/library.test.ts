import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { LARGEST_KEPT_CLIP, Library, MOST_REPORTS } from '../../../src/library/library.ts';
import { DATABASE_VERSION } from '../../../src/library/schema.ts';
import { makeReport } from '../../unit/make-report.ts';

const NAME = 'loupe-test';
const clip = new File(['not really a clip'], 'clip.mp4', { type: 'video/mp4' });
const still = (index: number) => ({ index, timeSeconds: index / 10, image: new Blob([`still ${index}`]) });

/** A report of its own minute, so that the order of keeping is the order in time. */
function reportAt(minute: number, sha256: string | null = null) {
  const report = makeReport({ id: `report-${minute}`, createdAt: new Date(minute * 60_000).toISOString() });
  return { ...report, clip: { ...report.clip, sha256 } };
}

describe('library', () => {
  let library: Library;

  beforeEach(() => {
    library = new Library(NAME);
  });

  afterEach(async () => {
    await library.close();
    await deleteDB(NAME);
  });

  it('keeps a run, lists it, and opens it again after a reload', async () => {
    const report = reportAt(1);
    expect(await library.save({ report, stills: [still(0), still(5)], clip })).toBe('kept');
    await library.close();

    const reloaded = new Library(NAME);
    const [entry] = await reloaded.list();
    expect(entry).toMatchObject({ id: report.id, name: 'clip.mp4', clipBytes: clip.size });
    const kept = await reloaded.open(report.id);
    await reloaded.close();
    expect(kept?.report).toEqual(report);
    expect(kept?.clip?.name).toBe('clip.mp4');
    expect(await kept?.stills[1]?.image.text()).toBe('still 5');
  });

  it('lists the newest first', async () => {
    for (const minute of [2, 3, 1]) await library.save({ report: reportAt(minute), stills: [], clip: null });
    expect((await library.list()).map(({ id }) => id)).toEqual(['report-3', 'report-2', 'report-1']);
  });

  it('does not lose stills and clip when only the report changes', async () => {
    await library.save({ report: reportAt(1), stills: [still(0)], clip });
    await library.save({ report: { ...reportAt(1), prompt: 'a fox' }, stills: [], clip: null });
    const kept = await library.open('report-1');
    expect(kept?.report.prompt).toBe('a fox');
    expect(kept?.stills).toHaveLength(1);
    expect(kept?.clip).not.toBeNull();
    expect((await library.list())[0]?.clipBytes).toBe(clip.size);
  });

  it('keeps a clip once for all its reports, until the last of them goes', async () => {
    await library.save({ report: reportAt(1, 'same'), stills: [], clip });
    await library.save({ report: reportAt(2, 'same'), stills: [], clip });
    expect(await countClips()).toBe(1);
    await library.delete('report-1');
    expect((await library.open('report-2'))?.clip).not.toBeNull();
    await library.delete('report-2');
    expect(await countClips()).toBe(0);
  });

  it('leaves a clip out that is too large, and says so', async () => {
    const large = new File([], 'large.mp4');
    Object.defineProperty(large, 'size', { value: LARGEST_KEPT_CLIP + 1 });
    expect(await library.save({ report: reportAt(1), stills: [], clip: large })).toBe('too_large');
    expect((await library.open('report-1'))?.clip).toBeNull();
  });

  it('lets the oldest go beyond the limit', async () => {
    for (let minute = 0; minute <= MOST_REPORTS; minute++)
      await library.save({ report: reportAt(minute), stills: [], clip: null });
    const ids = (await library.list()).map(({ id }) => id);
    expect(ids).toHaveLength(MOST_REPORTS);
    expect(ids).not.toContain('report-0');
  });

  it('clears reports and clips, and keeps the settings', async () => {
    const settings = { judge: 'measured', gateByParents: true, profile: EQUAL_PROFILE };
    await library.saveSettings(settings);
    await library.save({ report: reportAt(1), stills: [still(0)], clip });
    await library.clear();
    expect(await library.list()).toEqual([]);
    expect(await countClips()).toBe(0);
    expect(await library.settings()).toEqual(settings);
  });

  it('opens nothing for an unknown report', async () => {
    expect(await library.open('nobody')).toBeNull();
  });

  it('refuses a stored report that no longer fits, with a code', async () => {
    await library.save({ report: reportAt(1), stills: [], clip: null });
    const raw = await openDB(NAME);
    await raw.put('reports', { id: 'report-1', schema: 'loupe.report/0' });
    raw.close();
    await expect(library.open('report-1')).rejects.toMatchObject({ code: 'invalid_report' });
  });

  it('makes way for a newer version, and then says that the data is newer', async () => {
    await library.list();
    // Would stay blocked for ever if the library kept its connection open.
    const newer = await openDB(NAME, DATABASE_VERSION + 1);
    newer.close();
    await expect(library.list()).rejects.toMatchObject({ message: expect.stringContaining('newer version') });
  });

  it('reports a full disk with the code for it', async () => {
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await expect(library.save({ report: reportAt(1), stills: [], clip })).rejects.toMatchObject({
        code: 'quota_exceeded',
      });
    } finally {
      IDBObjectStore.prototype.put = original;
    }
    expect(await library.list()).toEqual([]);
  });

  it('keeps the report without its clip when there is room for the report alone', async () => {
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof original>) {
      if (this.name === 'clips') throw new DOMException('full', 'QuotaExceededError');
      return original.apply(this, args);
    };
    try {
      expect(await library.save({ report: reportAt(1), stills: [], clip })).toBe('no_room');
    } finally {
      IDBObjectStore.prototype.put = original;
    }
    expect((await library.open('report-1'))?.clip).toBeNull();
  });

  async function countClips(): Promise<number> {
    const raw = await openDB(NAME);
    const count = await raw.count('clips');
    raw.close();
    return count;
  }
});
