import type { ErrorCode, ErrorData } from '../../domain/error.ts';
import type { Still } from '../../domain/frame.ts';
import { DEFAULT_REASONING, type ReasoningSettings } from '../../domain/reasoning.ts';
import type { Report } from '../../domain/report.ts';
import type { EvaluationEvent } from '../../evaluate/evaluation.ts';
import { AUTO } from '../../judges/catalogue.ts';
import { newRun, type Run, reduceRun } from './run.ts';

/** What the person has put together and not yet started. */
export interface Draft {
  file: File | null;
  prompt: string;
  /** `auto` or the id of a judge. */
  judge: string;
  /** How judges that give reasons are to answer. */
  reasoning: ReasoningSettings;
}

/** A report on the page. */
export interface OpenReport {
  report: Report;
  stills: readonly Still[];
  /** The clip's file, when it is at hand. */
  file: File | null;
}

/** Something to tell that is no error. */
export interface Note {
  id: number;
  text: string;
}

export type View =
  | { name: 'start' }
  | { name: 'opening' }
  | { name: 'running'; run: Run }
  | { name: 'report'; open: OpenReport };

export interface AppState {
  view: View;
  draft: Draft;
  error: ErrorData | null;
  note: Note | null;
}

export type AppAction =
  | { type: 'draft'; change: Partial<Draft> }
  | { type: 'run_started'; file: File; prompt: string; judge: string }
  | { type: 'run_events'; events: readonly EvaluationEvent[] }
  | { type: 'run_stopping' }
  | { type: 'report_opening' }
  | { type: 'report_opened'; open: OpenReport }
  | { type: 'report_changed'; report: Report }
  | { type: 'clip_found'; file: File }
  | { type: 'start_shown'; draft: Partial<Draft> }
  | { type: 'failed'; error: ErrorData; backToStart: boolean }
  | { type: 'noted'; text: string }
  | { type: 'dismissed' };

export const INITIAL_STATE: AppState = {
  view: { name: 'start' },
  draft: { file: null, prompt: '', judge: AUTO, reasoning: DEFAULT_REASONING },
  error: null,
  note: null,
};

/** What was chosen holds no pictures: to try it again would give the same answer. */
const NO_CLIP: ReadonlySet<ErrorCode> = new Set([
  'empty_file',
  'not_a_video',
  'unsupported_container',
  'no_video_track',
  'no_frames',
]);

/** Whether what was chosen turned out to be no clip at all. */
export function isRefusal({ code }: ErrorData): boolean {
  return NO_CLIP.has(code);
}

export function reduceApp(state: AppState, action: AppAction): AppState {
  const { view } = state;
  switch (action.type) {
    case 'draft':
      // An error stays in sight until another clip takes the place of the one it is about.
      return {
        ...state,
        draft: { ...state.draft, ...action.change },
        error: action.change.file === undefined ? state.error : null,
      };
    case 'run_started':
      return { ...state, view: { name: 'running', run: newRun(action) }, error: null, note: null };
    case 'run_events':
      if (view.name !== 'running') return state;
      return { ...state, view: { name: 'running', run: action.events.reduce(reduceRun, view.run) } };
    case 'run_stopping':
      if (view.name !== 'running') return state;
      return { ...state, view: { name: 'running', run: { ...view.run, stopping: true } } };
    case 'report_opening':
      return { ...state, view: { name: 'opening' }, error: null, note: null };
    case 'report_opened':
      return { ...state, view: { name: 'report', open: action.open }, error: null, note: null };
    case 'report_changed':
      if (view.name !== 'report' || view.open.report.id !== action.report.id) return state;
      return { ...state, view: { name: 'report', open: { ...view.open, report: action.report } } };
    case 'clip_found':
      if (view.name !== 'report') return state;
      return { ...state, view: { name: 'report', open: { ...view.open, file: action.file } }, error: null };
    case 'start_shown':
      return {
        ...state,
        view: { name: 'start' },
        draft: { ...state.draft, ...action.draft },
        error: null,
        note: null,
      };
    case 'failed':
      return {
        ...state,
        error: action.error,
        view: action.backToStart ? { name: 'start' } : view,
        draft: action.backToStart && isRefusal(action.error) ? { ...state.draft, file: null } : state.draft,
      };
    case 'noted':
      return { ...state, note: { id: (state.note?.id ?? 0) + 1, text: action.text } };
    case 'dismissed':
      return { ...state, error: null, note: null };
  }
}
