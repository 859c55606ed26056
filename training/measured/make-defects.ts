/**
 * Damages clean clips in known ways, for fitting and checking the measured judge:
 *
 *   npx tsx training/measured/make-defects.ts OUT_FOLDER CLIP...
 *
 * Needs ffmpeg. Writes each clip clean and once per defect as MP4 of at most 3 s and 480 px, and OUT_FOLDER/defects.csv with
 * the columns file, prompt (the clean clip's name: clips of one source are left out together), defect, start, end (seconds,
 * for defects in a window) and one yes/no column per kind of question that the defect decides; empty where it decides
 * nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DEFECTS, type Defect, WINDOW } from './defects.ts';

const KINDS = [
  'clarity',
  'noise',
  'compression',
  'exposure',
  'colour',
  'flicker',
  'freeze',
  'cut',
  'deformation',
] as const;

const [folder, ...sources] = process.argv.slice(2);
if (folder === undefined || sources.length === 0) {
  process.stderr.write('usage: make-defects.ts OUT_FOLDER CLIP...\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const rows = [['file', 'prompt', 'defect', 'start', 'end', ...KINDS].join(',')];
sources.forEach((source, index) => {
  const name = basename(source).replace(/\.[^.]*$/, '');
  const other = sources[(index + 1) % sources.length] ?? source;
  for (const defect of DEFECTS) {
    const file = `${defect.id}@${name}.mp4`;
    render(source, other, defect, join(folder, file));
    const window = defect.windowed ? [WINDOW.start, WINDOW.end] : ['', ''];
    rows.push([file, name, defect.id, ...window, ...KINDS.map((kind) => labelOf(defect, kind))].join(','));
  }
});
writeFileSync(join(folder, 'defects.csv'), `${rows.join('\n')}\n`);

/** A clean clip answers all kinds; a damaged one the kinds that its defect decides, and those it leaves alone. */
function labelOf(defect: Defect, kind: (typeof KINDS)[number]): string {
  const good = kind === 'clarity' || kind === 'exposure' || kind === 'colour' ? 'yes' : 'no';
  if (defect.spoils.includes(kind)) return good === 'yes' ? 'no' : 'yes';
  return defect.blursLabel.includes(kind) ? '' : good;
}

function render(source: string, other: string, defect: Defect, target: string): void {
  const prepare = 'scale=w=min(480\\,iw):h=-2,crop=trunc(iw/2)*2:trunc(ih/2)*2,setsar=1,format=yuv420p';
  const splice = `fps=${frameRateOf(source)},scale=480:270,setsar=1,format=yuv420p`;
  const filter = defect.graph.replaceAll('FPS', frameRateOf(source));
  const graph =
    defect.graph === 'splice'
      ? `[0:v:0]${splice},trim=end=${WINDOW.start},setpts=PTS-STARTPTS[a];[1:v:0]${splice},trim=end=1.5,setpts=PTS-STARTPTS[b];[a][b]concat=n=2:v=1[v]`
      : `[0:v:0]${prepare}${filter === '' ? '' : `,${filter}`}[v]`;
  const inputs = ['-t', '3', '-i', source, ...(defect.graph === 'splice' ? ['-t', '3', '-i', other] : [])];
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    ...inputs,
    '-filter_complex',
    graph,
    '-map',
    '[v]',
    '-an',
    ...(defect.encode ?? ['-c:v', 'libx264', '-crf', '14', '-preset', 'veryfast']),
    target,
  ]);
}

function frameRateOf(source: string): string {
  const entries = ['-select_streams', 'v:0', '-show_entries', 'stream=avg_frame_rate', '-of', 'csv=p=0'];
  return (
    execFileSync('ffprobe', ['-v', 'error', ...entries, source], { encoding: 'utf8' })
      .trim()
      .split('\n')[0] ?? '25'
  );
}
