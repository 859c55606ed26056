/** Seconds between which windowed defects happen. */
export const WINDOW = { start: 1.2, end: 1.7 } as const;

export interface Defect {
  id: string;
  /** FFmpeg filter; `splice` joins another clip at the window's start. */
  graph: string;
  /** Kinds of questions whose answer it turns bad. */
  spoils: readonly string[];
  /** Kinds for which it makes the answer unclear. */
  blursLabel: readonly string[];
  windowed: boolean;
  /** Encoder options in place of the default H.264 at CRF 14. */
  encode?: readonly string[];
}

const during = `enable='between(t,${WINDOW.start},${WINDOW.end})'`;
/** A region in the middle that swings to and fro by up to 12 % of its width, fading to none at its border. */
const WOBBLE = (() => {
  const shift = `0.12*W*sin(25*T+Y*20/H)*sin(3.1416*X/W)*sin(3.1416*Y/H)`;
  const bent = `geq=lum='lum(X+${shift},Y)':cb='cb(X+${shift},Y)':cr='cr(X+${shift},Y)'`;
  return `split[whole][copy];[copy]crop=iw*0.4:ih*0.4,${bent}[part];[whole][part]overlay=W*0.3:H*0.3:${during}`;
})();

const PICTURE = ['clarity', 'noise', 'compression', 'exposure', 'colour'] as const;

/** The ways in which clips are damaged, the undamaged one first. */
export const DEFECTS: readonly Defect[] = [
  { id: 'clean', graph: '', spoils: [], blursLabel: [], windowed: false },
  { id: 'blur', graph: 'gblur=sigma=3', spoils: ['clarity'], blursLabel: [], windowed: false },
  { id: 'mild-blur', graph: 'gblur=sigma=1.8', spoils: ['clarity'], blursLabel: [], windowed: false },
  {
    id: 'noise',
    graph: 'noise=alls=28:allf=t',
    spoils: ['noise'],
    blursLabel: ['clarity', 'compression', 'flicker', 'deformation'],
    windowed: false,
  },
  {
    id: 'mild-noise',
    graph: 'noise=alls=14:allf=t',
    spoils: ['noise'],
    blursLabel: ['clarity', 'compression'],
    windowed: false,
  },
  {
    id: 'compression',
    graph: '',
    spoils: ['compression'],
    blursLabel: ['clarity', 'flicker', 'deformation', 'freeze'],
    windowed: false,
    encode: ['-c:v', 'mpeg4', '-q:v', '31'],
  },
  {
    id: 'compression-h264',
    graph: '',
    spoils: ['compression'],
    blursLabel: ['clarity', 'flicker', 'deformation', 'freeze'],
    windowed: false,
    encode: ['-c:v', 'libx264', '-crf', '44', '-preset', 'veryfast'],
  },
  {
    id: 'dark',
    graph: "lutyuv=y='16+(val-16)*0.15'",
    spoils: ['exposure'],
    blursLabel: ['colour', 'freeze', 'clarity'],
    windowed: false,
  },
  {
    id: 'blown',
    graph: "lutyuv=y='min(235,val*2.2+40)'",
    spoils: ['exposure'],
    blursLabel: ['colour', 'clarity', 'flicker'],
    windowed: false,
  },
  {
    id: 'washed-out',
    graph: "lutyuv=y='90+(val-16)*0.35':u='128+(val-128)*0.3':v='128+(val-128)*0.3'",
    spoils: ['colour'],
    blursLabel: ['exposure', 'freeze', 'clarity'],
    windowed: false,
  },
  { id: 'tint', graph: "lutyuv=u='val-38':v='val-22'", spoils: ['colour'], blursLabel: ['exposure'], windowed: false },
  {
    id: 'flicker',
    graph: `eq=brightness='if(mod(n,2),0.1,-0.02)':eval=frame:${during}`,
    spoils: ['flicker'],
    blursLabel: ['deformation', 'cut', 'freeze', ...PICTURE],
    windowed: true,
  },
  {
    id: 'freeze',
    graph: `select='not(between(t,${WINDOW.start}+0.02,${WINDOW.end}))',fps=FPS`,
    spoils: ['freeze'],
    blursLabel: ['cut', 'flicker', 'deformation'],
    windowed: true,
  },
  {
    id: 'cut',
    graph: 'splice',
    spoils: ['cut'],
    blursLabel: [...PICTURE, 'deformation', 'flicker', 'freeze'],
    windowed: true,
  },
  { id: 'warp', graph: WOBBLE, spoils: ['deformation'], blursLabel: ['flicker', 'cut'], windowed: true },
  {
    id: 'shuffle',
    graph: 'random=frames=8:seed=7',
    spoils: [],
    blursLabel: ['flicker', 'deformation', 'cut', 'freeze'],
    windowed: false,
  },
];
