import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/moment.ts';
import { evidenceStills } from '../../../src/ui/report/evidence-stills.ts';
import { splitTimes } from '../../../src/ui/report/split-times.ts';
import { defectMarkers } from '../../../src/ui/timeline/markers.ts';
import { makeAnswer, makeQuestion } from '../make-question.ts';
import { makeReport } from '../make-report.ts';

const moment = (startSeconds: number, endSeconds: number, changes: Partial<Moment> = {}): Moment => ({
  startSeconds,
  endSeconds,
  frames: [],
  label: 'it melts',
  outsideClip: false,
  ...changes,
});

describe('times in a sentence', () => {
  it('are found as single times and as stretches', () => {
    expect(splitTimes('Look at 0:02.1–0:02.9, then 1:00.0.')).toEqual([
      { text: 'Look at ', offset: 0, stretch: null },
      { text: '0:02.1–0:02.9', offset: 8, stretch: { startSeconds: 2.1, endSeconds: 2.9 } },
      { text: ', then ', offset: 21, stretch: null },
      { text: '1:00.0', offset: 28, stretch: { startSeconds: 60, endSeconds: 60 } },
      { text: '.', offset: 34, stretch: null },
    ]);
  });

  it('are not seen in other numbers', () => {
    expect(splitTimes('3.1 % of 16:9')).toEqual([{ text: '3.1 % of 16:9', offset: 0, stretch: null }]);
  });
});

describe('stills of evidence', () => {
  const stills = [0, 10, 20, 30].map((index) => ({ index, timeSeconds: index / 10, image: new Blob() }));
  const indices = (moments: Moment[]) => evidenceStills(moments, stills).map(({ still }) => still.index);

  it('take the nearest still to each worst frame, in the order of the clip', () => {
    expect(indices([moment(2, 3, { frames: [29] }), moment(0, 1, { frames: [1] })])).toEqual([0, 30]);
  });

  it('are at most three and never the same twice', () => {
    expect(indices([moment(0, 3, { frames: [0, 1, 10, 20, 30] })])).toEqual([0, 10, 20]);
  });

  it('come with the place of the moment where they show it', () => {
    const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
    const boxOf = (changes: Partial<Moment>) => evidenceStills([moment(0.9, 1.1, { box, ...changes })], stills)[0]?.box;
    expect(boxOf({ frames: [10] })).toEqual(box);
    // Frame 9 was not kept; the still at 1.0 s is within the moment, that at 0 s is not.
    expect(boxOf({ frames: [9] })).toEqual(box);
    expect(boxOf({ frames: [2] })).toBeNull();
  });

  it('leave out moments outside the clip', () => {
    expect(indices([moment(9, 9, { frames: [30], outsideClip: true })])).toEqual([]);
  });
});

describe('defect markers', () => {
  const markers = (changes: Parameters<typeof makeReport>[0]) => defectMarkers(makeReport(changes));

  it('mark the moments of bad answers alone', () => {
    const questions = [makeQuestion('good'), makeQuestion('bad'), makeQuestion('muted', { muted: true })];
    const verdicts = questions.map(({ id }) => makeAnswer(id, id === 'good' ? 0.9 : 0.1, { moments: [moment(1, 2)] }));
    expect(markers({ questions, verdicts }).map(({ questionId }) => questionId)).toEqual(['bad']);
  });

  it('lie in different rows where they overlap, and share rows where they do not', () => {
    const questions = [makeQuestion('a')];
    const verdicts = [makeAnswer('a', 0, { moments: [moment(0, 2), moment(1, 3), moment(2.5, 3)] })];
    expect(markers({ questions, verdicts }).map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });
});
