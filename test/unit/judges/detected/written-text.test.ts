import { describe, expect, test } from 'vitest';
import type { TextLine } from '../../../../src/detectors/ocr/text-line.ts';
import { writtenText } from '../../../../src/judges/detected/answers/written-text.ts';
import { CALIBRATION } from '../../../../src/judges/detected/calibration.ts';
import type { FrameText } from '../../../../src/judges/detected/read-clip.ts';
import { makeQuestion } from '../../make-question.ts';

const size = { width: 400, height: 200 };
const question = makeQuestion('text', { kind: 'rendered_text', entity: 'board' });

/** A line that begins at a place and may reach beyond the frame. */
function line(text: string, x: number, y: number): TextLine {
  const corner = (right: number, below: number) => ({ x: x + right * 100, y: y + below * 20 });
  return {
    text,
    confidence: 0.9,
    confidences: [...text].map(() => 0.9),
    box: [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)],
  };
}

const frames = (...lines: TextLine[][]): FrameText[] =>
  lines.map((read, frame) => ({ frame, timeSeconds: frame, lines: read, size }));
const answer = (...lines: TextLine[][]) => writtenText(question, 'GRAND OPENING', frames(...lines), CALIBRATION);

describe('whether a quoted text is written', () => {
  test('one frame is enough, and its lines are outlined together', () => {
    const { pYes, reason, moments } = answer([], [line('Grand', 20, 20), line('opening!', 20, 60)]);
    expect(pYes).toBe(CALIBRATION.text.pSame);
    expect(reason).toMatch(/^“Grand opening!” is read at 0:01\.0, in the upper left\. .*board/u);
    expect(moments.map(({ frames, box }) => ({ frames, box }))).toEqual([
      { frames: [1], box: { x: 0.05, y: 0.1, width: 0.25, height: 0.3 } },
    ]);
  });

  test('a slip of one letter, another text and none are told apart', () => {
    const near = answer([line('GRAND OPEMING', 350, 190)]);
    expect(near.pYes).toBe(CALIBRATION.text.pNear);
    expect(near.reason).toContain('the slip can be the reader’s');
    expect(near.moments[0]?.box).toEqual({ x: 0.875, y: 0.95, width: 0.125, height: 0.05 });
    const other = answer([line('Fish & chips', 20, 20)], []);
    expect(other.pYes).toBe(CALIBRATION.text.pOther);
    expect(other.reason).toContain('not read in any of 2 frames');
    const none = answer([], []);
    expect(none).toMatchObject({ pYes: CALIBRATION.text.pNothing, moments: [] });
  });

  test('what is cited of a wall of text is short', () => {
    expect(answer([line('x'.repeat(500), 0, 0)]).reason.length).toBeLessThan(250);
  });
});
