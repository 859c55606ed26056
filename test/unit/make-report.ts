import { EQUAL_PROFILE } from '../../src/domain/profile.ts';
import { REPORT_SCHEMA_ID, type Report } from '../../src/domain/report.ts';
import { computeScores } from '../../src/domain/scoring.ts';

/** A valid report with everything a test does not care about filled in; the scores follow from the answers. */
export function makeReport(changes: Partial<Report> = {}): Report {
  const questions = changes.questions ?? [];
  const verdicts = changes.verdicts ?? [];
  const settings = changes.settings ?? { judge: 'auto', gateByParents: false, profile: EQUAL_PROFILE };
  return {
    schema: REPORT_SCHEMA_ID,
    id: 'report-1',
    createdAt: '2026-03-01T10:00:00.000Z',
    app: { name: 'loupe', version: '0.0.0' },
    clip: {
      name: 'clip.mp4',
      sizeBytes: 1000,
      sha256: null,
      container: 'MP4',
      codec: 'H.264',
      codecString: null,
      width: 320,
      height: 180,
      rotationDegrees: 0,
      durationSeconds: 4,
      frameRate: 10,
      frameCount: 40,
      frameCountExact: true,
      variableFrameRate: false,
      hasAlpha: false,
      hasAudio: false,
    },
    prompt: null,
    settings,
    summary: '',
    ...computeScores(questions, verdicts, settings),
    questions,
    verdicts,
    signals: [],
    frames: { timesSeconds: [], indices: [], runs: [] },
    judges: [],
    notices: [],
    timingsSeconds: {},
    ...changes,
  };
}
