import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportJsonSchema, SCHEMA_FILE } from '../../../cli/report-schema.ts';
import { mapDimensions } from '../../../src/domain/dimension.ts';
import { LoupeError } from '../../../src/domain/error.ts';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { parseReport, type Report } from '../../../src/domain/report.ts';
import { makeAnswer } from '../make-question.ts';

const NO_SCORE = { score: null, asked: 0, assessed: 0, coverage: 0, reason: 'No question was asked.' };

const REPORT: Report = {
  schema: 'loupe.report/1',
  id: 'r1',
  createdAt: '2026-01-02T03:04:05.000Z',
  app: { name: 'loupe', version: '0.0.0' },
  clip: {
    name: 'a.mp4',
    sizeBytes: 10,
    sha256: null,
    container: 'MP4',
    codec: 'H.264',
    codecString: 'avc1.64001f',
    width: 16,
    height: 9,
    rotationDegrees: 0,
    durationSeconds: 1,
    frameRate: 25,
    frameCount: 25,
    frameCountExact: true,
    variableFrameRate: false,
    hasAlpha: false,
    hasAudio: false,
  },
  prompt: null,
  settings: { judge: 'auto', gateByParents: false, profile: EQUAL_PROFILE },
  summary: 'Nothing in this clip could be judged.',
  overall: NO_SCORE,
  dimensions: mapDimensions(() => NO_SCORE),
  questions: [],
  verdicts: [],
  signals: [],
  frames: { timesSeconds: [], indices: [], runs: [] },
  judges: [],
  notices: [],
  timingsSeconds: { probe: 0.1 },
};

describe('report', () => {
  it('passes its own schema after a round trip through JSON', () => {
    expect(parseReport(JSON.parse(JSON.stringify(REPORT)))).toEqual(REPORT);
  });

  it('takes moments with and without a place in the picture', () => {
    const moment = { startSeconds: 0, endSeconds: 1, frames: [3], label: 'it melts', outsideClip: false };
    const box = { x: 0.5, y: 0.25, width: 0.5, height: 0.25 };
    const report = { ...REPORT, verdicts: [makeAnswer('q', 0.1, { moments: [moment, { ...moment, box }] })] };
    expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
    const wrong = { ...moment, box: { ...box, x: -1 } };
    expect(() => parseReport({ ...report, verdicts: [makeAnswer('q', 0.1, { moments: [wrong] })] })).toThrow(/box\.x/);
  });

  it('takes judges that tell how well their answers hold, and those of versions that did not', () => {
    const old = { id: 'measured', name: 'Measured', version: '1', backend: 'cpu' };
    const kinds = { clarity: { accuracy: 0.8, calibrationError: 0.07, clips: 120 }, cut: null };
    const report = { ...REPORT, judges: [old, { ...old, kinds, calibrationVersion: '2' }] };
    expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
    const wrong = { ...old, kinds: { clarity: { ...kinds.clarity, accuracy: 80 } } };
    expect(() => parseReport({ ...report, judges: [wrong] })).toThrow(/accuracy/);
  });

  it.each([
    ['a number', 3],
    ['another schema', { ...REPORT, schema: 'loupe.report/9' }],
    ['a score above 1', { ...REPORT, overall: { ...NO_SCORE, score: 1.1 } }],
    ['a missing dimension', { ...REPORT, dimensions: { visual_quality: NO_SCORE } }],
  ])('refuses %s with a coded error', (_, value) => {
    expect(() => parseReport(value)).toThrow(LoupeError);
    expect(() => parseReport(value)).toThrow(/not a Loupe report/);
  });

  it('has a published JSON Schema that is up to date (npm run schema)', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(reportJsonSchema());
  });
});
