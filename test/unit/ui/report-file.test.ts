import { describe, expect, it } from 'vitest';
import { readReportFile } from '../../../src/ui/state/report-file.ts';
import { makeReport } from '../make-report.ts';

const read = (value: unknown) =>
  readReportFile(new File([typeof value === 'string' ? value : JSON.stringify(value)], 'wrong.json'));

describe('opening a report file', () => {
  it('gives the report back', async () => {
    expect(await read(makeReport())).toEqual(makeReport());
  });

  it.each([
    ['{', /it is not JSON/],
    [{ name: 'something' }, /it holds something else/],
    [null, /it holds something else/],
    [{ ...makeReport(), schema: 'loupe.report/99' }, /another version made it/],
    [{ ...makeReport(), summary: 3 }, /“summary” in it is missing or was changed/],
  ])('names the file and says in plain words what is wrong (%#)', async (value, words) => {
    const failure = read(value);
    await expect(failure).rejects.toMatchObject({ code: 'invalid_report', message: expect.stringMatching(words) });
    await expect(failure).rejects.toThrow(/^“wrong\.json” was not opened\. This is not a Loupe report/);
  });
});
