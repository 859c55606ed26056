import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseReport } from '../../src/domain/report.ts';
import { fixture } from './fixtures-folder.ts';
import { npmRun } from './npm-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'loupe-e2e-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

test('evaluate writes a valid report for every file, with the prompts of a table', () => {
  const table = join(folder, 'prompts.csv');
  const out = join(folder, 'reports.json');
  writeFileSync(
    table,
    'file,prompt,seed\nsomewhere/h264.mp4,"A red ball circles in front of a blue sky, static camera",1\n',
  );
  const { status } = npmRun('evaluate', '--prompts', table, '--json', out, fixture('h264.mp4'), fixture('palette.gif'));
  expect(status).toBe(0);
  const reports = (JSON.parse(readFileSync(out, 'utf8')) as unknown[]).map(parseReport);
  expect(reports.map(({ clip }) => clip.name)).toEqual(['h264.mp4', 'palette.gif']);
  const [mp4, gif] = reports;
  expect(mp4?.prompt).toContain('red ball');
  expect(gif?.prompt).toBeNull();
  expect(mp4?.clip).toMatchObject({ codec: 'H.264', width: 320, height: 180, frameCount: 48, durationSeconds: 2 });
  expect(mp4?.frames.indices).toHaveLength(48);
  expect(mp4?.dimensions.temporal_consistency.score).toBeGreaterThan(0);
  expect(mp4?.dimensions.text_to_video_alignment.asked).toBeGreaterThan(2);
});

test('evaluate reports bad files beside good ones and exits with 3', () => {
  const out = join(folder, 'mixed.json');
  const bad = ['empty.mp4', 'text.mp4', 'sound.webm'] as const;
  const { status } = npmRun(
    'evaluate',
    '--json',
    out,
    ...bad.map(fixture),
    fixture('one-frame.mp4'),
    fixture('eight-pixels.webm'),
    join(folder, 'missing.mp4'),
  );
  expect(status).toBe(3);
  const results = JSON.parse(readFileSync(out, 'utf8'));
  expect(results.slice(0, 3).map((result: { error: { code: string } }) => result.error.code)).toEqual([
    'empty_file',
    'not_a_video',
    'no_video_track',
  ]);
  expect(parseReport(results[3]).clip.frameCount).toBe(1);
  expect(parseReport(results[4]).clip).toMatchObject({ width: 8, height: 8 });
  expect(results[5]).toMatchObject({ clip: { name: 'missing.mp4' }, error: { code: 'file_not_found' } });
});

test('evaluate gives broken files a report over what could be read, or a coded error', () => {
  const out = join(folder, 'broken.json');
  npmRun('evaluate', '--json', out, fixture('truncated.mp4'), fixture('corrupt.mp4'));
  for (const result of JSON.parse(readFileSync(out, 'utf8'))) {
    if ('error' in result) expect(['truncated_file', 'corrupt_file', 'no_frames']).toContain(result.error.code);
    else expect(parseReport(result).notices.length).toBeGreaterThan(0);
  }
});

test('evaluate refuses a call it cannot understand', () => {
  expect(npmRun('evaluate')).toMatchObject({ status: 2, stderr: expect.stringContaining('No file was named') });
  expect(npmRun('evaluate', '--sharpen', 'a.mp4').status).toBe(2);
  expect(npmRun('evaluate', '--prompt', 'a', '--prompts', 'b.csv', 'a.mp4').status).toBe(2);
  expect(npmRun('evaluate', '--prompts', join(folder, 'none.csv'), 'a.mp4').status).toBe(2);
  expect(npmRun('evaluate', '--judge', 'oracle', 'a.mp4')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('There is no judge called "oracle"'),
  });
  expect(npmRun('evaluate', '--json', join(folder, 'no-such-folder', 'out.json'), 'a.mp4').status).toBe(2);
});

test('questions writes the questions of a prompt', () => {
  const out = join(folder, 'questions.json');
  const { status } = npmRun('questions', '--prompt', 'Two dogs chase a red ball', '--json', out);
  expect(status).toBe(0);
  const [{ prompt, questions }] = JSON.parse(readFileSync(out, 'utf8'));
  expect(prompt).toBe('Two dogs chase a red ball');
  expect(questions).toContainEqual(
    expect.objectContaining({ dimension: 'text_to_video_alignment', kind: 'count', polarity: 'positive' }),
  );
});
